/** One message; its id is the idempotency key: a mail server or reader that sees it twice can tell. */
export interface Mail {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  /** RFC 5322 Message-ID without angle brackets. */
  readonly messageId: string;
}

/** Sends mail. Throws when the server did not take it. */
export abstract class Mailer {
  abstract send(mail: Mail): Promise<'SENT' | 'SWITCHED_OFF'>;
}
