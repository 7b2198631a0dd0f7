/** One column that a file may have. */
export interface ImportColumn<K extends string = string> {
  readonly key: K;
  /** The Chinese header, as in samples/. */
  readonly header: string;
  readonly isRequired: boolean;
}

/** A column of a table of columns. */
export const column = <K extends string>(key: K, header: string, isRequired = false): ImportColumn<K> => ({
  key,
  header,
  isRequired,
});
