import { fenToYuan, type Fen } from '../common/money';
import type { PayRuleCode } from './pay-codes';

/** What the rules are called in a letter, in neutral words: what was looked at, never a reproach. */
export const RULE_IN_LETTER: Readonly<Record<PayRuleCode, string>> = {
  MIN_WAGE: '与当地最低工资核对',
  CONTRACT_WAGE: '与合同约定工资核对',
  POSTED_WAGE: '合同工资与公布工资核对',
  PROBATION_FLOOR: '试用期工资核对',
  PROBATION_LENGTH: '试用期长短核对',
  OVERTIME_PAY: '加班费核对',
  OVERTIME_HOURS: '加班时间核对',
  LATE_PAYMENT: '发薪日核对',
  PART_TIME_CYCLE: '非全日制发薪间隔核对',
  NO_CONTRACT: '书面合同核对',
  SOCIAL_INSURANCE: '社会保险核对',
  DEDUCTION: '扣款核对',
  EQUAL_ALLOWANCE: '同岗津贴核对',
  COMPARATOR_GAP: '同岗工资核对',
};

/** A letter: its title, its paragraphs, and lines of a label with its value. */
export interface FindingLetter {
  readonly title: string;
  readonly opening: readonly string[];
  readonly lines: readonly (readonly [label: string, value: string])[];
  readonly closing: readonly string[];
}

/** What a letter says about a finding. */
export interface LetterFacts {
  readonly enterpriseName: string;
  readonly employee: string;
  /** Month YYYY-MM. */
  readonly period: string;
  readonly ruleCode: PayRuleCode;
  readonly shortfallFen: Fen;
  /** YYYY-MM-DD; null where nothing is due. */
  readonly dueOn: string | null;
}

const monthText = (period: string): string => `${period.slice(0, 4)}年${Number(period.slice(5))}月`;
const dayText = (day: string): string => `${day.slice(0, 4)}年${Number(day.slice(5, 7))}月${Number(day.slice(8))}日`;
const amountText = (fen: Fen): string => (fen === 0 ? '不涉及金额' : `${fenToYuan(fen)}元`);

/** The letter that asks an enterprise to check one pay item and to answer. */
export function letterToEnterprise(facts: LetterFacts): FindingLetter {
  return {
    title: `关于${monthText(facts.period)}一项工资的核对函`,
    opening: [
      `${facts.enterpriseName}：`,
      '经本人同意，请贵方核对下面这一项工资。这是按申报数据算出的差额，尚未核实，不是结论。',
    ],
    lines: [
      ['员工', facts.employee],
      ['月份', monthText(facts.period)],
      ['核对项目', RULE_IN_LETTER[facts.ruleCode]],
      ['算出的差额', amountText(facts.shortfallFen)],
      ['请答复日期', facts.dueOn === null ? '已答复' : `${dayText(facts.dueOn)}前`],
    ],
    closing: [
      '贵方可以同意补发，可以说明与工作有关的理由并附材料，也可以提出不同意见。请在系统“核查与答复”里办理。',
      '同意补发的，请在下一次工资表的“补发工资”栏写明月份和金额。',
      '请不要因为这项核对影响本人的工作和待遇。',
    ],
  };
}

/** The letter that tells the client in plain words what is looked into and what happens. */
export function letterToClient(facts: LetterFacts): FindingLetter {
  return {
    title: `${monthText(facts.period)}工资核对说明`,
    opening: [`${facts.employee}：`, '我们核对了你这个月的工资，看到一项可能的差额，正在核实。'],
    lines: [
      ['工作单位', facts.enterpriseName],
      ['月份', monthText(facts.period)],
      ['核对项目', RULE_IN_LETTER[facts.ruleCode]],
      ['可能少', amountText(facts.shortfallFen)],
      ...(facts.dueOn === null ? [] : ([['这一步的日期', `${dayText(facts.dueOn)}前`]] as const)),
    ],
    closing: [
      '要不要把这一项发给单位，由你决定。选不要，什么都不会变：工作和服务照旧。',
      '同意以后，也可以随时在手机上收回。',
      '有不清楚的地方，请问你的就业专员。',
    ],
  };
}
