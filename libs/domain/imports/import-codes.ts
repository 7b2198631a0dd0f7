/** What a file holds. */
export const ImportKind = { CLIENTS: 'CLIENTS', POSITIONS: 'POSITIONS', PAYROLL: 'PAYROLL' } as const;

/** One of the kinds of file. */
export type ImportKind = (typeof ImportKind)[keyof typeof ImportKind];

/** What became of a row. */
export const ImportRowResult = {
  CREATED: 'CREATED',
  UPDATED: 'UPDATED',
  UNCHANGED: 'UNCHANGED',
  REFUSED: 'REFUSED',
} as const;

/** One of the results of a row. */
export type ImportRowResult = (typeof ImportRowResult)[keyof typeof ImportRowResult];
