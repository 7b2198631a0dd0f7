import { addDays, isDay, type Day } from './day';

/** What an identity number is kept for: nothing else asks for it (privacy.md P8). */
export const FilingPurpose = {
  /** A claim for a subsidy. */
  SUBSIDY_CLAIM: 'SUBSIDY_CLAIM',
  /** A filing with social insurance. */
  SOCIAL_INSURANCE: 'SOCIAL_INSURANCE',
} as const;

/** One of the purposes. */
export type FilingPurpose = (typeof FilingPurpose)[keyof typeof FilingPurpose];

/** Why a text is no identity number of the client. */
export type IdentityNumberCode = 'REQUIRED' | 'NOT_AN_IDENTITY_NUMBER' | 'BIRTH_YEAR_DIFFERS';

/** Days for which a number is kept after the filing is settled (privacy.md P10). */
export const KEPT_DAYS_AFTER_SETTLEMENT = 30;

/** The last day on which a number is kept whose filing was settled on this day. */
export const keptUntil = (settledOn: Day): Day => addDays(settledOn, KEPT_DAYS_AFTER_SETTLEMENT);

const FORM = /^\d{17}[\dX]$/;
/** GB/T 2260: the first two digits of the divisions of the mainland, Hong Kong, Macao and Taiwan. */
const PROVINCES = new Set(
  '11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 71 81 82 83'.split(' '),
);
const EARLIEST_BIRTH: Day = '1900-01-01';
/** Of a number in a text it does not matter whether its owner is born yet. */
const LATEST_BIRTH: Day = '2099-12-31';
/** GB 11643-1999: weights of the seventeen digits, and the check sign by the remainder of 11. */
const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2] as const;
const CHECK_SIGNS = '10X98765432';
/** A number somewhere in a text, also grouped by blanks or hyphens, with nothing but other signs around it. */
const IN_TEXT = /(?<![\dA-Za-z])\d(?:[ \-–]?\d){16}[ \-–]?[\dXx](?![\dA-Za-z])/g;
const SHOWN_SIGNS = 2;

/** The number as it is kept: half-width, no blanks or hyphens, a capital X. */
export const normaliseIdentityNumber = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[\s\-–]/g, '')
    .toUpperCase();

/** The last sign that belongs to seventeen digits. */
export function checkSignOf(seventeen: string): string {
  const sum = WEIGHTS.reduce((total, weight, index) => total + weight * Number(seventeen[index]), 0);
  return CHECK_SIGNS.charAt(sum % 11);
}

/** The day of birth that a number names; the number is normalised. */
export const birthDayOf = (number: string): Day =>
  `${number.slice(6, 10)}-${number.slice(10, 12)}-${number.slice(12, 14)}`;

/** True for a normalised number of GB 11643: eighteen signs, a known division, a day of birth not after today, the right check sign. */
export function isIdentityNumber(number: string, today: Day): boolean {
  if (!FORM.test(number) || !PROVINCES.has(number.slice(0, 2))) return false;
  const born = birthDayOf(number);
  return (
    isDay(born) && born >= EARLIEST_BIRTH && born <= today && checkSignOf(number.slice(0, 17)) === number.charAt(17)
  );
}

/**
 * What speaks against a normalised number as this client's; null when nothing does. A year of birth other than the one
 * in her file means another person's paper, or a file that has to be corrected first.
 */
export function identityNumberRefusal(number: string, birthYear: number | null, today: Day): IdentityNumberCode | null {
  if (number === '') return 'REQUIRED';
  if (!isIdentityNumber(number, today)) return 'NOT_AN_IDENTITY_NUMBER';
  return birthYear !== null && Number(number.slice(6, 10)) !== birthYear ? 'BIRTH_YEAR_DIFFERS' : null;
}

/**
 * The number as it is shown: only its last two signs. Four of them, beside the county and year of birth that stand on
 * the same page, would leave a few hundred numbers.
 */
export const maskedIdentityNumber = (number: string): string => number.slice(-SHOWN_SIGNS).padStart(number.length, '*');

/** True where a text holds an identity number: it has a place of its own and is kept nowhere else. */
export function holdsIdentityNumber(text: string): boolean {
  return (text.normalize('NFKC').match(IN_TEXT) ?? []).some((found) =>
    isIdentityNumber(normaliseIdentityNumber(found), LATEST_BIRTH),
  );
}
