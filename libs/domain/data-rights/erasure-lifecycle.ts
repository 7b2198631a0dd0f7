import { addDays, type Day } from '../common/day';
import type { Lifecycle } from '../common/lifecycle';

/** The states of a person's wish to be erased. */
export const ErasureStatus = {
  REQUESTED: 'REQUESTED',
  CONFIRMED: 'CONFIRMED',
  ERASED: 'ERASED',
  WITHDRAWN: 'WITHDRAWN',
} as const;

/** One of the states of a person's wish to be erased. */
export type ErasureStatus = (typeof ErasureStatus)[keyof typeof ErasureStatus];

/** What such a wish may become: the client asks and may take it back, staff confirm, a job erases. Nobody refuses it. */
export const ERASURE_LIFECYCLE: Lifecycle<ErasureStatus> = {
  REQUESTED: ['CONFIRMED', 'WITHDRAWN'],
  CONFIRMED: ['ERASED'],
  ERASED: [],
  WITHDRAWN: [],
};

/** Days within which a wish to be erased is carried out: 个人信息保护法 47, 15 days by privacy.md P7. */
export const ERASURE_DAYS = 15;

/** The last day for carrying out a wish of this day. */
export const erasureDueOn = (requestedOn: Day): Day => addDays(requestedOn, ERASURE_DAYS);

/** What keeps a file from being erased: findings about the person's pay on which somebody still has to act. */
export interface LegalHold {
  readonly openFindings: number;
  /** Day on which the oldest of them was found. */
  readonly since: Day;
}

/** The hold of a file with these open findings, by the days on which they were found; null = none. */
export function legalHold(foundOn: readonly Day[]): LegalHold | null {
  const [since] = [...foundOn].sort();
  return since === undefined ? null : { openFindings: foundOn.length, since };
}
