import { Injectable } from '@nestjs/common';
import type { BatchDecisionKind } from '#domain/group-placement/batch-codes';
import { remainingAfter, type Decisions } from '#domain/group-placement/decisions';
import { readInstance, type PlacementInstance } from '#domain/group-placement/placement-instance';
import {
  overrideCost,
  type Override,
  type OverrideCost as DomainCost,
  type PlacementBefore,
} from '#domain/group-placement/reasons/override-cost';
import { whyNotSlot } from '#domain/group-placement/reasons/why-not-slot';
import { done, refusal, refused, type Outcome } from '#domain/common/outcome';
import { CohortMatches } from '#features/matching';
import type { Tx } from '#platform/database/transaction';
import { figuresOf, userErrorOf } from '#platform/graphql/user-error';
import { BatchInstancesRepository, decisionsIn, type LivePair, type StandingRun } from './batch-instances.repository';
import type { OverrideCost, WhyNotPosition } from './graphql/batch-row.type';

/** A result that stands, ready to be decided about. */
export interface OpenResult {
  readonly standing: StandingRun;
  readonly livePairs: readonly LivePair[];
  readonly instance: PlacementInstance;
  readonly decisions: Decisions;
  readonly before: PlacementBefore;
}

/** A decision on the review board, by ids: lock or forbid a position, or swap with another client. */
export interface BatchDecision {
  readonly kind: BatchDecisionKind;
  readonly clientId: string;
  readonly positionId?: string | null;
  readonly otherClientId?: string | null;
}

/** Why a decision is not possible. */
export type DecisionCode =
  | 'NOT_FOUND'
  | 'NO_SUCH_PAIR'
  | 'LOCKED_TWICE'
  | 'LOCKED_AND_EXCLUDED'
  | 'SEATS_EXCEEDED'
  | 'NOT_PLACED'
  | 'SAME_CLIENT'
  | 'ALREADY_SO';

/** Works out what a decision would cost and why somebody did not get a position; exactly, on the pairs of the result. */
@Injectable()
export class BatchWhatIf {
  constructor(
    private readonly instances: BatchInstancesRepository,
    private readonly matches: CohortMatches,
  ) {}

  /** The result that stands; null before the first. */
  async open(tx: Tx, batchId: string): Promise<OpenResult | null> {
    const standing = await this.instances.standing(tx, batchId);
    if (standing === null) return null;
    const read = readInstance(standing.instance.pairs);
    if (!read.ok) throw new Error('An instance that was solved is none any more.');
    const livePairs = await this.instances.livePairs(tx, batchId);
    const decisions = decisionsIn(standing.instance, livePairs);
    const slotOf = Int32Array.from(standing.certificate.slotOf);
    for (const { client, slot } of decisions.locks) slotOf[client] = slot;
    const before = { placed: standing.placed, fit: standing.totalFit, slotOf };
    return { standing, livePairs, instance: read.value, decisions, before };
  }

  /** What a decision costs; nothing is written. Null where there is no result. */
  async cost(tx: Tx, batchId: string, decision: BatchDecision): Promise<OverrideCost | null> {
    const open = await this.open(tx, batchId);
    if (open === null) return null;
    const { placed, fit, slotOf } = open.before;
    const unchanged = { placedBefore: placed, placedAfter: placed, fitBefore: fit, fitAfter: fit, moves: [] };
    const cost = decided(open, decision);
    if (!cost.ok) return { ...unchanged, refusals: cost.refusals.map(userErrorOf) };
    const { after } = cost.value;
    const { clientIds, positionIds } = open.standing.instance;
    const at = (slot: number | undefined): string | null => positionIds[slot ?? -1] ?? null;
    const moves = clientIds.flatMap((clientId, i) =>
      slotOf[i] === after.slotOf[i] ? [] : [{ clientId, fromId: at(slotOf[i]), toId: at(after.slotOf[i]) }],
    );
    return { ...unchanged, refusals: [], placedAfter: after.placed, fitAfter: after.fit, moves };
  }

