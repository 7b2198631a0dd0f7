import type { Day } from '../common/day';
import type { Fen } from '../common/money';
import { refusal, settled, type Outcome, type Refusal } from '../common/outcome';
import {
  normaliseCell,
  parseDay,
  parseHundredths,
  parseInteger,
  parseList,
  parseMoney,
  parsePhone,
  parseYesNo,
} from './cell-values';
import type { ImportColumn, RowCells } from './column-tables';

/** Why a row is refused. */
export const RowRefusalCode = {
  REQUIRED: 'REQUIRED',
  TOO_LONG: 'TOO_LONG',
  NOT_A_DATE: 'NOT_A_DATE',
  NOT_MONEY: 'NOT_MONEY',
  NOT_A_PHONE: 'NOT_A_PHONE',
  NOT_A_NUMBER: 'NOT_A_NUMBER',
  NOT_YES_OR_NO: 'NOT_YES_OR_NO',
  OUT_OF_RANGE: 'OUT_OF_RANGE',
  UNKNOWN_TOWNSHIP: 'UNKNOWN_TOWNSHIP',
  UNKNOWN_CODE: 'UNKNOWN_CODE',
  DATES_REVERSED: 'DATES_REVERSED',
  PAY_REVERSED: 'PAY_REVERSED',
  NAME_NOT_ALLOWED: 'NAME_NOT_ALLOWED',
  IDENTITY_NUMBER_NOT_ALLOWED: 'IDENTITY_NUMBER_NOT_ALLOWED',
  NEGATIVE: 'NEGATIVE',
  NOT_HALF_DAYS: 'NOT_HALF_DAYS',
  MORE_HOURS_THAN_THE_DAY_HAS: 'MORE_HOURS_THAN_THE_DAY_HAS',
  FORMULA_NOT_ALLOWED: 'FORMULA_NOT_ALLOWED',
  NOT_AN_ALLOWANCE: 'NOT_AN_ALLOWANCE',
  NOT_BACK_PAY: 'NOT_BACK_PAY',
} as const;

/** One of the reasons for which a row is refused. */
export type RowRefusalCode = (typeof RowRefusalCode)[keyof typeof RowRefusalCode];

/** The bounds of a number, both included. */
export interface Bounds {
  readonly min: number;
  readonly max: number;
}

/** The most characters that a text cell may have. */
export const MAX_TEXT_LENGTH = 200;

/** Reads the cells of one row, collecting every reason against it; the field of a reason is the Chinese header. */
export class RowReader<K extends string> {
  private readonly refusals: Refusal<RowRefusalCode>[] = [];
  private readonly columns: ReadonlyMap<string, ImportColumn<K>>;

  constructor(
    columns: readonly ImportColumn<K>[],
    private readonly cells: RowCells<K>,
  ) {
    this.columns = new Map(columns.map((column) => [column.key, column]));
  }

  /** The text of a cell; null when it is empty, which refuses the row where the column is required. */
  text(key: K, maxLength: number = MAX_TEXT_LENGTH): string | null {
    const text = normaliseCell(this.cells[key] ?? '');
    if (text === '') {
      if (this.columns.get(key)?.isRequired === true) this.refuse('REQUIRED', key);
      return null;
    }
    if ([...text].length <= maxLength) return text;
    this.refuse('TOO_LONG', key, { max: maxLength });
    return null;
  }

  /** A calendar day. */
  day(key: K): Day | null {
    return this.parsed(key, 'NOT_A_DATE', parseDay);
  }

  /** Money in fen, within bounds in fen. */
  money(key: K, bounds: Bounds): Fen | null {
    return this.bounded(key, 'NOT_MONEY', parseMoney, bounds);
  }

  /** A mainland mobile number. */
  phone(key: K): string | null {
    return this.parsed(key, 'NOT_A_PHONE', parsePhone);
  }

  /** A whole number. */
  integer(key: K, bounds: Bounds): number | null {
    return this.bounded(key, 'NOT_A_NUMBER', parseInteger, bounds);
  }

  /** A number with two decimals, in hundredths; so are the bounds. */
  hundredths(key: K, bounds: Bounds): number | null {
    return this.bounded(key, 'NOT_A_NUMBER', parseHundredths, bounds);
  }

  /** Yes or no. */
  yesNo(key: K): boolean | null {
    return this.parsed(key, 'NOT_YES_OR_NO', parseYesNo);
  }

  /** A code from a closed list. */
  code<T extends string>(key: K, find: (text: string) => T | null, code: RowRefusalCode = 'UNKNOWN_CODE'): T | null {
    return this.parsed(key, code, find);
  }

  /** A list of entries, each of which is looked up; one unknown entry refuses the row. */
  list<T>(key: K, find: (text: string) => T | null, code: RowRefusalCode = 'UNKNOWN_CODE'): readonly T[] {
    const found: T[] = [];
    parseList(this.cells[key] ?? '').forEach((part, index) => {
      const one = find(part);
      if (one === null) this.refuse(code, key, { entry: index + 1 });
      else found.push(one);
    });
    return found;
  }

  /** Says whether the file has the column at all, whatever stands in this row. */
  has(key: K): boolean {
    return this.cells[key] !== undefined;
  }

  /** Adds a reason that only the whole row shows. */
  refuse(code: RowRefusalCode, key: K, detail?: Readonly<Record<string, string | number>>): void {
    this.refusals.push(refusal(code, [this.columns.get(key)?.header ?? key], detail));
  }

  /** The row when nothing stands against it; the row is only made then, so that required cells are there. */
  finish<T>(row: () => T): Outcome<T, RowRefusalCode> {
    if (this.refusals.length > 0) return { ok: false, refusals: this.refusals };
    return settled([], row());
  }

  private parsed<T>(key: K, code: RowRefusalCode, parse: (text: string) => T | null): T | null {
    const text = this.text(key);
    if (text === null) return null;
    const value = parse(text);
    if (value === null) this.refuse(isNegative(code, text) ? 'NEGATIVE' : code, key);
    return value;
  }

  private bounded(key: K, code: RowRefusalCode, parse: (text: string) => number | null, bounds: Bounds): number | null {
    const value = this.parsed(key, code, parse);
    if (value === null || (value >= bounds.min && value <= bounds.max)) return value;
    this.refuse('OUT_OF_RANGE', key, { ...bounds });
    return null;
  }
}

const NEGATIVE_AMOUNT = /^[¥￥]?[-−–(]\s*[¥￥]?\d[\d,.]*/u;
const AMOUNTS: readonly RowRefusalCode[] = ['NOT_MONEY', 'NOT_A_NUMBER'];

const isNegative = (code: RowRefusalCode, text: string): boolean =>
  AMOUNTS.includes(code) && NEGATIVE_AMOUNT.test(text);

/** The value of a required cell inside `finish`, where its absence would be a bug. */
export function present<T>(value: T | null): T {
  if (value === null) throw new Error('A required cell is missing after the row was accepted');
  return value;
}
