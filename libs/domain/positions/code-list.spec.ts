import { CERTIFICATES, findCertificate } from './certificates';
import { findOccupation, OCCUPATIONS } from './occupations';
import { findSkill, SKILLS } from './skills';

describe.each([
  ['occupations', OCCUPATIONS, findOccupation, 30],
  ['skills', SKILLS, findSkill, 40],
  ['certificates', CERTIFICATES, findCertificate, 10],
] as const)('the list of %s', (_, list, find, count) => {
  it(`has ${count} entries`, () => expect(list).toHaveLength(count));

  it('leads from every code, name and alias to one entry', () => {
    const texts = list.flatMap((entry) => [entry.code, entry.nameZh, ...entry.aliases]);
    expect(new Set(texts).size).toBe(texts.length);
    for (const entry of list) {
      for (const text of [entry.code, entry.nameZh, ...entry.aliases]) expect(find(text)).toBe(entry.code);
    }
  });

  it('knows nothing else', () => expect(find('宇航员')).toBeNull());
});

describe('an occupation code', () => {
  it('has five digits, the first of them the major group', () => {
    for (const { code } of OCCUPATIONS) expect(code).toMatch(/^[3-6]\d{4}$/);
  });
});
