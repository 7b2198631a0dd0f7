import type { Lifecycle } from '../common/lifecycle';
import { refusal, settled, type Outcome, type Refusal } from '../common/outcome';
import { isBanned } from '../common/term-list';

/** How long a file stays open to a caseworker who opened it by break-glass. */
export const OPENING_MINUTES = 60;

/** How often one caseworker may look for files of others within a day and a night, whether she finds one or not. */
export const SEARCHES_A_DAY = 20;

/** Bounds of the sentence that says why, in characters. */
export const EXPLANATION = { least: 6, most: 200 } as const;

/** Why somebody opens the file of another caseworker's client: a closed list, told to the client in plain words. */
export const OpeningReason = {
  CASEWORKER_AWAY: 'CASEWORKER_AWAY',
  CLIENT_ASKED: 'CLIENT_ASKED',
  DEADLINE_TODAY: 'DEADLINE_TODAY',
  WORKPLACE_MATTER: 'WORKPLACE_MATTER',
  OTHER: 'OTHER',
} as const;

/** One of the reasons. */
export type OpeningReason = (typeof OpeningReason)[keyof typeof OpeningReason];

/** What became of the review by a second person. */
export const OpeningReview = {
  PENDING: 'PENDING',
  JUSTIFIED: 'JUSTIFIED',
  NOT_JUSTIFIED: 'NOT_JUSTIFIED',
} as const;

/** One of the states of a review. */
export type OpeningReview = (typeof OpeningReview)[keyof typeof OpeningReview];

/** A review is given once. */
export const openingReviewLifecycle: Lifecycle<OpeningReview> = {
  PENDING: ['JUSTIFIED', 'NOT_JUSTIFIED'],
  JUSTIFIED: [],
  NOT_JUSTIFIED: [],
};

/** Why a sentence is not taken. */
export type WordingCode = 'REQUIRED' | 'TOO_SHORT' | 'TOO_LONG' | 'BANNED_TERM';

/** Says whether a sentence of a colleague may be kept: long enough to say something, and nothing of the term list. */
export function checkedSentence(
  text: string,
  field: readonly string[],
  { least, most }: { readonly least: number; readonly most: number } = EXPLANATION,
): Outcome<string, WordingCode> {
  const kept = text.trim();
  const length = Array.from(kept).length;
  const refusals: Refusal<WordingCode>[] = [];
  if (length === 0 && least > 0) refusals.push(refusal('REQUIRED', field));
  else if (length < least) refusals.push(refusal('TOO_SHORT', field, { least }));
  if (length > most) refusals.push(refusal('TOO_LONG', field, { most }));
  if (isBanned(kept)) refusals.push(refusal('BANNED_TERM', field));
  return settled(refusals, kept);
}

/** The instant at which a file that is opened now closes again. */
export const closesAt = (openedAt: Date): Date => new Date(openedAt.getTime() + OPENING_MINUTES * 60_000);

/** True while the opening lasts: up to its last millisecond, not at its end. */
export const isOpenAt = (opening: { readonly closesAt: Date }, now: Date): boolean => now < opening.closesAt;
