import { isBanned } from '../common/term-list';
import { letterToClient, letterToEnterprise, RULE_IN_LETTER, type LetterFacts } from './finding-letter-text';
import type { PayRuleCode } from './pay-codes';

const facts = (changes: Partial<LetterFacts> = {}): LetterFacts => ({
  enterpriseName: '云溪线束有限公司',
  employee: '周水莲',
  period: '2026-07',
  ruleCode: 'MIN_WAGE',
  shortfallFen: 9_000,
  dueOn: '2026-08-14',
  ...changes,
});
const all = ({ title, opening, lines, closing }: ReturnType<typeof letterToClient>): string =>
  [title, ...opening, ...lines.flat(), ...closing].join('\n');

describe('a letter about a finding', () => {
  it('names month, item, amount and day to the enterprise', () => {
    const text = all(letterToEnterprise(facts()));
    for (const words of ['2026年7月', '周水莲', '90.00元', '2026年8月14日前', '尚未核实'])
      expect(text).toContain(words);
  });

  it('tells the client that nothing follows from a no', () => {
    expect(all(letterToClient(facts()))).toContain('选不要，什么都不会变');
    expect(all(letterToClient(facts({ dueOn: null })))).not.toContain('这一步的日期');
  });

  it('says that no amount is concerned where there is none', () => {
    expect(all(letterToEnterprise(facts({ ruleCode: 'NO_CONTRACT', shortfallFen: 0 })))).toContain('不涉及金额');
  });

  it.each(Object.keys(RULE_IN_LETTER) as PayRuleCode[])('blames nobody for %s', (ruleCode) => {
    for (const text of [all(letterToEnterprise(facts({ ruleCode }))), all(letterToClient(facts({ ruleCode })))]) {
      expect(text).not.toMatch(/违法|违规|克扣|拖欠|处罚|举报/);
      expect(isBanned(text)).toBe(false);
    }
  });
});
