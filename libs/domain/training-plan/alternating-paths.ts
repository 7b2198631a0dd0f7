import { NONE, type PlanInstance } from './plan-problem';
import { Seating } from './seating';

/** Paths longer than this are not followed where seats are in play: there the search is a heuristic anyway. */
const LONGEST_PATH = 400;

/** Which options a search may use, how far it goes, and whom it has moved in vain. */
interface Search {
  readonly withSessions: boolean;
  readonly longestPath: number;
  readonly seen: Set<number>;
}

/**
 * The most clients placed without any training, begun from options that are already taken: augmenting paths in a
 * bipartite graph (Berge 1957, Kuhn 1955), exact. Whoever has a place keeps one.
 */
export function mostWithoutTraining(instance: PlanInstance, begunFrom?: ArrayLike<number>): Seating {
  const { sessionOf } = instance;
  const direct = Array.from(begunFrom ?? [], (option) =>
    option === NONE || sessionOf[option] !== NONE ? NONE : option,
  );
  const seating = Seating.of(instance, direct);
  augmentAll(seating, everyClient(instance), { withSessions: false, longestPath: Infinity });
  return seating;
}

/**
 * A good plan in polynomial time: starts from the most placed without training and follows alternating paths, on which
 * each client gives way to the one before and looks for another place. A path moves one client at a time, so what takes
 * two at once is not found: the problem is NP-hard (three-dimensional matching), and this is its warm start. Three
 * orders of the clients are tried until one meets the bound.
 */
export function planByAlternatingPaths(instance: PlanInstance, bound: number): Seating {
  const order = everyClient(instance);
  const fewestFirst = [...order].sort((a, b) => optionsOf(instance, a) - optionsOf(instance, b) || a - b);
  let best = mostWithoutTraining(instance);
  for (const one of [fewestFirst, order, [...order].reverse()]) {
    if (best.placed >= bound) break;
    const seating = mostWithoutTraining(instance);
    augmentAll(seating, one, { withSessions: true, longestPath: LONGEST_PATH });
    if (seating.placed > best.placed) best = seating;
  }
  return best;
}

/**
 * Places one more of these clients after the other, round by round, until no round places anybody. Whoever was moved in
 * vain is not moved again before somebody was placed.
 */
export function augmentAll(
  seating: Seating,
  clients: readonly number[],
  { withSessions, longestPath }: Omit<Search, 'seen'> = { withSessions: true, longestPath: LONGEST_PATH },
): void {
  let seen = new Set<number>();
  for (let before = NONE; before < seating.placed;) {
    before = seating.placed;
    for (const client of clients) {
      if (seating.optionOf[client] !== NONE) continue;
      if (place(seating, client, { withSessions, longestPath, seen }, 1)) seen = new Set();
    }
  }
}

/** Finds a place for a client who has none, moving others on; changes nothing where there is no way. */
function place(seating: Seating, client: number, search: Search, depth: number): boolean {
  const { firstOption, sessionOf } = seating.instance;
  const [first, end] = [firstOption[client]!, firstOption[client + 1]!];
  for (let option = first; option < end; option++) {
    if (!search.withSessions && sessionOf[option] !== NONE) break;
    if (!seating.isFree(option)) continue;
    seating.take(option);
    return true;
  }
  if (depth >= search.longestPath) return false;
  for (let option = first; option < end; option++) {
    if (!search.withSessions && sessionOf[option] !== NONE) break;
    for (const other of seating.inTheWay(option)) if (moveOn(seating, option, other, search, depth)) return true;
  }
  return false;
}

/** Gives somebody's place to the client of an option, if a new one is found for her. */
function moveOn(seating: Seating, option: number, other: number, search: Search, depth: number): boolean {
  if (search.seen.has(other)) return false;
  search.seen.add(other);
  const had = seating.leave(other);
  seating.take(option);
  if (place(seating, other, search, depth + 1)) return true;
  seating.leave(seating.instance.clientOf[option]!);
  seating.take(had);
  return false;
}

const optionsOf = ({ firstOption }: PlanInstance, client: number): number =>
  firstOption[client + 1]! - firstOption[client]!;

const everyClient = ({ clientIds }: PlanInstance): number[] => clientIds.map((_, client) => client);
