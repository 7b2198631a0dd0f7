import { mayBecome } from '../common/lifecycle';
import { refusal, settled, type Outcome, type Refusal } from '../common/outcome';
import { ENROLMENT_LIFECYCLE, type EnrolmentStatus } from './enrolment-lifecycle';
import { ENROLLING_STATES } from './enrolment-request';
import type { SessionStatus } from './session-lifecycle';

/** What the base answers to who asked for a seat. */
export type SeatAnswer = Extract<EnrolmentStatus, 'CONFIRMED' | 'WAITLISTED'>;

/** What an answer is judged by. */
export interface SeatAnswerFacts {
  readonly status: EnrolmentStatus;
  readonly sessionStatus: SessionStatus;
  readonly seats: number;
  readonly seatsTaken: number;
}

/** Why an answer is not given. */
export type SeatAnswerCode = 'WRONG_STATE' | 'ENROLMENT_CLOSED' | 'SESSION_FULL';

/**
 * Judges an answer of the base and names every reason against it. A seat is confirmed until the session begins, also
 * after the last day of asking: who asked in time does not lose her seat to a slow answer.
 */
export function judgeSeatAnswer(facts: SeatAnswerFacts, answer: SeatAnswer): Outcome<null, SeatAnswerCode> {
  const refusals: Refusal<SeatAnswerCode>[] = [];
  if (!mayBecome(ENROLMENT_LIFECYCLE, facts.status, answer)) refusals.push(refusal('WRONG_STATE', ['enrolmentId']));
  if (!ENROLLING_STATES.includes(facts.sessionStatus)) refusals.push(refusal('ENROLMENT_CLOSED', ['enrolmentId']));
  if (answer === 'CONFIRMED' && facts.seatsTaken >= facts.seats)
    refusals.push(refusal('SESSION_FULL', ['enrolmentId']));
  return settled(refusals, null);
}
