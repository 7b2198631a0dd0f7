import { registerEnumType } from '@nestjs/graphql';
import { BatchAct } from '#domain/group-placement/batch-acts';
import {
  BatchAssignmentView,
  BatchDecisionKind,
  BatchOverrideKind,
  BatchOverrideReason,
  BatchReturnReason,
  BatchRowResult,
  BatchSolvePhase,
  BatchSolveState,
  PlacedCode,
  PlacementPolicyName,
  UnplacedCode,
} from '#domain/group-placement/batch-codes';
import { BatchStatus } from '#domain/group-placement/batch-lifecycle';

/** Why a client did not get a position. */
export const WhyNotReason = {
  NOT_FEASIBLE: 'NOT_FEASIBLE',
  HAS_IT: 'HAS_IT',
  NO_SEATS: 'NO_SEATS',
  FORBIDDEN: 'FORBIDDEN',
  LOCKED_ELSEWHERE: 'LOCKED_ELSEWHERE',
  COSTS_A_PLACE: 'COSTS_A_PLACE',
  COSTS_POINTS: 'COSTS_POINTS',
} as const;

/** One of the reasons. */
export type WhyNotReason = (typeof WhyNotReason)[keyof typeof WhyNotReason];

registerEnumType(BatchStatus, {
  name: 'PlacementBatchStatus',
  description: 'The state of a batch of group placement.',
  valuesMap: {
    COLLECTING: { description: 'Caseworkers add their clients until the cut-off.' },
    SOLVED: { description: 'Placed by the solver, not yet looked at.' },
    IN_REVIEW: { description: 'People lock, forbid and swap pairs, or it waits for the second person.' },
    APPROVED: { description: 'Another person approved it; it may be committed.' },
    COMMITTED: { description: 'Every row was proposed or given back.' },
    DISCARDED: { description: 'Given up; its clients are free for another batch.' },
  },
});

registerEnumType(BatchSolveState, {
  name: 'BatchSolveState',
  description: 'The state of a run of the solver.',
  valuesMap: {
    QUEUED: { description: 'Waiting for a worker.' },
    RUNNING: { description: 'At work; see the phase.' },
    DONE: { description: 'Its result is written and its proof checked.' },
    CANCELLED: { description: 'Stopped by a person; nothing of it is written.' },
    FAILED: { description: 'Given up; nothing of it is written, the code says why.' },
  },
});

registerEnumType(BatchSolvePhase, {
  name: 'BatchSolvePhase',
  description: 'What a run is at, in this order.',
  valuesMap: {
    READING: { description: 'The cohort and the open slots.' },
    RANKING_PAIRS: { description: 'The score of every feasible pair.' },
    CARDINALITY: { description: 'The most people that can be placed.' },
    FIT: { description: 'Among those placements the highest total fit.' },
    REASONS: { description: 'The proof for everybody who has no place.' },
    POLICIES: { description: 'Other ways of placing, for comparison.' },
    CERTIFICATE: { description: 'The proof is checked by code that shares nothing with the solver.' },
    WRITING: { description: 'The result, in one piece.' },
  },
});

registerEnumType(PlacementPolicyName, {
  name: 'PlacementPolicyName',
  description: 'A way of placing a cohort.',
  valuesMap: {
    MOST_PLACED_THEN_FIT: { description: 'The most people, then the highest total fit: the one that counts.' },
    WORST_FIT_FIRST: { description: 'The most people, then the worst fit as high as possible.' },
    TWO_SIDED_STABLE: { description: 'No client and position would rather have each other.' },
    GREEDY: { description: 'Each in order of file number takes the best that is left.' },
  },
});

registerEnumType(BatchOverrideKind, {
  name: 'BatchOverrideKind',
  description: 'What a person decided about a pair.',
  valuesMap: {
    LOCK: { description: 'She has this position, whatever it costs the others.' },
    FORBID: { description: 'She never gets this position.' },
  },
});

registerEnumType(BatchDecisionKind, {
  name: 'BatchDecisionKind',
  description: 'A decision on the review board.',
  valuesMap: {
    LOCK: { description: 'Give the client this position and keep it so.' },
    FORBID: { description: 'Never give the client this position.' },
    SWAP: { description: 'Two placed clients change positions: two locks in one act.' },
  },
});

