import { refusal, settled, type Outcome, type Refusal } from '../common/outcome';

/** Why a password was not taken. */
export type PasswordCode = 'PASSWORD_TOO_SHORT' | 'PASSWORD_TOO_LONG' | 'PASSWORD_TOO_SIMPLE' | 'PASSWORD_TOO_COMMON';

/** What others know or guess first. */
export interface KnownWords {
  /** Login of the account; null where it is not at hand. */
  readonly login: string | null;
  /** The commonest passwords, each in lower case: security.md names the first 3,000. */
  readonly common: ReadonlySet<string>;
}

/** Shortest password, in characters: security.md, "Sign-in". */
export const SHORTEST_PASSWORD = 12;
/** Longer ones only cost time. */
const LONGEST_PASSWORD = 128;
const FEWEST_DIFFERENT = 5;
const RUNS = [
  '01234567890123456789',
  'abcdefghijklmnopqrstuvwxyz',
  'qwertyuiopasdfghjklzxcvbnm',
  '1qaz2wsx3edc4rfv5tgb6yhn',
];
/** Signs that people write for letters; one that stands at the end is ornament, not a letter. */
const LOOK_ALIKES: Readonly<Record<string, string>> = { '@': 'a', $: 's', '0': 'o', '1': 'l', '3': 'e', '5': 's' };
const SHORTEST_UNIT = 3;

/** Whether a new password may be taken: 12 to 128 characters, at least 5 different ones, no keyboard row, not the login, none of the common ones in any of their usual disguises. */
export function checkPassword(password: string, { login, common }: KnownWords): Outcome<null, PasswordCode> {
  const length = [...password].length;
  const lower = normalised(password);
  const isSimple =
    new Set(lower).size < FEWEST_DIFFERENT ||
    RUNS.some((run) => run.includes(lower)) ||
    (login !== null && login.length > 2 && lower.includes(login.toLowerCase()));
  const isCommon = !isSimple && disguisesOf(lower).some((word) => common.has(word));
  const field = ['newPassword'];
  const refusals: Refusal<PasswordCode>[] = [
    ...(length < SHORTEST_PASSWORD
      ? [refusal('PASSWORD_TOO_SHORT' as const, field, { least: SHORTEST_PASSWORD })]
      : []),
    ...(length > LONGEST_PASSWORD ? [refusal('PASSWORD_TOO_LONG' as const, field, { most: LONGEST_PASSWORD })] : []),
    ...(length >= SHORTEST_PASSWORD && isSimple ? [refusal('PASSWORD_TOO_SIMPLE' as const, field)] : []),
    ...(length >= SHORTEST_PASSWORD && isCommon ? [refusal('PASSWORD_TOO_COMMON' as const, field)] : []),
  ];
  return settled(refusals, null);
}

/** One writing for widths and cases, without blanks: what is compared with the common passwords. */
const normalised = (password: string): string => password.normalize('NFKC').toLowerCase().replace(/\s/g, '');

/**
 * What is compared with the common passwords: the password itself; without the digits and signs at its end; without
 * those at both ends; each with look-alikes read as letters; and of one that says a word again and again, the word.
 * A common password has hardly ever 12 characters: it is the disguises that reach them.
 */
function disguisesOf(lower: string): string[] {
  const tail = lower.replace(/[^\p{L}]+$/u, '');
  const bare = tail.replace(/^[^\p{L}]+/u, '');
  const words = [lower, tail, bare].flatMap((word) => [word, readAsLetters(word)]);
  return [...new Set(words.flatMap((word) => [word, ...unitOf(word)]))];
}

const readAsLetters = (word: string): string => [...word].map((sign) => LOOK_ALIKES[sign] ?? sign).join('');

/** The unit of a word that is said twice or more, with or without the rest of it. */
function unitOf(word: string): string[] {
  for (let length = SHORTEST_UNIT; length <= word.length / 2; length += 1) {
    const unit = word.slice(0, length);
    if (unit.repeat(Math.ceil(word.length / length)).slice(0, word.length) === word) return [unit];
  }
  return [];
}
