import { mayBecome, pairsOf } from '../common/lifecycle';
import { RECOVERY_LIFECYCLE } from './recovery-lifecycle';

const ALLOWED = new Set(['OPEN > CONFIRMED', 'OPEN > REFUSED']);

describe('a request to take a lost second factor away', () => {
  it.each(pairsOf(RECOVERY_LIFECYCLE))('from %s to %s goes only where it is decided once', (from, to) => {
    expect(mayBecome(RECOVERY_LIFECYCLE, from, to)).toBe(ALLOWED.has(`${from} > ${to}`));
  });
});
