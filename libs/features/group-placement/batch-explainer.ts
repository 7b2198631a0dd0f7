import { Injectable } from '@nestjs/common';
import { PlacedCode, UnplacedCode } from '#domain/group-placement/batch-codes';
import type { BatchRun, ProvenGroup } from '#domain/group-placement/batch-run';
import type { Decisions } from '#domain/group-placement/decisions';
import { diversityOf } from '#domain/group-placement/diversity';
import type { HardCheck } from '#domain/matching/hard-checks';
import type { ScorePart } from '#domain/matching/score-parts';
import { CohortMatches } from '#features/matching';
import type { Tx } from '#platform/database/transaction';
import { capacityOf } from './batch-capacity-reader';
import { BatchFactsRepository } from './batch-facts.repository';
import type { StoredInstance } from './batch-instances.repository';
import type { StoredCapacity, StoredFigures, StoredGroup, StoredOutcome } from './batch-outcome';
import type { StoredReason } from './batch-rows.repository';

/** What a run says about one client. */
export interface ExplainedRow {
  readonly clientId: string;
  readonly positionId: string | null;
  readonly score: number | null;
  readonly parts: readonly ScorePart[];
  readonly reasons: readonly StoredReason[];
  readonly blockers: readonly HardCheck[];
  readonly groupKey: string | null;
}

/** A run in words and ids, ready to be kept. */
export interface ExplainedRun {
  readonly rows: readonly ExplainedRow[];
  readonly outcome: StoredOutcome;
}

/** Turns the numbers of a run into what people read: positions, parts of scores, reasons, figures. */
@Injectable()
export class BatchExplainer {
  constructor(
    private readonly facts: BatchFactsRepository,
    private readonly matches: CohortMatches,
  ) {}

  /** Explains a run; reads only. */
  async explain(tx: Tx, instance: StoredInstance, decisions: Decisions, run: BatchRun): Promise<ExplainedRun> {
    const keyed = run.groups.map((group, at) => ({ ...group, key: keyOf(group, at) }));
    const parts = await this.partsOf(tx, instance, run);
    const blockers = await this.blockersOf(tx, instance, run);
    const groupOf = new Map(keyed.flatMap((group) => group.unplaced.map((client) => [client, group] as const)));
    const locked = new Set(decisions.locks.map(({ client }) => client));
    const rows = instance.clientIds.map((clientId, client): ExplainedRow => {
      const slot = run.slotOf[client] ?? -1;
      const group = groupOf.get(client);
      if (slot >= 0) {
        const { score, reason } = placedReason(instance, client, slot, locked.has(client));
        const own = parts.get(clientId);
        // What was edited since the pair was read has other parts by now: the score then stands without them.
        const shown = own?.score === score ? own.parts : [];
        const positionId = instance.positionIds[slot]!;
        return { clientId, positionId, score, parts: shown, reasons: [reason], blockers: [], groupKey: null };
      }
      const reasons = group === undefined ? [] : [unplacedReason(group, instance)];
      const failing = blockers.get(clientId) ?? [];
      return {
        clientId,
        positionId: null,
        score: null,
        parts: [],
        reasons,
        blockers: failing,
        groupKey: group?.key ?? null,
      };
    });
    return { rows, outcome: await this.outcomeOf(tx, instance, run, keyed) };
  }

  private async partsOf(tx: Tx, { clientIds, positionIds }: StoredInstance, run: BatchRun) {
    const placed = run.slotOf.flatMap((slot, client) =>
      slot < 0 ? [] : [{ clientId: clientIds[client]!, positionId: positionIds[slot]! }],
    );
    return new Map((await this.matches.pairs(tx, placed)).map((pair) => [pair.clientId, pair]));
  }

  private async blockersOf(tx: Tx, { clientIds, positionIds }: StoredInstance, run: BatchRun) {
    const without = run.groups.find(({ code }) => code === UnplacedCode.NO_FEASIBLE_POSITION)?.unplaced ?? [];
    const nearest = await this.matches.nearest(
      tx,
      without.map((client) => clientIds[client]!),
      positionIds,
    );
    return new Map(nearest.map(({ clientId, checks }) => [clientId, checks.filter(({ passed }) => !passed)]));
  }

