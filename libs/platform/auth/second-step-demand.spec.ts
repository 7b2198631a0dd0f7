import { SecondStepDemand } from './second-step-demand';

describe('SecondStepDemand', () => {
  it.each([
    [undefined, 'https://tonggong.example', true],
    [undefined, 'http://localhost:3000', false],
    [undefined, undefined, false],
    ['required', undefined, true],
    ['required', 'https://tonggong.example', true],
    ['offered', 'https://tonggong.example', false],
  ] as const)(
    'with SECOND_FACTOR %s, served from %s, demands a second step of staff: %s',
    (secondFactor, servedOrigin, isDemanded) => {
      const demand = SecondStepDemand.by({ secondFactor, servedOrigin });
      expect(demand.isDemandedOf('CASEWORKER')).toBe(isDemanded);
      expect(demand.isDemandedOf('ENTERPRISE_HR')).toBe(isDemanded);
      expect(demand.isDemandedOf('CLIENT')).toBe(false);
    },
  );
});
