import { Injectable } from '@nestjs/common';
import type { Role } from '#domain/common/role';
import { keepPlan } from '../database/kept-plan';
import type { Tx } from '../database/transaction';

/** What changed, and who may hear of it: ids only. */
export interface LiveEvent {
  readonly type: string;
  readonly id: string;
  /** Roles that hear it; with organisation or client it is narrowed further. */
  readonly roles: readonly Role[];
  readonly organisationId?: string;
  readonly clientId?: string;
}

/** The event as it travels between processes. */
export interface CountyLiveEvent extends LiveEvent {
  readonly countyId: string;
}

const NOTIFY = keepPlan(`select pg_notify('live', $1)`);

/** Tells open screens that something changed; sent by PostgreSQL when the transaction commits, and only then. */
@Injectable()
export class Live {
  async notify(tx: Tx, event: LiveEvent): Promise<void> {
    const message: CountyLiveEvent = { ...event, countyId: tx.actor.countyId };
    await tx.query(NOTIFY, [JSON.stringify(message)]);
  }
}
