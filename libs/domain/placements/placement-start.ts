import { addDays, daysBetween, isDay, type Day } from '../common/day';
import { refusal, refused, settled, type Outcome, type Refusal } from '../common/outcome';
import type { PlacementStatus } from './placement-lifecycle';

/** What another first day is judged by. */
export interface StartFacts {
  readonly status: PlacementStatus;
  readonly hireDate: Day;
  readonly contractTo: Day | null;
  readonly probationEndOn: Day | null;
  /** Last day of the agreement under which the position was posted; null = none. */
  readonly agreementTo: Day | null;
  readonly today: Day;
}

/** Why the first day stays as it is. */
export type StartCode = 'WRONG_STATE' | 'NOT_A_DATE' | 'START_IN_PAST' | 'START_UNCHANGED' | 'START_AFTER_CONTRACT' | 'START_AFTER_AGREEMENT'; // prettier-ignore

/** The first day and what moves with it. */
export interface MovedStart {
  readonly hireDate: Day;
  readonly probationEndOn: Day | null;
}

/** Moves the first day of work that has not begun; a probation keeps its length. */
export function movedStart(facts: StartFacts, hireDate: Day): Outcome<MovedStart, StartCode> {
  const { status, contractTo, agreementTo, probationEndOn, today } = facts;
  const at = ['hireDate'];
  if (status !== 'PLANNED') return refused(refusal('WRONG_STATE', ['id'], { status }));
  if (!isDay(hireDate)) return refused(refusal('NOT_A_DATE', at));
  const refusals: Refusal<StartCode>[] = [
    ...(hireDate < today ? [refusal<StartCode>('START_IN_PAST', at)] : []),
    ...(hireDate === facts.hireDate ? [refusal<StartCode>('START_UNCHANGED', at)] : []),
    ...(contractTo !== null && hireDate > contractTo
      ? [refusal<StartCode>('START_AFTER_CONTRACT', at, { latest: contractTo })]
      : []),
    ...(agreementTo !== null && hireDate > agreementTo
      ? [refusal<StartCode>('START_AFTER_AGREEMENT', at, { latest: agreementTo })]
      : []),
  ];
  const shift = daysBetween(facts.hireDate, hireDate);
  return settled(refusals, {
    hireDate,
    probationEndOn: probationEndOn === null ? null : addDays(probationEndOn, shift),
  });
}
