/** What went wrong and what a superuser has to run; passwords stand in it only as verifiers. */
export const sqlForTheOperator = (reason: string, statements: readonly string[]): string =>
  `${reason}. Let an administrator of the server run the following in this database, then start again:\n\n` +
  statements.map((statement) => `${statement};\n`).join('');
