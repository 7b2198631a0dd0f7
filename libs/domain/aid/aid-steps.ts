import { addMonths, type Day } from '../common/day';
import { mayBecome } from '../common/lifecycle';
import { done, refusal, refused, type Outcome } from '../common/outcome';
import { AidTurn } from './aid-codes';
import { AID_LIFECYCLE, OPEN_AID_STATES, type AidStatus } from './aid-lifecycle';

/** The furthest that a next look may lie ahead, in months: nobody is put off for longer. */
export const LOOK_MONTHS = 6;

/** Why a step is not taken. */
export type AidCode = 'WRONG_STATE' | 'DAY_IN_PAST' | 'LOOK_TOO_FAR';

/** How a request can be settled. */
export const AidAnswer = { GRANTED: 'GRANTED', NOT_GRANTED: 'NOT_GRANTED', WITHDRAWN: 'WITHDRAWN' } as const;

/** One of the ways in which a request is settled. */
export type AidAnswer = (typeof AidAnswer)[keyof typeof AidAnswer];

/** True while somebody has to look at a request again. */
export const isOpenAid = (status: AidStatus): boolean => OPEN_AID_STATES.includes(status);

/** True when the day of the next look has come. */
export const isLookDue = (request: { readonly nextLookOn: Day | null }, today: Day): boolean =>
  request.nextLookOn !== null && request.nextLookOn <= today;

/** Whose turn it is: the caseworker's until it was taken to an office and on each day of a look, the office's in between. */
export function turnOf(request: { readonly status: AidStatus; readonly nextLookOn: Day | null }, today: Day): AidTurn {
  if (!isOpenAid(request.status)) return AidTurn.NOBODY;
  return request.status === 'NOTED' || isLookDue(request, today) ? AidTurn.CASEWORKER : AidTurn.OFFICE;
}

/** Says whether the next look may be on this day: today or later, and within half a year. */
export function checkedLook(nextLookOn: Day, today: Day, field: readonly string[]): Outcome<Day, AidCode> {
  if (nextLookOn < today) return refused(refusal('DAY_IN_PAST', field, { earliest: today }));
  const latest = addMonths(today, LOOK_MONTHS);
  return nextLookOn > latest ? refused(refusal('LOOK_TOO_FAR', field, { latest })) : done(nextLookOn);
}

/** Says whether the step is in the table. */
export const checkedStep = (from: AidStatus, to: AidStatus): Outcome<AidStatus, AidCode> =>
  mayBecome(AID_LIFECYCLE, from, to) ? done(to) : refused(refusal('WRONG_STATE', ['id'], { status: from }));

/** Says whether a next look can be set: only while the request is open. */
export const checkedOpen = (status: AidStatus): Outcome<AidStatus, AidCode> =>
  isOpenAid(status) ? done(status) : refused(refusal('WRONG_STATE', ['id'], { status }));
