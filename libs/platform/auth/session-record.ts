import type { Actor } from '#domain/common/actor';

/** What an open session says about its holder. */
export interface SessionRecord {
  /** SHA-256 of the id in the cookie: names the session to the database. */
  readonly idHash: Buffer;
  readonly actor: Actor;
  readonly displayName: string;
  readonly organisationName: string;
  readonly countyName: string;
  readonly productName: string;
  /** She signed in with a one-time code: until she chose a password, nothing else is open. */
  readonly mustChoosePassword: boolean;
}
