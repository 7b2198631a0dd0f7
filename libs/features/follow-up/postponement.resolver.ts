import { Args, ID, Mutation, Resolver } from '@nestjs/graphql';
import { Permission } from '#domain/common/permission';
import { Requires } from '#platform/auth/access.decorators';
import type { Tx } from '#platform/database/transaction';
import { InCommand, type Command, type PayloadOf } from '#platform/graphql/command';
import { UuidScalar } from '#platform/graphql/scalars';
import { FollowUpReader } from './follow-up-reader';
import { SnoozeInput } from './graphql/follow-up.input';
import { followUpOf } from './graphql/follow-up.mapping';
import { FollowUp, FollowUpPayload } from './graphql/follow-up.type';
import { PostponementService } from './postponement.service';

/** Follow-ups that a caseworker puts off or closes. */
@Resolver()
export class PostponementResolver {
  constructor(
    private readonly service: PostponementService,
    private readonly reader: FollowUpReader,
  ) {}

  @Mutation(() => FollowUpPayload, {
    description:
      'Puts a due follow-up of one’s own caseload off, twice at most. Codes: NOT_FOUND, WRONG_STATE (with status), SNOOZED_OUT (with most), NOT_LATER, NOT_A_WORKDAY, TOO_FAR (with latest), AFTER_WINDOW (with latest).',
  })
  @Requires(Permission.FOLLOW_UP_RECORD)
  snoozeFollowUp(
    @InCommand() command: Command,
    @Args('id', { type: () => ID, description: 'Id of the milestone.' }) id: string,
    @Args('input', { type: () => SnoozeInput, description: 'To when, and why.' }) input: SnoozeInput,
    @Args('idempotencyKey', { type: () => UuidScalar, description: 'Made by the caller, kept on a retry.' })
    _key: string,
  ): Promise<PayloadOf<FollowUp, 'milestone'>> {
    return command.run({
      as: 'milestone',
      act: (tx) => this.service.snooze(tx, id, input),
      read: (tx, snoozed) => this.found(tx, snoozed),
    });
  }

  @Mutation(() => FollowUpPayload, {
    description:
      'Closes a follow-up of one’s own caseload that the person does not want; nobody is reminded of it again. Codes: NOT_FOUND, WRONG_STATE (with status).',
  })
  @Requires(Permission.FOLLOW_UP_RECORD)
  declineFollowUp(
    @InCommand() command: Command,
    @Args('id', { type: () => ID, description: 'Id of the milestone.' }) id: string,
    @Args('idempotencyKey', { type: () => UuidScalar, description: 'Made by the caller, kept on a retry.' })
    _key: string,
  ): Promise<PayloadOf<FollowUp, 'milestone'>> {
    return command.run({
      as: 'milestone',
      act: (tx) => this.service.decline(tx, id),
      read: (tx, declined) => this.found(tx, declined),
    });
  }

  private async found(tx: Tx, id: string): Promise<FollowUp | null> {
    const row = await this.reader.byId(tx, id);
    return row === null ? null : followUpOf(row);
  }
}
