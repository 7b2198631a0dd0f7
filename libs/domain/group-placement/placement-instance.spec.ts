import { instanceFrom } from '#testing/small-instances';
import { readInstance, type InstanceFile } from './placement-instance';

const good: InstanceFile = { n: 2, m: 2, cap: [1, 2], ptr: [0, 2, 3], col: [0, 1, 1], w: [5, 0, 10_000] };
const codesOf = (change: object) => {
  const outcome = readInstance({ ...good, ...change });
  return outcome.ok ? [] : outcome.refusals.map(({ code, field }) => `${code} ${field.join('.')}`);
};

describe('readInstance', () => {
  it.each<[string, object, string[]]>([
    ['a sound instance', {}, []],
    ['no clients', { n: 0, ptr: [0], col: [], w: [] }, ['NO_CLIENTS n']],
    ['no slots', { m: 0, cap: [], ptr: [0, 0, 0], col: [], w: [] }, ['NO_SLOTS m']],
    ['a slot without seats', { cap: [0, 2] }, []],
    ['seats below zero', { cap: [1, -1] }, ['CAPACITY_INVALID cap.1']],
    ['half a seat', { cap: [1.5, 1] }, ['CAPACITY_INVALID cap.0']],
    ['a fit of 0', { w: [0, 0, 0] }, []],
    ['a fit below zero', { w: [5, -1, 1] }, ['FIT_NEGATIVE w.1']],
    ['a fit with a fraction', { w: [5, 1, 0.5] }, ['FIT_NOT_INTEGER w.2']],
    ['a fit that is a text', { w: [5, '1', 1] }, ['FIT_NOT_INTEGER w.1']],
    ['a fit missing', { w: [5, null, 1] }, ['FIT_NOT_INTEGER w.1']],
    ['a fit of 31 bits', { w: [5, 1, 2 ** 31 - 1] }, []],
    ['a fit of 32 bits', { w: [5, 1, 2 ** 31] }, ['FIT_TOO_LARGE w.2']],
    ['a slot that does not exist', { col: [0, 1, 2] }, ['SLOT_UNKNOWN col.2']],
    ['a slot below zero', { col: [0, -1, 1] }, ['SLOT_UNKNOWN col.1']],
    ['pointers that go back', { ptr: [0, 3, 2] }, ['POINTERS_INVALID ptr']],
    ['pointers that end early', { ptr: [0, 1, 2] }, ['POINTERS_INVALID ptr']],
    ['too few seats listed', { cap: [1] }, ['NOT_AN_INSTANCE cap']],
    ['too few fits', { w: [1, 2] }, ['NOT_AN_INSTANCE w']],
    ['no list of pairs', { col: undefined }, ['NOT_AN_INSTANCE col']],
    ['a number of clients that is none', { n: '2' }, ['NOT_AN_INSTANCE n']],
    ['several faults', { cap: [-1, -1], w: [-1, 0.5, -1] }, ['CAPACITY_INVALID cap.0', 'FIT_NEGATIVE w.0', 'FIT_NOT_INTEGER w.1']], // prettier-ignore
  ])('answers to %s', (_, change, codes) => {
    expect(codesOf(change)).toEqual(codes);
  });

  it('refuses fits whose prices would lose their last digit', () => {
    const cap = new Array<number>(200_000).fill(1);
    const wide = (fit: number) => readInstance(instanceFrom(cap, [[[0, fit]]]));
    expect(wide(100_000).ok).toBe(true);
    expect(wide(200_000)).toMatchObject({
      ok: false,
      refusals: [{ code: 'FIT_TOO_LARGE', detail: { highest: 200_000 } }],
    });
  });

  it('keeps the highest fit of a pair that stands there several times', () => {
    const outcome = readInstance(instanceFrom([1, 1], [[[1, 3], [0, 4], [1, 8], [1, 5]], [[1, 2]]])); // prettier-ignore
    expect(outcome).toMatchObject({
      value: { firstPair: Int32Array.of(0, 2, 3), pairSlot: Int32Array.of(1, 0, 1), pairFit: Int32Array.of(8, 4, 2) },
    });
  });
});
