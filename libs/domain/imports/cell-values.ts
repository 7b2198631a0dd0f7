import { addDays, isDay, type Day } from '../common/day';
import { yuanToFen, type Fen } from '../common/money';

const INVISIBLE = /[\u00ad\u200b-\u200f\u2060\ufeff]/gu;

/** A cell as people mean it: full-width characters made plain (NFKC), invisible ones dropped, spaces at the ends and doubled ones gone. */
export const normaliseCell = (text: string): string =>
  text.normalize('NFKC').replace(INVISIBLE, '').replace(/\s+/gu, ' ').trim();

const WRITTEN_DAY = /^(\d{4})(?:-|\/|\.|年)(\d{1,2})(?:-|\/|\.|月)(\d{1,2})(?:日|号)?$/;
const COMPACT_DAY = /^(\d{4})(\d{2})(\d{2})$/;
const TIME_OF_DAY = /[ T]\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?Z?$/;
const SERIAL = /^(\d{5})(?:\.\d+)?$/;

// Excel counts days from 1899-12-30, its own error of a 29 February 1900 included; used from 1954 to 2064 only, so that
// a number which is no date (a wage, a postcode) is seldom taken for one.
const SERIAL_ORIGIN: Day = '1899-12-30';
const SERIAL_MIN = 20_000;
const SERIAL_MAX = 60_000;

const pad = (digits: string): string => digits.padStart(2, '0');

/** Reads 2026-4-1, 2026/04/01, 2026.4.1, 2026年4月1日, 20260401 or an Excel serial number; null when it is no day. */
export function parseDay(text: string): Day | null {
  const bare = normaliseCell(text).replace(TIME_OF_DAY, '').replaceAll(' ', '');
  const serial = SERIAL.exec(bare)?.[1];
  if (serial !== undefined) return fromSerial(Number(serial));
  const match = WRITTEN_DAY.exec(bare) ?? COMPACT_DAY.exec(bare);
  if (match === null) return null;
  const [, year = '', month = '', date = ''] = match;
  const day = `${year}-${pad(month)}-${pad(date)}`;
  return isDay(day) ? day : null;
}

const fromSerial = (serial: number): Day | null =>
  serial >= SERIAL_MIN && serial <= SERIAL_MAX ? addDays(SERIAL_ORIGIN, serial) : null;

const MONEY = /^[¥]?(\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d{1,2}))?(?:元(?:\/月|每月)?|\/月)?$/;

/** Reads 1970, 1,970.00, 1970元 or ￥1970 as fen; signs, 万, more than two decimals and wrong grouping give null. */
export function parseMoney(text: string): Fen | null {
  const bare = normaliseCell(text)
    .replaceAll(' ', '')
    .replace(/^(?:人民币|RMB|CNY)/i, '');
  const match = MONEY.exec(bare);
  if (match === null) return null;
  const [, yuan = '', decimals] = match;
  const plain = yuan.replaceAll(',', '');
  return yuanToFen(decimals === undefined ? plain : `${plain}.${decimals}`);
}

const MOBILE = /^(?:(?:\+|00)?86)?(1[3-9]\d{9})$/;

/** Reads a mainland mobile number with or without +86, spaces and hyphens; null when it is none. */
export function parsePhone(text: string): string | null {
  const bare = normaliseCell(text).replace(/[\s\-‐–—()]/gu, '');
  return MOBILE.exec(bare)?.[1] ?? null;
}

const INTEGER = /^(\d{1,9})(?:\.0+)?(?:小时|个|人|名|年|岁|天|个月|月|分钟)?$/;

/** Reads a whole number, with or without a unit behind it (40, 40.0, 40小时); null when it is none. */
export function parseInteger(text: string): number | null {
  const match = INTEGER.exec(normaliseCell(text).replaceAll(' ', ''));
  return match === null ? null : Number(match[1]);
}

const DECIMAL = /^(\d{1,6})(?:\.(\d{1,2})0*)?(?:小时|天|日)?$/;

/** Reads a number with at most two decimals as hundredths (21.75 → 2175); null when it is none. */
export function parseHundredths(text: string): number | null {
  const match = DECIMAL.exec(normaliseCell(text).replaceAll(' ', ''));
  if (match === null) return null;
  const [, whole = '0', decimals = ''] = match;
  return Number(whole) * 100 + Number(decimals.padEnd(2, '0'));
}

// A separator inside brackets belongs to the entry: 叉车证(2027/06/30).
const LIST_SEPARATOR = /[、，,;；/|\n\r]+(?![^(（]*[)）])/u;

/** Splits a list cell at 、 ， , ; ； / | or a line end, brackets kept whole; doubled entries and 无 are left out. */
export function parseList(text: string): readonly string[] {
  const parts = text.split(LIST_SEPARATOR).map(normaliseCell);
  return [...new Set(parts.filter((part) => part !== '' && part !== '无'))];
}

const YES: ReadonlySet<string> = new Set(['是', 'Y', 'YES', 'TRUE', '1', '√', '✓']);
const NO: ReadonlySet<string> = new Set(['否', 'N', 'NO', 'FALSE', '0', '×', '不是']);

/** Reads 是 or 否 (also Y/N, 1/0); null when it is neither. */
export function parseYesNo(text: string): boolean | null {
  const bare = normaliseCell(text).toUpperCase();
  if (YES.has(bare)) return true;
  return NO.has(bare) ? false : null;
}
