import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { QueryFailedError } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { done, refusal, refused, type Outcome } from '#domain/common/outcome';
import type { Tx } from '../database/transaction';

/** What is asked: the mutation, its idempotency key, and its input as it came. */
export interface CommandCall {
  readonly name: string;
  readonly idempotencyKey: string;
  readonly input: unknown;
}

interface ReceiptRow {
  readonly input_hash: Buffer;
  readonly result_id: string | null;
}

/** The command of this key is under way in another process, and has been for as long as a statement may wait. */
export class KeyHeldElsewhere extends Error {
  override readonly name = 'KeyHeldElsewhere';
}

/** query_canceled: by statement_timeout, here while it waits for the key. */
const CANCELLED = '57014';

/** What a receipt says: do it now, or it was done and this is the id of the result. */
export type ReceiptAnswer =
  { readonly isReplay: false; readonly receiptId: string } | { readonly isReplay: true; readonly resultId: string };

/** Remembers which command was done under which key: ids only, never answers. */
@Injectable()
export class Receipts {
  /**
   * Takes the key inside the command's transaction. Of commands that run at once under one key, the later wait here
   * for the first to end. The same key with another input is refused IDEMPOTENCY_MISMATCH. Throws KeyHeldElsewhere where
   * the first takes longer than a statement may wait.
   */
  async take(tx: Tx, call: CommandCall): Promise<Outcome<ReceiptAnswer, 'IDEMPOTENCY_MISMATCH'>> {
    const inputHash = hashOf(call);
    const receiptId = uuidv7();
    const isTaken = await this.insert(tx, receiptId, call, inputHash);
    if (isTaken) return done({ isReplay: false, receiptId });
    const [receipt] = await tx.query<ReceiptRow>(
      'select input_hash, result_id from command_receipt where account_id = $1 and idempotency_key = $2',
      [tx.actor.accountId, call.idempotencyKey],
    );
    if (receipt?.result_id === null || receipt === undefined) throw new Error('A receipt was kept without its result.');
    if (!receipt.input_hash.equals(inputHash)) return refused(refusal('IDEMPOTENCY_MISMATCH', ['idempotencyKey']));
    return done({ isReplay: true, resultId: receipt.result_id });
  }

  /** False where the key was used before. */
  private async insert(tx: Tx, receiptId: string, call: CommandCall, inputHash: Buffer): Promise<boolean> {
    try {
      const rows = await tx.query(
        `insert into command_receipt (id, county_id, account_id, command, idempotency_key, input_hash, created_at)
         values ($1, $2, $3, $4, $5, $6, $7)
         on conflict (county_id, account_id, idempotency_key) do nothing returning id`,
        [receiptId, tx.actor.countyId, tx.actor.accountId, call.name, call.idempotencyKey, inputHash, tx.now],
      );
      return rows.length > 0;
    } catch (error) {
      if (isCancelled(error)) throw new KeyHeldElsewhere('The command is under way in another process.');
      throw error;
    }
  }

  /** Writes the id of what the command made or changed. */
  async fill(tx: Tx, receiptId: string, resultId: string): Promise<void> {
    await tx.query('update command_receipt set result_id = $2 where id = $1', [receiptId, resultId]);
  }
}

const isCancelled = (error: unknown): boolean =>
  error instanceof QueryFailedError && (error.driverError as { readonly code?: string }).code === CANCELLED;

/** The hash does not depend on the order of keys. */
function hashOf(call: CommandCall): Buffer {
  return createHash('sha256')
    .update(canonical([call.name, call.input]))
    .digest();
}

function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (value instanceof Date) return JSON.stringify(value.toISOString());
  if (value === null || typeof value !== 'object') return JSON.stringify(value) ?? 'null';
  const entries = Object.entries(value).filter(([, entry]) => entry !== undefined);
  return `{${entries
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, entry]) => `${JSON.stringify(key)}:${canonical(entry)}`)
    .join(',')}}`;
}
