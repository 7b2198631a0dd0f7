import { Injectable } from '@nestjs/common';
import type { Actor } from '#domain/common/actor';
import type { Day } from '#domain/common/day';
import type { ComplaintStatus, ComplaintTopic } from '#domain/complaints/complaint';
import { isAnotherPerson } from '#domain/common/person';
import { visibleTo } from '#platform/access/visible';
import type { Tx } from '#platform/database/transaction';
import { Complaint } from './complaint.entity';

/** A complaint as stored; what was written is still encrypted. */
export interface ComplaintRow {
  readonly id: string;
  readonly clientId: string;
  readonly topic: ComplaintTopic;
  readonly aboutName: string | null;
  readonly textEnc: Buffer;
  readonly status: ComplaintStatus;
  readonly dueOn: Day;
  readonly wasReopened: boolean;
  readonly receivedAt: Date;
  readonly answerEnc: Buffer | null;
  readonly answeredAt: Date | null;
  /** Natural persons: of the one complained about, of the reader; for the first wall. */
  readonly aboutPersonId: string | null;
  readonly readerPersonId: string | null;
}

/** Somebody whom a client may name. */
export interface SubjectRow {
  readonly id: string;
  readonly displayName: string;
}

const COLUMNS = `k.id, k.client_id as "clientId", k.topic, a.display_name as "aboutName", k.text_enc as "textEnc", k.status,
  k.due_on::text as "dueOn", k.was_reopened as "wasReopened", k.created_at as "receivedAt", k.answer_enc as "answerEnc",
  k.answered_at as "answeredAt", app.person_of(k.about_membership_id) as "aboutPersonId", app.person_of($2) as "readerPersonId"`;

const FROM = `complaint k
  left join membership a on a.county_id = k.county_id and a.id = k.about_membership_id`;

/** True when the reader is not the natural person complained about. */
const isReader = (actor: Actor, row: ComplaintRow): boolean =>
  actor.role === 'CLIENT' ||
  row.aboutPersonId === null ||
  (row.readerPersonId !== null && isAnotherPerson({ personId: row.aboutPersonId }, { personId: row.readerPersonId }));

/** Every query about complaints, by name. */
@Injectable()
export class ComplaintsRepository {
  /** The complaints that the actor may read, the most pressing first; at most `limit`. */
  async list(tx: Tx, limit: number): Promise<ComplaintRow[]> {
    const visible = visibleTo(tx, 'complaint', 'k', { parameter: 3 });
    const rows = await tx.query<ComplaintRow>(
      `select ${COLUMNS} from ${FROM} where k.county_id = $1 and ${visible.sql}
        order by k.status not in ('RECEIVED', 'IN_REVIEW'), k.due_on, k.id limit $4`,
      [tx.actor.countyId, tx.actor.membershipId, visible.value, limit],
    );
    return rows.filter((row) => isReader(tx.actor, row));
  }

  /** One that the actor may read; null where there is none. */
  async byId(tx: Tx, id: string): Promise<ComplaintRow | null> {
    const visible = visibleTo(tx, 'complaint', 'k', { parameter: 3 });
    const [row] = await tx.query<ComplaintRow>(
      `select ${COLUMNS} from ${FROM} where k.county_id = $1 and ${visible.sql} and k.id = $4`,
      [tx.actor.countyId, tx.actor.membershipId, visible.value, id],
    );
    return row !== undefined && isReader(tx.actor, row) ? row : null;
  }

  /** Whom the client may name. */
  subjects(tx: Tx): Promise<SubjectRow[]> {
    return tx.query('select id, display_name as "displayName" from app.complaint_subjects()');
  }

  insert(tx: Tx, complaint: Partial<Complaint>): Promise<unknown> {
    return tx.manager.insert(Complaint, { ...complaint, countyId: tx.actor.countyId });
  }

  /** Goes on to the next state if the complaint is still in `from`; false where somebody was faster. */
  async move(tx: Tx, id: string, from: ComplaintStatus, changes: Partial<Complaint>): Promise<boolean> {
    const { affected } = await tx.manager.update(
      Complaint,
      { countyId: tx.actor.countyId, id, status: from },
      { ...changes, version: () => 'version + 1' },
    );
    return affected === 1;
  }
}
