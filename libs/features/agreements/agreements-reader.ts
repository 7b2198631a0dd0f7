import { Injectable } from '@nestjs/common';
import type { Tx } from '#platform/database/transaction';
import { AgreementsRepository, type AgreementRow } from './agreements.repository';

/** Reads agreements for other features. */
@Injectable()
export class AgreementsReader {
  constructor(private readonly agreements: AgreementsRepository) {}

  /** The visible agreements, those that end first above. */
  all(tx: Tx): Promise<AgreementRow[]> {
    return this.agreements.all(tx);
  }

  /** The visible agreements among these ids, by id. */
  async byIds(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, AgreementRow>> {
    const rows = await this.agreements.byIds(tx, ids);
    return new Map(rows.map((row) => [row.id, row]));
  }
}
