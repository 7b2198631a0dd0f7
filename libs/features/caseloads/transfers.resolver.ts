import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Permission } from '#domain/common/permission';
import { Requires } from '#platform/auth/access.decorators';
import { InCommand, InOperation, type Command, type PayloadOf } from '#platform/graphql/command';
import type { Operation } from '#platform/graphql/operation';
import { UuidScalar } from '#platform/graphql/scalars';
import { CaseTransfer, CaseTransferInput, CaseTransferPayload } from './graphql/transfer.type';
import { TransfersRepository } from './transfers.repository';
import { TransfersService } from './transfers.service';

const MOST = 200;

/** Handovers of clients. */
@Resolver(() => CaseTransfer)
export class TransfersResolver {
  constructor(
    private readonly service: TransfersService,
    private readonly repository: TransfersRepository,
  ) {}

  @Query(() => [CaseTransfer], {
    description:
      'Handovers, those that wait for an answer first, then the latest: from and to oneself for a caseworker, all for a supervisor. At most 200.',
  })
  @Requires(Permission.CASELOAD_SHARE)
  caseTransfers(@InOperation() operation: Operation): Promise<CaseTransfer[]> {
    return operation.read((tx) => this.repository.list(tx, MOST));
  }

  @Query(() => [CaseTransfer], { description: 'One’s own handovers to other caseworkers, the latest above.' })
  @Requires(Permission.OWN_FILE_READ)
  myCaseTransfers(@InOperation() operation: Operation): Promise<CaseTransfer[]> {
    return operation.read((tx) => this.repository.list(tx, MOST));
  }

  @Mutation(() => CaseTransferPayload, {
    description:
      'Asks a colleague to take over a client of one’s own caseload; a supervisor hands over at once. Several clients: one call each, so that each has its answer. Codes: NOT_FOUND, SAME_PERSON, OTHER_OFFICE, TRANSFER_OPEN, WRONG_STATE.',
  })
  @Requires(Permission.CASELOAD_SHARE)
  requestCaseTransfer(
    @InCommand() command: Command,
    @Args('input', { type: () => CaseTransferInput, description: 'Who goes to whom, and why.' })
    input: CaseTransferInput,
    @Args('idempotencyKey', { type: () => UuidScalar, description: 'Made by the caller, kept on a retry.' })
    _key: string,
  ): Promise<PayloadOf<CaseTransfer, 'caseTransfer'>> {
    return this.run(command, (tx) => this.service.request(tx, input));
  }

  @Mutation(() => CaseTransferPayload, {
    description: 'Takes over the client, or does not. Codes: NOT_FOUND, WRONG_STATE.',
  })
  @Requires(Permission.CASELOAD_SHARE)
  answerCaseTransfer(
    @InCommand() command: Command,
    @Args('id', { type: () => ID, description: 'Id of the handover.' }) id: string,
    @Args('accepts', { type: () => Boolean, description: 'True to take over.' }) accepts: boolean,
    @Args('idempotencyKey', { type: () => UuidScalar, description: 'Made by the caller, kept on a retry.' })
    _key: string,
  ): Promise<PayloadOf<CaseTransfer, 'caseTransfer'>> {
    return this.run(command, (tx) => this.service.answer(tx, id, accepts));
  }

  @Mutation(() => CaseTransferPayload, {
    description: 'Takes back a handover that nobody answered yet. Codes: NOT_FOUND, WRONG_STATE.',
  })
  @Requires(Permission.CASELOAD_SHARE)
  withdrawCaseTransfer(
    @InCommand() command: Command,
    @Args('id', { type: () => ID, description: 'Id of the handover.' }) id: string,
    @Args('idempotencyKey', { type: () => UuidScalar, description: 'Made by the caller, kept on a retry.' })
    _key: string,
  ): Promise<PayloadOf<CaseTransfer, 'caseTransfer'>> {
    return this.run(command, (tx) => this.service.withdraw(tx, id));
  }

  private run(
    command: Command,
    act: Parameters<Command['run']>[0]['act'],
  ): Promise<PayloadOf<CaseTransfer, 'caseTransfer'>> {
    return command.run({ as: 'caseTransfer', act, read: (tx, id) => this.repository.byId(tx, id) });
  }
}
