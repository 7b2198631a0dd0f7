import { Injectable } from '@nestjs/common';
import { dayOf } from '#domain/common/day';
import { keptFrom } from '#domain/data-rights/retention';
import { Audit } from '#platform/audit/audit';
import type { Tx } from '#platform/database/transaction';
import type { ScheduleContext, ScheduleHandler } from '#platform/jobs/job-context';
import { HandlesSchedule } from '#platform/jobs/job-registry';
import { ClientErasure } from './client-erasure.service';
import { RetentionSweep } from './erasures.jobs';
import { RetentionRepository } from './retention.repository';

const SWEEP_TIMEOUT_MS = 60_000;

/** Lets go every night of what has been kept for its time; what is under a hold waits for its end. */
@Injectable()
@HandlesSchedule(RetentionSweep)
export class RetentionProcessor implements ScheduleHandler {
  constructor(
    private readonly retention: RetentionRepository,
    private readonly erasure: ClientErasure,
    private readonly audit: Audit,
  ) {}

  async handle(context: ScheduleContext): Promise<void> {
    const count =
      (await this.eraseClosedCases(context)) +
      (await this.sweep(context, 'freeTextAfterClosure', (tx, from) => this.retention.clearFreeText(tx, from))) +
      (await this.sweep(context, 'identityNumbers', (tx, from) => this.retention.clearIdentityNumbers(tx, from))) +
      (await this.sweep(context, 'comparatorLines', (tx, from) => this.retention.clearComparators(tx, from))) +
      (await this.sweep(context, 'comparatorLines', (tx, from) => this.retention.clearLineVersions(tx, from))) +
      (await this.sweep(context, 'disclosures', (tx, from) => this.retention.clearDisclosures(tx, from))) +
      (await this.sweep(context, 'consents', (tx, from) => this.retention.clearConsents(tx, from)));
    if (count > 0) context.log.info('personal data past its time let go', { count });
  }

  private async eraseClosedCases(context: ScheduleContext): Promise<number> {
    const due = await context.transact((tx) =>
      this.retention.closedCases(tx, keptFrom('caseAfterClosure', dayOf(tx.now))),
    );
    let erased = 0;
    for (const clientId of due) {
      const wasThere = await context.transact((tx) => this.erasure.erase(tx, clientId, 'client.retention_erased'));
      if (wasThere) erased += 1;
    }
    return erased;
  }

  private sweep(
    context: ScheduleContext,
    kind: Parameters<typeof keptFrom>[0],
    clear: (tx: Tx, before: string) => Promise<number>,
  ): Promise<number> {
    return context.transact(
      async (tx) => {
        const count = await clear(tx, keptFrom(kind, dayOf(tx.now)));
        if (count > 0)
          await this.audit.record(tx, {
            action: `retention.${kind}`,
            subjectType: 'county',
            subjectId: tx.actor.countyId,
          });
        return count;
      },
      { timeoutMs: SWEEP_TIMEOUT_MS },
    );
  }
}
