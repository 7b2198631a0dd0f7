import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import type { ReviewVerdict } from '#domain/consent/consent-codes';
import type { Tx } from '#platform/database/transaction';

/** A recorded consent in the sample. */
export interface ConsentReviewRow {
  readonly id: string;
  readonly version: number;
  readonly clientId: string;
  readonly grantId: string;
  readonly recordedByMembershipId: string;
  readonly laidAt: Date;
  readonly verdict: ReviewVerdict | null;
  readonly reviewedAt: Date | null;
}

const COLUMNS = `v.id, v.version, v.client_id as "clientId", v.consent_grant_id as "grantId",
  v.recorded_by_membership_id as "recordedByMembershipId", v.created_at as "laidAt", v.verdict,
  v.reviewed_at as "reviewedAt"`;

const MOST = 100;

/** Another person, not another account or membership. */
const RECORDED_BY_SAME = `app.person_of(v.recorded_by_membership_id) is not distinct from app.person_of($3::uuid)`;

/** Every query about the sample of recorded consents, by name. */
@Injectable()
export class ConsentReviewsRepository {
  /** Lays a recorded consent before the supervisors; the recorder herself cannot read the row. */
  async lay(tx: Tx, { grantId, clientId }: { grantId: string; clientId: string }): Promise<void> {
    await tx.query(
      `insert into consent_review (county_id, id, client_id, consent_grant_id, recorded_by_membership_id, created_at)
       values ($1, $2, $3, $4, $5, $6)`,
      [tx.actor.countyId, uuidv7(), clientId, grantId, tx.actor.membershipId, tx.now],
    );
  }

  /** What nobody has looked at yet and this supervisor did not record herself, the oldest above, at most a hundred. */
  open(tx: Tx): Promise<ConsentReviewRow[]> {
    return tx.query(
      `select ${COLUMNS} from consent_review v
        where v.county_id = $1 and $2 = 'SUPERVISOR' and v.verdict is null and not ${RECORDED_BY_SAME}
        order by v.created_at, v.id limit ${MOST}`,
      [tx.actor.countyId, tx.actor.role, tx.actor.membershipId],
    );
  }

  /** Takes the lock of one that this supervisor may judge; null where there is none. */
  async locked(tx: Tx, id: string): Promise<ConsentReviewRow | null> {
    const found = await tx.query('select 1 from consent_review where county_id = $1 and id = $2 for update', [
      tx.actor.countyId,
      id,
    ]);
    if (found.length === 0) return null;
    const [row] = await tx.query<ConsentReviewRow>(
      `select ${COLUMNS} from consent_review v
        where v.county_id = $1 and $2 = 'SUPERVISOR' and v.id = $4 and not ${RECORDED_BY_SAME}`,
      [tx.actor.countyId, tx.actor.role, tx.actor.membershipId, id],
    );
    return row ?? null;
  }

  /** One of the sample, whatever its state; null where the actor sees none. */
  async byId(tx: Tx, id: string): Promise<ConsentReviewRow | null> {
    const [row] = await tx.query<ConsentReviewRow>(
      `select ${COLUMNS} from consent_review v where v.county_id = $1 and $2 = 'SUPERVISOR' and v.id = $3`,
      [tx.actor.countyId, tx.actor.role, id],
    );
    return row ?? null;
  }

  /** Writes the verdict of a locked row. */
  async decide(tx: Tx, id: string, verdict: ReviewVerdict): Promise<void> {
    await tx.query(
      `update consent_review set verdict = $3, reviewed_by_membership_id = $4, reviewed_at = $5, version = version + 1
        where county_id = $1 and id = $2`,
      [tx.actor.countyId, id, verdict, tx.actor.membershipId, tx.now],
    );
  }
}
