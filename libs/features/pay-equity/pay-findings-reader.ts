import { Injectable } from '@nestjs/common';
import type { Tx } from '#platform/database/transaction';
import type { InstantPage, PageRequest } from '#platform/database/page';
import {
  PayFindingsRepository,
  type FindingCriteria,
  type OwnPayCheckRow,
  type PayFindingRow,
} from './pay-findings.repository';

const MOST_TO_TRIAGE = 200;
const MOST_ON_BOARD = 300;
const MOST_OWN_MONTHS = 24;

/** Reads findings, also for other features. */
@Injectable()
export class PayFindingsReader {
  constructor(private readonly findings: PayFindingsRepository) {}

  /** One page of the visible findings. */
  page(tx: Tx, criteria: FindingCriteria, request: PageRequest): Promise<InstantPage<PayFindingRow>> {
    return this.findings.page(tx, criteria, request);
  }

  /** The visible findings that wait for the caseworker, most pressing first. */
  toTriage(tx: Tx, limit = MOST_TO_TRIAGE): Promise<PayFindingRow[]> {
    return this.findings.toTriage(tx, limit);
  }

  /** One visible finding. */
  byId(tx: Tx, id: string): Promise<PayFindingRow | null> {
    return this.findings.byId(tx, id);
  }

  /** The visible findings on which somebody has to act, what is due first above. */
  board(tx: Tx): Promise<PayFindingRow[]> {
    return this.findings.board(tx, MOST_ON_BOARD);
  }

  /** The visible findings of these clients, by client. */
  async ofClients(tx: Tx, clientIds: readonly string[]): Promise<ReadonlyMap<string, PayFindingRow[]>> {
    const byClient = new Map<string, PayFindingRow[]>();
    for (const row of await this.findings.ofClients(tx, clientIds))
      byClient.set(row.clientId, [...(byClient.get(row.clientId) ?? []), row]);
    return byClient;
  }

  /** The visible months of these clients by client, latest first; at most two years of each where one is asked for. */
  async monthsOf(tx: Tx, clientIds: readonly string[]): Promise<ReadonlyMap<string, OwnPayCheckRow[]>> {
    const byClient = new Map<string, OwnPayCheckRow[]>();
    for (const { clientId, ...row } of await this.findings.months(tx, clientIds, MOST_OWN_MONTHS * clientIds.length))
      byClient.set(clientId, [...(byClient.get(clientId) ?? []), row]);
    return byClient;
  }

  /** The client's own months, latest first, at most two years. */
  ofOneself(tx: Tx): Promise<OwnPayCheckRow[]> {
    return this.findings.ofOneself(tx, MOST_OWN_MONTHS);
  }
}
