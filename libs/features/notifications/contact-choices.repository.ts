import { Injectable } from '@nestjs/common';
import type { ContactWay, MessageLanguage } from '#domain/notifications/client-message';
import { visibleTo } from '#platform/access/visible';
import type { Tx } from '#platform/database/transaction';
import { ContactChoice } from './contact-choice.entity';

/** What a client chose. */
export interface ChosenContact {
  readonly channel: ContactWay;
  readonly language: MessageLanguage;
  readonly fromMinute: number | null;
  readonly toMinute: number | null;
  readonly onDaysOff: boolean;
}

/** The same as stored; version 0 where she never chose. */
export interface StoredChoice extends ChosenContact {
  readonly id: string;
  readonly version: number;
}

const COLUMNS = `c.id, coalesce(h.version, 0) as version, coalesce(h.channel, 'IN_APP') as channel,
  coalesce(h.language, 'zh-CN') as language, h.from_minute as "fromMinute", h.to_minute as "toMinute",
  coalesce(h.on_days_off, false) as "onDaysOff"`;

/** Every query about what clients chose, by name. The id of a choice is the client's. */
@Injectable()
export class ContactChoicesRepository {
  /** What a visible client chose, or what stands for somebody who did not; null where she is not the actor's. */
  async of(tx: Tx, clientId: string): Promise<StoredChoice | null> {
    const visible = visibleTo(tx, 'client', 'c');
    const [row] = await tx.query<StoredChoice>(
      `select ${COLUMNS} from client c
         left join contact_choice h on h.county_id = c.county_id and h.client_id = c.id
        where ${visible.sql} and c.id = $2 and c.erased_at is null`,
      [visible.value, clientId],
    );
    return row ?? null;
  }

  /** True where the client is the actor's; nobody else reminds her until the transaction ends. */
  async locked(tx: Tx, clientId: string): Promise<boolean> {
    const visible = visibleTo(tx, 'client', 'c');
    const rows = await tx.query(
      `select pg_advisory_xact_lock(hashtextextended(c.id::text, 0)) from client c
        where ${visible.sql} and c.id = $2 and c.erased_at is null`,
      [visible.value, clientId],
    );
    return rows.length === 1;
  }

  async insert(tx: Tx, row: Partial<ContactChoice>): Promise<void> {
    await tx.manager.insert(ContactChoice, row);
  }

  /** Writes a choice if the row still has the expected version; false where somebody was faster. */
  async update(tx: Tx, clientId: string, version: number, changes: Partial<ContactChoice>): Promise<boolean> {
    const { affected } = await tx.manager.update(
      ContactChoice,
      { countyId: tx.actor.countyId, clientId, version },
      { ...changes, version: version + 1 },
    );
    return affected === 1;
  }
}
