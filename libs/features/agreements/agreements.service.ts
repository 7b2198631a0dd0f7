import { Injectable } from '@nestjs/common';
import { AGREEMENT_LIFECYCLE } from '#domain/agreements/agreement-lifecycle';
import { dayOf } from '#domain/common/day';
import { mayBecome, statesOf } from '#domain/common/lifecycle';
import { Audit } from '#platform/audit/audit';
import type { Tx } from '#platform/database/transaction';
import { AgreementsRepository } from './agreements.repository';

const MAY_EXPIRE = statesOf(AGREEMENT_LIFECYCLE).filter((from) => mayBecome(AGREEMENT_LIFECYCLE, from, 'EXPIRED'));

/** Why an agreement is suspended: findings about pay that were confirmed again and again, or a pressing one without remedy. */
export type SuspensionReason = 'PAY_FINDINGS';

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

  /** Suspends an enterprise's active agreements: nothing new is offered, who works there stays. Gives how many. */
  suspend(tx: Tx, organisationId: string, reason: SuspensionReason): Promise<number> {
    return this.move(tx, organisationId, { from: 'ACTIVE', to: 'SUSPENDED', reason });
  }

  /** Lets suspended agreements of an enterprise go on; gives how many. */
  resume(tx: Tx, organisationId: string): Promise<number> {
    return this.move(tx, organisationId, { from: 'SUSPENDED', to: 'ACTIVE', reason: null });
  }

  private async move(
    tx: Tx,
    organisationId: string,
    step: Parameters<AgreementsRepository['moveOf']>[2],
  ): Promise<number> {
    const moved = await this.agreements.moveOf(tx, organisationId, step);
    for (const subjectId of moved) {
      const action = `agreement.${step.to.toLowerCase()}`;
      await this.audit.record(tx, { action, subjectType: 'agreement', subjectId, fields: ['status'] });
    }
    return moved.length;
  }
}
