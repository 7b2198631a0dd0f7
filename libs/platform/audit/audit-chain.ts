import { createHash } from 'node:crypto';

/** An audit entry as its link seals it; every value as PostgreSQL writes it as text. */
export interface SealedEntry {
  readonly countyId: string;
  readonly id: string;
  /** Microseconds since 1970-01-01 UTC. */
  readonly occurredMicros: string;
  readonly actorRole: string;
  readonly actorAccountId: string | null;
  readonly actorMembershipId: string | null;
  readonly action: string;
  readonly outcome: string;
  readonly subjectType: string;
  readonly subjectId: string | null;
  readonly requestId: string | null;
  readonly fields: readonly string[];
}

/** What stands before the first link. */
export const GENESIS: Buffer = Buffer.alloc(32);

/** Columns of `audit_entry e` as {@link SealedEntry}. */
export const SEALED_COLUMNS = `e.county_id as "countyId", e.id, (extract(epoch from e.occurred_at) * 1000000)::bigint::text as "occurredMicros",
  e.actor_role as "actorRole", e.actor_account_id as "actorAccountId", e.actor_membership_id as "actorMembershipId",
  e.action, e.outcome, e.subject_type as "subjectType", e.subject_id as "subjectId", e.request_id as "requestId", e.fields`;

/** The hash of a link: the same as app.audit_hash in the database, computed apart from it. 32 bytes. */
export function hashOf(entry: SealedEntry, sequence: number, previousHash: Buffer): Buffer {
  const values = [
    entry.countyId,
    String(sequence),
    entry.id,
    entry.occurredMicros,
    entry.actorRole,
    entry.actorAccountId,
    entry.actorMembershipId,
    entry.action,
    entry.outcome,
    entry.subjectType,
    entry.subjectId,
    entry.requestId,
    String(entry.fields.length),
    ...entry.fields,
  ];
  return createHash('sha256').update(previousHash).update(values.map(netstring).join('')).digest();
}

/** Length in bytes and the text, so that no two lists of values read the same; '-' is null. */
const netstring = (value: string | null): string => (value === null ? '-' : `${Buffer.byteLength(value)}:${value}`);
