import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Permission } from '#domain/common/permission';
import { Requires } from '#platform/auth/access.decorators';
import { InCommand, InOperation, type Command, type PayloadOf } from '#platform/graphql/command';
import type { Operation } from '#platform/graphql/operation';
import { UuidScalar } from '#platform/graphql/scalars';
import { FollowUpReader } from './follow-up-reader';
import { answersOfInput, followUpOf } from './graphql/follow-up.mapping';
import { FollowUpAnswersInput } from './graphql/follow-up.input';
import { FollowUp, FollowUpPayload } from './graphql/follow-up.type';
import { WorkAnswersService } from './work-answers.service';

/** Follow-ups as the client herself answers them on her phone. */
@Resolver()
export class MyFollowUpsResolver {
  constructor(
    private readonly reader: FollowUpReader,
    private readonly service: WorkAnswersService,
  ) {}

  @Query(() => [FollowUp], { description: 'One’s own follow-ups that wait for an answer today, earliest first.' })
  @Requires(Permission.OWN_FILE_READ)
  myFollowUps(@InOperation() operation: Operation): Promise<FollowUp[]> {
    return operation.read(async (tx) => (await this.reader.unanswered(tx)).map(followUpOf));
  }

  @Mutation(() => FollowUpPayload, {
    description:
      'Answers the work-related questions of one’s own follow-up; nothing but skipped questions says that one does not want to be asked this time. Codes: NOT_FOUND, WRONG_STATE (with status), NOT_YET (with dueOn), ALREADY_ANSWERED.',
  })
  @Requires(Permission.OWN_DECISION)
  answerMyFollowUp(
    @InCommand() command: Command,
    @Args('id', { type: () => ID, description: 'Id of the milestone.' }) id: string,
    @Args('answers', { type: () => FollowUpAnswersInput, description: 'The answers.' }) answers: FollowUpAnswersInput,
    @Args('idempotencyKey', { type: () => UuidScalar, description: 'Made by the caller, kept on a retry.' })
    _key: string,
  ): Promise<PayloadOf<FollowUp, 'milestone'>> {
    return command.run({
      as: 'milestone',
      act: (tx) => this.service.answerOwn(tx, id, answersOfInput(answers)),
      read: async (tx, answered) => {
        const row = await this.reader.byId(tx, answered);
        return row === null ? null : followUpOf(row);
      },
    });
  }
}
