import { Injectable } from '@nestjs/common';
import { AGREEMENT_LIFECYCLE } from '#domain/agreements/agreement-lifecycle';
import { dayOf } from '#domain/common/day';
import { mayBecome, statesOf } from '#domain/common/lifecycle';
import { Audit } from '#platform/audit/audit';
import type { Tx } from '#platform/database/transaction';
import { AgreementsRepository } from './agreements.repository';

const MAY_EXPIRE = statesOf(AGREEMENT_LIFECYCLE).filter((from) => mayBecome(AGREEMENT_LIFECYCLE, from, 'EXPIRED'));

/** Keeps agreements in step with the calendar. */
@Injectable()
export class AgreementsService {
  constructor(
    private readonly agreements: AgreementsRepository,
    private readonly audit: Audit,
  ) {}

  /** Ends the agreements whose last day has passed; safe to run again. Gives how many ended. */
  async expirePast(tx: Tx): Promise<number> {
    const expired = await this.agreements.expire(tx, MAY_EXPIRE, dayOf(tx.now));
    for (const subjectId of expired) {
      await this.audit.record(tx, { action: 'agreement.expired', subjectType: 'agreement', subjectId });
    }
    return expired.length;
  }
}
