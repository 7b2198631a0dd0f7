import { Injectable } from '@nestjs/common';
import type { InstanceFile } from '#domain/group-placement/placement-instance';
import type { CertificateFile } from '#domain/group-placement/batch-run';
import type { ClientSlot, Decisions } from '#domain/group-placement/decisions';
import type { Tx } from '#platform/database/transaction';
import { BatchInstance } from './batch-instance.entity';

/** The pairs of a batch as they were read: who and which positions the numbers of the instance mean. */
export interface StoredInstance {
  readonly id: string;
  readonly batchId: string;
  readonly readAt: Date;
  readonly weightsVersion: number;
  readonly clientIds: readonly string[];
  readonly positionIds: readonly string[];
  readonly pairs: InstanceFile;
}

/** The result that stands, with what it was found on. */
export interface StandingRun {
  readonly instance: StoredInstance;
  readonly inputHash: string;
  readonly solverVersion: string;
  readonly placed: number;
  readonly totalFit: number;
  readonly certificate: CertificateFile;
}

/** A decision that still holds, by ids. */
export interface LivePair {
  readonly kind: 'LOCK' | 'FORBID';
  readonly clientId: string;
  readonly positionId: string;
}

/** Every query about instances, by name. */
@Injectable()
export class BatchInstancesRepository {
  async insert(tx: Tx, instance: StoredInstance): Promise<void> {
    const { clientIds, positionIds, pairs, ...row } = instance;
    await tx.manager.insert(BatchInstance, {
      countyId: tx.actor.countyId,
      ...row,
      clientIds: [...clientIds],
      positionIds: [...positionIds],
      pairs,
    });
  }

  /** The result that stands and its instance; null before the first. */
  async standing(tx: Tx, batchId: string): Promise<StandingRun | null> {
    const [row] = await tx.query<StandingRow>(
      `select i.id, i.batch_id as "batchId", i.read_at as "readAt", i.weights_version as "weightsVersion",
              i.client_ids as "clientIds", i.position_ids as "positionIds", i.pairs, s.certificate,
              s.input_hash as "inputHash", s.solver_version as "solverVersion",
              (s.outcome -> 'figures' ->> 'placed')::int as placed, (s.outcome -> 'figures' ->> 'totalFit')::int as "totalFit"
         from batch_solve s join batch_instance i on i.county_id = s.county_id and i.id = s.instance_id
        where s.county_id = $1 and s.batch_id = $2 and s.state = 'DONE' order by s.seq desc limit 1`,
      [tx.actor.countyId, batchId],
    );
    if (row === undefined) return null;
    const { inputHash, solverVersion, placed, totalFit, certificate, ...instance } = row;
    return { instance, inputHash, solverVersion, placed, totalFit, certificate };
  }

  /** The decisions that hold, in a fixed order. */
  livePairs(tx: Tx, batchId: string): Promise<LivePair[]> {
    return tx.query<LivePair>(
      `select o.kind, o.client_id as "clientId", o.position_id as "positionId" from batch_override o
        where o.county_id = $1 and o.batch_id = $2 and o.undone_at is null order by o.kind, o.client_id, o.position_id`,
      [tx.actor.countyId, batchId],
    );
  }
}

type StandingRow = StoredInstance & Omit<StandingRun, 'instance'>;

/**
 * Decisions by the numbers of an instance. What concerns a client or position that is not in it any more is left out:
 * there is nothing to decide about. A lock of a pair that is there no more stays in, as the number −1, and is refused.
 */
export function decisionsIn(
  instance: Pick<StoredInstance, 'clientIds' | 'positionIds'>,
  pairs: readonly LivePair[],
): Decisions {
  const clients = new Map(instance.clientIds.map((id, at) => [id, at]));
  const slots = new Map(instance.positionIds.map((id, at) => [id, at]));
  const placed = (kind: LivePair['kind']): ClientSlot[] =>
    pairs
      .filter((pair) => pair.kind === kind && clients.has(pair.clientId))
      .map((pair) => ({ client: clients.get(pair.clientId)!, slot: slots.get(pair.positionId) ?? -1 }));
  return { locks: placed('LOCK'), exclusions: placed('FORBID').filter(({ slot }) => slot >= 0) };
}
