import { Injectable } from '@nestjs/common';
import type { ContactChannel } from '#domain/follow-up/contact-codes';
import type { Day } from '#domain/common/day';
import { columnFor, visibleTo } from '#platform/access/visible';
import { FieldCrypto } from '#platform/crypto/field-crypto';
import type { Tx } from '#platform/database/transaction';

/** A contact with a client, with what was noted of it. */
export interface NotedContact {
  readonly id: string;
  readonly occurredAt: Date;
  readonly channel: ContactChannel;
  readonly isTwoWay: boolean;
  readonly memberName: string | null;
  readonly note: string | null;
}

/** What is written in a client's file beyond what finding work needs. */
export interface ReadCaseNotes {
  /** The one opaque flag, the same for every group of people; null where it is not the reader's. */
  readonly isEligible: boolean | null;
  readonly attestedOn: Day | null;
  readonly attestedByName: string | null;
  readonly planNote: string | null;
  /** The latest first. */
  readonly contacts: readonly NotedContact[];
}

interface AttestedRow extends Pick<ReadCaseNotes, 'isEligible' | 'attestedOn' | 'attestedByName'> {
  readonly clientId: string;
}

interface SealedNote {
  readonly id: string;
  readonly clientId: string;
  readonly noteEnc: Buffer | null;
}

type ContactRow = Omit<NotedContact, 'note'> & SealedNote;

const MOST_CONTACTS = 20;

/** Reads eligibility and notes for those who may: the client's caseworker, and whoever opened her file for a reason. */
@Injectable()
export class CaseNotes {
  constructor(private readonly crypto: FieldCrypto) {}

  /** By client; who may not read them of a client finds none of her. */
  async byClients(tx: Tx, clientIds: readonly string[]): Promise<ReadonlyMap<string, ReadCaseNotes>> {
    const attested = await this.attested(tx, clientIds);
    const plans = await this.opened(tx, 'support_plan', await this.plans(tx, clientIds));
    const contacts = await this.opened(tx, 'contact', await this.contacts(tx, clientIds));
    return new Map(
      attested.map(({ clientId, ...facts }) => [
        clientId,
        {
          ...facts,
          planNote: plans.find((plan) => plan.clientId === clientId)?.note ?? null,
          contacts: contacts.filter((contact) => contact.clientId === clientId),
        },
      ]),
    );
  }

  private attested(tx: Tx, clientIds: readonly string[]): Promise<AttestedRow[]> {
    const visible = visibleTo(tx, 'client', 'c', { fields: ['CASE_NOTES'] });
    const hers = (column: string): string => columnFor(tx, 'client', 'c', column);
    return tx.query(
      `select c.id as "clientId", ${hers('eligible')} as "isEligible", ${hers('attested_on')}::text as "attestedOn",
              m.display_name as "attestedByName"
         from client c
         left join membership m on m.county_id = c.county_id and m.id = ${hers('attested_by_membership_id')}::uuid
        where ${visible.sql} and c.id = any ($2::uuid[])`,
      [visible.value, clientIds],
    );
  }

  private plans(tx: Tx, clientIds: readonly string[]): Promise<SealedNote[]> {
    const visible = visibleTo(tx, 'support_plan', 'p', { fields: ['NOTE'] });
    return tx.query(
      `select p.id, p.client_id as "clientId", p.note_enc as "noteEnc" from support_plan p
        where ${visible.sql} and p.client_id = any ($2::uuid[]) and p.note_enc is not null
        order by p.created_at desc, p.id`,
      [visible.value, clientIds],
    );
  }

  private contacts(tx: Tx, clientIds: readonly string[]): Promise<ContactRow[]> {
    const visible = visibleTo(tx, 'contact', 'k', { fields: ['NOTE'] });
    return tx.query(
      `select n.*, m.display_name as "memberName"
         from (select k.county_id, k.id, k.client_id as "clientId", k.membership_id, k.occurred_at as "occurredAt", k.channel,
                      k.is_two_way as "isTwoWay", k.note_enc as "noteEnc",
                      row_number() over (partition by k.client_id order by k.occurred_at desc, k.id) as place
                 from contact k where ${visible.sql} and k.client_id = any ($2::uuid[])) n
         left join membership m on m.county_id = n.county_id and m.id = n.membership_id
        where n.place <= ${MOST_CONTACTS} order by n."occurredAt" desc, n.id`,
      [visible.value, clientIds],
    );
  }

  /** Notes of clients who were erased or whose year is over are empty: there is nothing to open. */
  private opened<R extends SealedNote>(
    tx: Tx,
    table: string,
    rows: readonly R[],
  ): Promise<(R & { note: string | null })[]> {
    return Promise.all(
      rows.map(async (row) => {
        if (row.noteEnc === null || row.noteEnc.length === 0) return { ...row, note: null };
        const place = { table, column: 'note_enc', rowId: row.id, clientId: row.clientId };
        return { ...row, note: await this.crypto.decrypt(tx, place, row.noteEnc) };
      }),
    );
  }
}
