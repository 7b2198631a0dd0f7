import { Injectable } from '@nestjs/common';
import { systemActor } from '#domain/common/actor';
import { Transactions } from '#platform/database/transactions';
import { ErasureList } from '#platform/erasure/erasure-list';
import { ClientErasure } from './client-erasure.service';

/** What a replay found. */
export interface ReplayReport {
  /** People on the list. */
  readonly listed: number;
  /** Of them, those whom this database still knew and who are erased now. */
  readonly erased: number;
}

/** Erases those again whom a restored backup brought back. */
@Injectable()
export class ErasureReplay {
  constructor(
    private readonly transactions: Transactions,
    private readonly list: ErasureList,
    private readonly erasure: ClientErasure,
  ) {}

  /** Goes through a county's list, one person per transaction; safe to repeat and to break off. */
  async run(countyId: string): Promise<ReplayReport> {
    const actor = systemActor(countyId, 'replay-erasures');
    const listed = await this.list.read(countyId);
    let erased = 0;
    for (const { clientId } of listed) {
      const wasThere = await this.transactions.run(actor, (tx) =>
        this.erasure.erase(tx, clientId, 'client.erased_again'),
      );
      if (wasThere) erased += 1;
    }
    return { listed: listed.length, erased };
  }
}
