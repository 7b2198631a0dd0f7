import type { Actor } from '#domain/common/actor';
import type { Tx } from '../database/transaction';
import { Audit, type AuditedAct } from './audit';

/** Runs work in a transaction of the actor who was denied. */
export type InOwnTransaction = (work: (tx: Tx) => Promise<void>) => Promise<unknown>;

interface Group {
  readonly acts: AuditedAct[];
  readonly written: Promise<void>;
}

const audit = new Audit();
/** By actor: the entries that the next transaction takes, and the transaction that is under way. */
const waiting = new Map<string, Group>();
const underWay = new Map<string, Promise<void>>();

/**
 * Writes what an actor was denied, and answers when it is committed. What she is denied while one transaction is under
 * way is written by the next one together: the chain's head is locked once for all of it, and no entry is left out. Where
 * the transaction fails, everything that waits for it fails. The caller holds no connection.
 */
export function recordDenial(actor: Actor, act: AuditedAct, run: InOwnTransaction): Promise<void> {
  const key = [actor.countyId, actor.role, actor.accountId, actor.membershipId].join(' ');
  const next = waiting.get(key);
  if (next !== undefined) {
    next.acts.push(act);
    return next.written;
  }
  const acts = [act];
  const written = afterwards(key, acts, run);
  waiting.set(key, { acts, written });
  underWay.set(key, written);
  const forget = (): void => {
    if (underWay.get(key) === written) underWay.delete(key);
  };
  written.then(forget, forget);
  return written;
}

async function afterwards(key: string, acts: readonly AuditedAct[], run: InOwnTransaction): Promise<void> {
  await Promise.allSettled([underWay.get(key)]);
  waiting.delete(key); // who comes from here on is of the next group
  await run(async (tx) => {
    for (const act of acts) await audit.recordDenied(tx, act);
  });
}
