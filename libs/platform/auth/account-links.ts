import { createHash, createHmac } from 'node:crypto';

/**
 * Tokens of links by mail: 256 bits, derived from the id of the link under a key outside database and queue. What waits
 * to be mailed holds the id alone, the database a hash: a copy of either opens nothing.
 */
export class AccountLinks {
  /** `key` makes the tokens; `origin` is where links in mails lead. */
  constructor(
    private readonly key: () => Buffer,
    private readonly origin: string,
  ) {}

  /** The token of a link, 43 characters. */
  tokenOf(linkId: string): string {
    return createHmac('sha256', this.key()).update(`account-link\0${linkId}`).digest('base64url');
  }

  /** What the database keeps of a token: SHA-256, 32 bytes. */
  hashOf(token: string): Buffer {
    return createHash('sha256').update(token).digest();
  }

  /** The address in the mail; the token stands behind #, where no server sees it. */
  linkOf(linkId: string): string {
    return `${this.origin}/choose-password#${this.tokenOf(linkId)}`;
  }
}
