import { Injectable } from '@nestjs/common';
import { Role } from '#domain/common/role';
import type { JobContext } from '#platform/jobs/job-context';
import { Live } from '#platform/live/live';
import { PayCheckRunsRepository } from './pay-check-runs.repository';
import { PayCheckRunJob, type RunScope } from './pay-check.jobs';
import { PayCheckService } from './pay-check.service';
import { PayFactsRepository } from './pay-facts.repository';

/** Does a run, one transaction per enterprise; a killed run goes on where results are missing. */
@Injectable()
export class PayCheckExecutionService {
  constructor(
    private readonly runs: PayCheckRunsRepository,
    private readonly facts: PayFactsRepository,
    private readonly check: PayCheckService,
    private readonly live: Live,
  ) {}

  /** Does the job's run; one that is over is left alone. */
  async execute(job: JobContext<RunScope>): Promise<void> {
    const run = await job.transact((tx) => this.runs.byId(tx, job.subjectId));
    if (run === null || run.state === 'DONE' || run.state === 'FAILED') return;
    const { id: runId, period } = run;
    const enterprises = await job.transact(async (tx) => {
      await this.runs.start(tx, runId);
      await this.live.notify(tx, { type: 'pay-check-run', id: runId, roles: [Role.SUPERVISOR] });
      return this.facts.enterprises(tx, period, job.data.organisationId);
    });
    let count = 0;
    for (const organisationId of enterprises) {
      count += await job.transact((tx) => this.check.checkEnterprise(tx, { runId, period, organisationId }));
    }
    job.log.info('pay check computed', { job: PayCheckRunJob.name, subjectId: runId, count });
    await job.complete(async (tx) => {
      await this.runs.finish(tx, runId, period);
      await this.live.notify(tx, { type: 'pay-check-run', id: runId, roles: [Role.SUPERVISOR, Role.CASEWORKER] });
    });
  }
}
