import { createHmac } from 'node:crypto';
import { DeliveryReason, type ProviderAnswer } from '#domain/common/delivery-attempt';
import type { MessageChannel, PhoneMessage } from './message-channel';

/** How one provider is reached. */
export interface WebhookSettings {
  readonly url: string;
  /** Signs each request; none where the provider asks for none. */
  readonly secret?: string | undefined;
  readonly honoursKey: boolean;
  /** Longest wait for the whole answer. */
  readonly timeoutMs: number;
}

const MOST_ANSWER_BYTES = 65_536;
const MOST_ID_LENGTH = 200;
const ANSWERS_NOT_NOW: ReadonlySet<number> = new Set([425, 429, 503]);
/** Faults of the system before a byte left: nothing can have been sent. */
const NOT_CONNECTED: ReadonlySet<unknown> = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
]);

const notSent = (reason: DeliveryReason, isFinal = false): ProviderAnswer => ({ outcome: 'NOT_SENT', reason, isFinal });
const unknown = (reason: DeliveryReason): ProviderAnswer => ({ outcome: 'UNKNOWN', reason });

/**
 * Hands messages to a provider by POST of `{"to","text"}` with the key in `Idempotency-Key`. With a secret,
 * `X-Signature` is `t=<seconds>,v1=<HMAC-SHA-256 of "<seconds>.<body>" in hex>`. A 2xx answer is JSON with an id.
 */
export class WebhookChannel implements MessageChannel {
  readonly honoursKey: boolean;

  constructor(
    private readonly settings: WebhookSettings,
    private readonly now: () => Date,
  ) {
    this.honoursKey = settings.honoursKey;
  }

  async send({ to, text, idempotencyKey }: PhoneMessage): Promise<ProviderAnswer> {
    const body = JSON.stringify({ to, text });
    try {
      const response = await fetch(this.settings.url, {
        method: 'POST',
        body,
        redirect: 'manual', // a number is not carried to an address that nobody configured
        signal: AbortSignal.timeout(this.settings.timeoutMs),
        headers: { 'content-type': 'application/json', 'idempotency-key': idempotencyKey, ...this.signature(body) },
      });
      return await answerOf(response);
    } catch (error) {
      return faultOf(error);
    }
  }

  private signature(body: string): Readonly<Record<string, string>> {
    const { secret } = this.settings;
    if (secret === undefined) return {};
    const seconds = Math.floor(this.now().getTime() / 1_000);
    return {
      'x-signature': `t=${seconds},v1=${createHmac('sha256', secret).update(`${seconds}.${body}`).digest('hex')}`,
    };
  }
}

/** Stands where the operator set no address. */
export const SWITCHED_OFF: MessageChannel = {
  honoursKey: true,
  send: () => Promise.resolve({ outcome: 'SWITCHED_OFF' }),
};

async function answerOf(response: Response): Promise<ProviderAnswer> {
  const { status } = response;
  if (status >= 200 && status < 300) return sentOrUnreadable(await shortText(response));
  await response.body?.cancel();
  if (ANSWERS_NOT_NOW.has(status)) return notSent(DeliveryReason.BUSY);
  if (status === 401 || status === 403) return notSent(DeliveryReason.NOT_AUTHORISED);
  if (status === 404 || status === 410 || (status >= 300 && status < 400)) return notSent(DeliveryReason.UNREACHABLE);
  if (status >= 400 && status < 500) return notSent(DeliveryReason.REFUSED, true);
  return unknown(DeliveryReason.PROVIDER_FAULT);
}

function sentOrUnreadable(text: string | null): ProviderAnswer {
  const id = text === null ? null : idIn(text);
  if (id === null) return unknown(DeliveryReason.UNREADABLE_ANSWER);
  return { outcome: 'SENT', providerMessageId: id };
}

/** The provider's number in its answer; null where there is none that can be read. */
function idIn(text: string): string | null {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    return null; // garbage is an answer of its own kind, not a fault of ours
  }
  const id: unknown = typeof parsed === 'object' && parsed !== null && 'id' in parsed ? parsed.id : null;
  const isId = (typeof id === 'string' && id !== '' && id.length <= MOST_ID_LENGTH) || typeof id === 'number';
  return isId ? String(id) : null;
}

/** The answer's text; null where it is longer than any that is meant. */
async function shortText(response: Response): Promise<string | null> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of (response.body ?? []) as AsyncIterable<Uint8Array>) {
    bytes += chunk.length;
    if (bytes > MOST_ANSWER_BYTES) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

/** What a broken call says; what is no fault of a connection rises. */
function faultOf(error: unknown): ProviderAnswer {
  // Errors of fetch may come from another realm: asked by what they are called, not by their class.
  const name = typeof error === 'object' && error !== null && 'name' in error ? error.name : undefined;
  if (name === 'TimeoutError') return unknown(DeliveryReason.NO_ANSWER);
  const causes = name === 'TypeError' ? causesOf((error as { cause?: unknown }).cause) : [];
  if (causes.length === 0) throw error;
  return causes.every((code) => NOT_CONNECTED.has(code))
    ? notSent(DeliveryReason.UNREACHABLE)
    : unknown(DeliveryReason.NO_ANSWER);
}

/** The codes behind a failed fetch; several where a name has several addresses. */
function causesOf(cause: unknown): readonly unknown[] {
  if (typeof cause !== 'object' || cause === null) return [];
  if ('errors' in cause && Array.isArray(cause.errors)) return cause.errors.flatMap(causesOf);
  return ['code' in cause ? cause.code : 'UNNAMED'];
}
