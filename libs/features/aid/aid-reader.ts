import { Injectable } from '@nestjs/common';
import type { AidTurn } from '#domain/aid/aid-codes';
import { AID_LIFECYCLE, type AidStatus } from '#domain/aid/aid-lifecycle';
import { isLookDue, turnOf } from '#domain/aid/aid-steps';
import { dayOf, type Day } from '#domain/common/day';
import { DisclosuresRepository } from '#features/consent';
import type { Tx } from '#platform/database/transaction';
import { AidRepository, type AidRow } from './aid.repository';

/** An aid request as people read it. */
export interface ReadAid extends AidRow {
  /** Whose turn it is today. */
  readonly turn: AidTurn;
  readonly isLookDue: boolean;
  readonly mayBecome: readonly AidStatus[];
}

/** Reads aid requests, and puts on record who looked at them without looking after the client. */
@Injectable()
export class AidReader {
  constructor(
    private readonly requests: AidRepository,
    private readonly disclosures: DisclosuresRepository,
  ) {}

  /** The visible requests by client; a client without any is not there. */
  async byClients(tx: Tx, clientIds: readonly string[]): Promise<ReadonlyMap<string, readonly ReadAid[]>> {
    const byClient = new Map<string, ReadAid[]>();
    for (const row of await this.requests.ofClients(tx, clientIds))
      byClient.set(row.clientId, [...(byClient.get(row.clientId) ?? []), readAid(row, dayOf(tx.now))]);
    return byClient;
  }

  /** The same for a supervisor: each look stands in the client's log before the answer leaves. */
  async logged(tx: Tx, clientIds: readonly string[]): Promise<ReadonlyMap<string, readonly ReadAid[]>> {
    const found = await this.byClients(tx, clientIds);
    await this.disclosures.record(
      tx,
      [...found.keys()].map((clientId) => ({
        clientId,
        basis: { kind: 'CASE_WORK' as const, clientId },
        fieldGroup: 'AID' as const,
      })),
    );
    return found;
  }

  /** One request; null where there is none or it is not visible. */
  async byId(tx: Tx, id: string): Promise<ReadAid | null> {
    const row = await this.requests.byId(tx, id);
    return row === null ? null : readAid(row, dayOf(tx.now));
  }

  /** What is to be looked at again in the actor's caseloads. */
  async due(tx: Tx): Promise<ReadAid[]> {
    const today = dayOf(tx.now);
    return (await this.requests.due(tx, today)).map((row) => readAid(row, today));
  }
}

const readAid = (row: AidRow, today: Day): ReadAid => ({
  ...row,
  turn: turnOf(row, today),
  isLookDue: isLookDue(row, today),
  mayBecome: AID_LIFECYCLE[row.status],
});
