import { Injectable } from '@nestjs/common';
import type { WorkCalendar } from '#domain/calendar/work-calendar';
import { BATCH_HOLD_DAYS } from '#domain/group-placement/batch-codes';
import { joiningCode } from '#domain/group-placement/batch-joining';
import { BatchReferralsService, SlotGone } from '#features/referrals';
import type { Tx } from '#platform/database/transaction';
import type { JobContext } from '#platform/jobs/job-context';
import { BatchCohortRepository } from './batch-cohort.repository';
import { BatchCommitRepository, type UndecidedRow } from './batch-commit.repository';
import { PlacementBatchesRepository } from './placement-batches.repository';
import { PlacementBatchesService } from './placement-batches.service';

/** What a commit still has to decide, and the working days by which it sets terms. */
interface Begun {
  readonly left: readonly string[];
  readonly calendar: WorkCalendar;
}

/** A row whose turn it is. */
interface AskedRow extends Pick<Begun, 'calendar'> {
  readonly batchId: string;
  readonly rowId: string;
}

const DAY_MS = 86_400_000;
/** Rows after which open screens hear how far it is. */
const TELL_EVERY = 10;

/**
 * Proposes the rows of an approved batch, each in a transaction of its own under its locks: what was committed stands
 * when the worker dies, and the next try goes on with the rows that are left.
 */
@Injectable()
export class BatchCommitExecution {
  constructor(
    private readonly batches: PlacementBatchesRepository,
    private readonly rows: BatchCommitRepository,
    private readonly cohort: BatchCohortRepository,
    private readonly referrals: BatchReferralsService,
    private readonly steps: PlacementBatchesService,
  ) {}

  /** Commits the job's batch; one that is over is left alone. */
  async execute(job: JobContext): Promise<void> {
    const batchId = job.subjectId;
    const begun = await job.transact((tx) => this.begin(tx, batchId));
    if (begun === null) return;
    const { left, calendar } = begun;
    for (const [at, rowId] of left.entries()) {
      await this.decide(job, { batchId, rowId, calendar });
      if (at % TELL_EVERY === TELL_EVERY - 1) await job.transact((tx) => this.steps.notify(tx, batchId));
    }
    await job.complete((tx) => this.end(tx, batchId));
    job.log.info('batch committed', { subjectId: batchId, count: left.length });
  }

  private async begin(tx: Tx, batchId: string): Promise<Begun | null> {
    const batch = await this.batches.locked(tx, batchId);
    if (batch?.status !== 'APPROVED' || batch.commitRequestedAt === null) return null;
    await this.rows.endUnplaced(tx, batchId);
    return { left: await this.rows.undecided(tx, batchId), calendar: await this.referrals.calendar(tx) };
  }

  private async decide(job: JobContext, asked: AskedRow): Promise<void> {
    try {
      await job.transact((tx) => this.propose(tx, asked));
    } catch (error) {
      if (!(error instanceof SlotGone)) throw error;
      await job.transact((tx) => this.rows.noteRefused(tx, asked.rowId, 'NO_OPEN_SLOT')); // the proposal was rolled back
    }
  }

  private async propose(tx: Tx, { batchId, rowId, calendar }: AskedRow): Promise<void> {
    const row = await this.rows.locked(tx, rowId);
    if (row === null) return;
    const code = await this.personalRefusal(tx, batchId, row);
    if (code !== null) return this.rows.noteRefused(tx, rowId, code);
    const heldUntil = new Date(tx.now.getTime() + BATCH_HOLD_DAYS * DAY_MS);
    const outcome = await this.referrals.propose(tx, { ...row, heldUntil, calendar });
    if (outcome.ok) await this.rows.noteProposed(tx, rowId, outcome.value.id);
    else await this.rows.noteRefused(tx, rowId, outcome.refusals[0]?.code ?? 'NOT_FOUND');
  }

  /** What has changed with the client herself since she was placed; null = nothing that matters. */
  private async personalRefusal(tx: Tx, batchId: string, { clientId }: UndecidedRow): Promise<string | null> {
    const standing = (await this.cohort.standings(tx, batchId, [clientId])).get(clientId);
    return standing === undefined ? 'NOT_FOUND' : joiningCode(standing);
  }

  private async end(tx: Tx, batchId: string): Promise<void> {
    const batch = await this.batches.locked(tx, batchId);
    if (batch?.status !== 'APPROVED') return;
    await this.batches.update(tx, batch, { status: 'COMMITTED', committedAt: tx.now });
    await this.batches.releaseClients(tx, batchId);
    await this.steps.tell(tx, batchId, 'placement_batch.committed');
  }
}
