import type { ProviderAnswer } from '#domain/common/delivery-attempt';

/** The channels that reach a phone outside the application. */
export const PHONE_CHANNELS = ['SMS', 'WECHAT'] as const;

/** One of them. */
export type PhoneChannel = (typeof PHONE_CHANNELS)[number];

/** A message to one phone. The number lives in this object alone, for the moment of the call. */
export interface PhoneMessage {
  readonly to: string;
  readonly text: string;
  /** The same on every try. */
  readonly idempotencyKey: string;
}

/** A way to a phone. */
export interface MessageChannel {
  /** True where the provider takes the same key once only, so that an unknown outcome may be repeated. */
  readonly honoursKey: boolean;
  /** Hands a message over. Never throws for a fault of the provider: it says what is known. */
  send(message: PhoneMessage): Promise<ProviderAnswer>;
}

/** The ways to phones that the operator set up. */
export abstract class MessageChannels {
  abstract of(channel: PhoneChannel): MessageChannel;
}
