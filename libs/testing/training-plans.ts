import type { PlanPair, TrainingPlanProblem } from '#domain/training-plan/plan-problem';

/** How large a random problem may be. */
export interface PlanLimits {
  readonly clients: number;
  readonly sessions: number;
  readonly positions: number;
  readonly places: number;
}

/** A problem of any shape within the limits: nobody, nothing open, full sessions, pairs twice, people without a pair. */
export function randomPlan(random: () => number, most: PlanLimits): TrainingPlanProblem {
  const upTo = (limit: number): number => Math.floor(random() * (limit + 1));
  const ids = (prefix: string, limit: number): string[] =>
    Array.from({ length: upTo(limit) }, (_, k) => `${prefix}${k}`);
  const clientIds = ids('c', most.clients);
  const sessions = ids('s', most.sessions).map((id) => ({ id, places: upTo(most.places) }));
  const positions = ids('p', most.positions).map((id) => ({ id, places: upTo(most.places) }));
  const [direct, trained] = [0.3 * random(), 0.2 + 0.6 * random()];
  const pairs: PlanPair[] = [];
  for (const clientId of clientIds) {
    for (const { id: positionId } of positions) {
      const fit = upTo(random() < 0.3 ? 1 : 10_000);
      if (random() < direct) pairs.push({ clientId, positionId, sessionId: null, fit });
      for (const { id: sessionId } of sessions) {
        const times = random() < trained ? 1 + upTo(random() < 0.1 ? 1 : 0) : 0;
        for (let n = 0; n < times; n++) pairs.push({ clientId, positionId, sessionId, fit: upTo(10_000) });
      }
    }
  }
  return { clientIds, sessions, positions, pairs };
}

/** The most that any choice of options places, by trying everything. */
export function mostByTrying({ clientIds, sessions, positions, pairs }: TrainingPlanProblem): number {
  const seats = new Map(sessions.map(({ id, places }) => [id, places]));
  const slots = new Map(positions.map(({ id, places }) => [id, places]));
  const place = (at: number): number => {
    const clientId = clientIds[at];
    if (clientId === undefined) return 0;
    let best = place(at + 1);
    for (const { positionId, sessionId } of pairs.filter((pair) => pair.clientId === clientId)) {
      const [slotsLeft, seatsLeft] = [slots.get(positionId)!, sessionId === null ? 1 : seats.get(sessionId)!];
      if (slotsLeft === 0 || seatsLeft === 0) continue;
      slots.set(positionId, slotsLeft - 1);
      if (sessionId !== null) seats.set(sessionId, seatsLeft - 1);
      best = Math.max(best, 1 + place(at + 1));
      slots.set(positionId, slotsLeft);
      if (sessionId !== null) seats.set(sessionId, seatsLeft);
    }
    return best;
  };
  return place(0);
}

/** A county's shape: kinds of work that ask for a certificate or none, courses that give some of them, limits of travel. */
export function countyPlan(
  random: () => number,
  size: { readonly clients: number; readonly sessions: number; readonly positions: number; readonly seats: number },
): TrainingPlanProblem {
  const upTo = (limit: number): number => Math.floor(random() * (limit + 1));
  const KINDS = 8;
  const TOWNS = 11;
  const ids = (prefix: string, count: number): string[] =>
    Array.from({ length: count }, (_, k) => `${prefix}${String(k).padStart(4, '0')}`);
  const sessions = ids('s', size.sessions).map((id, k) => ({
    id,
    places: 1 + upTo(size.seats - 1),
    kind: k % (KINDS - 2),
  }));
  const positions = ids('p', size.positions).map((id) => ({
    id,
    places: 1 + upTo(2),
    kind: upTo(KINDS - 1),
    second: random() < 0.25 ? upTo(KINDS - 3) : null,
    town: upTo(TOWNS - 1),
  }));
  const clients = ids('c', size.clients).map((id) => ({
    id,
    town: upTo(TOWNS - 1),
    knows: new Set(random() < 0.3 ? [upTo(KINDS - 1)] : []),
    free: random() < 0.85,
  }));
  const pairs: PlanPair[] = [];
  for (const client of clients) {
    for (const position of positions) {
      const far = Math.abs(client.town - position.town);
      if (far > 3 || random() < 0.4) continue;
      const lacks = [position.kind, position.second].filter((kind) => kind !== null && !client.knows.has(kind));
      const fit = 10_000 - 1_500 * far - upTo(2_000);
      if (lacks.length === 0) pairs.push({ clientId: client.id, positionId: position.id, sessionId: null, fit });
      if (lacks.length !== 1 || !client.free) continue;
      for (const session of sessions)
        if (session.kind === lacks[0])
          pairs.push({ clientId: client.id, positionId: position.id, sessionId: session.id, fit });
    }
  }
  return { clientIds: clients.map(({ id }) => id), sessions, positions, pairs };
}
