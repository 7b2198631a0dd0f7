import fc from 'fast-check';
import { addDays } from '../common/day';
import { compare, rational } from '../common/rational';
import { survivalAt } from './kaplan-meier';
import {
  anyEmployment,
  placementRate,
  publishedCurve,
  retainedOn,
  sameEmployer,
  timeToPlacement,
  type JobSpell,
} from './retention';

const AS_OF = '2026-10-14';
const aSpell = (changes: Partial<JobSpell> = {}): JobSpell => ({
  clientId: 'c1',
  startOn: '2026-01-05',
  endedOn: null,
  isCensoredEnd: false,
  closedOn: null,
  ...changes,
});

describe('sameEmployer', () => {
  it('is lost on the day after the last day at work', () => {
    expect(sameEmployer(aSpell({ endedOn: '2026-04-05' }), AS_OF)).toEqual({ days: 91, event: true });
  });

  it('is censored by the as-of day, by a closed file and by a move', () => {
    expect(sameEmployer(aSpell(), AS_OF)).toEqual({ days: 282, event: false });
    expect(sameEmployer(aSpell({ endedOn: '2026-10-15' }), AS_OF)).toEqual({ days: 282, event: false });
    expect(sameEmployer(aSpell({ closedOn: '2026-02-04' }), AS_OF)).toEqual({ days: 30, event: false });
    expect(sameEmployer(aSpell({ endedOn: '2026-04-05', isCensoredEnd: true }), AS_OF)).toEqual({
      days: 90,
      event: false,
    });
  });
});

describe('anyEmployment', () => {
  const lost = aSpell({ endedOn: '2026-04-05' });

  it.each([
    ['30 days later', '2026-05-05', { days: 282, event: false }],
    ['31 days later', '2026-05-06', { days: 91, event: true }],
  ])('goes on with a new job that begins %s or not', (_, startOn, expected) => {
    expect(anyEmployment([aSpell({ startOn }), lost], AS_OF)).toEqual(expected);
  });

  it('is lost where no job follows, and not known while the 30 days run', () => {
    expect(anyEmployment([lost], AS_OF)).toEqual({ days: 91, event: true });
    expect(anyEmployment([lost], '2026-05-06')).toEqual({ days: 91, event: true });
    expect(anyEmployment([lost], '2026-05-05')).toEqual({ days: 90, event: false });
  });

  it('stays with the longer of two jobs at once', () => {
    const short = aSpell({ startOn: '2026-02-01', endedOn: '2026-03-01' });
    expect(anyEmployment([aSpell(), short], AS_OF)).toEqual({ days: 282, event: false });
  });

  it('says nothing of somebody who has not begun', () => {
    expect(anyEmployment([], AS_OF)).toBeNull();
    expect(anyEmployment([aSpell({ startOn: '2026-10-15' })], AS_OF)).toBeNull();
  });
});

describe('retainedOn', () => {
  it.each([
    ['2026-04-05', { employed: 1, due: 1 }],
    ['2026-04-04', { employed: 0, due: 1 }],
  ])('on day 90 after 5 January, with a last day on %s', (endedOn, expected) => {
    expect(retainedOn([aSpell({ endedOn })], 90, AS_OF)).toEqual(expected);
  });

  it('counts nobody whose day has not come', () => {
    expect(retainedOn([aSpell()], 282, AS_OF)).toEqual({ employed: 1, due: 1 });
    expect(retainedOn([aSpell()], 283, AS_OF)).toEqual({ employed: 0, due: 0 });
  });

  it('is what Kaplan–Meier says, exactly, where nobody is censored before the day', () => {
    const lasting = fc.option(fc.integer({ min: 0, max: 250 }), { nil: null });
    fc.assert(
      fc.property(fc.array(lasting, { minLength: 1, maxLength: 30 }), fc.integer({ min: 0, max: 282 }), (ends, day) => {
        const spells = ends.map((end) => aSpell({ endedOn: end === null ? null : addDays('2026-01-05', end) }));
        const { employed, due } = retainedOn(spells, day, AS_OF);
        const { share } = survivalAt(
          spells.map((spell) => sameEmployer(spell, AS_OF)),
          day,
        );
        expect(compare(share, rational(BigInt(employed), BigInt(due)))).toBe(0);
      }),
    );
  });
});

describe('publishedCurve', () => {
  const observations = (count: number) =>
    Array.from({ length: count }, (_, index) => ({ days: index + 1, event: true }));

  it('shows nothing below ten placements', () => {
    expect(publishedCurve(observations(9))).toEqual({
      observations: 9,
      points: [],
      isPublished: false,
      medianDay: null,
    });
  });

  it('ends where fewer than five are left at risk', () => {
    const { points, isPublished, medianDay } = publishedCurve(observations(10));
    expect(isPublished).toBe(true);
    expect(points.map(({ day, atRisk }) => [day, atRisk])).toEqual([1, 2, 3, 4, 5, 6].map((day) => [day, 11 - day]));
    expect(points.at(-1)).toMatchObject({ share: '0.400000' });
    expect(medianDay).toBe(5);
  });
});

describe('timeToPlacement and placementRate', () => {
  const seeker = { from: '2026-01-05', firstStartOn: null, closedOn: null } as const;

  it('counts to the first start, and censors open and closed cases', () => {
    expect(timeToPlacement({ ...seeker, firstStartOn: '2026-02-04' }, AS_OF)).toEqual({ days: 30, event: true });
    expect(timeToPlacement(seeker, AS_OF)).toEqual({ days: 282, event: false });
    expect(timeToPlacement({ ...seeker, closedOn: '2026-01-15' }, AS_OF)).toEqual({ days: 10, event: false });
    expect(timeToPlacement({ ...seeker, from: '2026-10-15' }, AS_OF)).toBeNull();
  });

  it('counts who started in the period, of who wanted work in it', () => {
    const one = (from: string, startsOn: readonly string[], closedOn: string | null = null) => ({
      from,
      startsOn,
      closedOn,
      firstStartOn: startsOn[0] ?? null,
    });
    const period = { from: '2026-07-01', to: '2026-09-30' };
    const seekers = [
      one('2026-01-01', ['2026-07-01']),
      one('2026-01-01', ['2026-09-30']),
      one('2026-01-01', ['2026-10-01']),
      one('2026-01-01', [], '2026-07-01'),
      one('2026-01-01', [], '2026-06-30'),
      one('2026-10-01', []),
    ];
    expect(placementRate(seekers, period)).toEqual({ placed: 2, wanted: 4 });
  });
});
