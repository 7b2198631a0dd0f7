import type { Actor } from '#domain/common/actor';

/** What a client's session knows of the phone it is on. */
export interface PhoneState {
  /** A one-time code opened it: she has to choose six digits or a password. */
  readonly isFirst: boolean;
  /** Six digits were chosen on this phone. */
  readonly hasPin: boolean;
  /** It goes on for 30 days, without what is sensitive. */
  readonly isRemembered: boolean;
  /** The digits were given long ago: what is sensitive waits for them. */
  readonly isLocked: boolean;
}

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
  /** Null for everybody but clients, and for clients who signed in by password. */
  readonly phone: PhoneState | null;
  /** A second step is demanded of her and she has none: until she set one up, nothing else is open. */
  readonly mustSetUpSecondStep: boolean;
}
