import { isDay, isMonth } from './day';
import { refusal, type Refusal } from './outcome';

/** Why a value of a file was refused. */
export type JsonRefusalCode =
  | 'REQUIRED'
  | 'NOT_AN_OBJECT'
  | 'NOT_A_LIST'
  | 'NOT_A_NUMBER'
  | 'NOT_A_WHOLE_NUMBER'
  | 'TOO_MANY_DECIMALS'
  | 'OUT_OF_RANGE'
  | 'NOT_TRUE_OR_FALSE'
  | 'NOT_A_TEXT'
  | 'NOT_ONE_OF'
  | 'NOT_A_DAY'
  | 'NOT_A_MONTH';

/** The least and the most that a number may be, both allowed, and its decimals: none unless told. */
export interface NumberBounds {
  readonly min: number;
  readonly max: number;
  readonly decimals?: number;
}

type Path = readonly string[];

/** Reads values of unknown JSON and collects why some are refused; null and absent both mean "not known" and are let through. */
export class JsonReader {
  private readonly collected: Refusal<JsonRefusalCode>[] = [];

  /** Every reason so far. */
  get refusals(): readonly Refusal<JsonRefusalCode>[] {
    return this.collected;
  }

  /** Adds a reason; gives null, so that a reader can end with it. */
  refuse(code: JsonRefusalCode, path: Path): null {
    this.collected.push(refusal(code, path));
    return null;
  }

  /** The value, or a refusal where there is none. */
  required<T>(value: T | null, source: unknown, path: Path): T | null {
    return source === null || source === undefined ? this.refuse('REQUIRED', path) : value;
  }

  /** An object. */
  object(value: unknown, path: Path): Readonly<Record<string, unknown>> | null {
    if (value === null || value === undefined) return null;
    if (typeof value !== 'object' || Array.isArray(value)) return this.refuse('NOT_AN_OBJECT', path);
    return value as Record<string, unknown>;
  }

  /** A list with each element read. */
  list<T>(value: unknown, path: Path, read: (element: unknown, path: Path) => T | null): readonly T[] | null {
    if (value === null || value === undefined) return null;
    if (!Array.isArray(value)) return this.refuse('NOT_A_LIST', path);
    return value.flatMap((element: unknown, index) => read(element, [...path, String(index)]) ?? []);
  }

  /** A finite number within bounds. */
  number(value: unknown, path: Path, { min, max, decimals = 0 }: NumberBounds): number | null {
    if (value === null || value === undefined) return null;
    if (typeof value !== 'number' || !Number.isFinite(value)) return this.refuse('NOT_A_NUMBER', path);
    if (value < min || value > max) return this.refuse('OUT_OF_RANGE', path);
    if (decimals === 0 && !Number.isInteger(value)) return this.refuse('NOT_A_WHOLE_NUMBER', path);
    return Number(value.toFixed(decimals)) === value ? value : this.refuse('TOO_MANY_DECIMALS', path);
  }

  flag(value: unknown, path: Path): boolean | null {
    if (value === null || value === undefined) return null;
    return typeof value === 'boolean' ? value : this.refuse('NOT_TRUE_OR_FALSE', path);
  }

  /** A text with something in it, of at most 200 characters. */
  text(value: unknown, path: Path): string | null {
    if (value === null || value === undefined) return null;
    const isText = typeof value === 'string' && value.trim() !== '' && value.length <= 200;
    return isText ? value : this.refuse('NOT_A_TEXT', path);
  }

  oneOf<T extends string>(value: unknown, path: Path, options: readonly T[]): T | null {
    if (value === null || value === undefined) return null;
    return options.find((option) => option === value) ?? this.refuse('NOT_ONE_OF', path);
  }

  day(value: unknown, path: Path): string | null {
    if (value === null || value === undefined) return null;
    return typeof value === 'string' && isDay(value) ? value : this.refuse('NOT_A_DAY', path);
  }

  month(value: unknown, path: Path): string | null {
    if (value === null || value === undefined) return null;
    return typeof value === 'string' && isMonth(value) ? value : this.refuse('NOT_A_MONTH', path);
  }
}
