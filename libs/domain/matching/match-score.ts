import type { Day } from '../common/day';
import { hardChecks, type HardCheck } from './hard-checks';
import type { ClientFacts, PositionFacts } from './match-facts';
import { scoreParts, type ScorePart } from './score-parts';
import { SCORE_WEIGHTS_V1, type ScoreWeights } from './score-weights';

/** How well a client and a position go together, and why. */
export interface MatchScore {
  /** 0 to 10,000: the sum of the parts, also when a hard check failed. */
  readonly score: number;
  readonly parts: readonly ScorePart[];
  readonly hardChecks: readonly HardCheck[];
  /** No hard check failed. */
  readonly feasible: boolean;
}

/**
 * Scores one client and one position, version 1.
 * @param travelMinutes from the client's township to the workplace; null when unknown, which fails the travel check
 * @param today in Asia/Shanghai
 */
export function scoreMatch(
  client: ClientFacts,
  position: PositionFacts,
  travelMinutes: number | null,
  today: Day,
  weights: ScoreWeights = SCORE_WEIGHTS_V1,
): MatchScore {
  const parts = scoreParts(client, position, travelMinutes, weights);
  const checks = hardChecks(client, position, travelMinutes, today);
  return {
    score: parts.reduce((sum, part) => sum + part.points, 0),
    parts,
    hardChecks: checks,
    feasible: checks.every((one) => one.passed),
  };
}

/** A scored thing with an id. */
export interface Ranked {
  readonly id: string;
  readonly score: number;
}

/** The order of a ranking: higher score first, ties by id. */
export function byRank(a: Ranked, b: Ranked): number {
  if (a.score !== b.score) return b.score - a.score;
  if (a.id === b.id) return 0;
  return a.id < b.id ? -1 : 1;
}
