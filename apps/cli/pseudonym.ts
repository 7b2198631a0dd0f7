import { createHmac, pbkdf2Sync } from 'node:crypto';

// The same as apps/web/src/lib/pseudonym/pseudonym.ts; one test compares both.
const SALT = 'tonggong payroll pseudonym v1';
const ITERATIONS = 310_000;
/** Consonants only: a pseudonym is no word, no name and no number of anything. */
const ALPHABET = 'bcdfghjkmnpqrstv';
const PSEUDONYM_BYTES = 16;
const KEY_BYTES = 32;

/** Least characters of a passphrase. */
export const PASSPHRASE_LENGTH = 12;

const plain = (employeeNumber: string): string =>
  employeeNumber.normalize('NFKC').replace(/\s+/gu, '').replace(/^'/u, '').toUpperCase();

const lettersOf = (byte: number): string => `${ALPHABET[byte >> 4] ?? ''}${ALPHABET[byte & 15] ?? ''}`;

/** Makes the pseudonyms of one passphrase; width, case and spaces of a number do not matter. */
export function pseudonymiserOf(passphrase: string): (employeeNumber: string) => string {
  const key = pbkdf2Sync(passphrase.normalize('NFKC'), SALT, ITERATIONS, KEY_BYTES, 'sha256');
  return (employeeNumber) => {
    const digest = createHmac('sha256', key).update(plain(employeeNumber)).digest();
    return `P-${[...digest.subarray(0, PSEUDONYM_BYTES)].map(lettersOf).join('')}`;
  };
}
