import { refusal, settled, type Outcome, type Refusal } from '../common/outcome';

/** Something with places to give: a session with its free seats, a position with its open slots. */
export interface Places {
  readonly id: string;
  /** Free seats or open slots, ≥ 0. */
  readonly places: number;
}

/** A client who could start in a position, at once or after one session. */
export interface PlanPair {
  readonly clientId: string;
  readonly positionId: string;
  /** The session that teaches everything she still lacks; null = she lacks nothing. */
  readonly sessionId: string | null;
  /** How well they fit, 0..10,000. */
  readonly fit: number;
}

/** Who is without work, what is taught, what is open, and which pairs a session would unlock. */
export interface TrainingPlanProblem {
  readonly clientIds: readonly string[];
  readonly sessions: readonly Places[];
  readonly positions: readonly Places[];
  readonly pairs: readonly PlanPair[];
}

/** Why a problem cannot be planned. */
export type PlanRefusal =
  'ID_TWICE' | 'PLACES_INVALID' | 'FIT_INVALID' | 'CLIENT_UNKNOWN' | 'SESSION_UNKNOWN' | 'POSITION_UNKNOWN';

/** Stands for "without a session" and "without a place". */
export const NONE = -1;

/** A checked problem in numbers, in the order of the ids, so that the order in which it was read changes nothing. */
export interface PlanInstance {
  readonly clientIds: readonly string[];
  readonly sessionIds: readonly string[];
  readonly positionIds: readonly string[];
  readonly seats: Int32Array;
  readonly slots: Int32Array;
  /** Client c has the options firstOption[c] to firstOption[c+1]−1, those without a session first. */
  readonly firstOption: Int32Array;
  readonly clientOf: Int32Array;
  readonly positionOf: Int32Array;
  /** The session of each option; NONE = she needs none. */
  readonly sessionOf: Int32Array;
  readonly fitOf: Int32Array;
}

const HIGHEST_FIT = 10_000;

/** Checks a problem and brings it into numbers: no option twice, and none that a place without training makes idle. */
export function readPlan(problem: TrainingPlanProblem): Outcome<PlanInstance, PlanRefusal> {
  const clients = numbered(problem.clientIds);
  const sessions = numbered(problem.sessions.map(({ id }) => id));
  const positions = numbered(problem.positions.map(({ id }) => id));
  const refusals = [...refusalsOf(problem, { clients, sessions, positions })];
  if (refusals.length > 0) return settled(refusals, null as never);
  const most = clients.size;
  const seats = placesOf(problem.sessions, sessions, most);
  const slots = placesOf(problem.positions, positions, most);
  const options = problem.pairs
    .map(({ clientId, positionId, sessionId, fit }) => ({
      client: clients.get(clientId)!,
      position: positions.get(positionId)!,
      session: sessionId === null ? NONE : sessions.get(sessionId)!,
      fit,
    }))
    .sort(
      (a, b) =>
        a.client - b.client ||
        Math.sign(a.session + 1) - Math.sign(b.session + 1) ||
        a.position - b.position ||
        a.session - b.session ||
        b.fit - a.fit,
    );
  return settled([], instanceOf({ clients, sessions, positions, seats, slots }, withoutIdle(options)));
}

interface Option {
  readonly client: number;
  readonly position: number;
  readonly session: number;
  readonly fit: number;
}

interface Numbers {
  readonly clients: ReadonlyMap<string, number>;
  readonly sessions: ReadonlyMap<string, number>;
  readonly positions: ReadonlyMap<string, number>;
}

const numbered = (ids: readonly string[]): Map<string, number> =>
  new Map([...new Set(ids)].sort().map((id, at) => [id, at]));

function* refusalsOf(
  { clientIds, sessions, positions, pairs }: TrainingPlanProblem,
  numbers: Numbers,
): Generator<Refusal<PlanRefusal>> {
  if (numbers.clients.size < clientIds.length) yield refusal('ID_TWICE', ['clientIds']);
  if (numbers.sessions.size < sessions.length) yield refusal('ID_TWICE', ['sessions']);
  if (numbers.positions.size < positions.length) yield refusal('ID_TWICE', ['positions']);
  const isWrong = ({ places }: Places): boolean => !Number.isSafeInteger(places) || places < 0;
  if (sessions.some(isWrong)) yield refusal('PLACES_INVALID', ['sessions']);
  if (positions.some(isWrong)) yield refusal('PLACES_INVALID', ['positions']);
  if (pairs.some(({ clientId }) => !numbers.clients.has(clientId))) yield refusal('CLIENT_UNKNOWN', ['pairs']);
  if (pairs.some(({ sessionId }) => sessionId !== null && !numbers.sessions.has(sessionId)))
    yield refusal('SESSION_UNKNOWN', ['pairs']);
  if (pairs.some(({ positionId }) => !numbers.positions.has(positionId))) yield refusal('POSITION_UNKNOWN', ['pairs']);
  if (pairs.some(({ fit }) => !Number.isInteger(fit) || fit < 0 || fit > HIGHEST_FIT))
    yield refusal('FIT_INVALID', ['pairs']);
}

/** More places than there are clients are as good as one for each. */
function placesOf(rows: readonly Places[], numbers: ReadonlyMap<string, number>, most: number): Int32Array {
  const places = new Int32Array(numbers.size);
  for (const { id, places: given } of rows) places[numbers.get(id)!] = Math.min(given, most);
  return places;
}

/** Options come sorted: of equal ones the first has the highest fit, and those without a session stand before the others. */
function withoutIdle(options: readonly Option[]): Option[] {
  const kept = new Map<string, Option>();
  for (const option of options) {
    const { client, position, session } = option;
    const key = `${client} ${position} ${session}`;
    if (!kept.has(key) && !kept.has(`${client} ${position} ${NONE}`)) kept.set(key, option);
  }
  return [...kept.values()];
}

function instanceOf(
  { clients, sessions, positions, seats, slots }: Numbers & Pick<PlanInstance, 'seats' | 'slots'>,
  options: readonly Option[],
): PlanInstance {
  const firstOption = new Int32Array(clients.size + 1);
  for (const { client } of options) firstOption[client + 1]!++;
  for (let c = 0; c < clients.size; c++) firstOption[c + 1]! += firstOption[c]!;
  const column = (field: keyof Option): Int32Array => Int32Array.from(options, (option) => option[field]);
  return {
    clientIds: [...clients.keys()],
    sessionIds: [...sessions.keys()],
    positionIds: [...positions.keys()],
    seats,
    slots,
    firstOption,
    clientOf: column('client'),
    positionOf: column('position'),
    sessionOf: column('session'),
    fitOf: column('fit'),
  };
}