  private async outcomeOf(
    tx: Tx,
    instance: StoredInstance,
    run: BatchRun,
    groups: readonly (ProvenGroup & { readonly key: string })[],
  ): Promise<StoredOutcome> {
    const kinds = await this.facts.kindsOf(tx, instance.positionIds);
    const wishes = await this.facts.wishesOf(tx, instance.clientIds);
    const slots = instance.positionIds.map((id) => kinds.get(id) ?? { enterpriseId: '', occupationCode: '' });
    const spread = diversityOf(
      run.slotOf,
      slots,
      instance.clientIds.map((id) => wishes.get(id) ?? []),
    );
    return {
      weightsVersion: instance.weightsVersion,
      readAt: instance.readAt.toISOString(),
      figures: figuresOf(run, spread),
      capacity: capacityBehind(instance, run, slots),
      groups: groups.map((group) => storedGroup(group, instance)),
    };
  }
}

/** Proofs are numbered as they were found: a key says nothing about people. */
const keyOf = ({ code }: ProvenGroup, at: number): string => `${code.toLowerCase()}-${at + 1}`;

function placedReason(
  { pairs: { ptr, col, w } }: StoredInstance,
  client: number,
  slot: number,
  isLocked: boolean,
): { score: number; reason: StoredReason } {
  const from = ptr[client]!;
  const to = ptr[client + 1]!;
  let score = 0;
  let best = 0;
  let better = 0;
  for (let e = from; e < to; e++) if (col[e] === slot) score = w[e]!;
  for (let e = from; e < to; e++) {
    best = Math.max(best, w[e]!);
    if (w[e]! > score) better++;
  }
  const code = isLocked
    ? PlacedCode.LOCKED
    : to - from === 1
      ? PlacedCode.ONLY_POSSIBLE
      : better === 0
        ? PlacedCode.BEST_FIT
        : PlacedCode.BEST_TOGETHER;
  return { score, reason: { code, figures: { score, possible: to - from, better, best } } };
}

function unplacedReason({ code, people, seats, slots }: ProvenGroup, { positionIds }: StoredInstance): StoredReason {
  if (code !== UnplacedCode.SEATS_SHORT) return { code, figures: { positions: positionIds.length } };
  const figures = { competing: people.length, seats, positions: slots.length, short: people.length - seats };
  return { code, figures };
}

const storedGroup = (group: ProvenGroup & { readonly key: string }, { positionIds }: StoredInstance): StoredGroup => ({
  key: group.key,
  code: group.code,
  people: group.unplaced.length,
  competing: group.code === UnplacedCode.SEATS_SHORT ? group.people.length : null,
  seats: group.code === UnplacedCode.SEATS_SHORT ? group.seats : null,
  positionIds: group.slots.map((slot) => positionIds[slot]!),
});

function figuresOf({ placed, fit, policies }: BatchRun, spread: ReturnType<typeof diversityOf>): StoredFigures {
  const permille = (hhi: number | null): number | null => (hhi === null ? null : Math.round(hhi / 10));
  return {
    placed,
    totalFit: fit,
    worstFit: policies[0]?.lowestFit ?? null,
    meanFit: placed === 0 ? null : Math.round(fit / placed),
    withWish: spread.withWish,
    wishMatched: spread.wishMet,
    enterpriseHhiPermille: permille(spread.enterpriseHhi),
    occupationHhiPermille: permille(spread.occupationHhi),
    policies: policies.map(({ policy, placed: count, fit: totalFit, lowestFit, blockingPairs }) => ({
      policy,
      placed: count,
      totalFit,
      worstFit: lowestFit,
      blockingPairs,
    })),
  };
}

/** What there was to give out when the pairs were read, with who is placed where by this run. */
function capacityBehind(
  { clientIds, positionIds, pairs }: StoredInstance,
  run: BatchRun,
  slots: readonly { readonly enterpriseId: string; readonly occupationCode: string }[],
): StoredCapacity {
  const positions = positionIds.map((id, at) => ({ id, openSlots: pairs.cap[at] ?? 0, ...slots[at]! }));
  const lists = clientIds.map((_, client) => ({
    places: Array.from(
      { length: pairs.ptr[client + 1]! - pairs.ptr[client]! },
      (_one, k) => pairs.col[pairs.ptr[client]! + k]!,
    ),
  }));
  const placed = new Map<string, number>();
  for (const slot of run.slotOf) {
    const id = positionIds[slot];
    if (id !== undefined) placed.set(id, (placed.get(id) ?? 0) + 1);
  }
  const capacity = capacityOf(
    clientIds.length,
    positions,
    lists.filter(({ places }) => places.length > 0),
  );
  return { ...capacity, lines: capacity.lines.map((line) => ({ ...line, placed: placed.get(line.positionId) ?? 0 })) };
}
