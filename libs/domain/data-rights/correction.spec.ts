import { mayBecome } from '../common/lifecycle';
import { CORRECTION_LIFECYCLE, CorrectionStatus } from './correction';

const STATES = Object.values(CorrectionStatus);

describe('a request to correct something', () => {
  it.each(STATES.flatMap((from) => STATES.map((to) => [from, to] as const)))('from %s to %s', (from, to) => {
    expect(mayBecome(CORRECTION_LIFECYCLE, from, to)).toBe(from === 'REQUESTED' && to !== 'REQUESTED');
  });
});
