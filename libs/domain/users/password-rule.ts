import { refusal, settled, type Outcome, type Refusal } from '../common/outcome';

/** Why a password was not taken. */
export type PasswordCode = 'PASSWORD_TOO_SHORT' | 'PASSWORD_TOO_LONG' | 'PASSWORD_TOO_SIMPLE';

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

/** Whether a new password may be taken: 12 to 128 characters, at least 5 different ones, no keyboard row, not the login. */
export function checkPassword(password: string, login: string | null): Outcome<null, PasswordCode> {
  const length = [...password].length;
  const lower = password.toLowerCase();
  const isSimple =
    new Set(lower).size < FEWEST_DIFFERENT ||
    RUNS.some((run) => run.includes(lower)) ||
    (login !== null && login.length > 2 && lower.includes(login.toLowerCase()));
  const field = ['newPassword'];
  const refusals: Refusal<PasswordCode>[] = [
    ...(length < SHORTEST_PASSWORD
      ? [refusal('PASSWORD_TOO_SHORT' as const, field, { least: SHORTEST_PASSWORD })]
      : []),
    ...(length > LONGEST_PASSWORD ? [refusal('PASSWORD_TOO_LONG' as const, field, { most: LONGEST_PASSWORD })] : []),
    ...(length >= SHORTEST_PASSWORD && isSimple ? [refusal('PASSWORD_TOO_SIMPLE' as const, field)] : []),
  ];
  return settled(refusals, null);
}
