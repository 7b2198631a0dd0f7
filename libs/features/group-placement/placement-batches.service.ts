import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import { BatchAct, whyNotAct, type BatchActCode } from '#domain/group-placement/batch-acts';
import { openBatch, type OpenBatchCode } from '#domain/group-placement/batch-opening';
import { done, refusal, refused, type Outcome } from '#domain/common/outcome';
import { Role } from '#domain/common/role';
import { Audit } from '#platform/audit/audit';
import type { Tx } from '#platform/database/transaction';
import { Live } from '#platform/live/live';
import { BatchSolvesRepository } from './batch-solves.repository';
import type { PlacementBatch } from './placement-batch.entity';
import { PlacementBatchesRepository, standingOf, type BatchRow } from './placement-batches.repository';

/** The answer of a step: the batch, or why not. */
export type BatchStepOutcome = Outcome<{ id: string }, BatchActCode | 'NOT_FOUND'>;

/** A step of a batch: the act that is asked for, what it writes, and under which name it stands in the trail. */
interface Step {
  readonly act: BatchAct;
  readonly action: string;
  readonly changes: (row: BatchRow) => Partial<PlacementBatch>;
}

/** Opens batches and takes them through their states. */
@Injectable()
export class PlacementBatchesService {
  constructor(
    private readonly batches: PlacementBatchesRepository,
    private readonly solves: BatchSolvesRepository,
    private readonly audit: Audit,
    private readonly live: Live,
  ) {}

  /** Opens a batch that collects clients. */
  async open(
    tx: Tx,
    input: { readonly title: string; readonly cutoffAt: Date },
  ): Promise<Outcome<{ id: string }, OpenBatchCode | 'NOT_IN_CHARGE'>> {
    const { countyId, membershipId } = tx.actor;
    if (membershipId === null) return refused(refusal('NOT_IN_CHARGE'));
    const outcome = openBatch(input, tx.now);
    if (!outcome.ok) return outcome;
    const id = uuidv7();
    const batch = { ...outcome.value, status: 'COLLECTING', preparedByMembershipId: membershipId } as const;
    await this.batches.insert(tx, { countyId, id, createdAt: tx.now, ...batch });
    await this.tell(tx, id, 'placement_batch.opened');
    return done({ id });
  }

  /** Begins the review of a result. */
  review(tx: Tx, id: string): Promise<BatchStepOutcome> {
    return this.step(tx, id, {
      act: BatchAct.REVIEW,
      action: 'placement_batch.reviewed',
      changes: () => ({ status: 'IN_REVIEW' }),
    });
  }

  /** Gives a batch up: its run stops, its clients are free. */
  async discard(tx: Tx, id: string): Promise<BatchStepOutcome> {
    const outcome = await this.step(tx, id, {
      act: BatchAct.DISCARD,
      action: 'placement_batch.discarded',
      changes: () => ({
        status: 'DISCARDED',
        discardedAt: tx.now,
        discardedByMembershipId: tx.actor.membershipId,
      }),
    });
    if (!outcome.ok) return outcome;
    await this.solves.cancelOpen(tx, id);
    await this.batches.releaseClients(tx, id);
    return outcome;
  }

  /** Takes one step of a batch that its rules allow; a refused one writes nothing. */
  async step(tx: Tx, id: string, { act, action, changes }: Step): Promise<BatchStepOutcome> {
    const row = await this.batches.locked(tx, id);
    if (row === null) return refused(refusal('NOT_FOUND', ['id']));
    const code = whyNotAct(act, standingOf(row, tx), tx.now);
    if (code !== null) return refused(refusal(code, ['id'], { status: row.status }));
    const written = changes(row);
    await this.batches.update(tx, row, written);
    await this.tell(tx, id, action, Object.keys(written));
    return done({ id });
  }

  /** Records the act and tells open screens. */
  async tell(tx: Tx, id: string, action: string, fields: readonly string[] = []): Promise<void> {
    await this.audit.record(tx, { action, subjectType: 'placement_batch', subjectId: id, fields });
    await this.notify(tx, id);
  }

  /** Tells open screens that the batch changed: its id and nothing else. */
  notify(tx: Tx, id: string): Promise<void> {
    return this.live.notify(tx, { type: 'placement-batch', id, roles: [Role.SUPERVISOR, Role.CASEWORKER] });
  }
}
