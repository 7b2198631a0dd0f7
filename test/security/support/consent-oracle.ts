import type { Enterprise, Happening, History, Move, Place, Scope } from './consent-history';
import { daysBefore } from './consent-history';

/**
 * What each reader outside the office may see at the end of a history, written from the specification (privacy.md P4–P6,
 * P15–P16, domain.md: referral, "who sees what") with whole numbers for days. It shares no code with the product.
 */
export type Reader = 'HR_A' | 'HR_B' | 'MENTOR' | 'TRAINER';

interface Grant {
  readonly scope: Scope;
  readonly from: number;
  /** The last day inside. */
  readonly to: number;
  isWithdrawn: boolean;
}

interface Asked {
  readonly scope: Scope;
  readonly on: number;
  readonly to: number;
  isOpen: boolean;
}

/** P5: which groups serve which purpose, and to whom it may go. */
const P5: Readonly<Record<string, readonly [groups: readonly string[], places: readonly Place[]]>> = {
  SHARE_PROFILE: [
    ['PROFILE', 'WORK_NEEDS'],
    ['A', 'B'],
  ],
  SHARE_IDENTITY: [
    ['IDENTITY', 'CONTACT'],
    ['A', 'B'],
  ],
  MENTOR_SHARE: [
    ['IDENTITY', 'CONTACT', 'WORK_NEEDS'],
    ['OFFICE', 'A', 'B'],
  ],
  EMPLOYER_VERIFY: [['IDENTITY'], ['A', 'B']],
  PAYROLL_CHECK: [
    ['IDENTITY', 'PAY'],
    ['A', 'B'],
  ],
  FINDING_NAMED: [
    ['IDENTITY', 'PAY'],
    ['A', 'B', 'OFFICE'],
  ],
  SUBSIDY_CLAIM: [['IDENTITY'], ['A', 'B', 'OFFICE']],
  TRAINER_SHARE: [['CONTACT', 'WORK_NEEDS'], ['BASE']],
  COUNSELLING_REFERRAL: [['IDENTITY', 'CONTACT'], ['BASE']],
};

/** domain.md: where a referral may go from where it stands. */
const GOES: Readonly<Record<string, readonly Move[]>> = {
  SENT: ['VIEWED', 'DECLINED_BY_ENTERPRISE', 'EXPIRED'],
  VIEWED: ['INVITED', 'POOLED', 'DECLINED_BY_ENTERPRISE', 'EXPIRED'],
  INVITED: ['INTERVIEW', 'DECLINED_BY_ENTERPRISE', 'EXPIRED'],
  INTERVIEW: ['OFFERED', 'POOLED', 'DECLINED_BY_ENTERPRISE', 'EXPIRED'],
  OFFERED: ['ACCEPTED', 'DECLINED_BY_ENTERPRISE', 'EXPIRED'],
  POOLED: ['EXPIRED'],
};

const ANSWER_WITHIN_DAYS = 14;
/** Twelve months hold at least so many days; the histories keep away from the exact edge, which has a test of its own. */
const LONGEST_DAYS = 363;
const OPEN_TO_ENTERPRISE = ['SENT', 'VIEWED', 'INVITED', 'INTERVIEW', 'OFFERED', 'POOLED'];
const MET = ['INTERVIEW', 'OFFERED'];

export class Oracle {
  readonly grants: Grant[] = [];
  private asked: Asked[] = [];
  private readonly referral: Record<Enterprise, string> = { A: 'NONE', B: 'NONE' };
  private readonly works: Record<Enterprise, boolean> = { A: false, B: false };
  private hasMentor = false;
  private hasSeat = false;

  /** Whether the product must do it; what it must refuse changes nothing. */
  happens(what: Happening, day: number): boolean {
    switch (what.kind) {
      case 'ask':
        return this.ask(what.scope, day);
      case 'record':
        return this.record(what.scope, day);
      case 'answer':
        return this.answer(what.isYes, day);
      case 'withdraw':
        return this.withdraw(what.pick, day);
      case 'refer':
        return this.refer(what.place, what.days, what.withName, day);
      case 'move':
        return this.move(what.place, what.to, what.days, day);
      case 'endContract':
        if (!this.works[what.place]) return false;
        this.works[what.place] = false;
        return true;
      case 'mentor':
        this.hasMentor = what.isOn;
        return true;
      case 'seat':
        this.hasSeat = what.isOn;
        return true;
    }
  }

