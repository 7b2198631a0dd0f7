import { addMonths, dayOf, type Day } from '../common/day';
import type { Lifecycle } from '../common/lifecycle';
import { refusal, settled, type Outcome, type Refusal } from '../common/outcome';

/** The states of a pairing. */
export const PairingStatus = { ACTIVE: 'ACTIVE', ENDED: 'ENDED' } as const;

/** One of the states of a pairing. */
export type PairingStatus = (typeof PairingStatus)[keyof typeof PairingStatus];

/** What a pairing may become; whoever wants the same mentor again is paired and asked anew. */
export const PAIRING_LIFECYCLE: Lifecycle<PairingStatus> = { ACTIVE: ['ENDED'], ENDED: [] };

/** Who ended a pairing; a reason is neither asked nor kept. */
export const PairingEnder = { CLIENT: 'CLIENT', CASEWORKER: 'CASEWORKER', SYSTEM: 'SYSTEM' } as const;

/** One of those who may end a pairing. */
export type PairingEnder = (typeof PairingEnder)[keyof typeof PairingEnder];

/** The most signs that a mentor's note may have. */
export const LONGEST_NOTE = 500;

/** The furthest that a next contact may lie ahead, in months. */
const CONTACT_MONTHS = 6;

/** Why a note is not taken. */
export type MentorNoteCode = 'NOTE_OR_DAY_REQUIRED' | 'TOO_LONG' | 'DAY_IN_PAST' | 'LOOK_TOO_FAR';

/** A note as given: what she writes for herself, or when she is in contact next, or both. */
export interface NewMentorNote {
  readonly text: string | null;
  readonly nextContactOn: Day | null;
}

/** Says whether a note can be kept; gives it without outer blanks. */
export function checkedNote(note: NewMentorNote, today: Day): Outcome<NewMentorNote, MentorNoteCode> {
  const trimmed = note.text?.trim() ?? '';
  const text = trimmed === '' ? null : trimmed;
  const { nextContactOn } = note;
  const refusals: Refusal<MentorNoteCode>[] = [];
  if (text === null && nextContactOn === null) refusals.push(refusal('NOTE_OR_DAY_REQUIRED', ['text']));
  if (text !== null && text.length > LONGEST_NOTE) refusals.push(refusal('TOO_LONG', ['text'], { most: LONGEST_NOTE }));
  if (nextContactOn !== null && nextContactOn < today)
    refusals.push(refusal('DAY_IN_PAST', ['nextContactOn'], { earliest: today }));
  const latest = addMonths(today, CONTACT_MONTHS);
  if (nextContactOn !== null && nextContactOn > latest)
    refusals.push(refusal('LOOK_TOO_FAR', ['nextContactOn'], { latest }));
  return settled(refusals, { text, nextContactOn });
}

/** A note as far as the next contact follows from it. */
export interface DatedNote {
  readonly writtenAt: Date;
  readonly nextContactOn: Day | null;
}

/**
 * The day of the next contact by notes of which the newest comes first: the last day that was named, unless something
 * was noted on that day or after it without naming another one. Null = none is named.
 */
export function nextContactOf(notes: readonly DatedNote[]): Day | null {
  const at = notes.findIndex(({ nextContactOn }) => nextContactOn !== null);
  const day = notes[at]?.nextContactOn ?? null;
  if (day === null) return null;
  return notes.slice(0, at).some(({ writtenAt }) => dayOf(writtenAt) >= day) ? null : day;
}
