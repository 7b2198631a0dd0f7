import fc from 'fast-check';
import { tidyWorkNeeds, WORK_NEEDS, workNeedsIn, workNeedsRefusal, workNeedsText } from './work-needs';

describe('what a workplace would have to arrange', () => {
  it('comes back from its sealed text as it went in', () => {
    fc.assert(
      fc.property(fc.array(fc.string()), (given) => {
        const needs = tidyWorkNeeds(given);
        expect(workNeedsIn(workNeedsText(needs))).toEqual(needs);
      }),
    );
  });

  it('is kept once, without blanks around it and without lines', () => {
    expect(tidyWorkNeeds([' 周三上午\n需请假 ', '周三上午 需请假', '', '  '])).toEqual(['周三上午 需请假']);
  });

  it('is at most five things of sixty characters', () => {
    const things = (count: number): string[] => Array.from({ length: count }, (_, n) => `需要${n}`);
    expect(workNeedsRefusal(things(WORK_NEEDS.most))).toBeNull();
    expect(workNeedsRefusal(things(WORK_NEEDS.most + 1))).toBe('TOO_MANY_NEEDS');
    expect(workNeedsRefusal(['需'.repeat(WORK_NEEDS.longest)])).toBeNull();
    expect(workNeedsRefusal(['需'.repeat(WORK_NEEDS.longest + 1)])).toBe('TOO_LONG');
  });
});
