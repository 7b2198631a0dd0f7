import { concentration } from './concentration';

describe('concentration', () => {
  it.each([
    [[5], 10_000],
    [[1, 1], 5_000],
    [[1, 1, 1], 3_333],
    [[2, 1], 5_556],
    [[], null],
  ])('of groups of %j is %s', (sizes, expected) => {
    expect(concentration(sizes)).toBe(expected);
  });
});
