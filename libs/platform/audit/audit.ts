import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import type { Tx } from '../database/transaction';
import { denials } from '../metrics/metrics';

/** What was done to what: names of fields, never their values. */
export interface AuditedAct {
  /** A verb in the past under its subject, such as `referral.sent`. */
  readonly action: string;
  readonly subjectType: string;
  /** Null where a denied request named no subject. */
  readonly subjectId: string | null;
  readonly fields?: readonly string[];
}

/** Writes who did what, in the transaction of the act: where the entry fails, the act fails. */
@Injectable()
export class Audit {
  /** Records one act of the transaction's actor. */
  record(tx: Tx, act: AuditedAct): Promise<void> {
    return write(tx, act, 'ALLOWED');
  }

  /** Records what the transaction's actor was denied; call it in a transaction of its own, the denied one leaves nothing. */
  recordDenied(tx: Tx, act: AuditedAct): Promise<void> {
    denials.inc();
    return write(tx, act, 'DENIED');
  }
}

async function write(tx: Tx, act: AuditedAct, outcome: 'ALLOWED' | 'DENIED'): Promise<void> {
  const { countyId, role, accountId, membershipId } = tx.actor;
  await tx.query(
    `insert into audit_entry (id, county_id, occurred_at, actor_role, actor_account_id, actor_membership_id, action, outcome, subject_type, subject_id, fields)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
    [
      uuidv7(),
      countyId,
      tx.now,
      role,
      accountId,
      membershipId,
      act.action,
      outcome,
      act.subjectType,
      act.subjectId,
      act.fields ?? [],
    ],
  );
}
