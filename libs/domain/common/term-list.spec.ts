import { isBanned, isUnfitWording } from './term-list';

describe('the term list', () => {
  it.each(['案底', '案 底', '案\u200b底', 'Criminal record', 'EX-CONVICT'])('meets %j', (text) => {
    expect(isBanned(text)).toBe(true);
  });

  it.each(['质量管控', '重复发货', '脱毒马铃薯种植', '王秀英', 'Recorder', '', '不合格'])(
    'does not meet %j',
    (text) => {
      expect(isBanned(text)).toBe(false);
    },
  );

  it('holds words for our own texts too, which a file may have', () => {
    expect(isUnfitWording('不合格')).toBe(true);
    expect(isUnfitWording('生产管控')).toBe(false);
  });
});
