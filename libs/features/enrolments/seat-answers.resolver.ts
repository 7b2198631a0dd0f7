import { Args, ID, Int, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Permission } from '#domain/common/permission';
import type { SeatAnswer } from '#domain/training/seat-answer';
import { CourseSession } from '#features/training';
import { Requires } from '#platform/auth/access.decorators';
import { InCommand, InOperation, type Command, type PayloadOf } from '#platform/graphql/command';
import type { Operation } from '#platform/graphql/operation';
import { UuidScalar } from '#platform/graphql/scalars';
import { Enrolment, EnrolmentPayload } from './graphql/enrolment.type';
import { SeatAnswersRepository } from './seat-answers.repository';
import { SeatAnswersService } from './seat-answers.service';

type Payload = Promise<PayloadOf<Enrolment, 'enrolment'>>;

/** How many wait for an answer. */
@Resolver(() => CourseSession)
export class SessionRequestsResolver {
  constructor(private readonly seats: SeatAnswersRepository) {}

  @ResolveField(() => Int, {
    description:
      'Seats that were asked for and are neither given nor on the waiting list, of the people whom one may see.',
  })
  async seatsAsked(@Parent() { id }: CourseSession, @InOperation() operation: Operation): Promise<number> {
    return (await operation.load('seatsAsked', id, (tx, ids) => this.seats.waiting(tx, ids))) ?? 0;
  }
}

/** Answers of the base to who asked for a seat. */
@Resolver(() => Enrolment)
export class SeatAnswersResolver {
  constructor(
    private readonly answers: SeatAnswersService,
    private readonly seats: SeatAnswersRepository,
  ) {}

  @Mutation(() => EnrolmentPayload, {
    description:
      'Gives somebody the seat that was asked for, or one that came free to who is on the waiting list. Codes: NOT_FOUND, WRONG_STATE, ENROLMENT_CLOSED, SESSION_FULL.',
  })
  @Requires(Permission.ENROLMENT_ANSWER)
  confirmEnrolment(
    @InCommand() command: Command,
    @Args('enrolmentId', { type: () => ID, description: 'Id of the enrolment.' }) enrolmentId: string,
    @Args('idempotencyKey', { type: () => UuidScalar, description: 'Made by the caller, kept on a retry.' })
    _key: string,
  ): Payload {
    return this.run(command, enrolmentId, 'CONFIRMED');
  }

  @Mutation(() => EnrolmentPayload, {
    description: 'Puts who asked for a seat on the waiting list. Codes: NOT_FOUND, WRONG_STATE, ENROLMENT_CLOSED.',
  })
  @Requires(Permission.ENROLMENT_ANSWER)
  waitlistEnrolment(
    @InCommand() command: Command,
    @Args('enrolmentId', { type: () => ID, description: 'Id of the enrolment.' }) enrolmentId: string,
    @Args('idempotencyKey', { type: () => UuidScalar, description: 'Made by the caller, kept on a retry.' })
    _key: string,
  ): Payload {
    return this.run(command, enrolmentId, 'WAITLISTED');
  }

  private run(command: Command, id: string, answer: SeatAnswer): Payload {
    return command.run({
      as: 'enrolment',
      act: (tx) => this.answers.answer(tx, id, answer),
      read: (tx) => this.seats.byId(tx, id),
    });
  }
}
