import type { WorkCalendar } from '../../calendar/work-calendar';
import { JsonReader, type JsonRefusalCode, type NumberBounds } from '../../common/json-reader';
import { refused, type Outcome } from '../../common/outcome';
import type { PreviousGap } from '../comparator-gap';
import type { PayCheckInput } from '../pay-check-input';
import type { PayContract, PayParams } from '../payroll-line';
import { FEN, MINUTES, readComparator, readLine } from './payroll-line-file';

type Path = readonly string[];
type Fields = Readonly<Record<string, unknown>>;

const MONTHS: NumberBounds = { min: 0, max: 120 };
const CYCLE_DAYS: NumberBounds = { min: 1, max: 366 };
const PER_MILLE: NumberBounds = { min: -1_000_000, max: 1_000 };

/**
 * Reads one client's month from a file {period, params, line, contract?, comparators?, previous?, asOf?}. What is missing in
 * line and contract is let through and makes rules INSUFFICIENT; what is wrong is refused, field by field.
 */
export function readPayCheckFile(file: unknown, calendar: WorkCalendar): Outcome<PayCheckInput, JsonRefusalCode> {
  const reader = new JsonReader();
  const fields = reader.required(reader.object(file, []), file, []) ?? {};
  if (reader.refusals.length > 0) return refused(...reader.refusals);
  const needed = <T>(name: string, read: (value: unknown, path: Path) => T | null): T | null =>
    reader.required(read(fields[name], [name]), fields[name], [name]);
  const period = needed('period', (value, path) => reader.month(value, path));
  const params = needed('params', (value, path) => readParams(reader, value, path));
  const own = needed('line', (value, path) => reader.object(value, path));
  const comparators = reader.list(fields['comparators'], ['comparators'], (one, at) => readComparator(reader, one, at));
  const line = own === null ? null : readLine(reader, own, ['line']);
  const contract = readContract(reader, fields['contract']);
  const previous = readPrevious(reader, fields['previous']);
  const asOf = reader.day(fields['asOf'], ['asOf']);
  if (reader.refusals.length > 0 || period === null || params === null || line === null)
    return refused(...reader.refusals);
  return {
    ok: true,
    value: {
      period,
      params,
      calendar,
      line,
      contract,
      comparators: comparators ?? [],
      previous,
      asOf,
      hasPeriodGap: false,
      testUse: 'ALONE',
    },
  };
}

function readParams(reader: JsonReader, value: unknown, path: Path): PayParams | null {
  const fields = reader.object(value, path);
  if (fields === null) return null;
  const fen = (name: string) =>
    reader.required(reader.number(fields[name], [...path, name], FEN), fields[name], [...path, name]) ?? 0;
  return {
    minWageMonthlyFen: fen('minWageMonthlyFen'),
    minWageHourlyFen: fen('minWageHourlyFen'),
    minWageExcludesEmployeeSi:
      reader.flag(fields['minWageExcludesEmployeeSi'], [...path, 'minWageExcludesEmployeeSi']) ?? false,
  };
}

function readContract(reader: JsonReader, value: unknown): PayContract | null {
  const fields = reader.object(value, ['contract']);
  if (fields === null) return null;
  const fen = (name: string) => reader.number(fields[name], ['contract', name], FEN);
  const day = (name: string) => reader.day(fields[name], ['contract', name]);
  const number = (name: string, bounds: NumberBounds) => reader.number(fields[name], ['contract', name], bounds);
  const flag = (name: string) => reader.flag(fields[name], ['contract', name]);
  const [start, end] = [day('start'), day('end')];
  if (start !== null && end !== null && end < start) reader.refuse('OUT_OF_RANGE', ['contract', 'end']);
  return {
    contractMonthlyFen: fen('contractMonthlyFen'),
    otBaseMonthlyFen: fen('otBaseMonthlyFen'),
    postedMinFen: fen('postedMinFen'),
    hasPostedSlot: flag('hasPostedSlot'),
    lowestSameJobFen: fen('lowestSameJobFen'),
    start,
    end,
    probationMonths: number('probationMonths', MONTHS),
    hireDate: day('hireDate'),
    payCycleDays: number('payCycleDays', CYCLE_DAYS),
    earlierProbation: flag('earlierProbation'),
    comprehensivePeriodExcessMinutes: number('comprehensivePeriodExcessMinutes', {
      min: 0,
      max: 12 * MINUTES.max,
    }),
    // Null says that there is no written contract, absent that nothing is known of it.
    ...signedOnOf(reader, fields),
  };
}

const signedOnOf = (reader: JsonReader, fields: Fields): Pick<PayContract, 'signedOn'> =>
  fields['signedOn'] === undefined ? {} : { signedOn: reader.day(fields['signedOn'], ['contract', 'signedOn']) };

function readPrevious(reader: JsonReader, value: unknown): PreviousGap | null {
  const fields = reader.object(value, ['previous']);
  if (fields === null) return null;
  const gapPerMille = reader.number(fields['gapPerMille'], ['previous', 'gapPerMille'], PER_MILLE);
  const strictlyLowest = reader.flag(fields['strictlyLowest'], ['previous', 'strictlyLowest']);
  // A period without enough colleagues has neither: it says nothing of this one.
  return gapPerMille === null || strictlyLowest === null ? null : { gapPerMille, strictlyLowest };
}
