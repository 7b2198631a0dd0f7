/** One row of a file as text. */
export interface TableRow {
  /** As counted in the file, the first row being 1. */
  readonly rowNumber: number;
  readonly cells: readonly string[];
}

/** The file is not what it says it is, or damaged: a person can send another one. */
export class UnreadableFile extends Error {
  override readonly name = 'UnreadableFile';
}

/** Most rows of one file, the header among them. */
export const MAX_ROWS = 50_001;

/** Most columns that are looked at; what lies further right is not read. */
export const MAX_COLUMNS = 200;
