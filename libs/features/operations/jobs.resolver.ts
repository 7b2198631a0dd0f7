import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Permission } from '#domain/common/permission';
import { Requires } from '#platform/auth/access.decorators';
import { InCommand, InOperation, type Command, type PayloadOf } from '#platform/graphql/command';
import type { Operation } from '#platform/graphql/operation';
import { UuidScalar } from '#platform/graphql/scalars';
import { declaredJobs } from '#platform/jobs/job-definition';
import { JobKind, WaitingJob, WaitingJobPayload } from './graphql/jobs.type';
import { WaitingJobsRepository } from './waiting-jobs.repository';
import { WaitingJobsService } from './waiting-jobs.service';

const KEY = { type: () => UuidScalar, description: 'Made by the caller, kept on a retry.' } as const;
const ID_OF_JOB = { type: () => ID, description: 'Id of the waiting job.' } as const;

type Answer = Promise<PayloadOf<WaitingJob, 'waitingJob'>>;

/** Jobs of the county as its administrator watches them. */
@Resolver()
export class JobsResolver {
  constructor(
    private readonly jobs: WaitingJobsRepository,
    private readonly service: WaitingJobsService,
  ) {}

  @Query(() => [JobKind], {
    description: 'How it stands with each kind of job that has work, in the order of its name.',
  })
  @Requires(Permission.JOB_CARE)
  async jobKinds(@InOperation() operation: Operation): Promise<JobKind[]> {
    const counts = await operation.read((tx) => this.jobs.counts(tx));
    const queueOf = new Map(declaredJobs().map(({ name, queue }) => [name, queue]));
    return counts.map((one) => ({ ...one, queue: queueOf.get(one.job) ?? 'default' }));
  }

  @Query(() => [WaitingJob], {
    description: 'Jobs whose tries are used up, the oldest first, a hundred at most. They do not vanish by themselves.',
  })
  @Requires(Permission.JOB_CARE)
  waitingJobs(@InOperation() operation: Operation): Promise<WaitingJob[]> {
    return operation.read((tx) => this.jobs.waiting(tx));
  }

  @Mutation(() => WaitingJobPayload, {
    description:
      'Gives a waiting job its tries anew, under the same key: what was delivered is not delivered again. Codes: NOT_FOUND, WRONG_STATE.',
  })
  @Requires(Permission.JOB_CARE)
  retryJob(
    @InCommand() command: Command,
    @Args('id', ID_OF_JOB) id: string,
    @Args('idempotencyKey', KEY) _key: string,
  ): Answer {
    return this.run(command, (tx) => this.service.retry(tx, id));
  }

  @Mutation(() => WaitingJobPayload, {
    description: 'Leaves a waiting job undone for good. Codes: NOT_FOUND, WRONG_STATE.',
  })
  @Requires(Permission.JOB_CARE)
  dropJob(
    @InCommand() command: Command,
    @Args('id', ID_OF_JOB) id: string,
    @Args('idempotencyKey', KEY) _key: string,
  ): Answer {
    return this.run(command, (tx) => this.service.drop(tx, id));
  }

  private run(command: Command, act: Parameters<Command['run']>[0]['act']): Answer {
    return command.run({ as: 'waitingJob', act, read: (tx, id) => this.jobs.byId(tx, id) });
  }
}
