/** What a repository needs to read one page by keyset: rows after (sortKey, id), one more than asked for. */
export interface PageRequest {
  readonly limit: number;
  readonly after: { readonly sortKey: string; readonly id: string } | null;
}

/** A page in order of an instant: the keys of its rows as their cursors hold them. */
export interface InstantPage<T> extends Page<T> {
  readonly keys: readonly string[];
}

/**
 * The key of a row in order of an instant, as `pageKey`: all its microseconds, of which a Date keeps the milliseconds
 * alone. A cursor with less would lose or repeat rows of one millisecond between two pages.
 */
export const instantKey = (column: string): string =>
  `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "pageKey"`;

/** The page of rows that were read with their `instantKey`. */
export const instantPage = <T extends { readonly pageKey: string }>(
  rows: readonly T[],
  totalCount: number,
): InstantPage<T> => ({ rows, totalCount, keys: rows.map(({ pageKey }) => pageKey) });

/** A page of rows in order, and the size of the whole list. */
export interface Page<T> {
  readonly rows: readonly T[];
  readonly totalCount: number;
}
