import { Args, ID, Mutation, Resolver } from '@nestjs/graphql';
import { Permission } from '#domain/common/permission';
import { ReviewVerdict, WithdrawalWay } from '#domain/consent/consent-codes';
import {
  ConsentGrant,
  ConsentGrantPayload,
  ConsentReader,
  ConsentReview,
  ConsentReviewPayload,
  ConsentReviewsRepository,
} from '#features/consent';
import { Requires } from '#platform/auth/access.decorators';
import type { Tx } from '#platform/database/transaction';
import { InCommand, type Command, type PayloadOf } from '#platform/graphql/command';
import { UuidScalar } from '#platform/graphql/scalars';
import { ConsentWithdrawalService, type WithdrawalOutcome } from './consent-withdrawal.service';

/** The end of a consent: by the client, by her caseworker for her, by a supervisor's verdict. */
@Resolver(() => ConsentGrant)
export class ConsentWithdrawalResolver {
  constructor(
    private readonly withdrawals: ConsentWithdrawalService,
    private readonly consents: ConsentReader,
    private readonly reviews: ConsentReviewsRepository,
  ) {}

  @Mutation(() => ConsentGrantPayload, {
    description:
      'Withdraws a consent: it works at once. One by which one was put forward takes open referrals to that enterprise back as well; any other ends alone. A contract stands. Codes: NOT_FOUND, WRONG_STATE.',
  })
  @Requires(Permission.OWN_DECISION)
  withdrawConsent(
    @InCommand() command: Command,
    @Args('id', { type: () => ID, description: 'Id of the consent.' }) id: string,
    @Args('idempotencyKey', { type: () => UuidScalar, description: 'Made by the caller, kept on a retry.' })
    _key: string,
  ): Promise<PayloadOf<ConsentGrant, 'consentGrant'>> {
    return this.run(command, (tx) => this.withdrawals.withdraw(tx, id));
  }

  @Mutation(() => ConsentGrantPayload, {
    description:
      'Withdraws a consent for a client who said so; it works at once. Codes: NOT_FOUND, WRONG_STATE, WAY_NOT_HERS, EVIDENCE_REQUIRED, EVIDENCE_NOT_READABLE.',
  })
  @Requires(Permission.CONSENT_CONDUCT)
  recordConsentWithdrawal(
    @InCommand() command: Command,
    @Args('id', { type: () => ID, description: 'Id of the consent.' }) id: string,
    @Args('way', { type: () => WithdrawalWay, description: 'How she said so.' }) way: WithdrawalWay,
    @Args('idempotencyKey', { type: () => UuidScalar, description: 'Made by the caller, kept on a retry.' })
    _key: string,
    @Args('evidenceFileId', { type: () => ID, nullable: true, description: 'Her paper; asked for in writing only.' })
    evidenceFileId?: string,
  ): Promise<PayloadOf<ConsentGrant, 'consentGrant'>> {
    return this.run(command, (tx) => this.withdrawals.record(tx, id, way, evidenceFileId ?? null));
  }

  @Mutation(() => ConsentReviewPayload, {
    description:
      'Says whether the paper of a recorded consent carries it; where it does not, the consent ends at once. Never one’s own recording. Codes: NOT_FOUND, WRONG_STATE.',
  })
  @Requires(Permission.CONSENT_REVIEW)
  reviewRecordedConsent(
    @InCommand() command: Command,
    @Args('id', { type: () => ID, description: 'Id of the review.' }) id: string,
    @Args('verdict', { type: () => ReviewVerdict, description: 'What was found.' }) verdict: ReviewVerdict,
    @Args('idempotencyKey', { type: () => UuidScalar, description: 'Made by the caller, kept on a retry.' })
    _key: string,
  ): Promise<PayloadOf<ConsentReview, 'consentReview'>> {
    return command.run({
      as: 'consentReview',
      act: (tx) => this.withdrawals.review(tx, id, verdict),
      read: (tx, decided) => this.reviews.byId(tx, decided),
    });
  }

  private run(
    command: Command,
    act: (tx: Tx) => Promise<WithdrawalOutcome>,
  ): Promise<PayloadOf<ConsentGrant, 'consentGrant'>> {
    return command.run({ as: 'consentGrant', act, read: (tx, ended) => this.consents.byId(tx, ended) });
  }
}
