/** The ways by which a message leaves. */
export const DeliveryChannel = { MAIL: 'MAIL', SMS: 'SMS', WECHAT: 'WECHAT', IN_APP: 'IN_APP' } as const;

/** One of the ways by which a message leaves. */
export type DeliveryChannel = (typeof DeliveryChannel)[keyof typeof DeliveryChannel];

/** Why a message did not leave, or why nobody knows. */
export const DeliveryReason = {
  /** There was no connection: it surely did not leave. */
  UNREACHABLE: 'UNREACHABLE',
  /** The provider is overloaded and took nothing. */
  BUSY: 'BUSY',
  /** The provider does not know our key or signature. */
  NOT_AUTHORISED: 'NOT_AUTHORISED',
  /** The provider refused this message for good. */
  REFUSED: 'REFUSED',
  /** There is no such mailbox or number. */
  NO_SUCH_ADDRESS: 'NO_SUCH_ADDRESS',
  /** No answer came in time, or the connection broke after the message was handed over. */
  NO_ANSWER: 'NO_ANSWER',
  /** An answer came that nobody can read. */
  UNREADABLE_ANSWER: 'UNREADABLE_ANSWER',
  /** The provider had a fault of its own while it had the message. */
  PROVIDER_FAULT: 'PROVIDER_FAULT',
  /** The worker was stopped while the message was in its hands. */
  INTERRUPTED: 'INTERRUPTED',
} as const;

/** One of the reasons. */
export type DeliveryReason = (typeof DeliveryReason)[keyof typeof DeliveryReason];

/** What is known after a call of a provider. UNKNOWN: it may have been sent. */
export type ProviderAnswer =
  | { readonly outcome: 'SENT'; readonly providerMessageId: string | null }
  | { readonly outcome: 'SWITCHED_OFF' }
  | { readonly outcome: 'NOT_SENT'; readonly reason: DeliveryReason; readonly isFinal: boolean }
  | { readonly outcome: 'UNKNOWN'; readonly reason: DeliveryReason };

/** What becomes of a message: it is done with, is tried again at an instant, or waits for a person. */
export type DeliveryVerdict =
  | { readonly state: 'SENT'; readonly providerMessageId: string | null }
  | { readonly state: 'SKIPPED' }
  | { readonly state: 'UNCONFIRMED'; readonly reason: DeliveryReason }
  | { readonly state: 'FAILED'; readonly reason: DeliveryReason; readonly nextTryAt: Date | null };

/** Minutes before the next try, by how many failed; after the last one it waits for a person. */
export const RETRY_MINUTES = [0.5, 1, 2, 5, 15, 30, 60, 120, 240] as const;

/**
 * Judges a call. What may have been sent is repeated only where the provider honours the idempotency key; elsewhere it
 * stays unconfirmed, because a second message to a person is worse than one that she may have missed.
 * @param attempts how often it was tried, this time included
 */
export function judgeDelivery(
  answer: ProviderAnswer,
  { attempts, honoursKey, now }: { readonly attempts: number; readonly honoursKey: boolean; readonly now: Date },
): DeliveryVerdict {
  switch (answer.outcome) {
    case 'SENT':
      return { state: 'SENT', providerMessageId: answer.providerMessageId };
    case 'SWITCHED_OFF':
      return { state: 'SKIPPED' };
    case 'UNKNOWN':
      if (!honoursKey) return { state: 'UNCONFIRMED', reason: answer.reason };
      return { state: 'FAILED', reason: answer.reason, nextTryAt: nextTryAt(attempts, now) };
    case 'NOT_SENT':
      return {
        state: 'FAILED',
        reason: answer.reason,
        nextTryAt: answer.isFinal ? null : nextTryAt(attempts, now),
      };
  }
}

/** When a message that failed so often is tried again; null = it waits for a person. */
export function nextTryAt(attempts: number, now: Date): Date | null {
  const minutes = RETRY_MINUTES[attempts - 1];
  return minutes === undefined ? null : new Date(now.getTime() + minutes * 60_000);
}
