import { createHash } from 'node:crypto';
import type { Decisions } from '#domain/group-placement/decisions';
import type { ClientPairs } from '#features/matching';
import type { InstanceFile } from '#domain/group-placement/placement-instance';
import type { StoredInstance } from './batch-instances.repository';

/** The instance file of a cohort: client i in the order of file numbers, slot q in the order of positions. */
export function instanceFileOf(
  clientIds: readonly string[],
  openSlots: readonly number[],
  pairs: readonly ClientPairs[],
): InstanceFile {
  const byClient = new Map(pairs.map((one) => [one.clientId, one]));
  const ptr = [0];
  const col: number[] = [];
  const w: number[] = [];
  for (const id of clientIds) {
    const own = byClient.get(id);
    if (own !== undefined) {
      for (const place of own.places) col.push(place);
      for (const score of own.scores) w.push(score);
    }
    ptr.push(col.length);
  }
  return { n: clientIds.length, m: openSlots.length, cap: [...openSlots], ptr, col, w };
}

/**
 * SHA-256 of everything that the result follows from: who, which positions with how many slots, every pair with its
 * score, the version of the weights, and what people decided. The same input under the same solver gives the same result.
 */
export function inputHashOf(
  {
    clientIds,
    positionIds,
    pairs,
    weightsVersion,
  }: Pick<StoredInstance, 'clientIds' | 'positionIds' | 'pairs' | 'weightsVersion'>,
  { locks, exclusions }: Decisions,
): string {
  const sorted = (list: Decisions['locks']): number[][] =>
    list.map(({ client, slot }) => [client, slot]).sort(([a = 0, b = 0], [c = 0, d = 0]) => a - c || b - d);
  const { n, m, cap, ptr, col, w } = pairs;
  const lists = [cap, ptr, col, w].map((list) => Array.from(list));
  const canonical = [weightsVersion, clientIds, positionIds, n, m, ...lists, sorted(locks), sorted(exclusions)];
  return createHash('sha256').update(JSON.stringify(canonical)).digest('hex');
}
