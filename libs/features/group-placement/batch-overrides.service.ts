import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import { BatchAct, whyNotAct, type BatchActCode } from '#domain/group-placement/batch-acts';
import type { BatchOverrideReason } from '#domain/group-placement/batch-codes';
import { explainRun } from '#domain/group-placement/batch-run';
import { solveAround, type DecidedPlacement, type Decisions } from '#domain/group-placement/decisions';
import { done, refusal, refused, type Outcome } from '#domain/common/outcome';
import { isUuid } from '#domain/common/uuid';
import type { Tx } from '#platform/database/transaction';
import { BatchExplainer } from './batch-explainer';
import { inputHashOf } from './batch-input';
import { decisionsIn } from './batch-instances.repository';
import { BatchOverridesRepository } from './batch-overrides.repository';
import { BatchSolveKeeper } from './batch-solve-keeper';
import { BatchWhatIf, decided, type BatchDecision, type DecisionCode, type OpenResult } from './batch-what-if';
import { PlacementBatchesRepository, standingOf } from './placement-batches.repository';
import { PlacementBatchesService } from './placement-batches.service';

/** A decision as it was taken. */
export interface TakenDecision {
  readonly batchId: string;
  readonly decision: BatchDecision;
  readonly reason: BatchOverrideReason;
  /** The result that she saw; null = not asked. */
  readonly expectedInputHash: string | null;
}

/** Why nothing was decided. */
export type OverrideCode = BatchActCode | DecisionCode | 'STALE_RESULT' | 'PROOF_REFUSED';

type OverrideOutcome = Outcome<{ id: string }, OverrideCode>;

/** What was solved anew by an act, and since when it was worked out. */
interface SolvedAnew {
  readonly decisions: Decisions;
  readonly after: DecidedPlacement;
  readonly cause: 'OVERRIDE' | 'UNDO';
  readonly startedAt: number;
}

/** Keeps what people decide on the review board, with its exact cost, and solves the rest around it in the same act. */
@Injectable()
export class BatchOverridesService {
  constructor(
    private readonly batches: PlacementBatchesRepository,
    private readonly steps: PlacementBatchesService,
    private readonly whatIf: BatchWhatIf,
    private readonly overrides: BatchOverridesRepository,
    private readonly explainer: BatchExplainer,
    private readonly keeper: BatchSolveKeeper,
  ) {}

  /** Locks, forbids or swaps. */
  async decide(tx: Tx, { batchId, decision, reason, expectedInputHash }: TakenDecision): Promise<OverrideOutcome> {
    const open = await this.opened(tx, batchId);
    if (!open.ok) return open;
    const { standing } = open.value;
    if (expectedInputHash !== null && expectedInputHash !== standing.inputHash)
      return refused(refusal('STALE_RESULT', ['expectedInputHash']));
    const startedAt = performance.now();
    const cost = decided(open.value, decision);
    if (!cost.ok) return cost;
    const { placedLost, fitLost, decisions, after } = cost.value;
    const pairs = newPairs(open.value, decisions);
    const actId = uuidv7();
    const locks = pairs.filter(({ kind }) => kind === 'LOCK').map(({ clientId }) => clientId);
    await this.overrides.replaceLocks(tx, batchId, locks);
    await this.overrides.insert(
      tx,
      pairs.map((pair) => ({
        countyId: tx.actor.countyId,
        id: uuidv7(),
        batchId,
        actId,
        ...pair,
        reason,
        madeByMembershipId: tx.actor.membershipId!,
        createdAt: tx.now,
        costPlaced: placedLost,
        costFit: fitLost,
      })),
    );
    return this.kept(tx, open.value, { decisions, after, cause: 'OVERRIDE', startedAt });
  }

  /** Undoes a decision; of a swap both locks. */
  async undo(tx: Tx, batchId: string, overrideId: string): Promise<OverrideOutcome> {
    const open = await this.opened(tx, batchId);
    if (!open.ok) return open;
    if (!isUuid(overrideId) || !(await this.overrides.undo(tx, batchId, overrideId)))
      return refused(refusal('NOT_FOUND', ['overrideId']));
    const now = await this.whatIf.open(tx, batchId);
    if (now === null) throw new Error('A result that stood is gone.');
    const decisions = decisionsIn(now.standing.instance, now.livePairs);
    const startedAt = performance.now();
    const after = solveAround(now.instance, decisions);
    return after.ok ? this.kept(tx, now, { decisions, after: after.value, cause: 'UNDO', startedAt }) : after;
  }

  private async opened(tx: Tx, batchId: string): Promise<Outcome<OpenResult, OverrideCode>> {
    const row = await this.batches.locked(tx, batchId);
    if (row === null) return refused(refusal('NOT_FOUND', ['id']));
    const code = whyNotAct(BatchAct.OVERRIDE, standingOf(row, tx), tx.now);
    if (code !== null) return refused(refusal(code, ['id'], { status: row.status }));
    const open = await this.whatIf.open(tx, batchId);
    return open === null ? refused(refusal('WRONG_STATE', ['id'])) : done(open);
  }

  private async kept(
    tx: Tx,
    { standing: { instance: stored }, instance }: OpenResult,
    { decisions, after, cause, startedAt }: SolvedAnew,
  ): Promise<OverrideOutcome> {
    const run = explainRun(instance, decisions, after);
    if (!run.ok) return run;
    const solverMillis = Math.round(performance.now() - startedAt);
    const explained = await this.explainer.explain(tx, stored, decisions, run.value);
    await this.keeper.keepAnew(tx, cause, {
      ...explained,
      batchId: stored.batchId,
      instanceId: stored.id,
      inputHash: inputHashOf(stored, decisions),
      proof: run.value.proof,
      solverMillis,
    });
    await this.steps.tell(
      tx,
      stored.batchId,
      cause === 'UNDO' ? 'placement_batch.override_undone' : 'placement_batch.overridden',
    );
    return done({ id: stored.batchId });
  }
}

/** The pairs that were not decided before, by ids. */
function newPairs(open: OpenResult, { locks, exclusions }: Decisions) {
  const { clientIds, positionIds } = open.standing.instance;
  const isNew =
    (before: Decisions['locks']) =>
    ({ client, slot }: Decisions['locks'][number]): boolean =>
      !before.some((one) => one.client === client && one.slot === slot);
  const named =
    (kind: 'LOCK' | 'FORBID') =>
    ({ client, slot }: Decisions['locks'][number]) => ({
      kind,
      clientId: clientIds[client]!,
      positionId: positionIds[slot]!,
    });
  return [
    ...locks.filter(isNew(open.decisions.locks)).map(named('LOCK')),
    ...exclusions.filter(isNew(open.decisions.exclusions)).map(named('FORBID')),
  ];
}
