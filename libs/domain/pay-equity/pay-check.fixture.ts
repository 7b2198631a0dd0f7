import { calendar2026 } from '../calendar/calendar-2026.fixture';
import type { PayCheckInput } from './pay-check-input';
import type { ComparatorLine, PayContract, PayParams, PayrollLine } from './payroll-line';

/** Tongcheng from December 2025. */
export const PARAMS_2026: PayParams = {
  minWageMonthlyFen: 197_000,
  minWageHourlyFen: 2_000,
  minWageExcludesEmployeeSi: false,
};

const ENROLLED = { enrolled: true } as const;

/** A whole month in which everything is as it should be. */
export const aLine = (changes: Partial<PayrollLine> = {}): PayrollLine => ({
  employmentType: 'FULL_TIME',
  hoursSystem: 'STANDARD',
  payBasis: 'MONTHLY',
  jobCode: 'BELT',
  grade: 'G1',
  shiftPattern: 'DAY',
  tenureMonths: 14,
  onProbation: false,
  baseFen: 300_000,
  allowances: [],
  bonusFen: 0,
  otMinutes: {},
  otPayFen: 0,
  deductions: [],
  scheduledDays: 21,
  unpaidLeaveDays: 0,
  sickLeaveDays: 0,
  socialIns: { PENSION: ENROLLED, MEDICAL: ENROLLED, UNEMPLOYMENT: ENROLLED, INJURY: ENROLLED },
  agreedPayDate: '2026-05-15',
  actualPayDate: '2026-05-15',
  ...changes,
});

/** A contract of one year that everything keeps to. */
export const aContract = (changes: Partial<PayContract> = {}): PayContract => ({
  contractMonthlyFen: 300_000,
  otBaseMonthlyFen: 300_000,
  postedMinFen: 280_000,
  lowestSameJobFen: 260_000,
  start: '2025-03-02',
  end: '2026-03-01',
  probationMonths: 2,
  hireDate: '2025-03-02',
  signedOn: '2025-03-02',
  payCycleDays: 30,
  ...changes,
});

/** A colleague with the same work. */
export const aColleague = (ref: string, changes: Partial<ComparatorLine> = {}): ComparatorLine => ({
  ...aLine(),
  ...changes,
  ref,
});

/** Colleagues with these base wages. */
export const colleaguesWith = (...baseFens: number[]): ComparatorLine[] =>
  baseFens.map((baseFen, index) => aColleague(`E-${index + 1}`, { baseFen }));

/** April 2026 of one client with five colleagues. */
export const anInput = (changes: Partial<PayCheckInput> = {}): PayCheckInput => ({
  period: '2026-04',
  params: PARAMS_2026,
  calendar: calendar2026(),
  line: aLine(),
  contract: aContract(),
  comparators: colleaguesWith(300_000, 300_000, 300_000, 300_000, 300_000),
  previous: null,
  asOf: null,
  hasPeriodGap: false,
  testUse: 'ALONE',
  ...changes,
});
