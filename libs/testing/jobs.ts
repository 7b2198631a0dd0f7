import type { INestApplicationContext, Type } from '@nestjs/common';
import type { Job } from 'bullmq';
import { systemActor } from '#domain/common/actor';
import { Clock } from '#platform/clock/clock';
import { Transactions } from '#platform/database/transactions';
import type { JobContext, JobHandler } from '#platform/jobs/job-context';
import type { JobRegistry } from '#platform/jobs/job-registry';
import { JobRunner } from '#platform/jobs/job-runner';
import type { QueuedJob } from '#platform/jobs/queue-connection';
import { Logger } from '#platform/logging/logger';

/** The classes that do the jobs under test, by the name of the job. */
export type TestedHandlers = Readonly<Record<string, Type<JobHandler>>>;

/**
 * Does what is due in one county, in this process and without a queue, until nothing is left: relay and worker in one.
 * Jobs without a handler here stay where they are. Gives the names of the jobs in the order in which they were done.
 * `afterStep` is done after each step of a job, when its transaction has committed.
 */
export async function doDueJobs(
  app: INestApplicationContext,
  countyId: string,
  handlers: TestedHandlers,
  afterStep?: () => Promise<void>,
): Promise<string[]> {
  const transactions = app.get(Transactions);
  const registry = {
    handlerOf: (name: string): JobHandler => stepped(app.get(handlers[name] as Type<JobHandler>), afterStep),
  };
  const runner = new JobRunner(registry as unknown as JobRegistry, transactions, app.get(Logger));
  const done: string[] = [];
  for (;;) {
    const [due] = await transactions.run(systemActor(countyId, 'test'), (tx) =>
      tx.query<{ id: string; job: string }>(
        `select id, job from outbox_event where done_at is null and failed_at is null and due_at <= $1 and job = any($2)
          order by due_at, id limit 1`,
        [app.get(Clock).now(), Object.keys(handlers)],
      ),
    );
    if (due === undefined) return done;
    await runner.run({
      name: due.job,
      data: { outboxId: due.id, countyId, generation: 1 },
      attemptsMade: 0,
      opts: { attempts: 5 },
    } as unknown as Job<QueuedJob>);
    done.push(due.job);
  }
}

function stepped(handler: JobHandler, afterStep: (() => Promise<void>) | undefined): JobHandler {
  if (afterStep === undefined) return handler;
  const transact =
    (job: JobContext): JobContext['transact'] =>
    async (work, options) => {
      const result = await job.transact(work, options);
      await afterStep();
      return result;
    };
  return {
    handle: (job) => handler.handle({ ...job, transact: transact(job) }),
    requesterGone: async (tx, subjectId) => handler.requesterGone?.(tx, subjectId),
  };
}
