import fc from 'fast-check';

/** Whom a history may open something to. */
export type Place = 'A' | 'B' | 'OFFICE' | 'BASE';
export type Enterprise = 'A' | 'B';

/** A scope as it is asked for, recorded or given. */
export interface Scope {
  readonly place: Place;
  readonly purpose: string;
  readonly groups: readonly string[];
  /** Days that it lasts, from the day on which it is asked for. */
  readonly days: number;
}

/** What happens, in the words of the specification. */
export type Happening =
  | { readonly kind: 'ask' | 'record'; readonly scope: Scope }
  | { readonly kind: 'answer'; readonly isYes: boolean }
  | { readonly kind: 'withdraw'; readonly pick: number; readonly byCaseworker: boolean }
  | { readonly kind: 'refer'; readonly place: Enterprise; readonly days: number; readonly withName: boolean }
  | { readonly kind: 'move'; readonly place: Enterprise; readonly to: Move; readonly days: number }
  | { readonly kind: 'endContract'; readonly place: Enterprise }
  | { readonly kind: 'mentor' | 'seat'; readonly isOn: boolean };

/** Where an enterprise, the client or the calendar brings a referral. */
export type Move =
  'VIEWED' | 'INVITED' | 'INTERVIEW' | 'OFFERED' | 'ACCEPTED' | 'POOLED' | 'DECLINED_BY_ENTERPRISE' | 'EXPIRED';

/** One client's history: each happening so many days after the one before, then some days until somebody reads. */
export interface History {
  readonly steps: readonly { readonly gap: number; readonly what: Happening }[];
  readonly rest: number;
}

const scopeOf = (place: Place, purpose: string, ...groups: string[]) => ({ place, purpose, groups });

/** Mostly scopes that exist, some that do not: wrong group, wrong recipient, needs beside something else. */
const SCOPES = [
  scopeOf('A', 'SHARE_PROFILE', 'PROFILE'),
  scopeOf('A', 'SHARE_PROFILE', 'WORK_NEEDS'),
  scopeOf('B', 'SHARE_PROFILE', 'WORK_NEEDS'),
  scopeOf('A', 'SHARE_IDENTITY', 'IDENTITY'),
  scopeOf('A', 'SHARE_IDENTITY', 'CONTACT', 'IDENTITY'),
  scopeOf('B', 'SHARE_IDENTITY', 'CONTACT'),
  scopeOf('A', 'PAYROLL_CHECK', 'IDENTITY', 'PAY'),
  scopeOf('A', 'EMPLOYER_VERIFY', 'IDENTITY'),
  scopeOf('B', 'FINDING_NAMED', 'IDENTITY', 'PAY'),
  scopeOf('OFFICE', 'MENTOR_SHARE', 'IDENTITY'),
  scopeOf('OFFICE', 'MENTOR_SHARE', 'CONTACT', 'IDENTITY'),
  scopeOf('OFFICE', 'MENTOR_SHARE', 'WORK_NEEDS'),
  scopeOf('A', 'MENTOR_SHARE', 'IDENTITY'),
  scopeOf('BASE', 'TRAINER_SHARE', 'WORK_NEEDS'),
  scopeOf('BASE', 'TRAINER_SHARE', 'CONTACT'),
  scopeOf('BASE', 'COUNSELLING_REFERRAL', 'CONTACT', 'IDENTITY'),
  scopeOf('OFFICE', 'SUBSIDY_CLAIM', 'IDENTITY'),
  scopeOf('A', 'PAYROLL_CHECK', 'PROFILE'),
  scopeOf('OFFICE', 'SHARE_IDENTITY', 'IDENTITY'),
  scopeOf('A', 'SHARE_PROFILE', 'PROFILE', 'WORK_NEEDS'),
] as const;

const place = fc.constantFrom<Enterprise>('A', 'B');
const days = fc.oneof(
  { weight: 9, arbitrary: fc.integer({ min: 0, max: 120 }) },
  { weight: 1, arbitrary: fc.constant(420) },
);
const scope = fc.tuple(fc.constantFrom(...SCOPES), days).map(([one, length]): Scope => ({ ...one, days: length }));
const move = fc.constantFrom<Move>(
  'VIEWED',
  'INVITED',
  'INTERVIEW',
  'INTERVIEW',
  'OFFERED',
  'ACCEPTED',
  'ACCEPTED',
  'POOLED',
  'DECLINED_BY_ENTERPRISE',
  'EXPIRED',
);
const lasting = fc.integer({ min: 0, max: 120 });

const happening: fc.Arbitrary<Happening> = fc.oneof(
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('ask' as const), scope }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('answer' as const), isYes: fc.boolean() }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('record' as const), scope }) },
  {
    weight: 3,
    arbitrary: fc.record({ kind: fc.constant('withdraw' as const), pick: fc.nat(5), byCaseworker: fc.boolean() }),
  },
  {
    weight: 4,
    arbitrary: fc.record({ kind: fc.constant('refer' as const), place, days: lasting, withName: fc.boolean() }),
  },
  { weight: 6, arbitrary: fc.record({ kind: fc.constant('move' as const), place, to: move, days: lasting }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('endContract' as const), place }) },
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constantFrom('mentor' as const, 'seat' as const), isOn: fc.boolean() }),
  },
);

/** Random histories, the same for the same seed. */
export const histories = (seed: number, count: number): History[] =>
  fc.sample(
    fc.record({
      steps: fc.array(fc.record({ gap: fc.integer({ min: 0, max: 40 }), what: happening }), {
        minLength: 1,
        maxLength: 7,
      }),
      rest: fc.integer({ min: 0, max: 40 }),
    }),
    { seed, numRuns: count },
  );

/** The days from the first happening to the reading, by step: 0 is the day of reading. */
export function daysBefore({ steps, rest }: History): number[] {
  const after: number[] = [];
  let left = rest;
  for (const { gap } of [...steps].reverse()) {
    after.unshift(left);
    left += gap;
  }
  return after;
}
