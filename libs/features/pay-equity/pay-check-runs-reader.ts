import { Injectable } from '@nestjs/common';
import type { Tx } from '#platform/database/transaction';
import { PayCheckRunsRepository, type PayCheckRunRow } from './pay-check-runs.repository';

/** Reads runs. */
@Injectable()
export class PayCheckRunsReader {
  constructor(private readonly runs: PayCheckRunsRepository) {}

  /** The latest runs of the county, latest first. */
  latest(tx: Tx, limit: number): Promise<PayCheckRunRow[]> {
    return this.runs.latest(tx, limit);
  }

  /** One run, or null where there is none. */
  byId(tx: Tx, id: string): Promise<PayCheckRunRow | null> {
    return this.runs.byId(tx, id);
  }
}
