/** Answers of a mail server that no further try can change: there is no such mailbox. */
const NO_SUCH_MAILBOX: ReadonlySet<unknown> = new Set([550, 551, 553]);

/** True where the mail server knows no such mailbox: trying again cannot help. */
export function isRefusedForGood(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const { responseCode, command } = error as Error & { responseCode?: unknown; command?: unknown };
  return command === 'RCPT TO' && NO_SUCH_MAILBOX.has(responseCode);
}
