import type { ContactChannel } from './contact-codes';

/** The codes of the follow-up milestones after a placement. */
export const MilestoneCode = {
  PRE: 'PRE',
  D1: 'D1',
  D3: 'D3',
  W1: 'W1',
  W2: 'W2',
  W3: 'W3',
  M1: 'M1',
  M2: 'M2',
  M3: 'M3',
  M4: 'M4',
  M5: 'M5',
  M6: 'M6',
  M7: 'M7',
  M8: 'M8',
  M9: 'M9',
  M10: 'M10',
  M11: 'M11',
  M12: 'M12',
  D90: 'D90',
  D180: 'D180',
  D365: 'D365',
} as const;

/** One of the codes of the follow-up milestones. */
export type MilestoneCode = (typeof MilestoneCode)[keyof typeof MilestoneCode];

/** How far from the start a milestone lies; months are held to the month's last day. */
export interface MilestoneOffset {
  readonly count: number;
  readonly unit: 'DAYS' | 'MONTHS';
}

/** One row of the template by which milestones are planned. */
export interface MilestoneTemplateRow {
  readonly code: MilestoneCode;
  readonly offset: MilestoneOffset;
  /** To which working day a day off moves. */
  readonly shift: 'FORWARD' | 'BACKWARD';
  /** Working days after the due day in which the contact still counts. */
  readonly windowWorkingDays: number;
  readonly channel: ContactChannel;
  readonly who: 'CASEWORKER' | 'MENTOR';
  /** A county may thin out what is not required. */
  readonly isRequired: boolean;
  /** Which of two milestones that fall together is kept: the higher one. */
  readonly evidenceRank: number;
}

/** The evidence ranks: retention evidence, quarter months, weeks, days, all others. */
export const EVIDENCE_RANK = { RETENTION: 4, QUARTER: 3, WEEK: 2, DAY: 1, OTHER: 0 } as const;

const row = (
  code: MilestoneCode,
  offset: MilestoneOffset,
  windowWorkingDays: number,
  channel: ContactChannel,
  evidenceRank: number,
  isRequired = true,
): MilestoneTemplateRow => ({
  code,
  offset,
  shift: code === 'PRE' ? 'BACKWARD' : 'FORWARD',
  windowWorkingDays,
  channel,
  who: 'CASEWORKER',
  isRequired,
  evidenceRank,
});

const days = (count: number): MilestoneOffset => ({ count, unit: 'DAYS' });
const months = (count: number): MilestoneOffset => ({ count, unit: 'MONTHS' });

const MONTHLY = ['M1', 'M2', 'M3', 'M4', 'M5', 'M6', 'M7', 'M8', 'M9', 'M10', 'M11', 'M12'] as const;
const QUARTERS: ReadonlySet<string> = new Set(['M3', 'M6', 'M12']);
const THINNABLE: ReadonlySet<string> = new Set(['M4', 'M5', 'M7', 'M8', 'M10', 'M11']);

const monthRow = (code: (typeof MONTHLY)[number], index: number): MilestoneTemplateRow =>
  row(
    code,
    months(index + 1),
    5,
    'PHONE',
    QUARTERS.has(code) ? EVIDENCE_RANK.QUARTER : EVIDENCE_RANK.OTHER,
    !THINNABLE.has(code),
  );

/** The template that a county starts with: the follow-up specification's rows, windows and channels by our own design. */
export const DEFAULT_MILESTONE_TEMPLATE: readonly MilestoneTemplateRow[] = [
  row('PRE', days(-3), 2, 'PHONE', EVIDENCE_RANK.OTHER),
  row('D1', days(1), 1, 'PHONE', EVIDENCE_RANK.DAY),
  row('D3', days(3), 2, 'PHONE', EVIDENCE_RANK.DAY),
  row('W1', days(7), 3, 'VISIT', EVIDENCE_RANK.WEEK),
  row('W2', days(14), 3, 'VISIT', EVIDENCE_RANK.WEEK),
  row('W3', days(21), 3, 'VISIT', EVIDENCE_RANK.WEEK),
  ...MONTHLY.map(monthRow),
  row('D90', days(90), 10, 'PHONE', EVIDENCE_RANK.RETENTION),
  row('D180', days(180), 10, 'PHONE', EVIDENCE_RANK.RETENTION),
  row('D365', days(365), 10, 'PHONE', EVIDENCE_RANK.RETENTION),
];
