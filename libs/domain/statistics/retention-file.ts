import { JsonReader, type JsonRefusalCode } from '../common/json-reader';
import { refused, settled, type Outcome } from '../common/outcome';
import { toDecimal } from '../common/rational';
import { estimateAt, survivalTable, type Observation, type SurvivalEstimate } from './kaplan-meier';

/** A file of observations and the days asked about. */
export interface RetentionFile {
  readonly rows: readonly Observation[];
  readonly at: readonly number[];
}

/** What the command prints: exact shares as fractions, the answers with six decimals. */
export interface RetentionReport {
  readonly table: readonly {
    readonly t: number;
    readonly atRisk: number;
    readonly events: number;
    readonly s: string;
  }[];
  readonly at: readonly {
    readonly t: number;
    readonly s: number;
    readonly low: number | null;
    readonly high: number | null;
  }[];
}

const DAYS = { min: 0, max: 100_000 } as const;
const DECIMALS = 6;

/** Reads {rows: [{days, event}], at: number[]}: whole days from 0 on. */
export function readRetentionFile(file: unknown): Outcome<RetentionFile, JsonRefusalCode> {
  const reader = new JsonReader();
  const fields = reader.required(reader.object(file, []), file, []) ?? {};
  if (reader.refusals.length > 0) return refused(...reader.refusals);
  const listed = reader.list(fields['rows'], ['rows'], (one, path) => readRow(reader, one, path));
  const rows = reader.required(listed, fields['rows'], ['rows']) ?? [];
  const days = reader.list(fields['at'], ['at'], (one, path) => wholeDays(reader, one, path));
  const at = reader.required(days, fields['at'], ['at']) ?? [];
  return settled(reader.refusals, { rows, at });
}

function readRow(reader: JsonReader, value: unknown, path: readonly string[]): Observation | null {
  const fields = reader.required(reader.object(value, path), value, path);
  if (fields === null) return null;
  const days = wholeDays(reader, fields['days'], [...path, 'days']);
  const flag = reader.flag(fields['event'], [...path, 'event']);
  const event = reader.required(flag, fields['event'], [...path, 'event']);
  return days === null || event === null ? null : { days, event };
}

const wholeDays = (reader: JsonReader, value: unknown, path: readonly string[]): number | null =>
  reader.required(reader.number(value, path, DAYS), value, path);

/** The Kaplan–Meier table of a file and the shares on the days asked about. */
export function retentionReport({ rows, at }: RetentionFile): RetentionReport {
  const table = survivalTable(rows);
  return {
    table: table.map(({ t, atRisk, events, share }) => ({
      t,
      atRisk,
      events,
      s: `${share.numerator}/${share.denominator}`,
    })),
    at: at.map((t) => written(estimateAt(table, rows, t))),
  };
}

const rounded = (value: number): number => Number(value.toFixed(DECIMALS));

const written = ({ t, share, interval }: SurvivalEstimate) => ({
  t,
  s: Number(toDecimal(share, DECIMALS)),
  low: interval === null ? null : rounded(interval.low),
  high: interval === null ? null : rounded(interval.high),
});
