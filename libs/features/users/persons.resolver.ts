import { Args, ID, Mutation, Resolver } from '@nestjs/graphql';
import { Permission } from '#domain/common/permission';
import { Requires, StepUp } from '#platform/auth/access.decorators';
import { InCommand, type Command, type PayloadOf } from '#platform/graphql/command';
import { UuidScalar } from '#platform/graphql/scalars';
import { Member, MemberPayload } from './graphql/member.type';
import { MembersRepository } from './members.repository';
import { PersonsService } from './persons.service';

/** Which accounts belong to one natural person. */
@Resolver(() => Member)
export class PersonsResolver {
  constructor(
    private readonly service: PersonsService,
    private readonly members: MembersRepository,
  ) {}

  @Mutation(() => MemberPayload, {
    description:
      'Notes that the accounts of two members belong to one natural person: she never counts as the second person for what she did under the other. Codes: NOT_FOUND, SAME_ACCOUNT.',
  })
  @Requires(Permission.MEMBER_MANAGE)
  @StepUp()
  noteSamePerson(
    @InCommand() command: Command,
    @Args('id', { type: () => ID, description: 'Id of one membership.' }) id: string,
    @Args('otherId', { type: () => ID, description: 'Id of a membership under the other account.' }) otherId: string,
    @Args('idempotencyKey', { type: () => UuidScalar, description: 'Made by the caller, kept on a retry.' })
    _key: string,
  ): Promise<PayloadOf<Member, 'member'>> {
    return command.run({
      as: 'member',
      act: (tx) => this.service.noteSame(tx, id, otherId),
      read: (tx, noted) => this.members.byId(tx, noted),
    });
  }
}
