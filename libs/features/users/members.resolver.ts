import { Args, ID, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Permission } from '#domain/common/permission';
import { Requires, StepUp } from '#platform/auth/access.decorators';
import { newOneTimeCode } from '#platform/auth/second-factor';
import { InCommand, InOperation, type Command, type PayloadOf } from '#platform/graphql/command';
import { connectionOf, pageRequest, type Connection } from '#platform/graphql/connection';
import type { Operation } from '#platform/graphql/operation';
import { UuidScalar } from '#platform/graphql/scalars';
import {
  Member,
  MemberChanges,
  MemberConnection,
  MemberFilter,
  MemberInput,
  MemberInvitationPayload,
  MemberPayload,
  MembershipInput,
} from './graphql/member.type';
import { MembersRepository } from './members.repository';
import { MembersService } from './members.service';

/** Members of the county, for administrators. */
@Resolver(() => Member)
export class MembersResolver {
  constructor(
    private readonly service: MembersService,
    private readonly repository: MembersRepository,
  ) {}

  @Query(() => MemberConnection, { description: 'Members in order of login; clients are not among them.' })
  @Requires(Permission.MEMBER_MANAGE)
  async members(
    @InOperation() operation: Operation,
    @Args('first', { type: () => Int, nullable: true, description: 'Rows of the page, 1..100; 20 unless told.' })
    first?: number,
    @Args('after', { type: () => String, nullable: true, description: 'Cursor of the row before the page.' })
    after?: string,
    @Args('filter', { type: () => MemberFilter, nullable: true, description: 'Narrows the list.' })
    filter?: MemberFilter,
  ): Promise<Connection<Member>> {
    const request = pageRequest(first, after);
    const { search, role = null, status = null } = filter ?? {};
    const criteria = { search: search?.trim().slice(0, 40) || null, role, status };
    return operation.read(async (tx) =>
      connectionOf(await this.repository.page(tx, criteria, request), request, (row) => row.login),
    );
  }

  @Mutation(() => MemberInvitationPayload, {
    description:
      'Makes an account and a membership that waits for its owner; mails her a link where there is an address. Codes: MALFORMED_LOGIN, LOGIN_TAKEN, MALFORMED_ADDRESS, REQUIRED, OUT_OF_RANGE, NOT_FOUND, ROLE_NOT_ALLOWED.',
  })
  @Requires(Permission.MEMBER_MANAGE)
  @StepUp()
  async inviteMember(
    @InCommand() command: Command,
    @Args('input', { type: () => MemberInput, description: 'The new member.' }) input: MemberInput,
    @Args('idempotencyKey', { type: () => UuidScalar, description: 'Made by the caller, kept on a retry.' })
    _key: string,
  ): Promise<PayloadOf<Member, 'member'> & { oneTimeCode: string | null }> {
    let oneTimeCode: string | null = null;
    const payload = await command.run({
      as: 'member',
      act: (tx) => {
        oneTimeCode = newOneTimeCode();
        return this.service.invite(tx, input, oneTimeCode);
      },
      read: (tx, id) => this.repository.byId(tx, id),
    });
    const isShown = payload.member !== null && payload.member.workEmail === null;
    return { ...payload, oneTimeCode: isShown ? oneTimeCode : null };
  }

  @Mutation(() => MemberPayload, {
    description:
      'Gives a member one more role; she signs in as before and switches. Codes: NOT_FOUND, OWN_MEMBERSHIP, WRONG_STATE, ROLE_NOT_ALLOWED, ALREADY_MEMBER.',
  })
  @Requires(Permission.MEMBER_MANAGE)
  @StepUp()
  addMembership(
    @InCommand() command: Command,
    @Args('memberId', { type: () => ID, description: 'Id of a membership that she has.' }) memberId: string,
    @Args('input', { type: () => MembershipInput, description: 'The new role.' }) input: MembershipInput,
    @Args('idempotencyKey', { type: () => UuidScalar, description: 'Made by the caller, kept on a retry.' })
    _key: string,
  ): Promise<PayloadOf<Member, 'member'>> {
    return command.run({
      as: 'member',
      act: (tx) => this.service.add(tx, memberId, input),
      read: (tx, id) => this.repository.byId(tx, id),
    });
  }

  @Mutation(() => MemberPayload, {
    description:
      'Changes name and address of a member. Codes: NOT_FOUND, STALE_VERSION (with currentVersion), REQUIRED, OUT_OF_RANGE, MALFORMED_ADDRESS.',
  })
  @Requires(Permission.MEMBER_MANAGE)
  @StepUp()
  changeMember(
    @InCommand() command: Command,
    @Args('id', { type: () => ID, description: 'Id of the membership.' }) id: string,
    @Args('expectedVersion', { type: () => Int, description: 'Version that the change was made from.' })
    expectedVersion: number,
    @Args('input', { type: () => MemberChanges, description: 'What changes.' }) input: MemberChanges,
    @Args('idempotencyKey', { type: () => UuidScalar, description: 'Made by the caller, kept on a retry.' })
    _key: string,
  ): Promise<PayloadOf<Member, 'member'>> {
    return command.run({
      as: 'member',
      act: (tx) => this.service.change(tx, id, expectedVersion, input),
      read: (tx, changed) => this.repository.byId(tx, changed),
    });
  }

  @Mutation(() => MemberPayload, {
    description:
      'Ends a membership and its sessions at once. Codes: NOT_FOUND, WRONG_STATE, OWN_MEMBERSHIP, LAST_ADMINISTRATOR, HAS_CLIENTS (with clients: a supervisor hands them over first).',
  })
  @Requires(Permission.MEMBER_MANAGE)
  @StepUp()
  endMembership(
    @InCommand() command: Command,
    @Args('id', { type: () => ID, description: 'Id of the membership.' }) id: string,
    @Args('idempotencyKey', { type: () => UuidScalar, description: 'Made by the caller, kept on a retry.' })
    _key: string,
  ): Promise<PayloadOf<Member, 'member'>> {
    return command.run({
      as: 'member',
      act: (tx) => this.service.end(tx, id),
      read: (tx, ended) => this.repository.byId(tx, ended),
    });
  }
}
