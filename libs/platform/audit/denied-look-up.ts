import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import type { Actor } from '#domain/common/actor';
import type { Tx } from '../database/transaction';
import { Audit } from './audit';

/** A guess: what was asked for by its id and was not there, or not for the actor. */
export interface DeniedLookUp {
  /** The root field or the address that was asked. */
  readonly field: string;
  /** The id that was asked for. */
  readonly id: string;
}

/** Guesses of one member that are written one by one in a minute; one entry more says that there were others. */
export const LOOK_UPS_PER_MINUTE = 30;

const budget = new RateLimiterMemory({ points: LOOK_UPS_PER_MINUTE, duration: 60 });
const audit = new Audit();

/** Runs work in a transaction of its own of the actor who guessed. */
export type RunsApart = (work: (tx: Tx) => Promise<void>) => Promise<unknown>;

/**
 * Puts a look-up by id that gave nothing into the audit trail, whether there is no such row or the actor may not see it:
 * the same work for both, so that neither the answer nor its time tells them apart. A flood of guesses does not become a
 * flood of entries, and what is beyond it opens no transaction.
 */
export async function recordDeniedLookUp(actor: Actor, { field, id }: DeniedLookUp, apart: RunsApart): Promise<void> {
  const used = await usedOf(actor.membershipId ?? actor.role);
  if (used > LOOK_UPS_PER_MINUTE + 1) return;
  const isFlood = used === LOOK_UPS_PER_MINUTE + 1;
  await apart((tx) =>
    audit.recordDenied(tx, {
      action: isFlood ? 'look-up.flood' : 'look-up.denied',
      subjectType: 'field',
      subjectId: isFlood ? null : id,
      fields: [field],
    }),
  );
}

async function usedOf(actor: string): Promise<number> {
  try {
    return (await budget.consume(actor)).consumedPoints;
  } catch (spent) {
    if (spent instanceof RateLimiterRes) return spent.consumedPoints;
    throw spent;
  }
}
