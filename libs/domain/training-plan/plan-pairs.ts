import type { Day } from '../common/day';
import type { PlanPair } from './plan-problem';

/** A client and a position between whom nothing stands but what can be learnt. */
export interface LearnablePair {
  readonly clientId: string;
  readonly positionId: string;
  readonly fit: number;
  /** Codes of the skills and certificates that she lacks. */
  readonly missing: readonly string[];
  readonly closesOn: Day | null;
  readonly agreementTo: Day;
}

/** What a session teaches, and when it is over. */
export interface TeachingSession {
  readonly id: string;
  readonly teaches: readonly string[];
  readonly endsOn: Day;
}

/** Which sessions a client may join, and which she is in already. */
export interface SessionsOfClients {
  readonly mayJoin: (clientId: string, sessionId: string) => boolean;
  readonly isIn: (clientId: string, sessionId: string) => boolean;
}

/** Whether a pair that lacks something would stand once the session is over. */
export const unlocks = ({ teaches, endsOn }: TeachingSession, pair: LearnablePair): boolean =>
  pair.missing.every((code) => teaches.includes(code)) &&
  endsOn < pair.agreementTo &&
  (pair.closesOn === null || endsOn < pair.closesOn);

/**
 * The pairs of a plan: those who lack nothing, those who are learning it already (their seat is taken, so the plan gives
 * none), and for the others each session that they may join and that would unlock the pair.
 */
export function pairsOfPlan(
  pairs: readonly LearnablePair[],
  sessions: readonly TeachingSession[],
  { mayJoin, isIn }: SessionsOfClients,
): PlanPair[] {
  return pairs.flatMap((pair): PlanPair[] => {
    const { clientId, positionId, fit } = pair;
    if (pair.missing.length === 0) return [{ clientId, positionId, sessionId: null, fit }];
    const unlocking = sessions.filter((session) => unlocks(session, pair));
    if (unlocking.some(({ id }) => isIn(clientId, id))) return [{ clientId, positionId, sessionId: null, fit }];
    return unlocking
      .filter(({ id }) => mayJoin(clientId, id))
      .map(({ id }) => ({ clientId, positionId, sessionId: id, fit }));
  });
}
