import type { Type } from '@nestjs/common';
import type { Actor } from '#domain/common/actor';
import type { Outcome } from '#domain/common/outcome';
import { GroupPlacementJobsModule, GroupPlacementModule } from '#features/group-placement';
import { BatchApprovalService } from '../features/group-placement/batch-approval.service';
import { BatchCohortService } from '../features/group-placement/batch-cohort.service';
import { BatchCommitService } from '../features/group-placement/batch-commit.service';
import { BatchReader } from '../features/group-placement/batch-reader';
import { BatchRowsReader } from '../features/group-placement/batch-rows-reader';
import { BatchSolvesService } from '../features/group-placement/batch-solves.service';
import type { BatchAssignment } from '../features/group-placement/graphql/batch-row.type';
import type { PlacementBatch } from '../features/group-placement/graphql/placement-batch.type';
import { BatchCommitProcessor, BatchSolveProcessor } from '../features/group-placement/group-placement.processor';
import { PlacementBatchesService } from '../features/group-placement/placement-batches.service';
import { refusalOfViolation } from '#platform/database/constraint-refusals';
import type { Tx } from '#platform/database/transaction';
import { openBench, type Bench } from './context';
import { doDueJobs } from './jobs';

/** Tables that an act on a batch may write; a refused one leaves them as they are. */
const WRITTEN = ['placement_batch', 'batch_solve', 'batch_instance', 'batch_assignment', 'batch_override', 'referral', 'outbox_event', 'audit_entry']; // prettier-ignore

const JOBS = { 'batch.solve': BatchSolveProcessor, 'batch.commit': BatchCommitProcessor };

/** Statements that undo what a test did. */
const CLEARED = [
  `update job_slot set status = 'OPEN', held_for = null, held_until = null
    where held_for in (select referral_id from batch_assignment)`,
  'delete from batch_override',
  `with gone as (delete from batch_assignment returning referral_id)
   delete from referral r using gone where r.id = gone.referral_id`,
  'delete from batch_solve',
  'delete from batch_instance',
  'delete from placement_batch',
  `delete from job_failure where job like 'batch.%'`,
  `delete from outbox_event where job like 'batch.%'`,
];

/** Carries a refusal out of the transaction, so that nothing of it is written, as a command does. */
class Refused extends Error {
  constructor(readonly codes: readonly string[]) {
    super(codes.join(' '));
  }
}

/** Group placement in this process on an invented county: services, jobs and the solver's thread. */
export class BatchBench {
  private constructor(
    readonly bench: Bench,
    readonly supervisor: Actor,
    readonly secondSupervisor: Actor,
    readonly caseworkers: readonly Actor[],
  ) {}

  static async open(): Promise<BatchBench> {
    const bench = await openBench({ modules: [GroupPlacementModule, GroupPlacementJobsModule] });
    const staff = await bench.rows<Actor & { caseloads: string[] }>(
      `select county_id as "countyId", role, account_id as "accountId", id as "membershipId", organisation_id as "organisationId",
              null as "clientId", array[id] as caseloads
         from membership where role in ('SUPERVISOR', 'CASEWORKER') and status = 'ACTIVE' order by id`,
    );
    const [supervisor, secondSupervisor] = staff.filter(({ role }) => role === 'SUPERVISOR');
    const caseworkers = staff.filter(({ role }) => role === 'CASEWORKER');
    if (supervisor === undefined || secondSupervisor === undefined) throw new Error('The county has two supervisors.');
    return new BatchBench(bench, supervisor, secondSupervisor, caseworkers);
  }

  close(): Promise<void> {
    return this.bench.close();
  }

  get<T>(type: Type<T>): T {
    return this.bench.app.get(type);
  }

  rows<T extends object>(sql: string, parameters: unknown[] = []): Promise<T[]> {
    return this.bench.rows<T>(sql, parameters);
  }

  /** Reads as somebody. */
  read<T>(actor: Actor, work: (tx: Tx) => Promise<T>): Promise<T> {
    return this.bench.transactions.run(actor, work, { readOnly: true });
  }

  /** Does an act as a command does it: a refusal rolls everything back. Gives its codes; none = done. */
  async act(actor: Actor, work: (tx: Tx) => Promise<Outcome<{ id: string }>>): Promise<readonly string[]> {
    try {
      await this.bench.transactions.run(actor, async (tx) => {
        const outcome = await work(tx);
        if (!outcome.ok) throw new Refused(outcome.refusals.map(({ code }) => code));
      });
      return [];
    } catch (error) {
      if (error instanceof Refused) return error.codes;
      const violated = refusalOfViolation(error);
      if (violated === null) throw error;
      return [violated.code];
    }
  }

