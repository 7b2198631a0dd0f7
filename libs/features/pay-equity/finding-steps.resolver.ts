import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Permission } from '#domain/common/permission';
import { FindingDecision } from '#domain/pay-equity/finding-steps';
import { Requires } from '#platform/auth/access.decorators';
import { InCommand, InOperation, type Command, type PayloadOf } from '#platform/graphql/command';
import type { Operation } from '#platform/graphql/operation';
import { UuidScalar } from '#platform/graphql/scalars';
import { FindingReviewService } from './finding-review.service';
import { FindingTriageService } from './finding-triage.service';
import { FindingDismissal } from './graphql/finding-steps.type';
import { payFindingOf } from './graphql/pay-equity.mapping';
import { PayFinding, PayFindingPayload } from './graphql/pay-finding.type';
import { PayFindingsReader } from './pay-findings-reader';

type Payload = Promise<PayloadOf<PayFinding, 'payFinding'>>;

const KEY = { type: () => UuidScalar, description: 'Made by the caller, kept on a retry.' } as const;
const FINDING = { type: () => ID, description: 'Id of the finding.' } as const;

/** The steps of a finding that the office takes. */
@Resolver(() => PayFinding)
export class FindingStepsResolver {
  constructor(
    private readonly triage: FindingTriageService,
    private readonly reviews: FindingReviewService,
    private readonly reader: PayFindingsReader,
  ) {}

  @Query(() => PayFinding, { nullable: true, description: 'One finding; null where there is none to see.' })
  @Requires(Permission.PAY_FINDING_READ)
  async payFinding(@InOperation() operation: Operation, @Args('id', FINDING) id: string): Promise<PayFinding | null> {
    const row = await operation.read((tx) => this.reader.byId(tx, id));
    return row === null ? null : payFindingOf(row);
  }

  @Query(() => [PayFinding], {
    description: 'Findings on which somebody has to act, what is due first above; at most 300.',
  })
  @Requires(Permission.PAY_FINDING_READ)
  async payFindingBoard(@InOperation() operation: Operation): Promise<PayFinding[]> {
    return (await operation.read((tx) => this.reader.board(tx))).map(payFindingOf);
  }

  @Mutation(() => PayFindingPayload, {
    description:
      'Sets a finding aside at first sight; the client may ask for a second look. Codes: NOT_FOUND, WRONG_STATE.',
  })
  @Requires(Permission.PAY_FINDING_CONDUCT)
  dismissPayFinding(
    @InCommand() command: Command,
    @Args('id', FINDING) id: string,
    @Args('reason', { type: () => FindingDismissal, description: 'Why.' }) reason: FindingDismissal,
    @Args('idempotencyKey', KEY) _key: string,
  ): Payload {
    return this.run(command, (tx) => this.triage.dismiss(tx, id, reason));
  }

  @Mutation(() => PayFindingPayload, {
    description:
      'Asks the client whether the enterprise may be told by her name; she has five working days. Codes: NOT_FOUND, WRONG_STATE.',
  })
  @Requires(Permission.PAY_FINDING_CONDUCT)
  askClientAboutPayFinding(
    @InCommand() command: Command,
    @Args('id', FINDING) id: string,
    @Args('idempotencyKey', KEY) _key: string,
  ): Payload {
    return this.run(command, (tx) => this.triage.askClient(tx, id));
  }

  @Mutation(() => PayFindingPayload, {
    description: 'Weighs an enterprise’s answer, or that there was none. Codes: NOT_FOUND, WRONG_STATE.',
  })
  @Requires(Permission.PAY_FINDING_CONDUCT)
  reviewPayFinding(
    @InCommand() command: Command,
    @Args('id', FINDING) id: string,
    @Args('decision', { type: () => FindingDecision, description: 'What is made of it.' }) decision: FindingDecision,
    @Args('idempotencyKey', KEY) _key: string,
  ): Payload {
    return this.run(command, (tx) => this.reviews.review(tx, id, decision));
  }

  @Mutation(() => PayFindingPayload, {
    description: 'Says that it was put right, where no amount is owed. Codes: NOT_FOUND, WRONG_STATE.',
  })
  @Requires(Permission.PAY_FINDING_CONDUCT)
  confirmPayFindingPutRight(
    @InCommand() command: Command,
    @Args('id', FINDING) id: string,
    @Args('idempotencyKey', KEY) _key: string,
  ): Payload {
    return this.run(command, (tx) => this.reviews.confirmPutRight(tx, id));
  }

  @Mutation(() => PayFindingPayload, {
    description:
      'Decides an escalated finding, as another natural person than who triaged it and who looks after the client. Codes: NOT_FOUND, WRONG_STATE, ANOTHER_PERSON_REQUIRED.',
  })
  @Requires(Permission.PAY_FINDING_DECIDE)
  decidePayFinding(
    @InCommand() command: Command,
    @Args('id', FINDING) id: string,
    @Args('decision', { type: () => FindingDecision, description: 'What is made of it; ESCALATE is none here.' })
    decision: FindingDecision,
    @Args('idempotencyKey', KEY) _key: string,
  ): Payload {
    return this.run(command, (tx) => this.reviews.decide(tx, id, decision));
  }

  @Mutation(() => PayFindingPayload, {
    description:
      'Asks the client whether the matter may be handed on to this authority. Codes: NOT_FOUND, WRONG_STATE, ANOTHER_PERSON_REQUIRED, RECIPIENT_NOT_FOR_PURPOSE.',
  })
  @Requires(Permission.PAY_FINDING_DECIDE)
  askPayFindingReferral(
    @InCommand() command: Command,
    @Args('id', FINDING) id: string,
    @Args('organisationId', { type: () => ID, description: 'Id of the authority.' }) organisationId: string,
    @Args('idempotencyKey', KEY) _key: string,
  ): Payload {
    return this.run(command, (tx) => this.reviews.askReferral(tx, id, organisationId));
  }

  @Mutation(() => PayFindingPayload, {
    description:
      'Hands the matter on to the authority that the client’s living consent names. Codes: NOT_FOUND, WRONG_STATE, ANOTHER_PERSON_REQUIRED, CONSENT_MISSING.',
  })
  @Requires(Permission.PAY_FINDING_DECIDE)
  referPayFinding(
    @InCommand() command: Command,
    @Args('id', FINDING) id: string,
    @Args('idempotencyKey', KEY) _key: string,
  ): Payload {
    return this.run(command, (tx) => this.reviews.refer(tx, id));
  }

  @Mutation(() => PayFindingPayload, {
    description: 'Closes what the authority has done with. Codes: NOT_FOUND, WRONG_STATE, ANOTHER_PERSON_REQUIRED.',
  })
  @Requires(Permission.PAY_FINDING_DECIDE)
  closePayFinding(
    @InCommand() command: Command,
    @Args('id', FINDING) id: string,
    @Args('idempotencyKey', KEY) _key: string,
  ): Payload {
    return this.run(command, (tx) => this.reviews.close(tx, id));
  }

  private run(command: Command, act: Parameters<Command['run']>[0]['act']): Payload {
    const read = async (tx: Parameters<PayFindingsReader['byId']>[0], id: string) => {
      const row = await this.reader.byId(tx, id);
      return row === null ? null : payFindingOf(row);
    };
    return command.run({ as: 'payFinding', act, read });
  }
}
