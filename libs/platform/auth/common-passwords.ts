import { dictionary } from '@zxcvbn-ts/language-common';

/** How many of the commonest passwords are refused: security.md, "Sign-in". */
const FIRST = 3_000;

/** The commonest passwords in lower case, from the ranked list of @zxcvbn-ts/language-common. */
export const commonPasswords: ReadonlySet<string> = new Set(
  dictionary['passwords-common'].slice(0, FIRST).map((word) => String(word).toLowerCase()),
);
