import { mayBecome, pairsOf } from '../common/lifecycle';
import { transferLifecycle } from './case-transfer';

const ALLOWED = ['REQUESTED>ACCEPTED', 'REQUESTED>REFUSED', 'REQUESTED>WITHDRAWN'];

describe('the lifecycle of a handover', () => {
  it.each(pairsOf(transferLifecycle))('%s to %s', (from, to) => {
    expect(mayBecome(transferLifecycle, from, to)).toBe(ALLOWED.includes(`${from}>${to}`));
  });
});
