import { createHash } from 'node:crypto';
import { addMonths, firstDayOf, lastDayOf, monthOf, type Day, type Month } from '#domain/common/day';
import { PAY_RULES_VERSION } from '#domain/pay-equity/pay-check';
import type { Row } from './copy-rows';
import type { SeededPlacement } from './placements.seed';
import { at, copyCounty, type SeedContext } from './seed-context';

const COLLEAGUES = 7;
const DEDUCTIONS = JSON.stringify([{ code: 'SI', fen: 45_083 }]);
const INSURANCE_BASE_FEN = 437_700;
/** Enterprise's and employee's share of each kind, in tenths of a per cent of the base. */
const INSURANCE_PERMILLE = { PENSION: [160, 80], MEDICAL: [87, 20], UNEMPLOYMENT: [7, 3], INJURY: [5, 0] } as const;
const insuranceFen = (permille: number): number => Math.round((INSURANCE_BASE_FEN * permille) / 1_000);
const ALL_INSURED = JSON.stringify(
  Object.fromEntries(
    Object.entries(INSURANCE_PERMILLE).map(([kind, [employer, employee]]) => [
      kind,
      {
        enrolled: true,
        baseFen: INSURANCE_BASE_FEN,
        employerFen: insuranceFen(employer),
        employeeFen: insuranceFen(employee),
      },
    ]),
  ),
);
const MEALS = JSON.stringify([{ code: 'MEALS', kind: 'WELFARE', fen: 20_000 }]);
const FULL_DAY_MINUTES = 480;
const OVERTIME_MINUTES = 480;
/** Hours of a paid month, and the supplement for overtime on working days (劳动法 44). */
const PAID_HOURS = 174;
const OVERTIME_RATE = 1.5;

interface Declaration {
  readonly uploadId: string;
  readonly organisationId: string;
  readonly period: Month;
  readonly placements: readonly SeededPlacement[];
}

/**
 * Declares last month's payroll of every enterprise with placements but the last one, which is late. Two of the placed
 * people are paid too little, so that the first run has something to say.
 */
export async function seedPayroll(seed: SeedContext, placements: readonly SeededPlacement[]): Promise<void> {
  const period = monthOf(addMonths(seed.today, -1));
  const working = placements.filter(
    ({ hireDate, endedOn }) => hireDate <= firstDayOf(period) && (endedOn === null || endedOn >= lastDayOf(period)),
  );
  const organisations = [...new Set(working.map(({ position }) => position.organisationId))];
  const declarations = organisations.slice(0, -1).map((organisationId) => ({
    uploadId: seed.random.uuid(),
    organisationId,
    period,
    placements: working.filter(({ position }) => position.organisationId === organisationId),
  }));
  const lines = declarations.map((declaration, index) => linesOf(seed, declaration, index < 2));
  await copyCounty(
    seed,
    'payroll_upload',
    declarations.map((declaration, index) => uploadRow(seed, declaration, lines[index]?.length ?? 0)),
  );
  await copyCounty(seed, 'payroll_line', lines.flat());
  await queueCheck(seed, period);
}

/** The month's own check, queued: the worker does it as soon as it starts. */
async function queueCheck(seed: SeedContext, period: Month): Promise<void> {
  const id = seed.random.uuid();
  const createdAt = at(seed.today, 0); // over already, at whatever hour the data are made
  const run = { id, period, revision: 1, cause: 'MONTHLY', state: 'QUEUED', rule_version: PAY_RULES_VERSION };
  await copyCounty(seed, 'pay_check_run', [{ ...run, created_at: createdAt }]);
  await copyCounty(seed, 'outbox_event', [
    {
      id: seed.random.uuid(),
      job: 'pay-check.run',
      subject_id: id,
      data: JSON.stringify({ organisationId: null, runKey: null }),
      due_at: createdAt,
      created_at: createdAt,
    },
  ]);
}

function uploadRow(seed: SeedContext, { uploadId, organisationId, period }: Declaration, lineCount: number): Row {
  return {
    id: uploadId,
    organisation_id: organisationId,
    period,
    revision: 1,
    content_sha256: createHash('sha256').update(uploadId).digest(),
    line_count: lineCount,
    received_at: at(seed.today, 0),
  };
}

