import { addDays, type Day } from '../common/day';
import { mayBecome } from '../common/lifecycle';
import type { Fen } from '../common/money';
import { done, refusal, refused, type Outcome, type Refusal } from '../common/outcome';
import {
  isPartTime,
  MAX_PAY_CYCLE_DAYS,
  MAX_WEEKLY_HOURS,
  PART_TIME_MAX_PAY_CYCLE_DAYS,
} from '../placements/employment-law';
import { leastMonthlyPayFen, type MinimumWageRow } from '../placements/minimum-wage';
import { maxProbationMonths, probationEndOn } from '../placements/probation';
import { slotHeldUntil } from './referral-deadlines';
import { REFERRAL_LIFECYCLE, type ReferralStatus } from './referral-lifecycle';
import { demandRefusals, wrongState, type DemandFacts, type ReferralCode, type ReferralStep } from './referral-step';

/** Days by which a start may lie in the past when work is put on record late. */
export const BACKDATING_MAX_DAYS = 7;

/** The terms of an offer: all that the contract will say. */
export interface OfferTerms {
  /** Monthly pay in fen for the weekly hours. */
  readonly payFen: Fen;
  readonly weeklyHours: number;
  readonly hireDate: Day;
  /** The last day of the contract; null when open-ended. */
  readonly contractTo: Day | null;
  /** Whole months; 0 when there is no probation. */
  readonly probationMonths: number;
  readonly payCycleDays: number;
}

/** What an offer is judged by. */
export interface OfferFacts extends DemandFacts, OfferTerms {
  readonly status: ReferralStatus;
  readonly openSlots: number;
  readonly postedMinFen: Fen;
  /** The minimum wage in force on the hire date. */
  readonly minimumWage: MinimumWageRow;
  readonly agreementFrom: Day;
  readonly agreementTo: Day;
  readonly today: Day;
  readonly now: Date;
}

/** An offer that may be made: its probation's last day and the instant until which it holds its slot. */
export interface OfferStep extends ReferralStep {
  readonly probationEndOn: Day | null;
  readonly slotHeldUntil: Date;
}

/** Makes an offer on an interviewed candidate: terms lawful, pay as posted or better, one slot held for seven days. */
export function offer(facts: OfferFacts): Outcome<OfferStep, ReferralCode> {
  if (!mayBecome(REFERRAL_LIFECYCLE, facts.status, 'OFFERED')) {
    return refused(wrongState(facts.status, 'OFFERED'));
  }
  const refusals: Refusal<ReferralCode>[] = [
    ...demandRefusals(facts),
    ...termsRefusals(facts),
    ...startRefusals(facts),
  ];
  if (facts.openSlots < 1) refusals.push(refusal('SLOT_TAKEN'));
  if (refusals.length > 0) return refused(...refusals);
  return done({
    status: 'OFFERED',
    probationEndOn: probationEndOn(facts.hireDate, facts.probationMonths),
    slotHeldUntil: slotHeldUntil(facts.now),
  });
}

function termsRefusals(facts: OfferFacts): Refusal<ReferralCode>[] {
  const hours = hoursRefusals(facts);
  // Without sound hours there is no minimum wage and no probation limit to compare with.
  return hours.length > 0 ? hours : [...payRefusals(facts), ...probationRefusals(facts)];
}

function hoursRefusals(terms: OfferTerms): Refusal<ReferralCode>[] {
  const { weeklyHours } = terms;
  if (Number.isSafeInteger(weeklyHours) && weeklyHours >= 1 && weeklyHours <= MAX_WEEKLY_HOURS) {
    return [];
  }
  return [refusal('HOURS_OUT_OF_RANGE', ['weeklyHours'], { min: 1, max: MAX_WEEKLY_HOURS })];
}

function payRefusals(facts: OfferFacts): Refusal<ReferralCode>[] {
  const refusals: Refusal<ReferralCode>[] = [];
  const least = leastMonthlyPayFen(facts.weeklyHours, facts.minimumWage);
  if (facts.payFen < least) {
    refusals.push(refusal('PAY_BELOW_MINIMUM_WAGE', ['payFen'], { leastFen: least }));
  }
  if (facts.payFen < facts.postedMinFen) {
    refusals.push(refusal('PAY_BELOW_POSTED', ['payFen'], { postedMinFen: facts.postedMinFen }));
  }
  const maxCycle = isPartTime(facts.weeklyHours) ? PART_TIME_MAX_PAY_CYCLE_DAYS : MAX_PAY_CYCLE_DAYS;
  if (facts.payCycleDays < 1 || facts.payCycleDays > maxCycle) {
    refusals.push(refusal('PAY_CYCLE_OUT_OF_RANGE', ['payCycleDays'], { min: 1, max: maxCycle }));
  }
  return refusals;
}

function startRefusals(facts: OfferFacts): Refusal<ReferralCode>[] {
  const refusals: Refusal<ReferralCode>[] = [];
  const { hireDate, contractTo, agreementFrom, agreementTo } = facts;
  if (hireDate < agreementFrom || hireDate > agreementTo) {
    refusals.push(refusal('START_OUTSIDE_AGREEMENT', ['hireDate'], { agreementFrom, agreementTo }));
  }
  const earliest = earliestStart(facts.today);
  if (hireDate < earliest) refusals.push(refusal('START_BACKDATED', ['hireDate'], { earliest }));
  if (contractTo !== null && contractTo < hireDate) {
    refusals.push(refusal('CONTRACT_ENDS_BEFORE_START', ['contractTo']));
  }
  return refusals;
}

/** The earliest start that may still be put on record today. */
export const earliestStart = (today: Day): Day => addDays(today, -BACKDATING_MAX_DAYS);

function probationRefusals(terms: OfferTerms): Refusal<ReferralCode>[] {
  const { probationMonths } = terms;
  if (!Number.isSafeInteger(probationMonths) || probationMonths < 0) {
    return [refusal('PROBATION_OUT_OF_RANGE', ['probationMonths'])];
  }
  if (terms.contractTo !== null && terms.contractTo < terms.hireDate) return [];
  const maxMonths = maxProbationMonths(terms.hireDate, terms.contractTo, terms.weeklyHours);
  if (probationMonths <= maxMonths) return [];
  return [refusal('PROBATION_TOO_LONG', ['probationMonths'], { maxMonths })];
}
