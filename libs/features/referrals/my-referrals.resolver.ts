import { Args, Field, ID, Mutation, ObjectType, Query, Resolver } from '@nestjs/graphql';
import { Permission } from '#domain/common/permission';
import { Role } from '#domain/common/role';
import { ClientReader, ClientsService } from '#features/clients';
import { Requires } from '#platform/auth/access.decorators';
import type { Tx } from '#platform/database/transaction';
import { InCommand, InOperation, type Command, type PayloadOf } from '#platform/graphql/command';
import type { Operation } from '#platform/graphql/operation';
import { payloadTypeOf } from '#platform/graphql/payload';
import { UuidScalar } from '#platform/graphql/scalars';
import type { ReferralOutcome } from './caseworker-referrals.service';
import { ClientAnswersService, type AnswerOutcome } from './client-answers.service';
import { myReferralOf } from './graphql/referral.mapping';
import { MyReferral, MyReferralPayload } from './graphql/referral.type';
import { OfferAcceptanceService } from './offer-acceptance.service';
import { ReferralsRepository } from './referrals.repository';

@ObjectType({ description: 'What a client may set about herself.' })
export class MyProfile {
  @Field(() => Boolean, { description: 'True when she objects to automated ranking; it costs nothing.' })
  objectsToRanking!: boolean;
}

const MyProfilePayload = payloadTypeOf(MyProfile, 'profile');

type Answer = Promise<PayloadOf<MyReferral, 'referral'>>;

/** Referrals as the client herself decides them. */
@Resolver(() => MyReferral)
export class MyReferralsResolver {
  constructor(
    private readonly repository: ReferralsRepository,
    private readonly answers: ClientAnswersService,
    private readonly acceptance: OfferAcceptanceService,
    private readonly clients: ClientReader,
    private readonly clientsService: ClientsService,
  ) {}

  @Query(() => [MyReferral], { description: 'One’s own referrals, the newest above.' })
  @Requires(Permission.OWN_FILE_READ)
  myReferrals(@InOperation() operation: Operation): Promise<MyReferral[]> {
    return operation.read(async (tx) => {
      const rows = await this.repository.ofClients(tx, [tx.actor.clientId ?? '']);
      return rows.map((row) => myReferralOf(row, Role.CLIENT));
    });
  }

  @Query(() => MyProfile, { description: 'What one has set about oneself.' })
  @Requires(Permission.OWN_FILE_READ)
  myProfile(@InOperation() operation: Operation): Promise<MyProfile> {
    return operation.read((tx) => this.profile(tx));
  }

  @Mutation(() => MyReferralPayload, {
    description: 'Agrees to be put forward, without a name unless it is ticked. Codes: NOT_FOUND, WRONG_STATE.',
  })
  @Requires(Permission.OWN_DECISION)
  consentToReferral(
    @InCommand() command: Command,
    @Args('id', { type: () => ID, description: 'Id of the referral.' }) id: string,
    @Args('shareIdentity', { type: () => Boolean, description: 'True: the name may be known as well.' })
    shareIdentity: boolean,
    @Args('idempotencyKey', { type: () => UuidScalar, description: 'Made by the caller, kept on a retry.' })
    _key: string,
  ): Answer {
    return this.run(command, (tx) => this.answers.consent(tx, id, shareIdentity));
  }

  @Mutation(() => MyReferralPayload, {
    description: 'Accepts to meet; the enterprise then knows name and phone. Codes: NOT_FOUND, WRONG_STATE.',
  })
  @Requires(Permission.OWN_DECISION)
  acceptInvitation(
    @InCommand() command: Command,
    @Args('id', { type: () => ID, description: 'Id of the referral.' }) id: string,
    @Args('idempotencyKey', { type: () => UuidScalar, description: 'Made by the caller, kept on a retry.' })
    _key: string,
  ): Answer {
    return this.run(command, (tx) => this.answers.acceptInvitation(tx, id));
  }

  @Mutation(() => MyReferralPayload, {
    description:
      'Accepts the offer: a placement exists. Codes: NOT_FOUND, WRONG_STATE, SLOT_TAKEN, START_BACKDATED, PAY_BELOW_MINIMUM_WAGE, FULL_TIME_OVERLAP, HOURS_NOT_LEFT.',
  })
  @Requires(Permission.OWN_DECISION)
  acceptOffer(
    @InCommand() command: Command,
    @Args('id', { type: () => ID, description: 'Id of the referral.' }) id: string,
    @Args('idempotencyKey', { type: () => UuidScalar, description: 'Made by the caller, kept on a retry.' })
    _key: string,
  ): Answer {
    return this.run(command, (tx) => this.acceptance.accept(tx, id));
  }

  @Mutation(() => MyReferralPayload, {
    description: 'Says no, at any open step; nothing follows from it. Codes: NOT_FOUND, WRONG_STATE.',
  })
  @Requires(Permission.OWN_DECISION)
  declineReferral(
    @InCommand() command: Command,
    @Args('id', { type: () => ID, description: 'Id of the referral.' }) id: string,
    @Args('idempotencyKey', { type: () => UuidScalar, description: 'Made by the caller, kept on a retry.' })
    _key: string,
    @Args('reason', { type: () => String, nullable: true, description: 'Why, if one likes.' }) reason?: string,
  ): Answer {
    return this.run(command, (tx) => this.answers.decline(tx, id, reason ?? null));
  }

  @Mutation(() => MyProfilePayload, {
    description: 'Objects to automated ranking, or takes that back; it costs nothing.',
  })
  @Requires(Permission.OWN_DECISION)
  objectToRanking(
    @InCommand() command: Command,
    @Args('objects', { type: () => Boolean, description: 'True: in no ranking and no batch.' }) objects: boolean,
    @Args('idempotencyKey', { type: () => UuidScalar, description: 'Made by the caller, kept on a retry.' })
    _key: string,
  ): Promise<PayloadOf<MyProfile, 'profile'>> {
    return command.run({
      as: 'profile',
      act: (tx) => this.clientsService.objectToRanking(tx, objects),
      read: (tx) => this.profile(tx),
    });
  }

  private async profile(tx: Tx): Promise<MyProfile> {
    const client = await this.clients.byId(tx, tx.actor.clientId ?? '');
    return { objectsToRanking: client?.objectsToRanking ?? false };
  }

  private run(command: Command, act: (tx: Tx) => Promise<ReferralOutcome | AnswerOutcome>): Answer {
    return command.run({
      as: 'referral',
      act,
      read: async (tx, id) => {
        const [row] = await this.repository.byIds(tx, [id]);
        return row === undefined ? null : myReferralOf(row, Role.CLIENT);
      },
    });
  }
}
