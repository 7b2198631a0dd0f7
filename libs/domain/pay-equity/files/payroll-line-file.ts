import type { JsonReader, NumberBounds } from '../../common/json-reader';
import { PayBasis } from '../../positions/position-codes';
import { EmploymentType } from '../pay-codes';
import type {
  Allowance,
  ComparatorLine,
  Insurance,
  InsuranceKind,
  OvertimeMinutes,
  PayrollLine,
} from '../payroll-line';

type Path = readonly string[];
type Fields = Readonly<Record<string, unknown>>;

/** Amounts up to a hundred million yuan. */
export const FEN: NumberBounds = { min: 0, max: 10_000_000_000 };
const DAYS: NumberBounds = { min: 0, max: 31, decimals: 2 };
/** Minutes of a month of 31 days. */
export const MINUTES: NumberBounds = { min: 0, max: 44_640 };
const TENURE: NumberBounds = { min: 0, max: 900 };

const HOURS_SYSTEMS = ['STANDARD', 'COMPREHENSIVE', 'FLEXIBLE'] as const;
const ALLOWANCE_KINDS = ['GENERAL', 'SPECIAL_ENV', 'WELFARE'] as const;
const OBJECTIVES = ['TENURE', 'SKILL'] as const;
const INSURANCE_KINDS: readonly InsuranceKind[] = ['PENSION', 'MEDICAL', 'UNEMPLOYMENT', 'INJURY'];
const DEDUCTION_CODES = ['DAMAGE', 'SI', 'FUND', 'TAX', 'COURT', 'ADVANCE', 'FINE', 'DEPOSIT', 'DORM', 'MEAL'] as const;

/** Reads the fields of a line, each by its own name. */
export function readLine(reader: JsonReader, fields: Fields, path: Path): PayrollLine {
  const fen = (name: string) => reader.number(fields[name], [...path, name], FEN);
  const minutes = (name: string) => reader.number(fields[name], [...path, name], MINUTES);
  const text = (name: string) => reader.text(fields[name], [...path, name]);
  const day = (name: string) => reader.day(fields[name], [...path, name]);
  return {
    ...readDays(reader, fields, path),
    employmentType: reader.oneOf(fields['employmentType'], [...path, 'employmentType'], Object.values(EmploymentType)),
    hoursSystem: reader.oneOf(fields['hoursSystem'], [...path, 'hoursSystem'], HOURS_SYSTEMS),
    payBasis: reader.oneOf(fields['payBasis'], [...path, 'payBasis'], Object.values(PayBasis)),
    jobCode: text('jobCode'),
    grade: text('grade'),
    shiftPattern: text('shiftPattern'),
    tenureMonths: reader.number(fields['tenureMonths'], [...path, 'tenureMonths'], TENURE),
    onProbation: reader.flag(fields['onProbation'], [...path, 'onProbation']),
    baseFen: fen('baseFen'),
    bonusFen: fen('bonusFen'),
    otPayFen: fen('otPayFen'),
    employeeSiFen: fen('employeeSiFen'),
    normalMinutes: minutes('normalMinutes'),
    compensatedRestDayMinutes: minutes('compensatedRestDayMinutes'),
    otMinutes: readOvertime(reader, fields['otMinutes'], [...path, 'otMinutes']),
    allowances: reader.list(fields['allowances'], [...path, 'allowances'], (one, at) => readAllowance(reader, one, at)),
    deductions: reader.list(fields['deductions'], [...path, 'deductions'], (one, at) => readDeduction(reader, one, at)),
    arrears: reader.list(fields['arrears'], [...path, 'arrears'], (one, at) => readArrear(reader, one, at)),
    socialIns: readInsurances(reader, fields['socialIns'], [...path, 'socialIns']),
    agreedPayDate: day('agreedPayDate'),
    actualPayDate: day('actualPayDate'),
  };
}

/** Reads a colleague's line; the pseudonym is needed. */
export function readComparator(reader: JsonReader, value: unknown, path: Path): ComparatorLine | null {
  const fields = reader.required(reader.object(value, path), value, path);
  if (fields === null) return null;
  const ref = reader.required(reader.text(fields['ref'], [...path, 'ref']), fields['ref'], [...path, 'ref']);
  const isProgrammeClient = reader.flag(fields['isProgrammeClient'], [...path, 'isProgrammeClient']);
  return ref === null ? null : { ...readLine(reader, fields, path), ref, isProgrammeClient };
}

