import { Injectable } from '@nestjs/common';
import { dayOf, type Day } from '#domain/common/day';
import { done, refusal, refused, type Outcome } from '#domain/common/outcome';
import { movedStart, type StartCode } from '#domain/placements/placement-start';
import { Audit } from '#platform/audit/audit';
import type { Tx } from '#platform/database/transaction';
import { Outbox } from '#platform/outbox/outbox';
import { ContractChanged, PlacementStartMoved } from './placements.jobs';
import { PlacementsRepository } from './placements.repository';

/** Moves the first day of work that has not begun. */
@Injectable()
export class PlacementStartService {
  constructor(
    private readonly placements: PlacementsRepository,
    private readonly outbox: Outbox,
    private readonly audit: Audit,
  ) {}

  /** Moves it, and announces it: follow-up plans anew what is still to come. */
  async move(
    tx: Tx,
    id: string,
    expectedVersion: number,
    hireDate: Day,
  ): Promise<Outcome<{ id: string }, StartCode | 'NOT_FOUND' | 'STALE_VERSION'>> {
    await this.placements.lock(tx, id);
    const [row] = await this.placements.byIds(tx, [id]);
    if (row === undefined) return refused(refusal('NOT_FOUND', ['id']));
    const stale = refusal('STALE_VERSION', ['id'], { currentVersion: row.version });
    if (row.version !== expectedVersion) return refused(stale);
    const agreementTo = await this.placements.agreementTo(tx, id);
    const moved = movedStart({ ...row, agreementTo, today: dayOf(tx.now) }, hireDate);
    if (!moved.ok) return moved;
    if (!(await this.placements.moveStart(tx, row, moved.value))) return refused(stale);
    await this.outbox.add(tx, PlacementStartMoved, { subjectId: id, data: {} });
    await this.outbox.add(tx, ContractChanged, { subjectId: id, data: {} });
    await this.audit.record(tx, {
      action: 'placement.start-moved',
      subjectType: 'placement',
      subjectId: id,
      fields: ['hireDate', 'contractFrom', 'probationEndOn'],
    });
    return done({ id });
  }
}
