import { Args, ID, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Permission } from '#domain/common/permission';
import { Role } from '#domain/common/role';
import { EnterpriseDeclineReason } from '#domain/referrals/referral-codes';
import { Requires } from '#platform/auth/access.decorators';
import type { Tx } from '#platform/database/transaction';
import { InCommand, InOperation, type Command, type PayloadOf } from '#platform/graphql/command';
import { connectionOf, keysOf, pageRequest, type Connection } from '#platform/graphql/connection';
import type { Operation } from '#platform/graphql/operation';
import { UuidScalar } from '#platform/graphql/scalars';
import { CandidatesService } from './candidates.service';
import type { ReferralOutcome } from './caseworker-referrals.service';
import { EnterpriseAnswersService } from './enterprise-answers.service';
import { CandidateFilter, InvitationInput, OfferInput } from './graphql/referral.input';
import { answeredCandidateOf, candidateOf } from './graphql/referral.mapping';
import { Candidate, CandidateConnection, CandidatePayload } from './graphql/referral.type';
import { ReferralsRepository } from './referrals.repository';

type Answer = Promise<PayloadOf<Candidate, 'candidate'>>;

/** Candidates as an enterprise sees and answers them. */
@Resolver(() => Candidate)
export class CandidatesResolver {
  constructor(
    private readonly candidatesService: CandidatesService,
    private readonly answers: EnterpriseAnswersService,
    private readonly repository: ReferralsRepository,
  ) {}

  @Query(() => CandidateConnection, {
    description: 'One’s own candidates, the newest above. What is shown is put on record for the client.',
  })
  @Requires(Permission.CANDIDATE_READ)
  candidates(
    @InOperation() operation: Operation,
    @Args('first', { type: () => Int, nullable: true, description: 'Rows of the page, 1..100; 20 unless told.' })
    first?: number,
    @Args('after', { type: () => String, nullable: true, description: 'Cursor of the row before the page.' })
    after?: string,
    @Args('filter', { type: () => CandidateFilter, nullable: true, description: 'Narrows the list.' })
    filter?: CandidateFilter,
  ): Promise<Connection<Candidate>> {
    const request = pageRequest(first, after);
    const criteria = { status: filter?.status ?? null, positionId: filter?.positionId ?? null, clientId: null };
    return operation.disclose(async (tx) => {
      const page = await this.candidatesService.page(tx, criteria, request);
      const connection = connectionOf(page, request, keysOf(page));
      const edges = connection.edges.map(({ cursor, node }) => ({
        cursor,
        node: candidateOf(node, Role.ENTERPRISE_HR),
      }));
      return { ...connection, edges };
    });
  }

  @Mutation(() => CandidatePayload, { description: 'Opens a card: a read receipt. Codes: NOT_FOUND, WRONG_STATE.' })
  @Requires(Permission.CANDIDATE_ANSWER)
  viewCandidate(
    @InCommand() command: Command,
    @Args('id', { type: () => ID, description: 'Id of the referral.' }) id: string,
    @Args('idempotencyKey', { type: () => UuidScalar, description: 'Made by the caller, kept on a retry.' })
    _key: string,
  ): Answer {
    return this.run(command, (tx) => this.answers.view(tx, id));
  }

  @Mutation(() => CandidatePayload, {
    description:
      'Invites a viewed candidate to meet, or changes time and place. Codes: NOT_FOUND, WRONG_STATE, INVITATION_IN_PAST, PLACE_REQUIRED, WORK_SAMPLE_OUT_OF_RANGE, WORK_SAMPLE_TOO_LONG.',
  })
  @Requires(Permission.CANDIDATE_ANSWER)
  inviteCandidate(
    @InCommand() command: Command,
    @Args('id', { type: () => ID, description: 'Id of the referral.' }) id: string,
    @Args('input', { type: () => InvitationInput, description: 'When and where.' }) input: InvitationInput,
    @Args('idempotencyKey', { type: () => UuidScalar, description: 'Made by the caller, kept on a retry.' })
    _key: string,
  ): Answer {
    return this.run(command, (tx) => this.answers.invite(tx, id, input));
  }

  @Mutation(() => CandidatePayload, {
    description:
      'Offers a contract and holds a slot for seven days. Codes: NOT_FOUND, WRONG_STATE, SLOT_TAKEN, AGREEMENT_NOT_ACTIVE, POSITION_NOT_PUBLISHED, PAY_BELOW_MINIMUM_WAGE, PAY_BELOW_POSTED, PAY_CYCLE_OUT_OF_RANGE, HOURS_OUT_OF_RANGE, START_OUTSIDE_AGREEMENT, START_BACKDATED, CONTRACT_ENDS_BEFORE_START, PROBATION_OUT_OF_RANGE, PROBATION_TOO_LONG.',
  })
  @Requires(Permission.CANDIDATE_ANSWER)
  offerCandidate(
    @InCommand() command: Command,
    @Args('id', { type: () => ID, description: 'Id of the referral.' }) id: string,
    @Args('input', { type: () => OfferInput, description: 'All terms of the contract.' }) input: OfferInput,
    @Args('idempotencyKey', { type: () => UuidScalar, description: 'Made by the caller, kept on a retry.' })
    _key: string,
  ): Answer {
    return this.run(command, (tx) => this.answers.offer(tx, id, input));
  }

  @Mutation(() => CandidatePayload, { description: 'Keeps a candidate for later. Codes: NOT_FOUND, WRONG_STATE.' })
  @Requires(Permission.CANDIDATE_ANSWER)
  poolCandidate(
    @InCommand() command: Command,
    @Args('id', { type: () => ID, description: 'Id of the referral.' }) id: string,
    @Args('idempotencyKey', { type: () => UuidScalar, description: 'Made by the caller, kept on a retry.' })
    _key: string,
  ): Answer {
    return this.run(command, (tx) => this.answers.pool(tx, id));
  }

  @Mutation(() => CandidatePayload, {
    description: 'Says that it does not suit this time. Codes: NOT_FOUND, WRONG_STATE.',
  })
  @Requires(Permission.CANDIDATE_ANSWER)
  declineCandidate(
    @InCommand() command: Command,
    @Args('id', { type: () => ID, description: 'Id of the referral.' }) id: string,
    @Args('reason', { type: () => EnterpriseDeclineReason, description: 'Why: about the work.' })
    reason: EnterpriseDeclineReason,
    @Args('idempotencyKey', { type: () => UuidScalar, description: 'Made by the caller, kept on a retry.' })
    _key: string,
  ): Answer {
    return this.run(command, (tx) => this.answers.decline(tx, id, reason));
  }

  /** The answer to an act shows nothing of the person: that is read by the list, where it is put on record. */
  private run(command: Command, act: (tx: Tx) => Promise<ReferralOutcome>): Answer {
    return command.run({
      as: 'candidate',
      act,
      read: async (tx, id) => {
        const [row] = await this.repository.byIds(tx, [id]);
        return row === undefined ? null : answeredCandidateOf(row, Role.ENTERPRISE_HR);
      },
    });
  }
}
