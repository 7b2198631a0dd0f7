import { disparityEvidence } from './comparator-gap';
import { testsOfTheMonth } from './tests-of-the-month';

const own = (employment: string, p: number, m = 19, enterprise = 'A') => ({ employment, enterprise, m, p });

describe('testsOfTheMonth', () => {
  it('corrects all tests of the county together', () => {
    const tests = testsOfTheMonth(
      [own('a', 0.01), own('b', 0.04, 30)],
      [{ enterprise: 'B', p: 0.03, exceedsLimit: true }],
    );
    expect(tests.get('a')?.adjustedP).toBeCloseTo(0.03, 12);
    expect(tests.get('b')?.adjustedP).toBeCloseTo(0.04, 12);
  });

  it('leaves clients with 18 comparators out of the family', () => {
    const tests = testsOfTheMonth([own('a', 0.05), own('b', 1 / 19, 18)], []);
    expect(tests.get('a')).toEqual({ adjustedP: 0.05, hasGroupGap: false });
    expect(tests.get('b')).toEqual({ adjustedP: null, hasGroupGap: false });
  });

  it('lets a significant group test with a gap above the limit speak for each client of that enterprise', () => {
    const group = (p: number, exceedsLimit: boolean) => [{ enterprise: 'A', p, exceedsLimit }];
    const hasGap = (p: number, exceedsLimit: boolean, enterprise = 'A') =>
      testsOfTheMonth([own('a', 0.5, 3, enterprise)], group(p, exceedsLimit)).get('a')?.hasGroupGap;
    expect([hasGap(0.05, true), hasGap(0.051, true), hasGap(0.01, false), hasGap(0.01, true, 'B')]).toEqual([
      true,
      false,
      false,
      false,
    ]);
  });

  it('makes a disparity STRONG, also with few comparators where the group’s test says so', () => {
    const unclear = { strictlyLowest: false, spreadGuard: false };
    const evidence = (m: number, adjustedP: number | null, hasGroupGap = false) =>
      disparityEvidence(m, unclear, null, { adjustedP, hasGroupGap });
    expect([evidence(19, 0.05), evidence(19, 0.0501), evidence(18, 0.01), evidence(3, null, true)]).toEqual([
      'STRONG',
      'WEAK',
      'WEAK',
      'STRONG',
    ]);
  });
});
