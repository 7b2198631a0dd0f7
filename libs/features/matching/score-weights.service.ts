import { Injectable } from '@nestjs/common';
import { dayOf, type Day } from '#domain/common/day';
import { done, refusal, refused, type Outcome } from '#domain/common/outcome';
import {
  changeWeights,
  checkedWeights,
  SCORE_VERSION,
  SCORE_WEIGHTS_V1,
  type ScoreWeights,
  type WeightsRefusalCode,
} from '#domain/matching/score-weights';
import { Audit } from '#platform/audit/audit';
import type { Tx } from '#platform/database/transaction';
import { MatchingRepository, type FirstChoiceRow } from './matching.repository';
import { ScoreWeightsRepository, type WeightsVersion } from './score-weights.repository';

/** How many people a preview asks; more would keep a screen waiting. */
export const PREVIEW_PEOPLE = 300;

/** Positions that a preview names, those that move most first. */
const PREVIEW_POSITIONS = 10;

/** A version, or the one that every county begins with. */
export type CountyWeights = Omit<WeightsVersion, 'id' | 'effectiveFrom'> & { readonly effectiveFrom: Day | null };

/** For how many people a position comes first, now and then. */
export interface MovedPosition {
  readonly positionId: string;
  readonly before: number;
  readonly after: number;
}

/** What other weights would change. */
export interface WeightsPreview {
  /** People with at least one feasible position who were asked. */
  readonly people: number;
  /** Those of them whose best position would be another. */
  readonly changed: number;
  readonly positions: readonly MovedPosition[];
}

const FIRST: CountyWeights = { version: SCORE_VERSION, effectiveFrom: null, weights: SCORE_WEIGHTS_V1 };

/** The county's weights of the score: versions by day, never changed once written. */
@Injectable()
export class ScoreWeightsService {
  constructor(
    private readonly versions: ScoreWeightsRepository,
    private readonly matches: MatchingRepository,
    private readonly audit: Audit,
  ) {}

  /** All versions, what counts last first; the one of every county where none was set. */
  async all(tx: Tx): Promise<CountyWeights[]> {
    const own = await this.versions.all(tx);
    return own.length === 0 ? [FIRST] : own;
  }

  /** The version that counts today. */
  async inForce(tx: Tx): Promise<CountyWeights> {
    const today = dayOf(tx.now);
    const versions = await this.versions.all(tx);
    return versions.find(({ effectiveFrom }) => effectiveFrom <= today) ?? FIRST;
  }

  /** One version; null where there is none. */
  async byId(tx: Tx, id: string): Promise<CountyWeights | null> {
    return (await this.versions.all(tx)).find((one) => one.id === id) ?? null;
  }

  /** What would change today under other weights; null where they are not weights at all. */
  async preview(tx: Tx, weights: ScoreWeights): Promise<WeightsPreview | null> {
    if (!checkedWeights(weights).ok) return null;
    const before = await this.matches.firstChoices(tx, null, PREVIEW_PEOPLE);
    const after = await this.matches.firstChoices(tx, weights, PREVIEW_PEOPLE);
    const then = new Map(after.map(({ clientId, positionId }) => [clientId, positionId]));
    const changed = before.filter(({ clientId, positionId }) => then.get(clientId) !== positionId).length;
    return { people: before.length, changed, positions: moved(before, after) };
  }

  /** Adds a version that counts from a day on, if nobody added one since `expectedVersion`. */
  async change(
    tx: Tx,
    change: { readonly weights: ScoreWeights; readonly effectiveFrom: Day; readonly expectedVersion: number },
  ): Promise<Outcome<{ id: string }, WeightsRefusalCode | 'STALE_VERSION' | 'DAY_TAKEN'>> {
    const own = await this.versions.all(tx);
    const latest = own.reduce((most, { version }) => Math.max(most, version), SCORE_VERSION);
    if (latest !== change.expectedVersion)
      return refused(refusal('STALE_VERSION', ['expectedVersion'], { currentVersion: latest }));
    if (own.some(({ effectiveFrom }) => effectiveFrom === change.effectiveFrom))
      return refused(refusal('DAY_TAKEN', ['effectiveFrom']));
    const before = own.find(({ effectiveFrom }) => effectiveFrom <= change.effectiveFrom) ?? FIRST;
    const checked = changeWeights({ ...change, before: before.weights, today: dayOf(tx.now) });
    if (!checked.ok) return checked;
    const id = await this.versions.add(tx, { ...change, version: latest + 1 });
    await this.audit.record(tx, { action: 'score_weights.changed', subjectType: 'score_weights', subjectId: id });
    return done({ id });
  }
}

function moved(before: readonly FirstChoiceRow[], after: readonly FirstChoiceRow[]): MovedPosition[] {
  const counts = new Map<string, { before: number; after: number }>();
  const countOf = (positionId: string): { before: number; after: number } => {
    const count = counts.get(positionId) ?? { before: 0, after: 0 };
    counts.set(positionId, count);
    return count;
  };
  for (const { positionId } of before) countOf(positionId).before += 1;
  for (const { positionId } of after) countOf(positionId).after += 1;
  const size = (one: MovedPosition): number => Math.abs(one.after - one.before);
  return [...counts]
    .map(([positionId, count]) => ({ positionId, ...count }))
    .filter((one) => size(one) > 0)
    .sort((a, b) => size(b) - size(a) || (a.positionId < b.positionId ? -1 : 1))
    .slice(0, PREVIEW_POSITIONS);
}
