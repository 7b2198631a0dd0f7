import { Args, ID, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Permission } from '#domain/common/permission';
import type { Role } from '#domain/common/role';
import { WithdrawalReason } from '#domain/referrals/referral-codes';
import { Requires } from '#platform/auth/access.decorators';
import type { Tx } from '#platform/database/transaction';
import { InCommand, InOperation, type Command, type PayloadOf } from '#platform/graphql/command';
import { connectionOf, keysOf, pageRequest, type Connection } from '#platform/graphql/connection';
import type { Operation } from '#platform/graphql/operation';
import { UuidScalar } from '#platform/graphql/scalars';
import { CaseworkerReferralsService, type ReferralOutcome } from './caseworker-referrals.service';
import { ClientAnswersService, type AnswerOutcome } from './client-answers.service';
import { ReferralFilter } from './graphql/referral.input';
import { referralOf } from './graphql/referral.mapping';
import { Referral, ReferralConnection, ReferralPayload } from './graphql/referral.type';
import { OfferAcceptanceService } from './offer-acceptance.service';
import { ReferralsRepository } from './referrals.repository';

type Answer = Promise<PayloadOf<Referral, 'referral'>>;

/** Referrals as staff conduct them. */
@Resolver(() => Referral)
export class ReferralsResolver {
  constructor(
    private readonly repository: ReferralsRepository,
    private readonly service: CaseworkerReferralsService,
    private readonly answers: ClientAnswersService,
    private readonly acceptance: OfferAcceptanceService,
  ) {}

  @Query(() => ReferralConnection, {
    description: 'Referrals of one’s own caseload, or of the team, the newest above.',
  })
  @Requires(Permission.REFERRAL_READ)
  referrals(
    @InOperation() operation: Operation,
    @Args('first', { type: () => Int, nullable: true, description: 'Rows of the page, 1..100; 20 unless told.' })
    first?: number,
    @Args('after', { type: () => String, nullable: true, description: 'Cursor of the row before the page.' })
    after?: string,
    @Args('filter', { type: () => ReferralFilter, nullable: true, description: 'Narrows the list.' })
    filter?: ReferralFilter,
  ): Promise<Connection<Referral>> {
    const request = pageRequest(first, after);
    const criteria = {
      status: filter?.status ?? null,
      positionId: filter?.positionId ?? null,
      clientId: filter?.clientId ?? null,
    };
    return operation.read(async (tx) => {
      const page = await this.repository.page(tx, criteria, request);
      const rows = page.rows.map((row) => referralOf(row, tx.actor.role as Role));
      return connectionOf({ ...page, rows }, request, keysOf(page));
    });
  }

  @Query(() => Referral, {
    nullable: true,
    description: 'One referral; null where there is none or it is not visible.',
  })
  @Requires(Permission.REFERRAL_READ)
  referral(
    @InOperation() operation: Operation,
    @Args('id', { type: () => ID, description: 'Id.' }) id: string,
  ): Promise<Referral | null> {
    return operation.read((tx) => this.found(tx, id));
  }

  @Mutation(() => ReferralPayload, {
    description:
      'Proposes a position to a client of one’s own caseload. Codes: NOT_FOUND, POSITION_NOT_PUBLISHED, AGREEMENT_NOT_ACTIVE, NO_OPEN_SLOT, HARD_BLOCKER (with check), ALREADY_REFERRED, ENTRY_NOT_ACTIVE.',
  })
  @Requires(Permission.REFERRAL_CONDUCT)
  proposeReferral(
    @InCommand() command: Command,
    @Args('clientId', { type: () => ID, description: 'Id of the client.' }) clientId: string,
    @Args('positionId', { type: () => ID, description: 'Id of the position.' }) positionId: string,
    @Args('idempotencyKey', { type: () => UuidScalar, description: 'Made by the caller, kept on a retry.' })
    _key: string,
  ): Answer {
    return this.run(command, (tx) => this.service.propose(tx, clientId, positionId));
  }

  @Mutation(() => ReferralPayload, {
    description:
      'Proposes again what was declined, kept, lapsed or taken back; consent is asked anew. Codes as for proposing, WRONG_STATE, REASON_REQUIRED.',
  })
  @Requires(Permission.REFERRAL_CONDUCT)
  proposeReferralAgain(
    @InCommand() command: Command,
    @Args('id', { type: () => ID, description: 'Id of the referral.' }) id: string,
    @Args('reason', { type: () => String, description: 'Why again.' }) reason: string,
    @Args('idempotencyKey', { type: () => UuidScalar, description: 'Made by the caller, kept on a retry.' })
    _key: string,
  ): Answer {
    return this.run(command, (tx) => this.service.proposeAgain(tx, id, reason));
  }

