import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Permission } from '#domain/common/permission';
import { Requires } from '#platform/auth/access.decorators';
import { InCommand, InOperation, type Command, type PayloadOf } from '#platform/graphql/command';
import type { Operation } from '#platform/graphql/operation';
import { UuidScalar } from '#platform/graphql/scalars';
import { ComplaintsReader } from './complaints-reader';
import { ComplaintsRepository } from './complaints.repository';
import { ComplaintsService } from './complaints.service';
import { Complaint, ComplaintInput, ComplaintPayload, ComplaintSubject } from './graphql/complaint.type';

type Payload = Promise<PayloadOf<Complaint, 'complaint'>>;

/** Complaints of clients. */
@Resolver(() => Complaint)
export class ComplaintsResolver {
  constructor(
    private readonly service: ComplaintsService,
    private readonly reader: ComplaintsReader,
    private readonly repository: ComplaintsRepository,
  ) {}

  @Query(() => [Complaint], {
    description:
      'Complaints that one may read, the most pressing first: never one about oneself. Supervisors read them; administrators only where no other supervisor may. At most 200.',
  })
  @Requires(Permission.COMPLAINT_READ)
  complaints(@InOperation() operation: Operation): Promise<Complaint[]> {
    return operation.read((tx) => this.reader.list(tx));
  }

  @Query(() => [Complaint], { description: 'One’s own complaints, those that wait for an answer first.' })
  @Requires(Permission.OWN_FILE_READ)
  myComplaints(@InOperation() operation: Operation): Promise<Complaint[]> {
    return operation.read((tx) => this.reader.list(tx));
  }

  @Query(() => [ComplaintSubject], { description: 'Whom one may name in a complaint, by name.' })
  @Requires(Permission.OWN_FILE_READ)
  complaintSubjects(@InOperation() operation: Operation): Promise<ComplaintSubject[]> {
    return operation.read((tx) => this.repository.subjects(tx));
  }

  @Mutation(() => ComplaintPayload, {
    description: 'Complains. Codes: REQUIRED, TOO_SHORT, TOO_LONG, BANNED_TERM, NOT_FOUND.',
  })
  @Requires(Permission.OWN_DECISION)
  fileComplaint(
    @InCommand() command: Command,
    @Args('input', { type: () => ComplaintInput, description: 'About whom or what.' }) input: ComplaintInput,
    @Args('idempotencyKey', { type: () => UuidScalar, description: 'Made by the caller, kept on a retry.' })
    _key: string,
  ): Payload {
    return this.run(command, (tx) => this.service.file(tx, input));
  }

  @Mutation(() => ComplaintPayload, { description: 'Begins to look into a complaint. Codes: NOT_FOUND, WRONG_STATE.' })
  @Requires(Permission.COMPLAINT_READ)
  takeUpComplaint(
    @InCommand() command: Command,
    @Args('id', { type: () => ID, description: 'Id of the complaint.' }) id: string,
    @Args('idempotencyKey', { type: () => UuidScalar, description: 'Made by the caller, kept on a retry.' })
    _key: string,
  ): Payload {
    return this.run(command, (tx) => this.service.takeUp(tx, id));
  }

  @Mutation(() => ComplaintPayload, {
    description: 'Answers a complaint. Codes: NOT_FOUND, WRONG_STATE, REQUIRED, TOO_SHORT, TOO_LONG, BANNED_TERM.',
  })
  @Requires(Permission.COMPLAINT_READ)
  answerComplaint(
    @InCommand() command: Command,
    @Args('id', { type: () => ID, description: 'Id of the complaint.' }) id: string,
    @Args('text', { type: () => String, description: 'The answer: 4..1,000 characters.' }) text: string,
    @Args('idempotencyKey', { type: () => UuidScalar, description: 'Made by the caller, kept on a retry.' })
    _key: string,
  ): Payload {
    return this.run(command, (tx) => this.service.answer(tx, id, text));
  }

  @Mutation(() => ComplaintPayload, { description: 'The answer is enough. Codes: NOT_FOUND, WRONG_STATE.' })
  @Requires(Permission.OWN_DECISION)
  closeComplaint(
    @InCommand() command: Command,
    @Args('id', { type: () => ID, description: 'Id of the complaint.' }) id: string,
    @Args('idempotencyKey', { type: () => UuidScalar, description: 'Made by the caller, kept on a retry.' })
    _key: string,
  ): Payload {
    return this.run(command, (tx) => this.service.close(tx, id));
  }

  @Mutation(() => ComplaintPayload, {
    description: 'The answer is not enough: it is looked into once more. Codes: NOT_FOUND, WRONG_STATE.',
  })
  @Requires(Permission.OWN_DECISION)
  reopenComplaint(
    @InCommand() command: Command,
    @Args('id', { type: () => ID, description: 'Id of the complaint.' }) id: string,
    @Args('idempotencyKey', { type: () => UuidScalar, description: 'Made by the caller, kept on a retry.' })
    _key: string,
  ): Payload {
    return this.run(command, (tx) => this.service.reopen(tx, id));
  }

  private run(command: Command, act: Parameters<Command['run']>[0]['act']): Payload {
    return command.run({ as: 'complaint', act, read: (tx, id) => this.reader.byId(tx, id) });
  }
}
