import { Injectable } from '@nestjs/common';
import { addDays, dayOf } from '#domain/common/day';
import { TasksService } from '#features/tasks';
import type { JobContext, JobHandler } from '#platform/jobs/job-context';
import { HandlesJob } from '#platform/jobs/job-registry';
import { AnotherMentorWished } from './mentors.jobs';
import { PairingsRepository } from './pairings.repository';
import { MENTOR_WISHED } from './pairings.service';

/** Asks the caseworker to find somebody else; nothing where the client has been paired again meanwhile. */
@Injectable()
@HandlesJob(AnotherMentorWished)
export class AnotherMentorWishedProcessor implements JobHandler {
  constructor(
    private readonly pairings: PairingsRepository,
    private readonly tasks: TasksService,
  ) {}

  async handle(job: JobContext): Promise<void> {
    await job.complete(async (tx) => {
      const ended = await this.pairings.byId(tx, job.subjectId);
      if (ended === null) return;
      const [latest] = await this.pairings.ofClients(tx, [ended.clientId]);
      if (latest?.id !== ended.id) return;
      await this.tasks.raise(tx, {
        kind: MENTOR_WISHED,
        subjectType: 'client',
        subjectId: ended.clientId,
        clientId: ended.clientId,
        assigneeMembershipId: ended.caseworkerMembershipId,
        dueOn: addDays(dayOf(tx.now), 1),
      });
    });
  }
}
