import type { MessageUrgency } from './message-hours';

/** What a client is told: each kind says that there is something, never what it is about. */
export const ClientMessageKind = {
  FOLLOW_UP_DUE: 'FOLLOW_UP_DUE',
  DECISION_WAITING: 'DECISION_WAITING',
  LESSON_CHANGED: 'LESSON_CHANGED',
  INTERVIEW_CHANGED: 'INTERVIEW_CHANGED',
  SEAT_FREE: 'SEAT_FREE',
  PAY_CHECK_UPDATED: 'PAY_CHECK_UPDATED',
} as const;

/** One of the kinds. */
export type ClientMessageKind = (typeof ClientMessageKind)[keyof typeof ClientMessageKind];

/** CLAIMED is in a worker's hands; UNCONFIRMED: the provider's answer was lost, it is not sent again. */
export const ClientMessageState = {
  PENDING: 'PENDING',
  CLAIMED: 'CLAIMED',
  SENT: 'SENT',
  UNCONFIRMED: 'UNCONFIRMED',
  SKIPPED: 'SKIPPED',
  FAILED: 'FAILED',
} as const;

/** One of the states of a message. */
export type ClientMessageState = (typeof ClientMessageState)[keyof typeof ClientMessageState];

/** By which way a client wishes to be reached. CALL and VISIT: her caseworker does it, nothing leaves by itself. */
export const ContactWay = { IN_APP: 'IN_APP', SMS: 'SMS', WECHAT: 'WECHAT', CALL: 'CALL', VISIT: 'VISIT' } as const;

/** One of the ways. */
export type ContactWay = (typeof ContactWay)[keyof typeof ContactWay];

/** The languages of messages. */
export const MESSAGE_LANGUAGES = ['zh-CN', 'en'] as const;

/** One of the languages of messages. */
export type MessageLanguage = (typeof MESSAGE_LANGUAGES)[number];

/** Kinds that tell of a change of something that has a beginning: within 24 hours they go on any day. */
const OF_CHANGES: ReadonlySet<ClientMessageKind> = new Set(['LESSON_CHANGED', 'INTERVIEW_CHANGED']);

/** Says whether a kind may go at short notice at all. */
export const mayBeShortNotice = (kind: ClientMessageKind): boolean => OF_CHANGES.has(kind);

/** The way by which a message leaves: the chosen one where it reaches a phone, else in the application. */
export const channelOf = (way: ContactWay): 'SMS' | 'WECHAT' | 'IN_APP' =>
  way === 'SMS' || way === 'WECHAT' ? way : 'IN_APP';

/** What is in the application disturbs nobody: it is there at once. */
export const waitsForHours = (channel: 'SMS' | 'WECHAT' | 'IN_APP'): boolean => channel !== 'IN_APP';

/** How a message is planned: its urgency is asked again each time it is about to leave. */
export interface PlannedMessage {
  readonly kind: ClientMessageKind;
  readonly beginsAt: Date | null;
  readonly urgency: MessageUrgency;
}
