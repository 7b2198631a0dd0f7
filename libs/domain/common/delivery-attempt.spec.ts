import { judgeDelivery, nextTryAt, RETRY_MINUTES, type ProviderAnswer } from './delivery-attempt';

const NOW = new Date('2026-10-14T02:00:00Z');
const after = (minutes: number): Date => new Date(NOW.getTime() + minutes * 60_000);

describe('judgeDelivery', () => {
  const judge = (answer: ProviderAnswer, honoursKey: boolean, attempts = 1) =>
    judgeDelivery(answer, { attempts, honoursKey, now: NOW });

  it('keeps what the provider took under the provider’s number', () => {
    expect(judge({ outcome: 'SENT', providerMessageId: 'p-1' }, false)).toEqual({
      state: 'SENT',
      providerMessageId: 'p-1',
    });
  });

  it('skips where the channel is switched off', () => {
    expect(judge({ outcome: 'SWITCHED_OFF' }, true)).toEqual({ state: 'SKIPPED' });
  });

  it.each(['NO_ANSWER', 'UNREADABLE_ANSWER', 'PROVIDER_FAULT', 'INTERRUPTED'] as const)(
    'repeats %s only where the provider honours the key',
    (reason) => {
      expect(judge({ outcome: 'UNKNOWN', reason }, true)).toEqual({ state: 'FAILED', reason, nextTryAt: after(0.5) });
      expect(judge({ outcome: 'UNKNOWN', reason }, false)).toEqual({ state: 'UNCONFIRMED', reason });
    },
  );

  it('repeats what surely did not leave, with or without a key, unless the refusal is final', () => {
    const notSent = { outcome: 'NOT_SENT', reason: 'UNREACHABLE', isFinal: false } as const;
    expect(judge(notSent, false)).toEqual({ state: 'FAILED', reason: 'UNREACHABLE', nextTryAt: after(0.5) });
    expect(judge({ outcome: 'NOT_SENT', reason: 'REFUSED', isFinal: true }, true)).toEqual({
      state: 'FAILED',
      reason: 'REFUSED',
      nextTryAt: null,
    });
  });
});

describe('nextTryAt', () => {
  it('waits longer each time', () => {
    const waits = RETRY_MINUTES.map((_, index) => nextTryAt(index + 1, NOW)?.getTime() ?? 0);
    expect(waits).toEqual([...waits].sort((a, b) => a - b));
    expect(new Set(waits).size).toBe(RETRY_MINUTES.length);
  });

  it('gives up after the last wait and not before', () => {
    expect(nextTryAt(RETRY_MINUTES.length, NOW)).toEqual(after(240));
    expect(nextTryAt(RETRY_MINUTES.length + 1, NOW)).toBeNull();
  });
});
