/** The address that mail links to; null where the operator named none. */
export class ReminderLink {
  constructor(readonly address: string | null) {}
}
