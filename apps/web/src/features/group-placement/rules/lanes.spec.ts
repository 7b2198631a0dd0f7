import { lanesOf, lanesWith, slotsOf, type Assignment } from './lanes';

const position = (id: string, enterprise: string, total = 5, open = 3) => ({
  __typename: 'Position' as const,
  id,
  title: `post ${id}`,
  enterprise: { __typename: 'Organisation' as const, id: enterprise, name: enterprise },
  slots: { __typename: 'SlotCounts' as const, total, filled: total - open, held: 0, open },
});

const row = (id: string, at: ReturnType<typeof position> | null): Assignment => ({
  __typename: 'BatchAssignment',
  id,
  score: at === null ? null : 7_000,
  result: null,
  resultCode: null,
  client: {
    __typename: 'Client',
    id,
    name: `person ${id}`,
    fileNumber: `2026-${id}`,
    access: 'OWN',
    caseworkerName: null,
  },
  position: at,
  overrides: [],
});

const WEAVING = position('w', 'Alpha');
const PACKING = position('p', 'Beta');
const SEWING = position('s', 'Aaron');

describe('the lanes of the board', () => {
  it('hold each person once, with the positions in order of their enterprise', () => {
    const lanes = lanesOf([row('1', PACKING), row('2', WEAVING), row('3', PACKING), row('4', null)], []);
    expect(lanes.map((lane) => [lane.position.id, lane.people.map(({ id }) => id)])).toEqual([
      ['w', ['2']],
      ['p', ['1', '3']],
    ]);
  });

  it('show a position where nobody is yet after those with people', () => {
    const lanes = lanesOf([row('1', PACKING)], [{ position: SEWING, openSlots: 2, placed: 0 }]);
    expect(lanes.map((lane) => [lane.position.id, lane.people.length, lane.seats])).toEqual([
      ['p', 1, 3],
      ['s', 0, 2],
    ]);
  });

  it('have as many pips as the position has slots, whatever the batch takes of them', () => {
    const [lane] = lanesOf([row('1', WEAVING), row('2', WEAVING)], [{ position: WEAVING, openSlots: 3, placed: 2 }]);
    expect(lane === undefined ? null : slotsOf(lane)).toEqual({ total: 5, filled: 2, held: 2, open: 1 });
  });

  it('count the people of other caseworkers, whose names are not shown', () => {
    const [lane] = lanesOf([row('1', WEAVING)], [{ position: WEAVING, openSlots: 3, placed: 2 }]);
    expect(lane).toMatchObject({ placed: 2, seats: 3 });
    expect(lane === undefined ? null : slotsOf(lane)).toEqual({ total: 5, filled: 2, held: 2, open: 1 });
  });

  it('never have fewer seats than people, even when a slot was taken meanwhile', () => {
    const full = position('f', 'Full', 1, 0);
    const [lane] = lanesOf([row('1', full)], []);
    expect(lane === undefined ? null : slotsOf(lane)).toEqual({ total: 1, filled: 0, held: 1, open: 0 });
  });

  it('are found by person, position and enterprise, whatever the case of the letters', () => {
    const lanes = lanesOf([row('1', PACKING), row('2', WEAVING)], []);
    const found = (words: string): string[] => lanesWith(lanes, words).map((lane) => lane.position.id);
    expect(found('PERSON 1')).toEqual(['p']);
    expect(found('alpha')).toEqual(['w']);
    expect(found('post')).toEqual(['w', 'p']);
    expect(found(' ')).toEqual(['w', 'p']);
    expect(found('nobody')).toEqual([]);
  });
});
