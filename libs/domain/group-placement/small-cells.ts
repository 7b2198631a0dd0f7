/** Counts of people below this are not printed in anything that leaves the office. */
export const SMALLEST_CELL = 5;

/**
 * What may be printed of counts whose sum is printed beside them; null = left out. A single small count could be worked
 * out from the sum and the others, so the smallest of the others is left out with it. Zero says nothing about anybody.
 */
export function printableCounts(counts: readonly number[]): (number | null)[] {
  const isSmall = (count: number): boolean => count > 0 && count < SMALLEST_CELL;
  const shown = counts.map((count) => (isSmall(count) ? null : count));
  const hidden = shown.filter((count) => count === null).length;
  const others = shown.filter((count): count is number => count !== null && count > 0);
  if (hidden !== 1 || others.length === 0) return shown;
  shown[shown.indexOf(Math.min(...others))] = null;
  return shown;
}

/** Whether the sum of these counts may be printed: not where it is small itself, or one hidden count is all of it. */
export function isSumPrintable(counts: readonly number[]): boolean {
  const sum = counts.reduce((total, count) => total + count, 0);
  const people = counts.filter((count) => count > 0);
  return sum === 0 || (sum >= SMALLEST_CELL && !(people.length === 1 && people[0]! < SMALLEST_CELL));
}
