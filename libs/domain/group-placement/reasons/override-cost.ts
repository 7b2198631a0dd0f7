import { done, refusal, refused, type Outcome } from '../../common/outcome';
import {
  solveAround,
  type ClientSlot,
  type DecidedPlacement,
  type DecisionRefusal,
  type Decisions,
} from '../decisions';
import type { PlacementInstance } from '../placement-instance';

/** One change on the review board. */
export type Override =
  | ({ readonly kind: 'LOCK' | 'FORBID' } & ClientSlot)
  /** Two placed clients change seats. */
  | { readonly kind: 'SWAP'; readonly first: number; readonly second: number };

/** What an override costs at the best: nobody could do better with it. Both placements are optimal under their decisions. */
export interface OverrideCost {
  /** People fewer. */
  readonly placedLost: number;
  /** Points fewer in total; below 0 when fewer people happen to fit better. */
  readonly fitLost: number;
  readonly decisions: Decisions;
  readonly after: DecidedPlacement;
}

/** Why an override is not possible. */
export type OverrideRefusal = DecisionRefusal | 'NOT_PLACED';

/** What a placement is compared by. */
export type PlacementBefore = Pick<DecidedPlacement, 'placed' | 'fit' | 'slotOf'>;

/** Solves again with one override more and says exactly what it costs. Locks and exclusions so far are kept. */
export function overrideCost(
  instance: PlacementInstance,
  decisions: Decisions,
  before: PlacementBefore,
  override: Override,
): Outcome<OverrideCost, OverrideRefusal> {
  const next = decisionsWith(decisions, before, override);
  if (next === null) return refused(refusal('NOT_PLACED'));
  const after = solveAround(instance, next);
  if (!after.ok) return after;
  return done({
    placedLost: before.placed - after.value.placed,
    fitLost: before.fit - after.value.fit,
    decisions: next,
    after: after.value,
  });
}

/** A newer lock of the same client replaces the older one. */
function locked(decisions: Decisions, ...pairs: ClientSlot[]): Decisions {
  const clients = new Set(pairs.map(({ client }) => client));
  return { ...decisions, locks: [...decisions.locks.filter(({ client }) => !clients.has(client)), ...pairs] };
}

function decisionsWith(decisions: Decisions, { slotOf }: PlacementBefore, override: Override): Decisions | null {
  if (override.kind === 'SWAP') {
    const { first, second } = override;
    const slots = [slotOf[first] ?? -1, slotOf[second] ?? -1] as const;
    if (slots[0] < 0 || slots[1] < 0) return null;
    return locked(decisions, { client: first, slot: slots[1] }, { client: second, slot: slots[0] });
  }
  const pair = { client: override.client, slot: override.slot };
  if (override.kind === 'LOCK') return locked(decisions, pair);
  return { ...decisions, exclusions: [...decisions.exclusions, pair] };
}
