import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import type { Tx } from '../database/transaction';

/** What was done to what: names of fields, never their values. */
export interface AuditedAct {
  /** A verb in the past under its subject, such as `referral.sent`. */
  readonly action: string;
  readonly subjectType: string;
  readonly subjectId: string;
  readonly fields?: readonly string[];
}

/** Writes who did what, in the transaction of the act: where the entry fails, the act fails. */
@Injectable()
export class Audit {
  /** Records one act of the transaction's actor. */
  async record(tx: Tx, act: AuditedAct): Promise<void> {
    await tx.query(
      `insert into audit_entry (id, county_id, occurred_at, actor_role, actor_account_id, actor_membership_id, action, outcome, subject_type, subject_id, fields)
       values ($1, $2, $3, $4, $5, $6, $7, 'ALLOWED', $8, $9, $10)`,
      [
        uuidv7(),
        tx.actor.countyId,
        tx.now,
        tx.actor.role,
        tx.actor.accountId,
        tx.actor.membershipId,
        act.action,
        act.subjectType,
        act.subjectId,
        act.fields ?? [],
      ],
    );
  }
}
