import { refusal, refused, settled, type Outcome } from '../common/outcome';

/** Why six digits were not taken. */
export type PinCode = 'PIN_MALFORMED' | 'PIN_TOO_SIMPLE';

/** How many digits a phone is opened with. */
export const PIN_LENGTH = 6;
const FEWEST_DIFFERENT = 3;
const SHORTEST_HINT = 4;
const UP = '01234567890';
const DOWN = '09876543210';

/**
 * Whether six digits may open a phone: at least three different ones, no row up or down of four or more, no group of
 * digits said again (121212, 123123, 112233), and nothing that others know. `known` are such numbers in digits: her
 * year of birth, her file number; shorter ones than four digits say nothing.
 */
export function checkPin(pin: string, known: readonly string[]): Outcome<null, PinCode> {
  const field = ['pin'];
  if (!/^\d{6}$/.test(pin)) return refused(refusal('PIN_MALFORMED', field, { digits: PIN_LENGTH }));
  const isSimple =
    new Set(pin).size < FEWEST_DIFFERENT || hasRow(pin) || isSaidAgain(pin) || known.some((one) => tells(one, pin));
  return settled(isSimple ? [refusal('PIN_TOO_SIMPLE', field)] : [], null);
}

/** The groups of four digits in a PIN, for comparing them with numbers that are known only by a fingerprint. */
export const groupsOfFour = (pin: string): string[] =>
  Array.from({ length: Math.max(pin.length - SHORTEST_HINT + 1, 0) }, (_, at) => pin.slice(at, at + SHORTEST_HINT));

const hasRow = (pin: string): boolean => groupsOfFour(pin).some((group) => UP.includes(group) || DOWN.includes(group));

const isSaidAgain = (pin: string): boolean =>
  /^(\d{2})\1\1$/.test(pin) ||
  /^(\d{3})\1$/.test(pin) ||
  /^(\d)\1(\d)\2(\d)\3$/.test(pin) ||
  /^(\d)\1\1(\d)\2\2$/.test(pin);

function tells(known: string, pin: string): boolean {
  const digits = known.replace(/\D/g, '');
  return digits.length >= SHORTEST_HINT && (pin.includes(digits) || digits.includes(pin));
}
