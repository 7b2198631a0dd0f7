import type { Day } from '../common/day';
import { mayBecome } from '../common/lifecycle';
import type { Fen } from '../common/money';
import { refusal, refused, settled, type Outcome, type Refusal } from '../common/outcome';
import { leastMonthlyPayFen, type MinimumWageRow } from '../placements/minimum-wage';
import { busyHours, mayAddPlacement, type WorkPeriod } from '../placements/overlap';
import { statusOnDay } from '../placements/placement-end';
import type { PlacementStatus } from '../placements/placement-lifecycle';
import { isPartTime } from '../placements/employment-law';
import { earliestStart } from './referral-offer';
import { REFERRAL_LIFECYCLE, type ReferralStatus } from './referral-lifecycle';
import { wrongState, type ReferralStep } from './referral-step';

/** What the acceptance of an offer is judged by. */
export interface AcceptanceFacts {
  readonly status: ReferralStatus;
  /** The slot is held for this referral, or is open because the hold lapsed; false when another has it. */
  readonly isSlotFree: boolean;
  readonly payFen: Fen;
  readonly weeklyHours: number;
  readonly hireDate: Day;
  readonly contractTo: Day | null;
  readonly probationEndOn: Day | null;
  readonly minimumWage: MinimumWageRow;
  /** The client's live placements. */
  readonly existing: readonly WorkPeriod[];
  readonly weeklyHoursAvailable: number;
  readonly today: Day;
}

/** Why an offer cannot be accepted. */
export type AcceptanceCode =
  'WRONG_STATE' | 'SLOT_TAKEN' | 'START_BACKDATED' | 'PAY_BELOW_MINIMUM_WAGE' | 'FULL_TIME_OVERLAP' | 'HOURS_NOT_LEFT';

/** An acceptance: the referral's state and the state in which its placement begins. */
export interface AcceptanceStep extends ReferralStep {
  readonly placementStatus: PlacementStatus;
}

/**
 * Accepts an offer. The agreement is not asked again: what was offered while it was active starts also when it has been
 * suspended since, for a client never loses a job because her employer underpaid someone.
 */
export function acceptOffer(facts: AcceptanceFacts): Outcome<AcceptanceStep, AcceptanceCode> {
  if (!mayBecome(REFERRAL_LIFECYCLE, facts.status, 'ACCEPTED')) {
    return refused(wrongState(facts.status, 'ACCEPTED'));
  }
  const refusals: Refusal<AcceptanceCode>[] = [];
  if (!facts.isSlotFree) refusals.push(refusal('SLOT_TAKEN'));
  const earliest = earliestStart(facts.today);
  if (facts.hireDate < earliest) refusals.push(refusal('START_BACKDATED', [], { earliest }));
  const leastFen = leastMonthlyPayFen(facts.weeklyHours, facts.minimumWage);
  if (facts.payFen < leastFen) refusals.push(refusal('PAY_BELOW_MINIMUM_WAGE', [], { leastFen }));
  const added = mayAddPlacement(periodOf(facts), facts.existing, facts.weeklyHoursAvailable);
  if (!added.ok) refusals.push(...added.refusals);
  return settled(refusals, {
    status: 'ACCEPTED',
    placementStatus: statusOnDay(facts.hireDate, facts.probationEndOn, facts.today),
  });
}

const periodOf = (facts: AcceptanceFacts): WorkPeriod => ({
  from: facts.hireDate,
  to: facts.contractTo,
  weeklyHours: facts.weeklyHours,
});

/** An open referral of the client who has just accepted another offer. */
export interface OpenReferral {
  readonly id: string;
  readonly weeklyHours: number;
}

/**
 * The client's other open referrals that no longer fit beside the accepted work: full-time beside full-time, or more
 * weekly hours than are left.
 */
export function obsoleteAfterAcceptance(
  accepted: WorkPeriod,
  existing: readonly WorkPeriod[],
  weeklyHoursAvailable: number,
  others: readonly OpenReferral[],
): readonly string[] {
  const left = weeklyHoursAvailable - accepted.weeklyHours - busyHours(accepted, existing);
  const hasFullTime = [accepted, ...existing].some((work) => !isPartTime(work.weeklyHours));
  return others
    .filter((other) => other.weeklyHours > left || (hasFullTime && !isPartTime(other.weeklyHours)))
    .map((other) => other.id);
}
