import { mayBecome, pairsOf } from '../common/lifecycle';
import { CONSENT_REQUEST_LIFECYCLE } from './consent-request-lifecycle';

const ALLOWED = new Set(['OPEN > AGREED', 'OPEN > DECLINED', 'OPEN > LAPSED']);

describe('a request for a consent', () => {
  it.each(pairsOf(CONSENT_REQUEST_LIFECYCLE))('from %s to %s is answered once', (from, to) => {
    expect(mayBecome(CONSENT_REQUEST_LIFECYCLE, from, to)).toBe(ALLOWED.has(`${from} > ${to}`));
  });
});
