import { isBanned } from '#domain/common/term-list';

/**
 * The paths of all texts in an input that hold a word about a person's past or health. Looked for in every mutation and
 * before anything of it is kept, its receipt included: a free-text field that is added later is covered without a word.
 */
export function bannedTexts(input: unknown, path: readonly string[] = []): (readonly string[])[] {
  if (typeof input === 'string') return isBanned(input) ? [path] : [];
  if (input === null || typeof input !== 'object') return [];
  return Object.entries(input).flatMap(([field, value]) => bannedTexts(value, [...path, field]));
}
