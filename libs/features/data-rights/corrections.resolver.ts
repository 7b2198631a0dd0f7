import { Args, ID, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Permission } from '#domain/common/permission';
import { Client, clientOf, ListedPeople } from '#features/clients';
import { Requires } from '#platform/auth/access.decorators';
import { InCommand, InOperation, type Command, type PayloadOf } from '#platform/graphql/command';
import type { Operation } from '#platform/graphql/operation';
import { UuidScalar } from '#platform/graphql/scalars';
import { CorrectionsReader } from './corrections-reader';
import { CorrectionsService } from './corrections.service';
import {
  CorrectionAnswerInput,
  CorrectionInput,
  CorrectionRequest,
  CorrectionRequestPayload,
} from './graphql/correction-request.type';

const KEY = { type: () => UuidScalar, description: 'Made by the caller, kept on a retry.' } as const;
const ID_OF_REQUEST = { type: () => ID, description: 'Id of the request.' } as const;

type Answer = Promise<PayloadOf<CorrectionRequest, 'correctionRequest'>>;
type Act = Parameters<Command['run']>[0]['act'];

/** Requests to correct something: the client's own, and those that wait for staff. */
@Resolver(() => CorrectionRequest)
export class CorrectionsResolver {
  constructor(
    private readonly service: CorrectionsService,
    private readonly reader: CorrectionsReader,
    private readonly people: ListedPeople,
  ) {}

  @Query(() => [CorrectionRequest], {
    description: 'What one said is wrong about oneself, the newest first; at most a hundred.',
  })
  @Requires(Permission.OWN_FILE_READ)
  myCorrections(@InOperation() operation: Operation): Promise<CorrectionRequest[]> {
    return operation.read((tx) => this.reader.own(tx));
  }

  @Query(() => [CorrectionRequest], {
    description:
      'Requests to correct something that wait for an answer, earliest last day first, at most a hundred: of her own caseload for a caseworker, of the county for a supervisor, whose reading stands in each client’s log.',
  })
  @Requires(Permission.CORRECTION_ANSWER)
  correctionRequests(@InOperation() operation: Operation): Promise<CorrectionRequest[]> {
    return this.reader.waiting(operation);
  }

  @Mutation(() => CorrectionRequestPayload, {
    description:
      'Says what is wrong about oneself; answered within 10 working days. Codes: REQUIRED, TOO_SHORT, TOO_LONG, BANNED_TERM, TOO_MANY_WAITING.',
  })
  @Requires(Permission.OWN_DECISION)
  requestCorrection(
    @InCommand() command: Command,
    @Args('input', { description: 'What is wrong.' }) input: CorrectionInput,
    @Args('idempotencyKey', KEY) _key: string,
  ): Answer {
    return this.run(command, (tx) => this.service.request(tx, input));
  }

  @Mutation(() => CorrectionRequestPayload, {
    description: 'Takes back what nobody has answered. Codes: NOT_FOUND, WRONG_STATE.',
  })
  @Requires(Permission.OWN_DECISION)
  withdrawCorrection(
    @InCommand() command: Command,
    @Args('id', ID_OF_REQUEST) id: string,
    @Args('idempotencyKey', KEY) _key: string,
  ): Answer {
    return this.run(command, (tx) => this.service.withdraw(tx, id));
  }

  @Mutation(() => CorrectionRequestPayload, {
    description:
      'Answers a request to correct something; the change itself is made where that is kept. Codes: NOT_FOUND, WRONG_STATE, REQUIRED, TOO_SHORT, TOO_LONG, BANNED_TERM.',
  })
  @Requires(Permission.CORRECTION_ANSWER)
  answerCorrection(
    @InCommand() command: Command,
    @Args('id', ID_OF_REQUEST) id: string,
    @Args('input', { description: 'The answer.' }) input: CorrectionAnswerInput,
    @Args('idempotencyKey', KEY) _key: string,
  ): Answer {
    return this.run(command, (tx) => this.service.answer(tx, id, input));
  }

  @ResolveField(() => Client, {
    nullable: true,
    description: 'Who said it; null for a reader who may not see her. What a supervisor sees of her stands in her log.',
  })
  async client(@Parent() request: CorrectionRequest, @InOperation() operation: Operation): Promise<Client | null> {
    const row = await this.people.find(operation, request.clientId);
    return row === null ? null : clientOf(row);
  }

  private run(command: Command, act: Act): Answer {
    return command.run({ as: 'correctionRequest', act, read: (tx, id) => this.reader.byId(tx, id) });
  }
}
