import { refusal, settled, type Outcome, type Refusal } from '../../common/outcome';
import type { AnalysedEmployee } from '../statistics/swiss-standard-analysis';

/** Why a table of the Swiss tool was refused. */
export type AnalysisTableCode =
  | 'COLUMN_MISSING'
  | 'REQUIRED'
  | 'NOT_A_NUMBER'
  | 'NOT_A_WHOLE_NUMBER'
  | 'OUT_OF_RANGE'
  | 'NOT_ONE_OF'
  | 'NO_WORKING_TIME';

/** What one column may hold. */
interface Column {
  readonly name: string;
  readonly min: number;
  readonly max: number;
  readonly isWhole?: boolean;
  /** An empty cell is 0. */
  readonly mayBeEmpty?: boolean;
}

// The ranges outside which the Swiss tool calls a value incorrect.
const COLUMNS = {
  age: { name: 'age', min: 13, max: 100 },
  yearsOfService: { name: 'years_of_service', min: 0, max: 85 },
  training: { name: 'training', min: 1, max: 8, isWhole: true },
  levelOfRequirements: { name: 'level_of_requirements', min: 1, max: 99, isWhole: true },
  professionalPosition: { name: 'professional_position', min: 1, max: 99, isWhole: true },
  activityRate: { name: 'activity_rate', min: 0, max: 150, mayBeEmpty: true },
  paidHours: { name: 'paid_hours', min: 0, max: 300, mayBeEmpty: true },
  basicWage: { name: 'basic_wage', min: 0.01, max: 1e9 },
  allowances: { name: 'allowances', min: 0, max: 1e9, mayBeEmpty: true },
  monthlyWage13: { name: 'monthly_wage_13', min: 0, max: 1e9, mayBeEmpty: true },
  specialPayments: { name: 'special_payments', min: 0, max: 1e9, mayBeEmpty: true },
  weeklyHours: { name: 'weekly_hours', min: 1, max: 100 },
} as const satisfies Record<string, Column>;

const SEX = 'sex';
const POPULATION = 'population';
/** The employees that the analysis is about; apprentices, trainees and others have higher codes. */
const ANALYSED_POPULATION = '1';

type Reasons = Refusal<AnalysisTableCode>[];
type Row = Readonly<Record<string, string>>;

function numberIn(row: Row, number: string, column: Column, reasons: Reasons): number {
  const text = (row[column.name] ?? '').trim();
  const refuse = (code: AnalysisTableCode): number => {
    reasons.push(refusal(code, [number, column.name]));
    return NaN;
  };
  if (text === '') return column.mayBeEmpty === true ? 0 : refuse('REQUIRED');
  const value = Number(text);
  if (!Number.isFinite(value)) return refuse('NOT_A_NUMBER');
  if (value < column.min || value > column.max) return refuse('OUT_OF_RANGE');
  return column.isWhole === true && !Number.isInteger(value) ? refuse('NOT_A_WHOLE_NUMBER') : value;
}

function employeeIn(row: Row, number: string, reasons: Reasons): AnalysedEmployee {
  const value = (key: keyof typeof COLUMNS): number => numberIn(row, number, COLUMNS[key], reasons);
  const sex = (row[SEX] ?? '').trim();
  if (sex !== 'F' && sex !== 'M') reasons.push(refusal('NOT_ONE_OF', [number, SEX]));
  const employee = {
    isInGroup: sex === 'F',
    age: value('age'),
    yearsOfService: value('yearsOfService'),
    training: value('training'),
    levelOfRequirements: value('levelOfRequirements'),
    professionalPosition: value('professionalPosition'),
    activityRate: value('activityRate'),
    paidHours: value('paidHours'),
    basicWage: value('basicWage'),
    allowances: value('allowances'),
    monthlyWage13: value('monthlyWage13'),
    specialPayments: value('specialPayments'),
    weeklyHours: value('weeklyHours'),
  };
  if (employee.activityRate === 0 && employee.paidHours === 0)
    reasons.push(refusal('NO_WORKING_TIME', [number, COLUMNS.activityRate.name]));
  return employee;
}

/**
 * Reads a table in the columns of the Swiss tool (head first): the employees of population 1, women as the group. A refusal
 * names the row of the file, its head being row 1, and the column.
 */
export function readAnalysisTable(
  records: readonly (readonly string[])[],
): Outcome<readonly AnalysedEmployee[], AnalysisTableCode> {
  const [head = [], ...rows] = records;
  const names = head.map((name) => name.trim());
  const needed = [...Object.values(COLUMNS).map(({ name }) => name), SEX, POPULATION];
  const missing = needed.filter((name) => !names.includes(name));
  if (missing.length > 0) return { ok: false, refusals: missing.map((name) => refusal('COLUMN_MISSING', [name])) };
  const reasons: Reasons = [];
  const employees = rows.flatMap((cells, index) => {
    const row = Object.fromEntries(names.map((name, column) => [name, cells[column] ?? '']));
    if ((row[POPULATION] ?? '').trim() !== ANALYSED_POPULATION) return [];
    return [employeeIn(row, String(index + 2), reasons)];
  });
  return settled<readonly AnalysedEmployee[], AnalysisTableCode>(reasons, employees);
}
