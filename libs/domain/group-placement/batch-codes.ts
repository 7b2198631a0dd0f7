import type { Lifecycle } from '../common/lifecycle';

/** The states of one run of the solver. */
export const BatchSolveState = {
  QUEUED: 'QUEUED',
  RUNNING: 'RUNNING',
  DONE: 'DONE',
  CANCELLED: 'CANCELLED',
  FAILED: 'FAILED',
} as const;

/** One of the states of a run of the solver. */
export type BatchSolveState = (typeof BatchSolveState)[keyof typeof BatchSolveState];

/** What a run of the solver may become; another try is another run. */
export const BATCH_SOLVE_LIFECYCLE: Lifecycle<BatchSolveState> = {
  QUEUED: ['RUNNING', 'CANCELLED', 'FAILED'],
  RUNNING: ['DONE', 'CANCELLED', 'FAILED'],
  DONE: [],
  CANCELLED: [],
  FAILED: [],
};

/** What a run of the solver is at, in order. */
export const BatchSolvePhase = {
  READING: 'READING',
  RANKING_PAIRS: 'RANKING_PAIRS',
  CARDINALITY: 'CARDINALITY',
  FIT: 'FIT',
  REASONS: 'REASONS',
  POLICIES: 'POLICIES',
  CERTIFICATE: 'CERTIFICATE',
  WRITING: 'WRITING',
} as const;

/** One of the phases of a run. */
export type BatchSolvePhase = (typeof BatchSolvePhase)[keyof typeof BatchSolvePhase];

/** How much of a run is behind it when a phase begins, in thousandths. */
export const PHASE_BEGINS_AT: Readonly<Record<BatchSolvePhase, number>> = {
  READING: 0,
  RANKING_PAIRS: 50,
  CARDINALITY: 400,
  FIT: 500,
  REASONS: 700,
  POLICIES: 750,
  CERTIFICATE: 900,
  WRITING: 950,
};

/** The ways of placing a cohort that are printed side by side; the first is the one that counts. */
export const PlacementPolicyName = {
  MOST_PLACED_THEN_FIT: 'MOST_PLACED_THEN_FIT',
  WORST_FIT_FIRST: 'WORST_FIT_FIRST',
  TWO_SIDED_STABLE: 'TWO_SIDED_STABLE',
  GREEDY: 'GREEDY',
} as const;

/** One of the ways of placing a cohort. */
export type PlacementPolicyName = (typeof PlacementPolicyName)[keyof typeof PlacementPolicyName];

/** What stands of a decision in the batch: a pair that must be, or one that must not. A swap is two locks. */
export const BatchOverrideKind = { LOCK: 'LOCK', FORBID: 'FORBID' } as const;

/** One of the kinds of overrides. */
export type BatchOverrideKind = (typeof BatchOverrideKind)[keyof typeof BatchOverrideKind];

/** What a person decides on the review board. */
export const BatchDecisionKind = { LOCK: 'LOCK', FORBID: 'FORBID', SWAP: 'SWAP' } as const;

/** One of the kinds of decisions. */
export type BatchDecisionKind = (typeof BatchDecisionKind)[keyof typeof BatchDecisionKind];

/** Why a person overrides the solver: about work, closed, and nothing else. */
export const BatchOverrideReason = {
  COMMUTE_WISH: 'COMMUTE_WISH',
  KNOWS_COLLEAGUE: 'KNOWS_COLLEAGUE',
  FAMILY_DUTY: 'FAMILY_DUTY',
  TRAINING_PLANNED: 'TRAINING_PLANNED',
  CLIENT_ASKED: 'CLIENT_ASKED',
  ENTERPRISE_ASKED: 'ENTERPRISE_ASKED',
  OTHER_WORK_RELATED: 'OTHER_WORK_RELATED',
} as const;

/** One of the reasons for an override. */
export type BatchOverrideReason = (typeof BatchOverrideReason)[keyof typeof BatchOverrideReason];

/** Why the second person gives a batch back. */
export const BatchReturnReason = {
  OVERRIDES_UNCLEAR: 'OVERRIDES_UNCLEAR',
  COHORT_CHANGED: 'COHORT_CHANGED',
  CAPACITY_CHANGED: 'CAPACITY_CHANGED',
  TOO_CONCENTRATED: 'TOO_CONCENTRATED',
  OTHER_WORK_RELATED: 'OTHER_WORK_RELATED',
} as const;

/** One of the reasons for giving a batch back. */
export type BatchReturnReason = (typeof BatchReturnReason)[keyof typeof BatchReturnReason];

/** What became of a row at the commit. */
export const BatchRowResult = { PROPOSED: 'PROPOSED', REFUSED: 'REFUSED', UNPLACED: 'UNPLACED' } as const;

/** One of the results of a row. */
export type BatchRowResult = (typeof BatchRowResult)[keyof typeof BatchRowResult];

/** The proof under which somebody has no place. */
export const UnplacedCode = {
  /** No position with an open slot passes every hard check. */
  NO_FEASIBLE_POSITION: 'NO_FEASIBLE_POSITION',
  /** People decided so: every position she could take was forbidden. */
  FORBIDDEN_BY_DECISION: 'FORBIDDEN_BY_DECISION',
  /** More people than seats, whoever decides: Hall’s condition fails. */
  SEATS_SHORT: 'SEATS_SHORT',
} as const;

/** One of the proofs under which somebody has no place. */
export type UnplacedCode = (typeof UnplacedCode)[keyof typeof UnplacedCode];

/** Why somebody has the place that she has. */
export const PlacedCode = {
  /** A person decided so. */
  LOCKED: 'LOCKED',
  /** The position that fits her best of all. */
  BEST_FIT: 'BEST_FIT',
  /** The only position that she could take. */
  ONLY_POSSIBLE: 'ONLY_POSSIBLE',
  /** Others fit her better; together this is the best. */
  BEST_TOGETHER: 'BEST_TOGETHER',
} as const;

/** One of the reasons for a place. */
export type PlacedCode = (typeof PlacedCode)[keyof typeof PlacedCode];

/** Which rows of a batch a list shows. */
export const BatchAssignmentView = {
  PLACED: 'PLACED',
  UNPLACED: 'UNPLACED',
  OVERRIDDEN: 'OVERRIDDEN',
  PROPOSED: 'PROPOSED',
  REFUSED: 'REFUSED',
} as const;

/** One of the views. */
export type BatchAssignmentView = (typeof BatchAssignmentView)[keyof typeof BatchAssignmentView];

/** Most clients of one batch: an override is worked out while somebody waits. */
export const MOST_CLIENTS = 5_000;

/** Most clients added by one request. */
export const MOST_CLIENTS_AT_ONCE = 500;

/** A share of a placement in one enterprise or occupation above which the meter warns, in thousandths of Herfindahl and Hirschman’s index. */
export const DIVERSITY_LIMIT_PERMILLE = 250;

/** Days for which a commit holds the slots that it proposes. */
export const BATCH_HOLD_DAYS = 7;