/** The days of a month; unpaid and sick days together are no more than the scheduled ones. */
function readDays(reader: JsonReader, fields: Fields, path: Path) {
  const days = (name: string) => reader.number(fields[name], [...path, name], DAYS);
  const scheduledDays = days('scheduledDays');
  const unpaidLeaveDays = days('unpaidLeaveDays');
  const sickLeaveDays = days('sickLeaveDays');
  if (scheduledDays !== null && (unpaidLeaveDays ?? 0) + (sickLeaveDays ?? 0) > scheduledDays)
    reader.refuse('OUT_OF_RANGE', [...path, 'unpaidLeaveDays']);
  return { scheduledDays, unpaidLeaveDays, sickLeaveDays };
}

function readOvertime(reader: JsonReader, value: unknown, path: Path): OvertimeMinutes | null {
  const fields = reader.object(value, path);
  if (fields === null) return null;
  const minutes = (name: string) => reader.number(fields[name], [...path, name], MINUTES) ?? 0;
  return { WEEKDAY: minutes('WEEKDAY'), REST_DAY: minutes('REST_DAY'), HOLIDAY: minutes('HOLIDAY') };
}

function readAllowance(reader: JsonReader, value: unknown, path: Path): Allowance | null {
  const fields = reader.required(reader.object(value, path), value, path);
  if (fields === null) return null;
  const code = reader.required(reader.text(fields['code'], [...path, 'code']), fields['code'], [...path, 'code']);
  const kind = reader.oneOf(fields['kind'], [...path, 'kind'], ALLOWANCE_KINDS);
  const fen = reader.required(reader.number(fields['fen'], [...path, 'fen'], FEN), fields['fen'], [...path, 'fen']);
  reader.required(kind, fields['kind'], [...path, 'kind']);
  if (code === null || kind === null || fen === null) return null;
  const contractual = reader.flag(fields['contractual'], [...path, 'contractual']);
  return {
    code,
    kind,
    fen,
    contractual,
    objective: reader.oneOf(fields['objective'], [...path, 'objective'], OBJECTIVES),
  };
}

function readDeduction(reader: JsonReader, value: unknown, path: Path) {
  const fields = reader.required(reader.object(value, path), value, path);
  if (fields === null) return null;
  const at = (name: string): Path => [...path, name];
  const code = reader.required(reader.oneOf(fields['code'], at('code'), DEDUCTION_CODES), fields['code'], at('code'));
  const fen = reader.required(reader.number(fields['fen'], at('fen'), FEN), fields['fen'], at('fen'));
  return code === null || fen === null ? null : { code, fen };
}

function readArrear(reader: JsonReader, value: unknown, path: Path) {
  const fields = reader.required(reader.object(value, path), value, path);
  if (fields === null) return null;
  const at = (name: string): Path => [...path, name];
  const period = reader.required(reader.month(fields['period'], at('period')), fields['period'], at('period'));
  const fen = reader.required(reader.number(fields['fen'], at('fen'), FEN), fields['fen'], at('fen'));
  return period === null || fen === null ? null : { period, fen };
}

function readInsurances(
  reader: JsonReader,
  value: unknown,
  path: Path,
): Partial<Record<InsuranceKind, Insurance>> | null {
  const fields = reader.object(value, path);
  if (fields === null) return null;
  return Object.fromEntries(
    INSURANCE_KINDS.flatMap((kind) => {
      const one = reader.object(fields[kind], [...path, kind]);
      return one === null ? [] : [[kind, readInsurance(reader, one, [...path, kind])]];
    }),
  );
}

function readInsurance(reader: JsonReader, fields: Fields, path: Path): Insurance {
  const fen = (name: string) => reader.number(fields[name], [...path, name], FEN);
  const enrolled = reader.flag(fields['enrolled'], [...path, 'enrolled']);
  return {
    enrolled: reader.required(enrolled, fields['enrolled'], [...path, 'enrolled']) === true,
    baseFen: fen('baseFen'),
    employerFen: fen('employerFen'),
    employeeFen: fen('employeeFen'),
  };
}
