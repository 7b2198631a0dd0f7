import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import type { Actor } from '#domain/common/actor';
import type { Tx } from '../database/transaction';
import { recordDenial } from './grouped-denials';

/** A guess: what was asked for by its id and was not there, or not for the actor. */
export interface DeniedLookUp {
  /** The root field or the address that was asked. */
  readonly field: string;
  /** The id that was asked for. */
  readonly id: string;
}

/** Guesses of one member that are written one by one in a minute; one entry more says that there were others. */
export const LOOK_UPS_PER_MINUTE = 30;

/** How long each guess beyond them waits for its answer. */
export const FLOOD_PAUSE_MS = 250;

const budget = new RateLimiterMemory({ points: LOOK_UPS_PER_MINUTE, duration: 60 });

/** What a guess needs: a transaction of the actor who guessed, and to wait without holding a connection. */
export interface Guessing {
  disclose(work: (tx: Tx) => Promise<void>): Promise<unknown>;
  pause(forMs: number): Promise<void>;
}

/**
 * Puts a look-up by id that gave nothing into the audit trail, whether there is no such row or the actor may not see it:
 * the same work for both, so that neither the answer nor its time tells them apart. A flood of guesses does not become a
 * flood of entries: what is beyond it opens no transaction and has to wait, so that nobody else has to.
 */
export async function recordDeniedLookUp(actor: Actor, { field, id }: DeniedLookUp, guessing: Guessing): Promise<void> {
  const used = await usedOf(actor.membershipId ?? actor.role);
  if (used > LOOK_UPS_PER_MINUTE + 1) return guessing.pause(FLOOD_PAUSE_MS);
  const isFlood = used === LOOK_UPS_PER_MINUTE + 1;
  const denied = {
    action: isFlood ? 'look-up.flood' : 'look-up.denied',
    subjectType: 'field',
    subjectId: isFlood ? null : id,
    fields: [field],
  };
  await guessing.pause(0); // whoever waits for the entries before hers holds no connection
  await recordDenial(actor, denied, (work) => guessing.disclose(work));
}

async function usedOf(actor: string): Promise<number> {
  try {
    return (await budget.consume(actor)).consumedPoints;
  } catch (spent) {
    if (spent instanceof RateLimiterRes) return spent.consumedPoints;
    throw spent;
  }
}