  /** Why a client did not get a position; null where the result knows one of them not. */
  async whyNot(tx: Tx, batchId: string, clientId: string, positionId: string): Promise<WhyNotPosition | null> {
    const open = await this.open(tx, batchId);
    const pair = open === null ? null : pairOf(open, clientId, positionId);
    if (open === null || pair === null) return null;
    const plain = (reason: WhyNotPosition['reason']): WhyNotPosition => ({ reason, atLeastPoints: null, failing: [] });
    const { client, slot } = pair;
    const lock = open.decisions.locks.find((one) => one.client === client);
    if (lock !== undefined) return plain(lock.slot === slot ? 'HAS_IT' : 'LOCKED_ELSEWHERE');
    if (open.decisions.exclusions.some((one) => one.client === client && one.slot === slot)) return plain('FORBIDDEN');
    const answer = whyNotSlot(remainingAfter(open.instance, open.decisions), solutionOf(open.standing), client, slot);
    if (answer.reason === 'COSTS_POINTS') return { ...plain('COSTS_POINTS'), atLeastPoints: answer.atLeast };
    if (answer.reason !== 'NOT_FEASIBLE') return plain(answer.reason);
    const [judged] = await this.matches.pairs(tx, [{ clientId, positionId }]);
    const failing = (judged?.checks ?? []).filter(({ passed }) => !passed);
    return {
      ...plain('NOT_FEASIBLE'),
      failing: failing.map((check) => ({ ...check, figures: figuresOf(check.figures) })),
    };
  }
}

function solutionOf({ certificate: { placed, fit, slotOf, certificate } }: StandingRun) {
  const { inZClient, inZSlot, u, v } = certificate;
  return {
    placed,
    fit,
    slotOf: Int32Array.from(slotOf),
    certificate: {
      inZClient: Uint8Array.from(inZClient),
      inZSlot: Uint8Array.from(inZSlot),
      u: Float64Array.from(u),
      v: Float64Array.from(v),
    },
  };
}

function pairOf({ standing }: OpenResult, clientId: string, positionId: string) {
  const client = standing.instance.clientIds.indexOf(clientId);
  const slot = standing.instance.positionIds.indexOf(positionId);
  return client < 0 || slot < 0 ? null : { client, slot };
}

/** Solves around one decision more: the exact cost and the placement that comes of it. */
export function decided(open: OpenResult, decision: BatchDecision): Outcome<DomainCost, DecisionCode> {
  const override = overrideOf(open, decision);
  return override.ok ? overrideCost(open.instance, open.decisions, open.before, override.value) : override;
}

function overrideOf(open: OpenResult, decision: BatchDecision): Outcome<Override, DecisionCode> {
  const { clientIds } = open.standing.instance;
  if (decision.kind === 'SWAP') {
    const first = clientIds.indexOf(decision.clientId);
    const second = clientIds.indexOf(decision.otherClientId ?? '');
    if (first < 0) return notFound('clientId');
    if (second < 0) return notFound('otherClientId');
    if (first === second) return refused(refusal('SAME_CLIENT', ['decision', 'otherClientId']));
    const { slotOf } = open.before;
    if (slotOf[first]! >= 0 && slotOf[first] === slotOf[second]) return refused(refusal('ALREADY_SO', ['decision']));
    return done({ kind: 'SWAP', first, second });
  }
  if (clientIds.indexOf(decision.clientId) < 0) return notFound('clientId');
  const pair = pairOf(open, decision.clientId, decision.positionId ?? '');
  if (pair === null) return notFound('positionId');
  const held = decision.kind === 'LOCK' ? open.decisions.locks : open.decisions.exclusions;
  if (held.some(({ client, slot }) => client === pair.client && slot === pair.slot))
    return refused(refusal('ALREADY_SO', ['decision']));
  return done({ kind: decision.kind, ...pair });
}

const notFound = (field: string): Outcome<never, 'NOT_FOUND'> => refused(refusal('NOT_FOUND', ['decision', field]));
