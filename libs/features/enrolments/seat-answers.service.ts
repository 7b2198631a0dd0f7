import { Injectable } from '@nestjs/common';
import { done, refusal, refused, type Outcome } from '#domain/common/outcome';
import { Role } from '#domain/common/role';
import { isUuid } from '#domain/common/uuid';
import { judgeSeatAnswer, type SeatAnswer, type SeatAnswerCode } from '#domain/training/seat-answer';
import { ClientMessagesService } from '#features/notifications';
import { Audit } from '#platform/audit/audit';
import type { Tx } from '#platform/database/transaction';
import { Live } from '#platform/live/live';
import { SeatAnswersRepository } from './seat-answers.repository';

const ACTIONS: Readonly<Record<SeatAnswer, string>> = {
  CONFIRMED: 'enrolment.confirmed',
  WAITLISTED: 'enrolment.waitlisted',
};

/** The base answers who asked for a seat. */
@Injectable()
export class SeatAnswersService {
  constructor(
    private readonly seats: SeatAnswersRepository,
    private readonly messages: ClientMessagesService,
    private readonly audit: Audit,
    private readonly live: Live,
  ) {}

  /** Gives a seat, or a place on the waiting list; of two who get the last seat at once, one is refused. */
  async answer(tx: Tx, id: string, answer: SeatAnswer): Promise<Outcome<{ id: string }, SeatAnswerCode | 'NOT_FOUND'>> {
    const seat = isUuid(id) ? await this.seats.locked(tx, id) : null;
    if (seat === null) return refused(refusal('NOT_FOUND', ['enrolmentId']));
    const judged = judgeSeatAnswer(seat, answer);
    if (!judged.ok) return judged;
    await this.seats.answer(tx, id, answer);
    await this.audit.record(tx, {
      action: ACTIONS[answer],
      subjectType: 'enrolment',
      subjectId: id,
      fields: ['status'],
    });
    const { clientId } = seat;
    if (answer === 'CONFIRMED' && seat.status === 'WAITLISTED')
      await this.messages.announce(tx, { clientId, kind: 'SEAT_FREE', subjectId: id });
    await this.live.notify(tx, { type: 'enrolment', id, roles: [Role.CASEWORKER, Role.BASE_MANAGER], clientId });
    return done({ id });
  }
}
