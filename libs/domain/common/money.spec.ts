import { fenToYuan, floorDiv, roundHalfUp, yuanToFen } from './money';

describe('fenToYuan and yuanToFen', () => {
  it.each([
    [197_000, '1970.00'],
    [5, '0.05'],
    [-320, '-3.20'],
    [0, '0.00'],
  ])('%i fen is %s yuan and back', (fen, yuan) => {
    expect(fenToYuan(fen)).toBe(yuan);
    expect(yuanToFen(yuan)).toBe(fen);
  });

  it.each(['', '1.234', '1,970', 'abc', '1.', '９', '99999999999999'])('refuses %s', (text) =>
    expect(yuanToFen(text)).toBeNull(),
  );
});

describe('rounding', () => {
  it.each([
    [5n, 2n, 3n],
    [-5n, 2n, -2n],
    [7n, 3n, 2n],
    [8n, 3n, 3n],
    [5n, -2n, -2n],
  ])('%s/%s is %s half up', (n, d, expected) => expect(roundHalfUp(n, d)).toBe(expected));

  it('floors towards minus infinity', () => {
    expect(floorDiv(-1n, 3n)).toBe(-1n);
    expect(floorDiv(1n, 3n)).toBe(0n);
    expect(floorDiv(-3n, 3n)).toBe(-1n);
  });

  it('throws on a division by zero', () => expect(() => roundHalfUp(1n, 0n)).toThrow());
});
