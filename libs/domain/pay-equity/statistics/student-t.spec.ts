import fc from 'fast-check';
import { incompleteBeta, logGamma, studentTwoSided, studentUpper } from './student-t';

const isAlike = (actual: number, expected: number, relative: number): boolean =>
  Math.abs(actual - expected) <= relative * Math.abs(expected) + 1e-300;

describe('logGamma', () => {
  it('is the logarithm of the factorial at whole numbers', () => {
    let factorial = 1;
    for (let n = 1; n <= 100; n++) {
      expect(isAlike(logGamma(n + 1), Math.log((factorial *= n)), 1e-13) || n === 1).toBe(true);
    }
    expect(Math.abs(logGamma(2))).toBeLessThan(1e-14);
    expect(isAlike(logGamma(0.5), 0.5 * Math.log(Math.PI), 1e-14)).toBe(true);
  });
});

describe('incompleteBeta', () => {
  it('is x at a = b = 1, and mirrors itself', () => {
    expect(incompleteBeta(0.3, 1, 1)).toBeCloseTo(0.3, 14);
    expect(incompleteBeta(0.2, 4, 7)).toBeCloseTo(1 - incompleteBeta(0.8, 7, 4), 14);
    expect([incompleteBeta(0, 2, 3), incompleteBeta(1, 2, 3)]).toEqual([0, 1]);
  });
});

describe('Student’s t', () => {
  it('agrees with the closed forms of one and two degrees of freedom, far out as well', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.001, max: 1e6, noNaN: true }), (t) => {
        const cauchy = (2 / Math.PI) * Math.atan2(1, t);
        const root = Math.sqrt(2 + t * t);
        const two = 2 / (root * (root + t));
        return isAlike(studentTwoSided(t, 1), cauchy, 1e-11) && isAlike(studentTwoSided(t, 2), two, 1e-11);
      }),
    );
  });

  it.each([
    [1.968888622449294, 267, 0.05],
    [2.2281388519862735, 10, 0.05],
    [2.0, 10, 0.07338803477074037],
    [0, 30, 1],
  ])('t = %d with %i degrees of freedom has the two-sided p %d', (t, df, p) => {
    expect(isAlike(studentTwoSided(t, df), p, 1e-11)).toBe(true);
    expect(isAlike(studentTwoSided(-t, df), p, 1e-11)).toBe(true);
  });

  it('has an upper tail that adds up to one with the lower', () => {
    expect(isAlike(studentUpper(1.6505806010026556, 267), 0.05, 1e-11)).toBe(true);
    expect(studentUpper(-3, 12) + studentUpper(3, 12)).toBeCloseTo(1, 14);
    expect(studentTwoSided(Infinity, 12)).toBe(0);
  });
});