  @Mutation(() => ReferralPayload, {
    description:
      'Records the client’s consent with its signed paper; she is told. Codes: NOT_FOUND, WRONG_STATE, EVIDENCE_NOT_READABLE, WITNESS_REQUIRED, TOO_LONG.',
  })
  @Requires(Permission.REFERRAL_CONDUCT)
  recordReferralConsent(
    @InCommand() command: Command,
    @Args('id', { type: () => ID, description: 'Id of the referral.' }) id: string,
    @Args('evidenceFileId', { type: () => ID, description: 'Id of the uploaded paper.' }) evidenceFileId: string,
    @Args('idempotencyKey', { type: () => UuidScalar, description: 'Made by the caller, kept on a retry.' })
    _key: string,
    @Args('witnessName', {
      type: () => String,
      nullable: true,
      description: 'Who heard it read aloud, where the client does not read; up to 80 characters.',
    })
    witnessName?: string,
  ): Answer {
    const evidence = {
      fileId: evidenceFileId,
      isReadAloud: witnessName !== undefined,
      witnessName: witnessName ?? null,
    };
    return this.run(command, (tx) => this.answers.consent(tx, id, false, evidence));
  }

  @Mutation(() => ReferralPayload, {
    description:
      'Sends the blind card to the enterprise. Codes: NOT_FOUND, WRONG_STATE, AGREEMENT_NOT_ACTIVE, POSITION_NOT_PUBLISHED, CONSENT_REQUIRED.',
  })
  @Requires(Permission.REFERRAL_CONDUCT)
  sendReferral(
    @InCommand() command: Command,
    @Args('id', { type: () => ID, description: 'Id of the referral.' }) id: string,
    @Args('idempotencyKey', { type: () => UuidScalar, description: 'Made by the caller, kept on a retry.' })
    _key: string,
  ): Answer {
    return this.run(command, (tx) => this.service.send(tx, id));
  }

  @Mutation(() => ReferralPayload, {
    description: 'Takes a referral back; a slot that it holds is free at once. Codes: NOT_FOUND, WRONG_STATE.',
  })
  @Requires(Permission.REFERRAL_CONDUCT)
  withdrawReferral(
    @InCommand() command: Command,
    @Args('id', { type: () => ID, description: 'Id of the referral.' }) id: string,
    @Args('reason', { type: () => WithdrawalReason, description: 'Why.' }) reason: WithdrawalReason,
    @Args('idempotencyKey', { type: () => UuidScalar, description: 'Made by the caller, kept on a retry.' })
    _key: string,
  ): Answer {
    return this.run(command, (tx) => this.service.withdraw(tx, id, reason));
  }

  @Mutation(() => ReferralPayload, {
    description:
      'Records that the client accepted the offer, with the signed paper. Codes: NOT_FOUND, WRONG_STATE, SLOT_TAKEN, START_BACKDATED, PAY_BELOW_MINIMUM_WAGE, FULL_TIME_OVERLAP, HOURS_NOT_LEFT.',
  })
  @Requires(Permission.REFERRAL_CONDUCT)
  recordOfferAcceptance(
    @InCommand() command: Command,
    @Args('id', { type: () => ID, description: 'Id of the referral.' }) id: string,
    @Args('evidenceFileId', { type: () => ID, description: 'Id of the uploaded paper.' }) evidenceFileId: string,
    @Args('idempotencyKey', { type: () => UuidScalar, description: 'Made by the caller, kept on a retry.' })
    _key: string,
  ): Answer {
    return this.run(command, (tx) => this.acceptance.accept(tx, id, evidenceFileId));
  }

  private run(command: Command, act: (tx: Tx) => Promise<ReferralOutcome | AnswerOutcome>): Answer {
    return command.run({ as: 'referral', act, read: (tx, id) => this.found(tx, id) });
  }

  private async found(tx: Tx, id: string): Promise<Referral | null> {
    const [row] = await this.repository.byIds(tx, [id]);
    return row === undefined ? null : referralOf(row, tx.actor.role as Role);
  }
}
