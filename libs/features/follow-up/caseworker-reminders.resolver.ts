import { Args, ID, Mutation, Resolver } from '@nestjs/graphql';
import { Permission } from '#domain/common/permission';
import { Requires } from '#platform/auth/access.decorators';
import { InCommand, type Command, type PayloadOf } from '#platform/graphql/command';
import { UuidScalar } from '#platform/graphql/scalars';
import { CaseworkerRemindersService } from './caseworker-reminders.service';
import { FollowUpReader } from './follow-up-reader';
import { followUpOf } from './graphql/follow-up.mapping';
import { FollowUp, FollowUpPayload } from './graphql/follow-up.type';

/** Reminders that a supervisor sends by hand. */
@Resolver()
export class CaseworkerRemindersResolver {
  constructor(
    private readonly reminders: CaseworkerRemindersService,
    private readonly reader: FollowUpReader,
  ) {}

  @Mutation(() => FollowUpPayload, {
    description:
      'Reminds the caseworker of a late follow-up of everything of hers that is late: one mail a day. Codes: NOT_FOUND, NOT_LATE (with status), NO_CASEWORKER, CASEWORKER_REMINDED (with lastRemindedOn).',
  })
  @Requires(Permission.CASEWORKER_REMIND)
  remindCaseworker(
    @InCommand() command: Command,
    @Args('milestoneId', { type: () => ID, description: 'Id of the late milestone.' }) milestoneId: string,
    @Args('idempotencyKey', { type: () => UuidScalar, description: 'Made by the caller, kept on a retry.' })
    _key: string,
  ): Promise<PayloadOf<FollowUp, 'milestone'>> {
    return command.run({
      as: 'milestone',
      act: (tx) => this.reminders.remind(tx, milestoneId),
      read: async (tx, id) => {
        const row = await this.reader.byId(tx, id);
        return row === null ? null : followUpOf(row);
      },
    });
  }
}
