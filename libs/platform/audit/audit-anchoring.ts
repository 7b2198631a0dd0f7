import { Injectable, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { systemActor } from '#domain/common/actor';
import { Transactions } from '../database/transactions';
import { Logger } from '../logging/logger';
import { gauge } from '../metrics/metrics';
import { AnchorBook } from './anchor-book';

const LOOK_MS = 5_000;
const ANCHOR_EVERY_MS = 60_000;
const ANCHOR_EVERY_LINKS = 1_000;

interface Anchored {
  readonly sequence: number;
  /** Machine time, ms: it measures how old an anchor is. */
  readonly atMs: number;
}

/** Writes down outside the database where each county's chain stands: every 60 s or 1,000 links, and when the worker stops. */
@Injectable()
export class AuditAnchoring implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly last = new Map<string, Anchored>();
  /** Counties whose chain moved since their last anchor. */
  private readonly moved = new Set<string>();
  private timer: NodeJS.Timeout | null = null;
  private round: Promise<void> = Promise.resolve();

  constructor(
    private readonly dataSource: DataSource,
    private readonly transactions: Transactions,
    private readonly book: AnchorBook,
    private readonly log: Logger,
  ) {}

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => this.look(false), LOOK_MS);
    gauge(
      'tonggong_audit_anchor_age_seconds',
      'Age of the oldest anchor whose chain moved on; 0 where all are anchored.',
      () => this.oldestSeconds(),
    );
  }

  async beforeApplicationShutdown(): Promise<void> {
    if (this.timer !== null) clearInterval(this.timer);
    this.look(true);
    await this.round;
  }

  /** Anchors every county whose chain moved and whose anchor is due; `all` = due or not. */
  async anchor(all: boolean): Promise<void> {
    for (const { id } of await this.dataSource.query<{ id: string }[]>('select id from county order by code')) {
      await this.anchorCounty(id, all);
    }
  }

  private oldestSeconds(): number {
    const ages = [...this.moved].map((countyId) => Date.now() - (this.last.get(countyId)?.atMs ?? 0));
    return Math.max(0, ...ages) / 1_000;
  }

  private look(all: boolean): void {
    this.round = this.round
      .then(() => this.anchor(all))
      .catch((error: unknown) => this.log.error('audit anchor failed', {}, error));
  }

  private async anchorCounty(countyId: string, all: boolean): Promise<void> {
    const last = this.last.get(countyId) ?? this.lastInBook(countyId);
    const [head] = await this.transactions.run(
      systemActor(countyId, 'audit.anchor'),
      (tx) =>
        tx.query<{ sequence: number; hash: Buffer }>('select sequence, hash from audit_head where county_id = $1', [
          countyId,
        ]),
      { readOnly: true },
    );
    if (head === undefined || head.sequence === last.sequence) return;
    this.moved.add(countyId);
    const nowMs = Date.now();
    const isDue = nowMs - last.atMs >= ANCHOR_EVERY_MS || head.sequence - last.sequence >= ANCHOR_EVERY_LINKS;
    if (!all && !isDue) return;
    const { sequence } = head;
    const at = new Date(nowMs).toISOString();
    this.book.append({ kind: 'ANCHOR', countyId, sequence, hash: head.hash.toString('hex'), at });
    this.last.set(countyId, { sequence, atMs: nowMs });
    this.moved.delete(countyId);
  }

  private lastInBook(countyId: string): Anchored {
    const last = this.book.read(countyId).anchors.at(-1);
    const found = { sequence: last?.sequence ?? 0, atMs: last === undefined ? 0 : Date.parse(last.at) };
    this.last.set(countyId, found);
    return found;
  }
}
