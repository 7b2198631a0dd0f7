/** What a repository needs to read one page by keyset: rows after (sortKey, id), one more than asked for. */
export interface PageRequest {
  readonly limit: number;
  readonly after: { readonly sortKey: string; readonly id: string } | null;
}

/** A page of rows in order, and the size of the whole list. */
export interface Page<T> {
  readonly rows: readonly T[];
  readonly totalCount: number;
}
