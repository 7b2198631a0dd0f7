import { Injectable } from '@nestjs/common';
import type { JobContext } from '#platform/jobs/job-context';
import { RunCause } from './pay-check-run.entity';
import { PayCheckPartsRepository } from './pay-check-parts.repository';
import { PayCheckRunsRepository } from './pay-check-runs.repository';
import { PayCheckCloseJob, PayCheckRunJob, type RunScope, type RunStep } from './pay-check.jobs';
import { PayCheckService } from './pay-check.service';
import { PayFactsRepository } from './pay-facts.repository';
import { PayMonthTestsService } from './pay-month-tests.service';
import { RunAnnouncements } from './run-announcements';

/** A run that makes the month's tests anew; the others leave them as they stand. */
const isFull = (cause: RunCause): boolean => cause === RunCause.MONTHLY || cause === RunCause.REQUESTED;

/** The run's key out of its part's. */
const parentKey = (partKey: string | null, organisationId: string): string | null =>
  partKey === null ? null : partKey.slice(0, -organisationId.length - 1);

/** The month's family and the end of a run may take longer than one enterprise. */
const CLOSE_TIMEOUT_MS = 60_000;

/**
 * Does a run: it is divided into a part for each enterprise, each a job and a transaction of its own, and the part that is
 * the last one announces the close. Whatever is killed goes on where parts are open.
 */
@Injectable()
export class PayCheckExecutionService {
  constructor(
    private readonly runs: PayCheckRunsRepository,
    private readonly parts: PayCheckPartsRepository,
    private readonly facts: PayFactsRepository,
    private readonly check: PayCheckService,
    private readonly tests: PayMonthTestsService,
    private readonly announcements: RunAnnouncements,
  ) {}

  /** Divides a run among the enterprises with somebody at work in its month; one that is over is left alone. */
  async divide(job: JobContext<RunScope>): Promise<void> {
    const { organisationId, runKey = null } = job.data;
    await job.complete(async (tx) => {
      const run = await this.runs.byId(tx, job.subjectId);
      if (run === null || run.state !== 'QUEUED') return;
      await this.runs.start(tx, run.id);
      const enterprises = await this.facts.enterprises(tx, run.period, organisationId);
      const parts = await this.parts.insert(tx, run.id, enterprises);
      await this.announcements.parts(tx, parts, runKey);
      if (parts.length === 0) await this.announcements.close(tx, run.id, runKey);
      await this.announcements.progress(tx, run.id);
      job.log.info('pay check divided', { job: PayCheckRunJob.name, subjectId: run.id, count: parts.length });
    });
  }

  /** Does one enterprise's part, once; the last one announces the close. */
  async part(job: JobContext<RunStep>): Promise<void> {
    await job.complete(async (tx) => {
      const part = await this.parts.lock(tx, job.subjectId);
      if (part === null || part.state === 'DONE') return;
      const { runId, organisationId } = part;
      const run = await this.runs.byId(tx, runId);
      if (run === null) return;
      const { period, cause } = run;
      const standing = isFull(cause) ? null : await this.tests.standing(tx, period, organisationId);
      const outcome = await this.check.checkEnterprise(tx, { runId, period, organisationId }, standing);
      await this.parts.finish(tx, part.id, outcome);
      await this.runs.lock(tx, runId);
      if (await this.parts.areAllDone(tx, runId))
        await this.announcements.close(tx, runId, parentKey(job.data.runKey ?? null, organisationId));
      await this.announcements.progress(tx, runId);
    });
  }

  /** Makes the month's tests where the run makes them, and ends it. */
  async close(job: JobContext<RunStep>): Promise<void> {
    await job.complete(
      async (tx) => {
        const run = await this.runs.lock(tx, job.subjectId);
        if (run === null || run.state !== 'RUNNING') return;
        if (isFull(run.cause)) await this.tests.judge(tx, run);
        await this.runs.finish(tx, run.id, run.period);
        await this.announcements.end(tx, run.id);
      },
      { timeoutMs: CLOSE_TIMEOUT_MS },
    );
    job.log.info('pay check computed', { job: PayCheckCloseJob.name, subjectId: job.subjectId });
  }
}
