import { Injectable } from '@nestjs/common';
import type { Day } from '#domain/common/day';
import { visibleTo } from '#platform/access/visible';
import type { Tx } from '#platform/database/transaction';
import { MentorNote } from './mentor-note.entity';

/** A note as stored: still sealed. */
export interface StoredMentorNote {
  readonly id: string;
  readonly clientId: string;
  readonly writtenAt: Date;
  readonly noteEnc: Buffer | null;
  readonly nextContactOn: Day | null;
}

const COLUMNS = `n.id, n.client_id as "clientId", n.written_at as "writtenAt", n.note_enc as "noteEnc",
  n.next_contact_on::text as "nextContactOn"`;

/** Notes of one client that are shown at most. */
const MOST_NOTES = 50;

/** Every query about mentors' notes, by name. */
@Injectable()
export class MentorNotesRepository {
  /** The visible notes about these clients, the newest first; of each client the latest fifty. */
  ofClients(tx: Tx, clientIds: readonly string[]): Promise<StoredMentorNote[]> {
    const visible = visibleTo(tx, 'mentor_note', 'n');
    return tx.query(
      `select s.id, s."clientId", s."writtenAt", s."noteEnc", s."nextContactOn"
         from (select ${COLUMNS}, row_number() over (partition by n.client_id order by n.written_at desc, n.id desc) as place
                 from mentor_note n where ${visible.sql} and n.client_id = any ($2::uuid[])) s
        where s.place <= ${MOST_NOTES} order by s."writtenAt" desc, s.id desc`,
      [visible.value, clientIds],
    );
  }

  /** One note; null where there is none or it is not visible. */
  async byId(tx: Tx, id: string): Promise<StoredMentorNote | null> {
    const visible = visibleTo(tx, 'mentor_note', 'n');
    const [row] = await tx.query<StoredMentorNote>(
      `select ${COLUMNS} from mentor_note n where ${visible.sql} and n.id = $2`,
      [visible.value, id],
    );
    return row ?? null;
  }

  /** Inserts a note. */
  async insert(tx: Tx, note: Partial<MentorNote>): Promise<void> {
    await tx.manager.insert(MentorNote, { ...note, countyId: tx.actor.countyId });
  }
}
