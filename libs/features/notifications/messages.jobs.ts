import type { ClientMessageKind } from '#domain/notifications/client-message';
import { defineJob } from '#platform/jobs/job-definition';

/** Who is told what; a type, not an interface, so that it counts as data of a job. */
export type MessageData = {
  readonly clientId: string;
  readonly kind: ClientMessageKind;
  /** RFC 3339; null where nothing begins. */
  readonly beginsAt: string | null;
};

/** Makes a message to a client; the subject is what it is about. */
export const MessageAnnounced = defineJob<MessageData>('message.announced');

/** Delivers a message; the subject is the message. */
export const MessageDeliver = defineJob('message.deliver', { queue: 'phone' });
