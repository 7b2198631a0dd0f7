import { TONGCHENG_TOWNSHIPS, tongchengTravelMinutes, tongchengTravelTimes } from './tongcheng';

describe('the townships of Tongcheng', () => {
  it('are eleven, each with a code of the county and a name of its own', () => {
    expect(TONGCHENG_TOWNSHIPS).toHaveLength(11);
    expect(TONGCHENG_TOWNSHIPS.every((town) => /^421222\d{3}$/.test(town.code))).toBe(true);
    expect(new Set(TONGCHENG_TOWNSHIPS.flatMap((town) => [town.code, town.name, town.nameEn])).size).toBe(33);
  });

  it('lie as far from each other both ways', () => {
    for (const { code: from } of TONGCHENG_TOWNSHIPS) {
      for (const { code: to } of TONGCHENG_TOWNSHIPS) {
        const minutes = tongchengTravelMinutes(from, to);
        expect(minutes).toBe(tongchengTravelMinutes(to, from));
        expect(minutes).toBeGreaterThanOrEqual(10);
        expect(minutes).toBeLessThanOrEqual(75);
      }
    }
  });

  it('have 121 travel times, none of them verified', () => {
    expect(tongchengTravelTimes()).toHaveLength(121);
    expect(tongchengTravelTimes().every((row) => !row.verified)).toBe(true);
  });

  it('know no other place', () => expect(tongchengTravelMinutes('421222100', '421222400')).toBeNull());
});
