import type { PlacementPolicyName, UnplacedCode } from '#domain/group-placement/batch-codes';

/** Figures of one way of placing. */
export interface StoredPolicy {
  readonly policy: PlacementPolicyName;
  readonly placed: number;
  readonly totalFit: number;
  readonly worstFit: number | null;
  readonly blockingPairs: number;
}

/** The figures of a result. */
export interface StoredFigures {
  readonly placed: number;
  readonly totalFit: number;
  readonly worstFit: number | null;
  readonly meanFit: number | null;
  readonly withWish: number;
  readonly wishMatched: number;
  readonly enterpriseHhiPermille: number | null;
  readonly occupationHhiPermille: number | null;
  readonly policies: readonly StoredPolicy[];
}

/** A position with its slots, the people whom it suits, and those placed in it. */
export interface StoredLine {
  readonly positionId: string;
  readonly openSlots: number;
  readonly feasibleClients: number;
  readonly placed: number;
}

/** What there was to give out. */
export interface StoredCapacity {
  readonly positions: number;
  readonly enterprises: number;
  readonly openSlots: number;
  readonly pairs: number;
  readonly clientsWithoutPair: number;
  readonly lines: readonly StoredLine[];
}

/** People without a place under one proof: counts and positions, no ids of people. */
export interface StoredGroup {
  readonly key: string;
  readonly code: UnplacedCode;
  readonly people: number;
  readonly competing: number | null;
  readonly seats: number | null;
  readonly positionIds: readonly string[];
}

/** What a run leaves beside the rows: batch_solve.outcome. */
export interface StoredOutcome {
  readonly weightsVersion: number;
  readonly readAt: string;
  readonly figures: StoredFigures;
  readonly capacity: StoredCapacity;
  readonly groups: readonly StoredGroup[];
}
