import { holdsIdentityNumber } from '#domain/common/identity-number';
import { isBanned } from '#domain/common/term-list';
import { isUuid } from '#domain/common/uuid';

/**
 * The paths of all texts in an input that hold a word about a person's past or health. Looked for in every mutation and
 * before anything of it is kept, its receipt included: a free-text field that is added later is covered without a word.
 */
export const bannedTexts = (input: unknown): (readonly string[])[] => textsThat(isBanned, input, []);

/**
 * The paths of all texts in an input that hold an identity number: it has one place, sealed, masked and logged, and is
 * kept in no note, name or search. The field of that place is a secret of its command and not among the input.
 */
export const textsWithIdentityNumber = (input: unknown): (readonly string[])[] =>
  textsThat((text) => !isUuid(text) && holdsIdentityNumber(text), input, []);

function textsThat(
  isRefused: (text: string) => boolean,
  input: unknown,
  path: readonly string[],
): (readonly string[])[] {
  if (typeof input === 'string') return isRefused(input) ? [path] : [];
  if (input === null || typeof input !== 'object') return [];
  return Object.entries(input).flatMap(([field, value]) => textsThat(isRefused, value, [...path, field]));
}
