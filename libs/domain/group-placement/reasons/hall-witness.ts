import type { PlacementInstance } from '../placement-instance';
import type { PlacementSolution } from '../solver/solve-placement';

/**
 * Why a client is unplaced, in figures that anyone can count: these people can take these slots only, and there are
 * more people than seats. P. Hall, "On representatives of subsets", J. London Math. Soc. 10 (1935).
 */
export interface HallWitness {
  /** Everyone who competes for the slots and has no other; the client is one of them. */
  readonly people: readonly number[];
  /** All slots that any of them could take. One more seat in any of these, and in none elsewhere, places one more. */
  readonly slots: readonly number[];
  readonly seats: number;
  /** People minus seats: so many stay unplaced, whoever decides. */
  readonly cannotBePlaced: number;
}

/** The witness of an unplaced client: her part of the over-demanded region. Null when she is placed. */
export function hallWitness(
  instance: PlacementInstance,
  { slotOf, certificate }: PlacementSolution,
  client: number,
): HallWitness | null {
  if (slotOf[client]! >= 0) return null;
  const { people, slots } = connectedInZ(instance, certificate.inZClient, client);
  const seats = slots.reduce((sum, slot) => sum + instance.capacity[slot]!, 0);
  return { people, slots, seats, cannotBePlaced: people.length - seats };
}

/** The slots where one more seat places exactly one person more: those that somebody in the over-demanded region could take. */
export function slotsWhereASeatHelps(
  instance: PlacementInstance,
  { certificate }: PlacementSolution,
): readonly number[] {
  const helps = new Uint8Array(instance.slots);
  for (let i = 0; i < instance.clients; i++) {
    if (certificate.inZClient[i] === 0) continue;
    for (let e = instance.firstPair[i]!; e < instance.firstPair[i + 1]!; e++) helps[instance.pairSlot[e]!] = 1;
  }
  return Array.from(helps.keys()).filter((slot) => helps[slot] === 1);
}

/** Who hangs together with the client by pairs of people in Z. */
function connectedInZ(
  instance: PlacementInstance,
  inZClient: Uint8Array,
  client: number,
): { people: number[]; slots: number[] } {
  const rivals = clientsInZBySlot(instance, inZClient);
  const isReached = new Uint8Array(instance.slots);
  const people = new Set([client]);
  // A set is walked in the order of insertion, those added on the way included.
  for (const person of people) {
    for (let e = instance.firstPair[person]!; e < instance.firstPair[person + 1]!; e++) {
      const slot = instance.pairSlot[e]!;
      if (isReached[slot] === 1) continue;
      isReached[slot] = 1;
      for (const rival of rivals.get(slot) ?? []) people.add(rival);
    }
  }
  const slots = Array.from(isReached.keys()).filter((slot) => isReached[slot] === 1);
  return { people: [...people].sort((a, b) => a - b), slots };
}

function clientsInZBySlot(
  { clients, firstPair, pairSlot }: PlacementInstance,
  inZClient: Uint8Array,
): Map<number, number[]> {
  const bySlot = new Map<number, number[]>();
  for (let i = 0; i < clients; i++) {
    if (inZClient[i] === 0) continue;
    for (let e = firstPair[i]!; e < firstPair[i + 1]!; e++) {
      const list = bySlot.get(pairSlot[e]!);
      if (list === undefined) bySlot.set(pairSlot[e]!, [i]);
      else list.push(i);
    }
  }
  return bySlot;
}
