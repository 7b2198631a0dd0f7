import { isMonth, type Month } from '../common/day';
import type { Fen } from '../common/money';
import type {
  Allowance,
  AllowanceKind,
  Deduction,
  Insurance,
  InsuranceKind,
  PayrollLine,
} from '../pay-equity/payroll-line';
import { normaliseCell, parseMoney } from './cell-values';
import { findAllowanceKind, findObjective } from './cell-words';
import type { PayrollColumnKey } from './payroll-columns';
import { AMOUNT_FEN, type PayrollReader } from './payroll-reader';

/** The columns that each stand for one allowance. */
const ALLOWANCES: readonly (readonly [PayrollColumnKey, Omit<Allowance, 'fen'>])[] = [
  ['allowanceFen', { code: 'ALLOWANCE', kind: 'GENERAL' }],
  ['contractAllowanceFen', { code: 'CONTRACT_ALLOWANCE', kind: 'GENERAL', contractual: true }],
  ['tenureAllowanceFen', { code: 'TENURE_ALLOWANCE', kind: 'GENERAL', objective: 'TENURE' }],
  ['skillAllowanceFen', { code: 'SKILL_ALLOWANCE', kind: 'GENERAL', objective: 'SKILL' }],
  ['nightAllowanceFen', { code: 'NIGHT_SHIFT', kind: 'SPECIAL_ENV' }],
  ['specialAllowanceFen', { code: 'SPECIAL_CONDITIONS', kind: 'SPECIAL_ENV' }],
  ['mealAllowanceFen', { code: 'MEALS', kind: 'WELFARE' }],
];

const DEDUCTIONS: readonly (readonly [PayrollColumnKey, string])[] = [
  ['fundFen', 'FUND'],
  ['taxFen', 'TAX'],
  ['damageFen', 'DAMAGE'],
  ['courtFen', 'COURT'],
  ['advanceFen', 'ADVANCE'],
  ['fineFen', 'FINE'],
  ['depositFen', 'DEPOSIT'],
  ['dormFen', 'DORM'],
  ['mealFen', 'MEAL'],
];

interface InsuranceColumns {
  readonly enrolled: PayrollColumnKey;
  readonly baseFen: PayrollColumnKey;
  readonly employerFen: PayrollColumnKey;
  readonly employeeFen: PayrollColumnKey;
}

const INSURANCES: Readonly<Record<InsuranceKind, InsuranceColumns>> = {
  PENSION: {
    enrolled: 'pensionEnrolled',
    baseFen: 'pensionBaseFen',
    employerFen: 'pensionEmployerFen',
    employeeFen: 'pensionEmployeeFen',
  },
  MEDICAL: {
    enrolled: 'medicalEnrolled',
    baseFen: 'medicalBaseFen',
    employerFen: 'medicalEmployerFen',
    employeeFen: 'medicalEmployeeFen',
  },
  UNEMPLOYMENT: {
    enrolled: 'unemploymentEnrolled',
    baseFen: 'unemploymentBaseFen',
    employerFen: 'unemploymentEmployerFen',
    employeeFen: 'unemploymentEmployeeFen',
  },
  INJURY: {
    enrolled: 'injuryEnrolled',
    baseFen: 'injuryBaseFen',
    employerFen: 'injuryEmployerFen',
    employeeFen: 'injuryEmployeeFen',
  },
};

const CODE_LENGTH = 40;
const ALLOWANCE = /^(?<name>[^=:()]+)[=:](?<amount>[^()]+)(?:\((?<marks>[^()]*)\))?$/u;
const FORMULA = /^[=+\-@]/;
const CONTRACTUAL = '合同';

/** Reads an allowance like 全勤奖=200(一般,合同) or 高温=150(特殊环境); without a mark it is a general one. */
function allowanceOf(text: string): Allowance | null {
  const { name = '', amount = '', marks = '' } = ALLOWANCE.exec(text)?.groups ?? {};
  const code = name.trim();
  const fen = parseMoney(amount);
  if (code === '' || [...code].length > CODE_LENGTH || FORMULA.test(code)) return null;
  if (fen === null || fen > AMOUNT_FEN.max) return null;
  let allowance: Allowance = { code, kind: 'GENERAL', fen };
  for (const mark of marks.split(/[,、\s]+/u).filter((one) => one !== '')) {
    const marked = withMark(allowance, mark);
    if (marked === null) return null;
    allowance = marked;
  }
  return allowance;
}

function withMark(allowance: Allowance, mark: string): Allowance | null {
  if (mark === CONTRACTUAL) return { ...allowance, contractual: true };
  const objective = findObjective(mark);
  if (objective !== null) return { ...allowance, objective };
  const kind: AllowanceKind | null = findAllowanceKind(mark);
  return kind === null ? null : { ...allowance, kind };
}

/** The allowances of a row that were paid. */
export function readAllowances(reader: PayrollReader): readonly Allowance[] {
  const named = ALLOWANCES.map(([key, facts]) => ({ ...facts, fen: reader.money(key, AMOUNT_FEN) ?? 0 }));
  const others = reader.list('otherAllowances', allowanceOf, 'NOT_AN_ALLOWANCE');
  return [...named, ...others].filter(({ fen }) => fen > 0);
}

/** The deductions of a row; null where the file has a column for none of them: then nothing is known. */
export function readDeductions(reader: PayrollReader): readonly Deduction[] | null {
  const read = DEDUCTIONS.map(([key, code]) => ({ code, fen: reader.money(key, AMOUNT_FEN) ?? 0 }));
  return DEDUCTIONS.some(([key]) => reader.has(key)) ? read.filter(({ fen }) => fen > 0) : null;
}

function insuranceOf(reader: PayrollReader, columns: InsuranceColumns): Insurance | null {
  const fen = (key: PayrollColumnKey): Fen | null => reader.money(key, AMOUNT_FEN);
  const amounts = {
    baseFen: fen(columns.baseFen),
    employerFen: fen(columns.employerFen),
    employeeFen: fen(columns.employeeFen),
  };
  const enrolled = reader.yesNo(columns.enrolled);
  const isPaid = (amounts.employerFen ?? 0) > 0 || (amounts.employeeFen ?? 0) > 0;
  if (enrolled === null && !isPaid) return null;
  return { enrolled: enrolled ?? isPaid, ...amounts };
}

/** Social insurance by kind; null where the row says nothing of any. A kind that it leaves out beside others is missing. */
export function readInsurance(reader: PayrollReader): NonNullable<PayrollLine['socialIns']> | null {
  const kinds = Object.entries(INSURANCES).flatMap(([kind, columns]) => {
    const insurance = insuranceOf(reader, columns);
    return insurance === null ? [] : [[kind, insurance] as const];
  });
  return kinds.length === 0 ? null : Object.fromEntries(kinds);
}

const ARREAR = /^(?<period>\d{4}-\d{2})\s*[=:](?<amount>.+)$/u;

/** Back-pay for earlier months, like 2026-01=90.00；2026-02=50; each month before the one of the payroll, and once. */
export function readArrears(reader: PayrollReader, period: Month | null): { period: Month; fen: Fen }[] {
  const months = new Set<Month>();
  return [
    ...reader.list(
      'arrears',
      (text) => {
        const { period: of = '', amount = '' } = ARREAR.exec(normaliseCell(text))?.groups ?? {};
        const fen = parseMoney(amount);
        if (!isMonth(of) || (period !== null && of >= period) || months.has(of)) return null;
        if (fen === null || fen === 0 || fen > AMOUNT_FEN.max) return null;
        months.add(of);
        return { period: of, fen };
      },
      'NOT_BACK_PAY',
    ),
  ];
}
