import { MOST_ADDED, toggled, withAll } from './ticks';

const people = (count: number): string[] => Array.from({ length: count }, (_, index) => `p${index}`);

describe('ticking the cohort', () => {
  it('ticks a page, and takes the ticks off where all of it is ticked', () => {
    const page = people(3);
    const all = toggled(new Set(['p1', 'other']), page);
    expect([...all].sort()).toEqual(['other', 'p0', 'p1', 'p2']);
    expect([...toggled(all, page)]).toEqual(['other']);
  });

  it('ticks as many as can be added in one go, and not one more', () => {
    expect(withAll(new Set(), people(MOST_ADDED)).size).toBe(MOST_ADDED);
    expect(withAll(new Set(['first']), people(MOST_ADDED)).size).toBe(MOST_ADDED);
    expect(withAll(new Set(['first']), people(MOST_ADDED)).has('first')).toBe(true);
    expect(toggled(new Set(people(MOST_ADDED)), ['one more']).size).toBe(MOST_ADDED);
  });
});
