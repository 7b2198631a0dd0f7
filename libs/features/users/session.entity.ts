import { Check, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { IdColumn, InstantColumn, OPTIONAL, WholeColumn } from '#platform/database/county-row.entity';

/** An open sign-in of one account under one membership. The application reaches it through schema auth alone. */
@Entity({ name: 'session' })
@ForeignKey('user_account', ['accountId'], ['id'], { onDelete: 'RESTRICT' })
@Index(['accountId'])
@Index('session_id_key', ['id'], { unique: true })
@Check('session_id_hash_check', 'octet_length(id_hash) = 32')
export class Session {
  /** SHA-256 of the opaque id in the cookie. */
  @PrimaryColumn({ name: 'id_hash', type: 'bytea' })
  idHash: Buffer;

  /** Names the session to its owner; opens nothing. */
  @IdColumn('id')
  id: string;

  @IdColumn('account_id')
  accountId: string;

  @IdColumn('membership_id')
  membershipId: string;

  @InstantColumn('started_at')
  startedAt: Date;

  /** Written at most once a minute. */
  @InstantColumn('last_seen_at')
  lastSeenAt: Date;

  /** How long it may stay unused, in seconds. */
  @WholeColumn('idle_seconds', 1, 31_536_000)
  idleSeconds: number;

  @InstantColumn('ends_at')
  endsAt: Date;

  /** When its holder last proved who she is; signing in counts. */
  @InstantColumn('proved_at', { default: () => 'now()' })
  provedAt: Date;

  @InstantColumn('ended_at', OPTIONAL)
  endedAt: Date | null;
}
