import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import { dayOf, isMonth, monthOf, type Month } from '#domain/common/day';
import { done, refusal, refused, type Outcome } from '#domain/common/outcome';
import { Role } from '#domain/common/role';
import { ParametersService } from '#features/parameters';
import { Audit } from '#platform/audit/audit';
import type { Tx } from '#platform/database/transaction';
import { Live } from '#platform/live/live';
import { Outbox } from '#platform/outbox/outbox';
import { RunCause } from './pay-check-run.entity';
import { PayCheckRunsRepository } from './pay-check-runs.repository';
import { PayCheckRunJob } from './pay-check.jobs';
import { latestPeriodToRun } from './payroll-deadline';

/** Why no run was set off. */
export type PayCheckRunCode = 'NOT_A_MONTH' | 'MONTH_NOT_BEGUN';

/** What sets a run off, and for whom. */
export interface NewRun {
  readonly period: Month;
  readonly cause: RunCause;
  /** Null = all enterprises of the county. */
  readonly organisationId: string | null;
}

/** Sets pay-check runs off. */
@Injectable()
export class PayCheckRunsService {
  constructor(
    private readonly runs: PayCheckRunsRepository,
    private readonly parameters: ParametersService,
    private readonly outbox: Outbox,
    private readonly audit: Audit,
    private readonly live: Live,
  ) {}

  /** A person asks for a run over a month that has begun. */
  async request(tx: Tx, period: string): Promise<Outcome<{ id: string }, PayCheckRunCode>> {
    if (!isMonth(period)) return refused(refusal('NOT_A_MONTH', ['period']));
    if (period > monthOf(dayOf(tx.now))) return refused(refusal('MONTH_NOT_BEGUN', ['period']));
    const id = await this.queue(tx, { period, cause: RunCause.REQUESTED, organisationId: null });
    await this.audit.record(tx, { action: 'pay-check.requested', subjectType: 'pay_check_run', subjectId: id });
    return done({ id });
  }

  /** Queues the next revision of a month's run; gives its id. */
  async queue(tx: Tx, { period, cause, organisationId }: NewRun): Promise<string> {
    const id = uuidv7();
    const runKey = await this.runs.insertNext(tx, { id, period, cause });
    await this.outbox.add(tx, PayCheckRunJob, { subjectId: id, data: { organisationId, runKey } });
    await this.live.notify(tx, { type: 'pay-check-run', id, roles: [Role.SUPERVISOR] });
    return id;
  }

  /** Queues a run over the month that an enterprise declared. */
  async queueForUpload(tx: Tx, organisationId: string, period: Month): Promise<void> {
    await this.queue(tx, { period, cause: RunCause.PAYROLL_UPLOADED, organisationId });
  }

  /** Queues the monthly run that is due, once; says whether it did. A month without placements needs none. */
  async queueMonthly(tx: Tx): Promise<boolean> {
    const period = latestPeriodToRun(dayOf(tx.now), await this.parameters.calendar(tx));
    if (await this.runs.hasMonthlyRun(tx, period)) return false;
    if (!(await this.runs.hasPlacements(tx, period))) return false;
    await this.queue(tx, { period, cause: RunCause.MONTHLY, organisationId: null });
    return true;
  }
}
