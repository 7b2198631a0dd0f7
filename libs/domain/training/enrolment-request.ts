import type { Day } from '../common/day';
import { refusal, settled, type Outcome, type Refusal } from '../common/outcome';
import type { SessionStatus } from './session-lifecycle';

/** What a request for a seat is judged by. */
export interface EnrolmentRequestFacts {
  readonly sessionStatus: SessionStatus;
  readonly isOffered: boolean;
  readonly enrolFrom: Day;
  readonly enrolTo: Day;
  readonly seats: number;
  readonly seatsTaken: number;
  /** Skills and certificates that the course asks for and the client does not have. */
  readonly missingPrerequisites: readonly string[];
  /** She has an enrolment in this session already, whatever became of it. */
  readonly isKnown: boolean;
  /** One of its lessons is at the time of another that she takes part in. */
  readonly overlaps: boolean;
  readonly isInProgramme: boolean;
}

/** Why somebody is not put forward for a seat. */
export type EnrolmentRequestCode =
  | 'NOT_IN_PROGRAMME'
  | 'ALREADY_ENROLLED'
  | 'ENROLMENT_CLOSED'
  | 'SESSION_FULL'
  | 'PREREQUISITES_MISSING'
  | 'LESSONS_OVERLAP';

/** The states in which a session takes requests, inside its enrolment window. */
export const ENROLLING_STATES: readonly SessionStatus[] = ['PLANNED', 'OPEN'];

/** Judges a request for a seat and names every reason against it; a request takes no seat, the base confirms it. */
export function judgeEnrolmentRequest(facts: EnrolmentRequestFacts, today: Day): Outcome<null, EnrolmentRequestCode> {
  const refusals: Refusal<EnrolmentRequestCode>[] = [];
  if (!facts.isInProgramme) refusals.push(refusal('NOT_IN_PROGRAMME', ['clientId']));
  if (facts.isKnown) refusals.push(refusal('ALREADY_ENROLLED', ['sessionId']));
  const isWithinWindow = facts.enrolFrom <= today && today <= facts.enrolTo;
  if (!facts.isOffered || !ENROLLING_STATES.includes(facts.sessionStatus) || !isWithinWindow)
    refusals.push(refusal('ENROLMENT_CLOSED', ['sessionId']));
  if (facts.seatsTaken >= facts.seats) refusals.push(refusal('SESSION_FULL', ['sessionId']));
  if (facts.missingPrerequisites.length > 0)
    refusals.push(
      refusal('PREREQUISITES_MISSING', ['clientId'], { missing: [...facts.missingPrerequisites].sort().join(',') }),
    );
  if (facts.overlaps) refusals.push(refusal('LESSONS_OVERLAP', ['sessionId']));
  return settled(refusals, null);
}
