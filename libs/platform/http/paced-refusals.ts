import type { FastifyInstance } from 'fastify';
import { isGraphql } from './http-hardening';

/** How fast refusals of the GraphQL endpoint leave the process, all callers together. */
export const REFUSAL_PACE = {
  /** Between two refusals: far more than an office ever sees, far less than what would fill a processor. */
  intervalMs: 10,
  /** So many leave at once before any has to wait. */
  burst: 50,
  /** Nobody waits longer, however many are refused. */
  mostMs: 5_000,
} as const satisfies Readonly<Record<string, number>>;

type RefusalPace = Readonly<Record<keyof typeof REFUSAL_PACE, number>>;

/** Tells each refusal how long it waits for its turn: the generic cell rate algorithm (ITU-T I.371), with an end. */
export class RefusalTurns {
  private nextAt = -Infinity;

  constructor(private readonly pace: RefusalPace = REFUSAL_PACE) {}

  /** Takes the next turn at an instant in ms of a clock that never goes back; gives the ms to wait, 0 = leave now. */
  take(now: number): number {
    const { intervalMs, burst, mostMs } = this.pace;
    const turn = Math.min(Math.max(this.nextAt, now - (burst - 1) * intervalMs), now + mostMs);
    this.nextAt = turn + intervalMs;
    return Math.max(0, turn - now);
  }
}

/**
 * Lets refused questions wait for their turn. A refusal costs a millisecond; whoever sends the next as soon as one is
 * answered would take the whole processor over a handful of connections, and a normal question, which comes back to the
 * processor a dozen times, would stand in line each time. Nobody else is slowed: the web asks nothing that is refused.
 */
export function paceRefusals(server: FastifyInstance, pace: RefusalPace = REFUSAL_PACE): void {
  const turns = new RefusalTurns(pace);
  const waiting = new Set<() => void>();
  const rest = (ms: number): Promise<void> =>
    new Promise((resolve) => {
      const leave = (): void => {
        clearTimeout(timer);
        waiting.delete(leave);
        resolve();
      };
      const timer = setTimeout(leave, ms);
      waiting.add(leave);
    });
  // A process that ends keeps nobody waiting.
  server.addHook('preClose', async () => waiting.forEach((leave) => leave()));
  server.addHook('onSend', async (request, reply, payload: unknown) => {
    if (reply.statusCode < 400 || reply.statusCode >= 500 || !isGraphql(request)) return payload;
    const ms = turns.take(performance.now());
    if (ms > 0) await rest(ms);
    return payload;
  });
}