  /** The groups that a reader sees on day 0. */
  sees(reader: Reader): string[] {
    if (reader === 'MENTOR') return this.hasMentor ? this.given('OFFICE', 'MENTOR_SHARE') : [];
    if (reader === 'TRAINER') return this.hasSeat ? ['IDENTITY', ...this.given('BASE', 'TRAINER_SHARE')].sort() : [];
    const place = reader === 'HR_A' ? 'A' : 'B';
    const stands = this.referral[place];
    const isOpen = OPEN_TO_ENTERPRISE.includes(stands);
    const isMet = MET.includes(stands);
    const profile = this.given(place, 'SHARE_PROFILE');
    const identity = this.given(place, 'SHARE_IDENTITY');
    const seen = {
      PROFILE: this.works[place] || (isOpen && profile.includes('PROFILE')),
      IDENTITY: this.works[place] || (isMet && identity.includes('IDENTITY')),
      WORK_NEEDS: (this.works[place] || isOpen) && profile.includes('WORK_NEEDS'),
      CONTACT: isMet && identity.includes('CONTACT'),
    };
    return Object.entries(seen)
      .filter(([, isSeen]) => isSeen)
      .map(([group]) => group)
      .sort();
  }

  private isLive(grant: Grant, day: number): boolean {
    return !grant.isWithdrawn && grant.from <= day && day <= grant.to;
  }

  private given(place: Place, purpose: string): string[] {
    const live = this.grants.filter(
      (grant) => grant.scope.place === place && grant.scope.purpose === purpose && this.isLive(grant, 0),
    );
    return [...new Set(live.flatMap(({ scope }) => scope.groups))].sort();
  }

  private may({ place, purpose, groups }: Scope, from: number, to: number): boolean {
    const [allowed, places] = P5[purpose] ?? [[], []];
    const needsAlone = groups.length === 1 || !groups.includes('WORK_NEEDS');
    const isInTime = to >= from && to - from <= LONGEST_DAYS;
    return groups.every((group) => allowed.includes(group)) && places.includes(place) && needsAlone && isInTime;
  }

  private give(scope: Scope, from: number, to: number): void {
    this.grants.push({ scope, from, to, isWithdrawn: false });
  }

  private ask(scope: Scope, day: number): boolean {
    const twice = this.asked.some(
      (one) =>
        one.isOpen &&
        one.scope.place === scope.place &&
        one.scope.purpose === scope.purpose &&
        String(one.scope.groups) === String(scope.groups),
    );
    if (twice || !this.may(scope, day, day + scope.days)) return false;
    this.asked.push({ scope, on: day, to: day + scope.days, isOpen: true });
    return true;
  }

  private record(scope: Scope, day: number): boolean {
    if (!this.may(scope, day, day + scope.days)) return false;
    this.give(scope, day, day + scope.days);
    return true;
  }

  /** She answers what she was asked last. */
  private answer(isYes: boolean, day: number): boolean {
    const last = this.asked.filter(({ isOpen }) => isOpen).at(-1);
    if (last === undefined || day > last.on + ANSWER_WITHIN_DAYS) return false;
    if (isYes && !this.may(last.scope, day, last.to)) return false;
    last.isOpen = false;
    if (isYes) this.give(last.scope, day, last.to);
    return true;
  }

  private withdraw(pick: number, day: number): boolean {
    const grant = this.grants[pick % Math.max(1, this.grants.length)];
    if (grant === undefined || !this.isLive(grant, day)) return false;
    const { place, purpose, groups } = grant.scope;
    const isCore = (one: Scope): boolean => one.purpose === 'SHARE_PROFILE' || one.purpose === 'SHARE_IDENTITY';
    const endsAll = isCore(grant.scope) && !groups.includes('WORK_NEEDS');
    for (const one of this.grants.filter((other) => other.scope.place === place && this.isLive(other, day))) {
      const isDouble = one.scope.purpose === purpose && one.scope.groups.some((group) => groups.includes(group));
      if (endsAll ? isCore(one.scope) : isDouble) one.isWithdrawn = true;
    }
    if (endsAll && (place === 'A' || place === 'B') && OPEN_TO_ENTERPRISE.includes(this.referral[place]))
      this.referral[place] = 'WITHDRAWN';
    return true;
  }

  private refer(place: Enterprise, days: number, withName: boolean, day: number): boolean {
    if (this.referral[place] === 'ACCEPTED' || OPEN_TO_ENTERPRISE.includes(this.referral[place])) return false;
    this.give({ place, purpose: 'SHARE_PROFILE', groups: ['PROFILE'], days }, day, day + days);
    if (withName) this.give({ place, purpose: 'SHARE_IDENTITY', groups: ['IDENTITY'], days }, day, day + days);
    this.referral[place] = 'SENT';
    return true;
  }

  private move(place: Enterprise, to: Move, days: number, day: number): boolean {
    if (GOES[this.referral[place]]?.includes(to) !== true) return false;
    if (to === 'INTERVIEW')
      this.give({ place, purpose: 'SHARE_IDENTITY', groups: ['IDENTITY'], days }, day, day + days);
    if (to === 'ACCEPTED') this.works[place] = true;
    this.referral[place] = to;
    return true;
  }
}

/** Runs a whole history through the oracle; gives it with what must have been done, step by step. */
export function foreseen(history: History): { readonly oracle: Oracle; readonly isDone: boolean[] } {
  const oracle = new Oracle();
  const before = daysBefore(history);
  const isDone = history.steps.map(({ what }, index) => oracle.happens(what, -(before[index] ?? 0)));
  return { oracle, isDone };
}
