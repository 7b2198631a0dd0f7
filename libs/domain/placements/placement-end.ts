import { addDays, type Day } from '../common/day';
import { mayBecome } from '../common/lifecycle';
import { done, refusal, refused, settled, type Outcome, type Refusal } from '../common/outcome';
import { PLACEMENT_LIFECYCLE, type PlacementStatus } from './placement-lifecycle';

/** Days within which a supervisor can undo an end. */
export const UNDO_END_WITHIN_DAYS = 7;

/** What the end of a placement is judged by. */
export interface EndFacts {
  readonly status: PlacementStatus;
  readonly hireDate: Day;
  readonly endedOn: Day;
  readonly today: Day;
}

/** Why a placement cannot end so. */
export type EndCode = 'WRONG_STATE' | 'END_BEFORE_START' | 'END_IN_FUTURE';

/** What undoing an end is judged by. */
export interface UndoEndFacts {
  readonly status: PlacementStatus;
  readonly statusBeforeEnd: PlacementStatus;
  readonly endRecordedOn: Day;
  readonly isSlotFree: boolean;
  readonly today: Day;
}

/** Why an end cannot be undone. */
export type UndoEndCode = 'WRONG_STATE' | 'TOO_LATE' | 'SLOT_TAKEN';

/** The state that the end brings: work that never began is CANCELLED, any other ENDED; either frees the slot. */
export function endPlacement(facts: EndFacts): Outcome<{ readonly status: PlacementStatus }, EndCode> {
  if (facts.status === 'PLANNED') return done({ status: 'CANCELLED' });
  if (!mayBecome(PLACEMENT_LIFECYCLE, facts.status, 'ENDED')) {
    return refused(refusal('WRONG_STATE', [], { status: facts.status }));
  }
  const refusals: Refusal<EndCode>[] = [];
  if (facts.endedOn < facts.hireDate) refusals.push(refusal('END_BEFORE_START', ['endedOn']));
  if (facts.endedOn > facts.today) refusals.push(refusal('END_IN_FUTURE', ['endedOn']));
  return settled(refusals, { status: 'ENDED' });
}

/** The state to which an ended placement returns: the one before, within 7 days and while its slot is still free. */
export function undoEnd(facts: UndoEndFacts): Outcome<{ readonly status: PlacementStatus }, UndoEndCode> {
  if (!mayBecome(PLACEMENT_LIFECYCLE, facts.status, facts.statusBeforeEnd) || facts.status !== 'ENDED') {
    return refused(refusal('WRONG_STATE', [], { status: facts.status }));
  }
  const refusals: Refusal<UndoEndCode>[] = [];
  if (facts.today > addDays(facts.endRecordedOn, UNDO_END_WITHIN_DAYS)) {
    refusals.push(refusal('TOO_LATE'));
  }
  if (!facts.isSlotFree) refusals.push(refusal('SLOT_TAKEN'));
  return settled(refusals, { status: facts.statusBeforeEnd });
}

/** The state in which a placement starts out, by its hire date and the end of its probation. */
export function statusOnDay(hireDate: Day, probationEnd: Day | null, today: Day): PlacementStatus {
  if (today < hireDate) return 'PLANNED';
  return probationEnd !== null && today <= probationEnd ? 'PROBATION' : 'ACTIVE';
}
