import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import type { Tx } from '../database/transaction';
import type { JobData, JobDefinition } from '../jobs/job-definition';

/** What is announced: the subject, ids beside it, and when it is due. */
export interface Announcement<D extends JobData> {
  readonly subjectId: string;
  readonly data: D;
  /** Not before this instant; at once unless told. */
  readonly dueAt?: Date;
}

/** The only way to start background work: a row in the same transaction as the act. */
@Injectable()
export class Outbox {
  /** Announces one job and gives the id of its outbox row. */
  async add<D extends JobData>(tx: Tx, job: JobDefinition<D>, announcement: Announcement<D>): Promise<string> {
    const id = uuidv7();
    await tx.query(
      `insert into outbox_event (id, county_id, job, subject_id, actor_membership_id, data, due_at, created_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [
        id,
        tx.actor.countyId,
        job.name,
        announcement.subjectId,
        tx.actor.membershipId,
        announcement.data,
        announcement.dueAt ?? tx.now,
        tx.now,
      ],
    );
    return id;
  }

  /** Announces many jobs of one kind at once. */
  async addAll<D extends JobData>(
    tx: Tx,
    job: JobDefinition<D>,
    announcements: readonly Announcement<D>[],
  ): Promise<void> {
    const rows = announcements.map(({ subjectId, data, dueAt }) => ({
      id: uuidv7(),
      subjectId,
      data,
      dueAt: dueAt ?? tx.now,
    }));
    await tx.query(
      `insert into outbox_event (id, county_id, job, subject_id, actor_membership_id, data, due_at, created_at)
       select a.id, $1, $2, a."subjectId", $3, a.data, a."dueAt", $4
         from jsonb_to_recordset($5::jsonb) as a (id uuid, "subjectId" uuid, data jsonb, "dueAt" timestamptz)`,
      [tx.actor.countyId, job.name, tx.actor.membershipId, tx.now, JSON.stringify(rows)],
    );
  }
}
