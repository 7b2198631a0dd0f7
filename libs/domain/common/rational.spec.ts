import fc from 'fast-check';
import {
  compare,
  fractionOf,
  median,
  minus,
  over,
  plus,
  rational,
  rationalOf,
  times,
  toDecimal,
  toInteger,
} from './rational';

describe('rational', () => {
  it('keeps fractions in lowest terms with a positive denominator', () => {
    expect(rational(6n, -4n)).toEqual({ numerator: -3n, denominator: 2n });
    expect(rationalOf(21.75)).toEqual({ numerator: 87n, denominator: 4n });
    expect(() => rational(1n, 0n)).toThrow('Division by zero');
  });

  it('reckons exactly', () => {
    const third = rational(1n, 3n);
    expect(plus(third, plus(third, third))).toEqual(rational(1n));
    expect(times(third, rational(3n))).toEqual(rational(1n));
    expect(minus(third, third)).toEqual(rational(0n));
    expect(over(rational(1n), third)).toEqual(rational(3n));
    expect(compare(rational(1n, 3n), rational(333n, 1000n))).toBe(1);
  });

  it.each([
    [rational(1n, 3n), 4, '0.3333'],
    [rational(2n, 3n), 6, '0.666667'],
    [rational(-1n, 3n), 4, '-0.3333'],
    [rational(5n, 2n), 0, '3'],
  ])('writes %j with %i decimals as %s', (value, decimals, text) => expect(toDecimal(value, decimals)).toBe(text));

  it('rounds half up', () => {
    expect(toInteger(rational(5n, 2n))).toBe(3);
    expect(toInteger(rational(-5n, 2n))).toBe(-2);
  });
});

describe('median', () => {
  const of = (...values: bigint[]) => median(values.map((value) => rational(value)));
  it('is the middle one of an odd number', () => expect(of(3n, 1n, 2n)).toEqual(rational(2n)));
  it('is the mean of the two middle ones of an even number', () =>
    expect(of(4n, 1n, 2n, 3n)).toEqual(rational(5n, 2n)));
  it('throws on nothing', () => expect(() => of()).toThrow());
});

describe('fractionOf', () => {
  const whole = fc.oneof(fc.integer({ min: -100_000, max: 100_000 }), fc.maxSafeInteger());
  const notZero = whole.filter((value) => value !== 0);

  /** Lowest terms by Euclid's rule over BigInt alone. */
  function reduced(numerator: bigint, denominator: bigint) {
    let [x, y] = [numerator < 0n ? -numerator : numerator, denominator < 0n ? -denominator : denominator];
    while (y !== 0n) [x, y] = [y, x % y];
    const divisor = denominator < 0n ? -x : x;
    return { numerator: numerator / divisor, denominator: denominator / divisor };
  }

  it('is the quotient of two products in lowest terms, within and beyond what doubles hold exactly', () => {
    fc.assert(
      fc.property(whole, whole, notZero, notZero, (a, b, c, d) => {
        const expected = reduced(BigInt(a) * BigInt(b), BigInt(c) * BigInt(d));
        expect(fractionOf(a, b, c, d)).toEqual(expected);
        expect(rational(BigInt(a) * BigInt(b), BigInt(c) * BigInt(d))).toEqual(expected);
      }),
      { numRuns: 500 },
    );
  });

  it('is zero over one for nothing, and throws on a division by zero', () => {
    expect(fractionOf(0, 7, 3, 5)).toEqual({ numerator: 0n, denominator: 1n });
    expect(() => fractionOf(1, 1, 0, 5)).toThrow('Division by zero');
  });
});
