import { Injectable } from '@nestjs/common';
import { UnrecoverableError, type Job } from 'bullmq';
import { systemActor, type Actor } from '#domain/common/actor';
import { dayOf } from '#domain/common/day';
import type { Role } from '#domain/common/role';
import { keepPlan } from '../database/kept-plan';
import type { Tx } from '../database/transaction';
import { Transactions } from '../database/transactions';
import { Logger } from '../logging/logger';
import { jobSeconds, jobWaitSeconds } from '../metrics/metrics';
import { PermanentFault, RequesterGone, type JobContext } from './job-context';
import { giveUp, markDone, putOff, putOffAfterFault, type FailedJob } from './job-ends';
import { declaredJobs, type JobData } from './job-definition';
import { JobRegistry } from './job-registry';
import type { QueuedJob } from './queue-connection';

interface OutboxRow {
  readonly subject_id: string;
  readonly actor_membership_id: string | null;
  readonly data: JobData;
  readonly wait_seconds: number;
}

interface MemberRow {
  readonly account_id: string;
  readonly role: Role;
  readonly organisation_id: string;
  readonly client_id: string | null;
  readonly caseloads: string[] | null;
}

const JOB_TIMEOUT_MS = 60_000;
const STILL_ACTIVE = keepPlan(
  `select 1 from membership
    where county_id = $1 and id = $2 and status = 'ACTIVE' and role = $3 and organisation_id = $4`,
);

/** Does one queued job: re-reads it from the database, acts for whom it names, and marks it done with its last effect. */
@Injectable()
export class JobRunner {
  constructor(
    private readonly registry: JobRegistry,
    private readonly transactions: Transactions,
    private readonly log: Logger,
  ) {}

  /** The processor of every queue but the scheduled one. Throws to have the queue try again; a permanent fault ends the tries. */
  async run(job: Job<QueuedJob>): Promise<void> {
    const startedAt = performance.now();
    const { outboxId, countyId, generation } = job.data;
    const fields = { job: job.name, outboxId, countyId, generation, attempt: job.attemptsMade + 1 };
    try {
      const did = await this.attempt(job.name, job.data);
      jobSeconds.observe({ job: job.name, outcome: 'done' }, since(startedAt) / 1_000);
      this.log.info(did ? 'job done' : 'job was done before', { ...fields, durationMs: since(startedAt) });
    } catch (error) {
      jobSeconds.observe({ job: job.name, outcome: 'failed' }, since(startedAt) / 1_000);
      this.log.error('job failed', { ...fields, durationMs: since(startedAt) }, error);
      const failed = { ...job.data, job: job.name, attempts: fields.attempt };
      if (error instanceof PermanentFault) {
        await this.giveUp(countyId, failed, error);
        throw new UnrecoverableError(error.message);
      }
      if (fields.attempt >= (job.opts.attempts ?? 1))
        await this.transactions.run(systemActor(countyId, job.name), (tx) => putOffAfterFault(tx, failed));
      throw error;
    }
  }

  /** Puts the work on the list for people, and leaves no subject waiting for a member who is gone. */
  private async giveUp(countyId: string, failed: FailedJob, fault: PermanentFault): Promise<void> {
    await this.transactions.run(systemActor(countyId, failed.job), async (tx) => {
      const subjectId = await giveUp(tx, failed, fault.message);
      if (subjectId === null || !(fault instanceof RequesterGone)) return;
      await this.registry.handlerOf(failed.job).requesterGone?.(tx, subjectId);
    });
  }

  private async attempt(name: string, queued: QueuedJob): Promise<boolean> {
    const definition = declaredJobs().find((job) => job.name === name);
    if (definition === undefined) throw new PermanentFault(`Nobody declared the job ${name}.`);
    const system = systemActor(queued.countyId, name);
    const row = await this.transactions.run(system, (tx) => pending(tx, queued.outboxId), { readOnly: true });
    if (row === null) return false;
    jobWaitSeconds.observe({ job: name }, Math.max(row.wait_seconds, 0));
    const actor = definition.actsAs === 'SYSTEM' ? system : await this.originator(system, row);
    this.log.info('job claimed', { job: name, outboxId: queued.outboxId, generation: queued.generation });
    const { context, isDone } = this.contextOf(name, queued, row, actor, system);
    await this.registry.handlerOf(name).handle(context);
    if (!isDone()) await context.complete();
    return true;
  }

  private contextOf(
    name: string,
    queued: QueuedJob,
    row: OutboxRow,
    actor: Actor,
    system: Actor,
  ): { context: JobContext; isDone: () => boolean } {
    let done = false;
    const transact: JobContext['transact'] = (work, options = {}) =>
      this.transactions.run(actor, (tx) => asStillActive(tx, work), { timeoutMs: JOB_TIMEOUT_MS, ...options });
    const { outboxId, generation } = queued;
    const failed = { ...queued, job: name, attempts: 1 };
    /** The last step: its work and the mark commit together. */
    const end = async (mark: (tx: Tx) => Promise<unknown>, work?: (tx: Tx) => Promise<void>, options = {}) => {
      const step = async (tx: Tx): Promise<void> => {
        if (work !== undefined) await asStillActive(tx, work);
        await mark(tx);
      };
      await this.transactions.run(work === undefined ? system : actor, step, options);
      done = true;
    };
    const context: JobContext = {
      outboxId,
      generation,
      actor,
      subjectId: row.subject_id,
      announcedBy: row.actor_membership_id,
      data: row.data,
      log: this.log,
      transact,
      complete: (work, options) => end((tx) => markDone(tx, outboxId), work, options),
      postpone: (until, work) => end((tx) => putOff(tx, outboxId, until), work),
      giveUp: (sentence, work) => end((tx) => giveUp(tx, failed, sentence), work),
    };
    return { context, isDone: () => done };
  }

  /** The member who announced the job, as she is now: an ended membership does nothing any more. */
  private async originator(system: Actor, row: OutboxRow): Promise<Actor> {
    const [member] = await this.transactions.run(
      system,
      (tx) =>
        tx.query<MemberRow>(
          `select account_id, role, organisation_id, client_id, auth.caseloads(id, $2::date) as caseloads
             from membership where id = $1 and status = 'ACTIVE'`,
          [row.actor_membership_id, dayOf(tx.now)],
        ),
      { readOnly: true },
    );
    if (member === undefined) throw new RequesterGone();
    return {
      countyId: system.countyId,
      role: member.role,
      accountId: member.account_id,
      membershipId: row.actor_membership_id,
      organisationId: member.organisation_id,
      clientId: member.client_id,
      ...(member.caseloads === null ? {} : { caseloads: member.caseloads }),
    };
  }
}

/** Each step asks anew whether the member may still act: what she lost between two steps, the second one has not. */
async function asStillActive<T>(tx: Tx, work: (tx: Tx) => Promise<T>): Promise<T> {
  const { countyId, membershipId, role, organisationId } = tx.actor;
  if (membershipId === null) return work(tx);
  const active = await tx.query(STILL_ACTIVE, [countyId, membershipId, role, organisationId]);
  if (active.length === 0) throw new RequesterGone();
  return work(tx);
}

async function pending(tx: Tx, outboxId: string): Promise<OutboxRow | null> {
  const [row] = await tx.query<OutboxRow>(
    `select subject_id, actor_membership_id, data, extract(epoch from $2::timestamptz - due_at)::float8 as wait_seconds
       from outbox_event where county_id = $3 and id = $1 and done_at is null and failed_at is null`,
    [outboxId, tx.now, tx.actor.countyId],
  );
  return row ?? null;
}

const since = (startedAt: number): number => Math.round(performance.now() - startedAt);
