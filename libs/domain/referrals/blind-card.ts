import { addDays, addMonths, type Day } from '../common/day';
import type { Availability, CommuteBand } from './referral-codes';

/** Minutes up to which travel counts as near, as on the blind card. */
export const NEAR_UP_TO_MINUTES = 20;

/** Minutes up to which travel counts as middling, as on the blind card. */
export const MIDDLE_UP_TO_MINUTES = 40;

/** The characters of a card code: no 0/O, 1/I/L or U/V pairs, and no vowels that could make a word. */
export const CARD_CODE_ALPHABET = '23456789BCDFGHJKMNPQRSTVWXYZ';

/** Characters in a card code. */
export const CARD_CODE_LENGTH = 4;

/** Random bytes to draw for a card code so that running short is out of the question in practice. */
export const CARD_CODE_RANDOM_BYTES = 32;

/**
 * Makes a card code from random bytes; bytes that would favour some characters are skipped.
 * Throws when too few usable bytes were passed.
 */
export function cardCodeFrom(randomBytes: Iterable<number>): string {
  const size = CARD_CODE_ALPHABET.length;
  const fairBelow = 256 - (256 % size);
  let code = '';
  for (const byte of randomBytes) {
    if (byte >= fairBelow) continue;
    code += CARD_CODE_ALPHABET.charAt(byte % size);
    if (code.length === CARD_CODE_LENGTH) return code;
  }
  throw new Error('Too few random bytes for a card code');
}

/** The band of travel time shown on a blind card; unknown travel time counts as far. */
export function commuteBandOf(travelMinutes: number | null): CommuteBand {
  if (travelMinutes === null || travelMinutes > MIDDLE_UP_TO_MINUTES) return 'FAR';
  return travelMinutes <= NEAR_UP_TO_MINUTES ? 'NEAR' : 'MIDDLE';
}

/** The band of availability shown on a blind card; no date means at once. */
export function availabilityOf(availableFrom: Day | null, today: Day): Availability {
  if (availableFrom === null || availableFrom <= today) return 'NOW';
  if (availableFrom <= addDays(today, 14)) return 'TWO_WEEKS';
  return availableFrom <= addMonths(today, 1) ? 'ONE_MONTH' : 'LATER';
}