function linesOf(seed: SeedContext, declaration: Declaration, hasShortPay: boolean): Row[] {
  const { random } = seed;
  const jobs = new Map(declaration.placements.map((placement) => [placement.position.kind.occupation, placement]));
  const colleagues = [...jobs.values()].flatMap((placement, job) =>
    Array.from({ length: COLLEAGUES }, (_, index) =>
      lineRow(seed, declaration, {
        pseudonym: `C${job + 1}-${String(index + 1).padStart(3, '0')}`,
        placement: null,
        occupation: placement.position.kind.occupation,
        baseFen: placement.agreedPayFen + random.int(-2, 4) * 5_000,
        tenureMonths: random.int(1, 60),
        overtimeMinutes: index % 3 === 0 ? OVERTIME_MINUTES : 0,
      }),
    ),
  );
  const placed = declaration.placements.map((placement, index) =>
    lineRow(seed, declaration, {
      pseudonym: placement.pseudonym,
      placement,
      occupation: placement.position.kind.occupation,
      baseFen: hasShortPay && index === 0 ? 188_000 : placement.agreedPayFen,
      tenureMonths: monthsBetween(placement.hireDate, firstDayOf(declaration.period)),
      overtimeMinutes: 0,
    }),
  );
  return [...placed, ...colleagues];
}

interface LineSketch {
  readonly pseudonym: string;
  readonly placement: SeededPlacement | null;
  readonly occupation: string;
  readonly baseFen: number;
  readonly tenureMonths: number;
  readonly overtimeMinutes: number;
}

function lineRow(seed: SeedContext, { uploadId, organisationId, period }: Declaration, line: LineSketch): Row {
  const payDay = seed.calendar.previousWorkday(`${monthOf(addMonths(firstDayOf(period), 1))}-15`);
  return {
    id: seed.random.uuid(),
    upload_id: uploadId,
    organisation_id: organisationId,
    period,
    pseudonym: line.pseudonym,
    placement_id: line.placement?.id ?? null,
    employment_type: 'FULL_TIME',
    pay_basis: 'MONTHLY',
    job_code: `J-${line.occupation}`,
    grade: '1',
    tenure_months: line.tenureMonths,
    on_probation: line.tenureMonths < 2,
    base_fen: line.baseFen,
    allowances: MEALS,
    shift_pattern: 'DAY',
    hours_system: 'STANDARD',
    overtime_weekday_minutes: line.overtimeMinutes,
    overtime_rest_day_minutes: 0,
    overtime_holiday_minutes: 0,
    compensated_rest_day_minutes: 0,
    overtime_pay_fen: overtimePayFen(line),
    deductions: DEDUCTIONS,
    social_insurance: ALL_INSURED,
    employee_insurance_fen: 45_083,
    scheduled_days: workingDays(seed, period),
    normal_minutes: workingDays(seed, period) * FULL_DAY_MINUTES,
    unpaid_leave_days: 0,
    sick_leave_days: 0,
    agreed_pay_date: payDay,
    actual_pay_date: payDay,
  };
}

const overtimePayFen = ({ baseFen, overtimeMinutes }: LineSketch): number =>
  Math.ceil((baseFen / PAID_HOURS) * OVERTIME_RATE * (overtimeMinutes / 60));

/** Paid days of a month: its working days, and statutory holidays are taken to fall among them. */
const workingDays = (seed: SeedContext, period: Month): number =>
  Math.max(
    18,
    seed.calendar.workingDaysBetween(firstDayOf(period), lastDayOf(period)) +
      (seed.calendar.isWorkday(firstDayOf(period)) ? 1 : 0),
  );

const monthsBetween = (from: Day, to: Day): number =>
  Math.max(
    0,
    (Number(to.slice(0, 4)) - Number(from.slice(0, 4))) * 12 + Number(to.slice(5, 7)) - Number(from.slice(5, 7)),
  );
