import { DeliveryReason, type ProviderAnswer } from '#domain/common/delivery-attempt';
import { isRefusedForGood } from './mail-fault';
import type { Mail, Mailer } from './mailer';

const NOT_CONNECTED: ReadonlySet<unknown> = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EDNS', 'EHOSTUNREACH']);
const BROKEN_OFF: ReadonlySet<unknown> = new Set(['ETIMEDOUT', 'ESOCKET', 'ECONNECTION', 'ECONNRESET', 'EPIPE']);

/** Sends a mail and says what is known afterwards. Throws what is no fault of the mail server. */
export async function mailAnswer(mailer: Mailer, mail: Mail): Promise<ProviderAnswer> {
  try {
    const answer = await mailer.send(mail);
    return answer === 'SENT' ? { outcome: 'SENT', providerMessageId: mail.messageId } : { outcome: 'SWITCHED_OFF' };
  } catch (error) {
    const known = faultOf(error);
    if (known === null) throw error;
    return known;
  }
}

function faultOf(error: unknown): ProviderAnswer | null {
  if (!(error instanceof Error)) return null;
  const notSent = (reason: DeliveryReason, isFinal = false): ProviderAnswer => ({
    outcome: 'NOT_SENT',
    reason,
    isFinal,
  });
  if (isRefusedForGood(error)) return notSent(DeliveryReason.NO_SUCH_ADDRESS, true);
  const { code, errno, responseCode } = error as Error & { code?: unknown; errno?: unknown; responseCode?: unknown };
  if (code === 'EAUTH') return notSent(DeliveryReason.NOT_AUTHORISED);
  if (typeof responseCode === 'number')
    return notSent(responseCode < 500 ? DeliveryReason.BUSY : DeliveryReason.REFUSED);
  if (NOT_CONNECTED.has(code) || NOT_CONNECTED.has(errno) || error.message.includes('ECONNREFUSED'))
    return notSent(DeliveryReason.UNREACHABLE);
  return BROKEN_OFF.has(code) ? { outcome: 'UNKNOWN', reason: DeliveryReason.NO_ANSWER } : null;
}
