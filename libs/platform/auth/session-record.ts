import type { Actor } from '#domain/common/actor';

/** What an open session says about its holder. */
export interface SessionRecord {
  readonly actor: Actor;
  readonly displayName: string;
  readonly organisationName: string;
  readonly countyName: string;
  readonly productName: string;
}
