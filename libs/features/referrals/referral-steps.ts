import { Injectable } from '@nestjs/common';
import { Role } from '#domain/common/role';
import { holdsSlot, keepsHold, type ReferralStatus } from '#domain/referrals/referral-lifecycle';
import { SlotsService } from '#features/positions';
import { Audit } from '#platform/audit/audit';
import type { Tx } from '#platform/database/transaction';
import { Live } from '#platform/live/live';
import type { Referral } from './referral.entity';
import { ReferralsRepository, type ReferralRow } from './referrals.repository';

/** Roles whose open screens hear of a step; enterprise and client only of their own. */
const AUDIENCE = [Role.CASEWORKER, Role.SUPERVISOR, Role.ENTERPRISE_HR, Role.CLIENT] as const;

/** Writes a step of a referral: the row, the hold it gives back, the audit entry, the news for open screens. */
@Injectable()
export class ReferralSteps {
  constructor(
    private readonly referrals: ReferralsRepository,
    private readonly slots: SlotsService,
    private readonly audit: Audit,
    private readonly live: Live,
  ) {}

  /** Takes the step of a locked row; leaving a state that holds a slot frees it in the same transaction. */
  async take(
    tx: Tx,
    row: ReferralRow,
    status: ReferralStatus,
    changes: Partial<Referral> = {},
  ): Promise<{ id: string }> {
    await this.referrals.update(tx, row, { ...changes, status });
    const mayHold = holdsSlot(row.status) || row.slotHeldUntil !== null;
    const goesOn = keepsHold(row.status) && keepsHold(status); // what had ended, and is proposed anew, has no hold either
    if (mayHold && status !== row.status && !goesOn) await this.slots.freeHold(tx, row.id);
    const fields = Object.keys(changes);
    await this.audit.record(tx, {
      action: `referral.${status.toLowerCase()}`,
      subjectType: 'referral',
      subjectId: row.id,
      fields,
    });
    await this.tell(tx, row);
    return { id: row.id };
  }

  /** Tells open screens that the referral changed. */
  tell(tx: Tx, row: Pick<ReferralRow, 'id' | 'organisationId' | 'clientId'>): Promise<void> {
    const { id, organisationId, clientId } = row;
    return this.live.notify(tx, { type: 'referral', id, roles: AUDIENCE, organisationId, clientId });
  }
}
