import { Injectable } from '@nestjs/common';
import { Role } from '#domain/common/role';
import type { Tx } from '#platform/database/transaction';
import { Live } from '#platform/live/live';
import { Outbox } from '#platform/outbox/outbox';
import { PayCheckCloseJob, PayCheckPartJob } from './pay-check.jobs';

const step = (runKey: string | null, suffix: string): { runKey: string | null } => ({
  runKey: runKey === null ? null : `${runKey}-${suffix}`,
});

/** What a run announces: its parts and its close to the queue, how far it is to open screens. */
@Injectable()
export class RunAnnouncements {
  constructor(
    private readonly outbox: Outbox,
    private readonly live: Live,
  ) {}

  /** A job for each part, all in the transaction that made them. */
  async parts(
    tx: Tx,
    parts: readonly { readonly id: string; readonly organisationId: string }[],
    runKey: string | null,
  ): Promise<void> {
    await this.outbox.addAll(
      tx,
      PayCheckPartJob,
      parts.map(({ id, organisationId }) => ({ subjectId: id, data: step(runKey, organisationId) })),
    );
  }

  async close(tx: Tx, runId: string, runKey: string | null): Promise<void> {
    await this.outbox.add(tx, PayCheckCloseJob, { subjectId: runId, data: step(runKey, 'close') });
  }

  /** Another part is done. */
  progress(tx: Tx, runId: string): Promise<void> {
    return this.live.notify(tx, { type: 'pay-check-run', id: runId, roles: [Role.SUPERVISOR] });
  }

  /** The run is over: its findings are there. */
  end(tx: Tx, runId: string): Promise<void> {
    return this.live.notify(tx, { type: 'pay-check-run', id: runId, roles: [Role.SUPERVISOR, Role.CASEWORKER] });
  }
}
