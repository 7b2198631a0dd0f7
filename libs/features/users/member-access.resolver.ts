import { Args, ID, Mutation, Resolver } from '@nestjs/graphql';
import type { Outcome } from '#domain/common/outcome';
import { Permission } from '#domain/common/permission';
import { Requires, StepUp } from '#platform/auth/access.decorators';
import { newOneTimeCode } from '#platform/auth/second-factor';
import type { Tx } from '#platform/database/transaction';
import { InCommand, type Command, type PayloadOf } from '#platform/graphql/command';
import { UuidScalar } from '#platform/graphql/scalars';
import { Member, MemberInvitationPayload, MemberPayload } from './graphql/member.type';
import { MemberAccessService } from './member-access.service';
import { MembersRepository } from './members.repository';

const KEY = { type: () => UuidScalar, description: 'Made by the caller, kept on a retry.' } as const;
const MEMBER_ID = { type: () => ID, description: 'Id of the membership.' } as const;

/** Who can sign in at all, for administrators. */
@Resolver(() => Member)
export class MemberAccessResolver {
  constructor(
    private readonly service: MemberAccessService,
    private readonly repository: MembersRepository,
  ) {}

  @Mutation(() => MemberInvitationPayload, {
    description:
      'Lets a member in who did not get in: mails a new link (72 hours, the one before ends), or issues a one-time code, which ends her password and all her sign-ins and of which she is told by mail. Codes: NOT_FOUND, OWN_MEMBERSHIP, WRONG_STATE, ADDRESS_REQUIRED.',
  })
  @Requires(Permission.MEMBER_MANAGE)
  @StepUp()
  async reinviteMember(
    @InCommand() command: Command,
    @Args('id', MEMBER_ID) id: string,
    @Args('byMail', { type: () => Boolean, description: 'True: by a link in a mail; false: by a code to hand over.' })
    byMail: boolean,
    @Args('idempotencyKey', KEY) _key: string,
  ): Promise<MemberInvitationPayload> {
    let oneTimeCode: string | null = null;
    const payload = await this.run(command, (tx) => {
      if (byMail) return this.service.mailLink(tx, id);
      oneTimeCode = newOneTimeCode();
      return this.service.issueCode(tx, id, oneTimeCode);
    });
    return { ...payload, oneTimeCode: payload.member === null ? null : oneTimeCode };
  }

  @Mutation(() => MemberPayload, {
    description:
      'Shuts the account of a member in all its memberships, at once. Codes: NOT_FOUND, OWN_MEMBERSHIP, LAST_ADMINISTRATOR, WRONG_STATE.',
  })
  @Requires(Permission.MEMBER_MANAGE)
  @StepUp()
  disableAccount(
    @InCommand() command: Command,
    @Args('id', MEMBER_ID) id: string,
    @Args('idempotencyKey', KEY) _key: string,
  ): Promise<PayloadOf<Member, 'member'>> {
    return this.run(command, (tx) => this.service.setStatus(tx, id, 'DISABLED'));
  }

  @Mutation(() => MemberPayload, {
    description: 'Opens the account of a member again. Codes: NOT_FOUND, OWN_MEMBERSHIP, WRONG_STATE.',
  })
  @Requires(Permission.MEMBER_MANAGE)
  @StepUp()
  enableAccount(
    @InCommand() command: Command,
    @Args('id', MEMBER_ID) id: string,
    @Args('idempotencyKey', KEY) _key: string,
  ): Promise<PayloadOf<Member, 'member'>> {
    return this.run(command, (tx) => this.service.setStatus(tx, id, 'ACTIVE'));
  }

  @Mutation(() => MemberPayload, {
    description:
      'Undoes the link of a member’s account to the sign-in provider; all her sign-ins end. Codes: NOT_FOUND, OWN_MEMBERSHIP, WRONG_STATE where there is none.',
  })
  @Requires(Permission.MEMBER_MANAGE)
  @StepUp()
  unlinkMemberProvider(
    @InCommand() command: Command,
    @Args('id', MEMBER_ID) id: string,
    @Args('idempotencyKey', KEY) _key: string,
  ): Promise<PayloadOf<Member, 'member'>> {
    return this.run(command, (tx) => this.service.unlinkProvider(tx, id));
  }

  private run(
    command: Command,
    act: (tx: Tx) => Promise<Outcome<{ id: string }>>,
  ): Promise<PayloadOf<Member, 'member'>> {
    return command.run({ as: 'member', act, read: (tx, id) => this.repository.byId(tx, id) });
  }
}
