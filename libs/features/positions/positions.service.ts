import { Injectable } from '@nestjs/common';
import { isInForce } from '#domain/agreements/agreement-term';
import { addDays, dayOf, startOfDay } from '#domain/common/day';
import { mayBecome, statesOf } from '#domain/common/lifecycle';
import { done, refusal, refused, type Outcome } from '#domain/common/outcome';
import { STALE_AFTER_DAYS } from '#domain/positions/position-codes';
import { POSITION_LIFECYCLE } from '#domain/positions/position-lifecycle';
import { Audit } from '#platform/audit/audit';
import type { Tx } from '#platform/database/transaction';
import { mayConfirmPosition } from './positions.policy';
import { PositionsRepository, type PositionRow } from './positions.repository';

/** Why a position was not re-confirmed. */
export type PositionRefusalCode = 'NOT_FOUND' | 'WRONG_STATE' | 'AGREEMENT_NOT_ACTIVE';

const MAY_GO_STALE = statesOf(POSITION_LIFECYCLE).filter((from) => mayBecome(POSITION_LIFECYCLE, from, 'STALE'));

/** Keeps positions true: re-confirmed by people, stale by the calendar. */
@Injectable()
export class PositionsService {
  constructor(
    private readonly positions: PositionsRepository,
    private readonly audit: Audit,
  ) {}

  /** Notes that the position still stands; a stale one is published again while its agreement is in force. */
  async confirm(tx: Tx, id: string): Promise<Outcome<{ id: string }, PositionRefusalCode>> {
    const position = await this.positions.lockById(tx, id);
    if (position === null || !mayConfirmPosition(tx.actor, position)) return refused(refusal('NOT_FOUND', ['id']));
    const mayStand = confirmable(position, dayOf(tx.now));
    if (!mayStand.ok) return mayStand;
    await this.positions.update(tx, position, { status: 'PUBLISHED', lastConfirmedAt: tx.now });
    await this.audit.record(tx, {
      action: 'position.confirmed',
      subjectType: 'position',
      subjectId: id,
      fields: position.status === 'PUBLISHED' ? ['lastConfirmedAt'] : ['lastConfirmedAt', 'status'],
    });
    return done({ id });
  }

  /** Marks the positions that nobody has confirmed for 90 days; safe to run again. Gives how many. */
  async markStale(tx: Tx): Promise<number> {
    const confirmedBefore = startOfDay(addDays(dayOf(tx.now), -STALE_AFTER_DAYS));
    const stale = await this.positions.markStale(tx, MAY_GO_STALE, confirmedBefore);
    for (const subjectId of stale) {
      await this.audit.record(tx, { action: 'position.went-stale', subjectType: 'position', subjectId });
    }
    return stale.length;
  }
}

function confirmable(position: PositionRow, today: string): Outcome<null, PositionRefusalCode> {
  const { status, agreementStatus, agreementFrom: effectiveFrom, agreementTo: effectiveTo } = position;
  if (status === 'PUBLISHED') return done(null);
  if (status !== 'STALE') return refused(refusal('WRONG_STATE', [], { from: status, to: 'PUBLISHED' }));
  if (isInForce({ status: agreementStatus, effectiveFrom, effectiveTo }, today)) return done(null);
  return refused(refusal('AGREEMENT_NOT_ACTIVE', [], { status: agreementStatus, effectiveTo }));
}
