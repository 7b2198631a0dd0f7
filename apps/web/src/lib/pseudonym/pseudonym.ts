// The same as apps/cli/pseudonym.ts; one test compares both.
const SALT = 'tonggong payroll pseudonym v1';
const ITERATIONS = 310_000;
/** Consonants only: a pseudonym is no word, no name and no number of anything. */
const ALPHABET = 'bcdfghjkmnpqrstv';
const PSEUDONYM_BYTES = 16;

/** Least characters of a passphrase. */
export const PASSPHRASE_LENGTH = 12;

/** Makes the pseudonyms of one passphrase. */
export interface Pseudonymiser {
  readonly pseudonymOf: (employeeNumber: string) => Promise<string>;
}

/** False where the page was not opened over https: a browser has no cryptography for it then. */
export const canPseudonymise = (): boolean =>
  (globalThis as { readonly crypto?: { readonly subtle?: unknown } }).crypto?.subtle !== undefined;

/** An employee number as people mean it: width, case and spaces do not matter. */
const plain = (employeeNumber: string): string =>
  employeeNumber.normalize('NFKC').replace(/\s+/gu, '').replace(/^'/u, '').toUpperCase();

const bytesOf = (text: string): Uint8Array<ArrayBuffer> => new Uint8Array(new TextEncoder().encode(text));

/** Keys an HMAC with a passphrase that stays in this browser. */
export async function pseudonymiserOf(passphrase: string): Promise<Pseudonymiser> {
  const { subtle } = globalThis.crypto;
  const phrase = await subtle.importKey('raw', bytesOf(passphrase.normalize('NFKC')), 'PBKDF2', false, ['deriveKey']);
  const key = await subtle.deriveKey(
    { name: 'PBKDF2', hash: 'SHA-256', salt: bytesOf(SALT), iterations: ITERATIONS },
    phrase,
    { name: 'HMAC', hash: 'SHA-256', length: 256 },
    false,
    ['sign'],
  );
  return {
    pseudonymOf: async (employeeNumber) => {
      const digest = new Uint8Array(await subtle.sign('HMAC', key, bytesOf(plain(employeeNumber))));
      return `P-${[...digest.slice(0, PSEUDONYM_BYTES)].map(lettersOf).join('')}`;
    },
  };
}

const lettersOf = (byte: number): string => `${ALPHABET[byte >> 4] ?? ''}${ALPHABET[byte & 15] ?? ''}`;
