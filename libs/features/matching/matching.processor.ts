import { Injectable } from '@nestjs/common';
import type { ScheduleContext, ScheduleHandler } from '#platform/jobs/job-context';
import { HandlesSchedule } from '#platform/jobs/job-registry';
import { PositionChangesForgotten } from './matching.jobs';
import { RankingIndexRepository } from './ranking-index.repository';

/** An index that could not follow for so long is filled anew; it counts as absent long before. */
const KEPT_MS = 2 * 86_400_000;

/** Takes away every night what changed longer ago than an index could still follow. */
@Injectable()
@HandlesSchedule(PositionChangesForgotten)
export class PositionChangesProcessor implements ScheduleHandler {
  constructor(private readonly repository: RankingIndexRepository) {}

  async handle(context: ScheduleContext): Promise<void> {
    const count = await context.transact((tx) =>
      this.repository.forgetBefore(tx, new Date(tx.now.getTime() - KEPT_MS)),
    );
    if (count > 0) context.log.info('position changes forgotten', { count });
  }
}
