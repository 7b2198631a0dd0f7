import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Permission } from '#domain/common/permission';
import { Requires } from '#platform/auth/access.decorators';
import { InCommand, InOperation, type Command, type PayloadOf } from '#platform/graphql/command';
import type { Operation } from '#platform/graphql/operation';
import { UuidScalar } from '#platform/graphql/scalars';
import { ClientFindingService } from './client-finding.service';
import { FindingAnswersService } from './finding-answers.service';
import { FindingSidesReader } from './finding-sides-reader';
import {
  EnterprisePayFinding,
  EnterprisePayFindingPayload,
  MyPayFinding,
  MyPayFindingPayload,
} from './graphql/finding-sides.type';
import { PayFindingAnswerInput } from './graphql/finding-steps.type';

const KEY = { type: () => UuidScalar, description: 'Made by the caller, kept on a retry.' } as const;
const FINDING = { type: () => ID, description: 'Id of the finding.' } as const;

/** Findings as the enterprise reads and answers them. */
@Resolver(() => EnterprisePayFinding)
export class EnterpriseFindingsResolver {
  constructor(
    private readonly answers: FindingAnswersService,
    private readonly reader: FindingSidesReader,
  ) {}

  @Query(() => [EnterprisePayFinding], {
    description: 'What the enterprise was told about its own employees’ pay, unanswered first; at most 200.',
  })
  @Requires(Permission.PAY_FINDING_ANSWER)
  enterprisePayFindings(@InOperation() operation: Operation): Promise<EnterprisePayFinding[]> {
    return operation.disclose((tx) => this.reader.told(tx));
  }

  @Mutation(() => EnterprisePayFindingPayload, {
    description:
      'Answers a finding, once. Codes: NOT_FOUND, WRONG_STATE, REASON_REQUIRED, REASON_NOT_ACCEPTED, EVIDENCE_REQUIRED, EVIDENCE_NOT_READABLE.',
  })
  @Requires(Permission.PAY_FINDING_ANSWER)
  answerPayFinding(
    @InCommand() command: Command,
    @Args('id', FINDING) id: string,
    @Args('input', { type: () => PayFindingAnswerInput, description: 'The answer.' }) input: PayFindingAnswerInput,
    @Args('idempotencyKey', KEY) _key: string,
  ): Promise<PayloadOf<EnterprisePayFinding, 'enterprisePayFinding'>> {
    const { response, reason = null, evidenceFileId = null } = input;
    return this.run(command, (tx) => this.answers.answer(tx, id, { response, reason, evidenceFileId }));
  }

  @Mutation(() => EnterprisePayFindingPayload, {
    description:
      'Asks for a second look by a supervisor, once, within ten working days. Codes: NOT_FOUND, WRONG_STATE.',
  })
  @Requires(Permission.PAY_FINDING_ANSWER)
  contestPayFinding(
    @InCommand() command: Command,
    @Args('id', FINDING) id: string,
    @Args('idempotencyKey', KEY) _key: string,
  ): Promise<PayloadOf<EnterprisePayFinding, 'enterprisePayFinding'>> {
    return this.run(command, (tx) => this.answers.appeal(tx, id));
  }

  private run(
    command: Command,
    act: Parameters<Command['run']>[0]['act'],
  ): Promise<PayloadOf<EnterprisePayFinding, 'enterprisePayFinding'>> {
    // The answer is read without a look of its own on record: the list that it was given from has noted it today.
    return command.run({ as: 'enterprisePayFinding', act, read: (tx, id) => this.reader.answered(tx, id) });
  }
}

/** Findings as the client reads them, and what she says. */
@Resolver(() => MyPayFinding)
export class MyFindingsResolver {
  constructor(
    private readonly service: ClientFindingService,
    private readonly reader: FindingSidesReader,
  ) {}

  @Query(() => [MyPayFinding], {
    description: 'What is looked into about one’s own pay, what waits for oneself first; at most 200.',
  })
  @Requires(Permission.OWN_FILE_READ)
  myPayFindings(@InOperation() operation: Operation): Promise<MyPayFinding[]> {
    return operation.read((tx) => this.reader.own(tx));
  }

  @Mutation(() => MyPayFindingPayload, {
    description:
      'Says whether the employer may be told by one’s name. Nothing follows from a no. Codes: NOT_FOUND, WRONG_STATE, RECIPIENT_NOT_FOR_PURPOSE.',
  })
  @Requires(Permission.OWN_DECISION)
  answerPayFindingConsent(
    @InCommand() command: Command,
    @Args('id', FINDING) id: string,
    @Args('isAgreed', { type: () => Boolean, description: 'True = yes.' }) isAgreed: boolean,
    @Args('idempotencyKey', KEY) _key: string,
  ): Promise<PayloadOf<MyPayFinding, 'myPayFinding'>> {
    return this.run(command, (tx) => this.service.answer(tx, id, isAgreed));
  }

  @Mutation(() => MyPayFindingPayload, {
    description:
      'Says whether it may be handed on to the authority named. Nothing follows from a no. Codes: NOT_FOUND, WRONG_STATE, RECIPIENT_NOT_FOR_PURPOSE.',
  })
  @Requires(Permission.OWN_DECISION)
  answerPayFindingReferral(
    @InCommand() command: Command,
    @Args('id', FINDING) id: string,
    @Args('isAgreed', { type: () => Boolean, description: 'True = yes.' }) isAgreed: boolean,
    @Args('idempotencyKey', KEY) _key: string,
  ): Promise<PayloadOf<MyPayFinding, 'myPayFinding'>> {
    return this.run(command, (tx) => this.service.answerReferral(tx, id, isAgreed));
  }

  @Mutation(() => MyPayFindingPayload, {
    description:
      'Asks for a second look by a supervisor, once, within ten working days. Codes: NOT_FOUND, WRONG_STATE.',
  })
  @Requires(Permission.OWN_DECISION)
  appealPayFinding(
    @InCommand() command: Command,
    @Args('id', FINDING) id: string,
    @Args('idempotencyKey', KEY) _key: string,
  ): Promise<PayloadOf<MyPayFinding, 'myPayFinding'>> {
    return this.run(command, (tx) => this.service.appeal(tx, id));
  }

  private run(
    command: Command,
    act: Parameters<Command['run']>[0]['act'],
  ): Promise<PayloadOf<MyPayFinding, 'myPayFinding'>> {
    const read = async (tx: Parameters<FindingSidesReader['own']>[0], id: string) =>
      (await this.reader.own(tx, id))[0] ?? null;
    return command.run({ as: 'myPayFinding', act, read });
  }
}