registerEnumType(BatchOverrideReason, {
  name: 'BatchOverrideReason',
  description: 'Why a person decided otherwise than the solver; about work and nothing else.',
  valuesMap: {
    COMMUTE_WISH: { description: 'A wish about the way to work.' },
    KNOWS_COLLEAGUE: { description: 'Knows somebody who works there.' },
    FAMILY_DUTY: { description: 'Duties in the family at these hours.' },
    TRAINING_PLANNED: { description: 'A course is planned for it.' },
    CLIENT_ASKED: { description: 'The client asked for it.' },
    ENTERPRISE_ASKED: { description: 'The enterprise asked for it, for a reason of work.' },
    OTHER_WORK_RELATED: { description: 'Another reason that is about work.' },
  },
});

registerEnumType(BatchReturnReason, {
  name: 'BatchReturnReason',
  description: 'Why the second person gave a batch back.',
  valuesMap: {
    OVERRIDES_UNCLEAR: { description: 'The reasons of overrides are not clear.' },
    COHORT_CHANGED: { description: 'Clients of it have other plans by now.' },
    CAPACITY_CHANGED: { description: 'Slots were added or taken away.' },
    TOO_CONCENTRATED: { description: 'Too many in one enterprise or occupation.' },
    OTHER_WORK_RELATED: { description: 'Another reason that is about work.' },
  },
});

registerEnumType(BatchRowResult, {
  name: 'BatchRowResult',
  description: 'What became of a row at the commit.',
  valuesMap: {
    PROPOSED: { description: 'A referral was proposed and a slot is held for it.' },
    REFUSED: { description: 'Not proposed any more: the code says why; the client is free again.' },
    UNPLACED: { description: 'There was no position for her in this round.' },
  },
});

registerEnumType(PlacedCode, {
  name: 'BatchPlacedCode',
  description: 'Why somebody has the position that she has.',
  valuesMap: {
    LOCKED: { description: 'A person decided so.' },
    BEST_FIT: { description: 'It fits her best of all.' },
    ONLY_POSSIBLE: { description: 'It is the only one that she could take.' },
    BEST_TOGETHER: { description: 'Others fit her better; for the cohort this is the best.' },
  },
});

registerEnumType(UnplacedCode, {
  name: 'BatchUnplacedCode',
  description: 'The proof under which somebody has no position.',
  valuesMap: {
    NO_FEASIBLE_POSITION: { description: 'No position with an open slot passes every hard check.' },
    FORBIDDEN_BY_DECISION: { description: 'Every position that she could take was forbidden by a person.' },
    SEATS_SHORT: { description: 'More people than slots among those who compete, whoever decides.' },
  },
});

registerEnumType(BatchAct, {
  name: 'BatchAct',
  description: 'What people do with a batch.',
  valuesMap: {
    ADD_CLIENTS: { description: 'Add clients to it, or take them out.' },
    SOLVE: { description: 'Start a run of the solver.' },
    CANCEL: { description: 'Stop the run.' },
    REVIEW: { description: 'Begin the review.' },
    OVERRIDE: { description: 'Lock, forbid, swap, and undo it.' },
    SUBMIT: { description: 'Hand it to the second person.' },
    RETURN: { description: 'Take it back to the review.' },
    APPROVE: { description: 'Approve it, as another person than those who made it.' },
    COMMIT: { description: 'Propose its rows.' },
    DISCARD: { description: 'Give it up.' },
  },
});

registerEnumType(BatchAssignmentView, {
  name: 'BatchAssignmentView',
  description: 'Which rows of a batch a list shows.',
  valuesMap: {
    PLACED: { description: 'With a position.' },
    UNPLACED: { description: 'Without one.' },
    OVERRIDDEN: { description: 'With a lock or a forbidden pair.' },
    PROPOSED: { description: 'Proposed by the commit.' },
    REFUSED: { description: 'Given back by the commit.' },
  },
});

registerEnumType(WhyNotReason, {
  name: 'WhyNotReason',
  description: 'Why a client did not get a position.',
  valuesMap: {
    NOT_FEASIBLE: { description: 'A hard check fails; see the checks.' },
    HAS_IT: { description: 'She has it.' },
    NO_SEATS: { description: 'All its slots were given away by locks.' },
    FORBIDDEN: { description: 'A person forbade it.' },
    LOCKED_ELSEWHERE: { description: 'A person locked her to another position.' },
    COSTS_A_PLACE: { description: 'It would cost somebody her only place.' },
    COSTS_POINTS: { description: 'As many would be placed, but the total fit would fall.' },
  },
});
