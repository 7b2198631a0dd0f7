import fc from 'fast-check';
import { over, rational } from '../common/rational';
import { comparableHours, comparablePayFen, hasHourlyPay, hourlyPay, hourlyPayAsDouble } from './hourly-pay';
import type { PayrollLine } from './payroll-line';

const quarters = (most: number) => fc.integer({ min: 0, max: 4 * most }).map((count) => count / 4);
const orNull = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null, freq: 9 });

/** Lines of every kind, some with amounts beyond what doubles hold exactly once they are multiplied. */
const lines: fc.Arbitrary<PayrollLine> = fc.record({
  employmentType: fc.constantFrom('FULL_TIME', 'PART_TIME', 'DISPATCH'),
  baseFen: orNull(fc.oneof(fc.integer({ min: 0, max: 2_000_000 }), fc.maxSafeNat())),
  bonusFen: orNull(fc.integer({ min: 0, max: 50_000 })),
  allowances: fc.array(
    fc.record({
      code: fc.constantFrom('POST', 'SKILL'),
      kind: fc.constantFrom('GENERAL', 'WELFARE'),
      fen: fc.integer({ min: 0, max: 90_000 }),
      objective: fc.constantFrom('TENURE', 'SKILL', null),
    }),
    { maxLength: 3 },
  ),
  scheduledDays: orNull(quarters(31)),
  unpaidLeaveDays: orNull(quarters(24)),
  sickLeaveDays: orNull(quarters(3)),
  normalMinutes: orNull(fc.integer({ min: 0, max: 44_640 })),
});

describe('hourlyPay', () => {
  it('is the comparable pay over the comparable hours, and as a double the one next to it', () => {
    fc.assert(
      fc.property(lines, (line) => {
        const payFen = comparablePayFen(line);
        const hours = comparableHours(line);
        const expected = payFen === null || hours === null ? null : over(rational(BigInt(payFen)), hours);
        expect(hourlyPay(line)).toEqual(expected);
        expect(hasHourlyPay(line)).toBe(expected !== null);
        const double = expected === null ? null : Number(expected.numerator) / Number(expected.denominator);
        expect(hourlyPayAsDouble(line)).toBe(double);
      }),
      { numRuns: 500 },
    );
  });
});