  /** Does an act that must be refused, and proves that it wrote nothing. */
  async refused(actor: Actor, work: (tx: Tx) => Promise<Outcome<{ id: string }>>): Promise<readonly string[]> {
    const before = await this.counted();
    const codes = await this.act(actor, work);
    expect(await this.counted()).toEqual(before);
    return codes;
  }

  /** Does every due job; `afterStep` is done after each step of one, when its transaction has committed. */
  work(afterStep?: () => Promise<void>): Promise<string[]> {
    return doDueJobs(this.bench.app, this.bench.countyId, JOBS, afterStep);
  }

  /** Takes everything of batches away again, the slots that they held among it. */
  async clear(): Promise<void> {
    for (const sql of CLEARED) await this.rows(sql);
  }

  /** Opens a batch and gives its id. */
  async opened(actor: Actor = this.supervisor): Promise<string> {
    let id = '';
    await this.done(actor, async (tx) => {
      const input = { title: '秋季批次', cutoffAt: new Date(tx.now.getTime() + 3_600_000) };
      const outcome = await this.get(PlacementBatchesService).open(tx, input);
      if (outcome.ok) ({ id } = outcome.value);
      return outcome;
    });
    return id;
  }

  /** The first clients whom an actor may add. */
  candidates(count: number, actor: Actor = this.supervisor): Promise<string[]> {
    return this.read(actor, async (tx) => (await this.get(BatchCohortService).candidateIds(tx, null)).slice(0, count));
  }

  /** A batch that collected so many clients. */
  async collected(count: number): Promise<string> {
    const id = await this.opened();
    const ids = await this.candidates(count);
    await this.done(this.supervisor, (tx) => this.get(BatchCohortService).add(tx, id, ids));
    return id;
  }

  /** Asks for a run and does it. */
  async solve(id: string): Promise<void> {
    await this.done(this.supervisor, (tx) => this.get(BatchSolvesService).request(tx, id));
    expect(await this.work()).toEqual(['batch.solve']);
  }

  /** A batch of so many clients in review. */
  async inReview(count: number): Promise<string> {
    const id = await this.collected(count);
    await this.solve(id);
    await this.done(this.supervisor, (tx) => this.get(PlacementBatchesService).review(tx, id));
    return id;
  }

  /** A batch of so many clients that the second person approved. */
  async approved(count: number): Promise<string> {
    const id = await this.inReview(count);
    await this.done(this.supervisor, (tx) => this.get(BatchApprovalService).submit(tx, id));
    await this.done(this.secondSupervisor, (tx) => this.get(BatchApprovalService).approve(tx, id));
    return id;
  }

  /** Asks for the commit and does it. */
  async commit(id: string): Promise<void> {
    await this.done(this.secondSupervisor, (tx) => this.get(BatchCommitService).request(tx, id));
    expect(await this.work()).toEqual(['batch.commit']);
  }

  /** The batch as somebody reads it. */
  async batch(id: string, actor: Actor = this.supervisor): Promise<PlacementBatch> {
    const batch = await this.read(actor, (tx) => this.get(BatchReader).byId(tx, id));
    if (batch === null) throw new Error('The batch is not there.');
    return batch;
  }

  /** Its rows as somebody reads them, 100 at most. */
  async rowsOf(id: string, actor: Actor = this.supervisor): Promise<readonly BatchAssignment[]> {
    const all = { view: null, positionId: null };
    const page = { limit: 100, after: null };
    return (await this.read(actor, (tx) => this.get(BatchRowsReader).page(tx, id, all, page))).rows;
  }

  private async done(actor: Actor, work: (tx: Tx) => Promise<Outcome<{ id: string }>>): Promise<void> {
    expect(await this.act(actor, work)).toEqual([]);
  }

  /** Lengths and versions of everything that an act may write. */
  private async counted(): Promise<Record<string, string>> {
    const found: Record<string, string> = {};
    for (const table of WRITTEN) {
      const [row] = await this.rows<{ digest: string }>(
        `select count(*) || ' ' || coalesce(md5(string_agg(t::text, '' order by t::text)), '') as digest from ${table} t`,
      );
      found[table] = row?.digest ?? '';
    }
    return found;
  }
}
