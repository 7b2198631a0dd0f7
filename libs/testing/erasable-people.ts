import { randomUUID } from 'node:crypto';
import { v7 as uuidv7 } from 'uuid';
import { systemActor, type Actor } from '#domain/common/actor';
import { FilesService } from '#features/files';
import { FieldCrypto } from '#platform/crypto/field-crypto';
import type { Tx } from '#platform/database/transaction';
import { clientPlace } from '../features/clients/client-places';
import type { Bench } from './context';

/** The note that every planted contact holds. */
export const PLANTED_NOTE = '周三上午需请假，先打座机';

/** The identity number that every planted person has; the example of the standard, of nobody. */
export const PLANTED_NUMBER = '11010519491231002X';

/** A client who can be erased, and what is known of her before. */
export interface ErasablePerson {
  readonly client: Actor;
  readonly caseworker: Actor;
  readonly clientId: string;
  readonly name: string;
  readonly phone: string;
  readonly fileId: string;
}

/** Plants clients with all that an erasure has to find. */
export class ErasablePeople {
  private used = 0;
  private readonly crypto: FieldCrypto;

  constructor(private readonly bench: Bench) {
    this.crypto = bench.app.get(FieldCrypto);
  }

  private asJob<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    return this.bench.transactions.run(systemActor(this.bench.countyId, 'test'), work);
  }

  /** A client at work, with an account, a note, a file about her, a row of an import, and an open referral. */
  async aPerson(): Promise<ErasablePerson> {
    const [row] = await this.bench.rows<{
      clientId: string;
      caseworkerId: string;
      name: Buffer;
      phone: Buffer;
      fileNumber: string;
    }>(
      `select c.id as "clientId", c.caseworker_membership_id as "caseworkerId", c.name_enc as name, c.phone_enc as phone,
              c.file_number as "fileNumber"
         from client c join placement p on p.county_id = c.county_id and p.client_id = c.id
        where p.status in ('PROBATION', 'ACTIVE') and c.erased_at is null
          order by c.id offset $1 limit 1`,
      [this.used],
    );
    if (row === undefined) throw new Error('Somebody is at work.');
    this.used += 1;
    const { clientId } = row;
    const caseworker = await this.memberActor(row.caseworkerId);
    const client = await this.plantAccount(clientId, caseworker);
    const [name, phone] = await this.asJob((tx) =>
      Promise.all([
        this.crypto.decrypt(tx, clientPlace(clientId, 'name_enc'), row.name),
        this.crypto.decrypt(tx, clientPlace(clientId, 'phone_enc'), row.phone),
      ]),
    );
    const fileId = await this.plantTraces(caseworker, { clientId, fileNumber: row.fileNumber, name });
    return { client, caseworker, clientId, name, phone, fileId };
  }

  async memberActor(membershipId: string): Promise<Actor> {
    const [actor] = await this.bench.rows<Actor>(
      `select county_id as "countyId", role, account_id as "accountId", id as "membershipId",
              organisation_id as "organisationId", client_id as "clientId" from membership where id = $1`,
      [membershipId],
    );
    if (actor === undefined) throw new Error('There is such a member.');
    return actor;
  }

  async plantAccount(clientId: string, { organisationId, countyId }: Actor): Promise<Actor> {
    const [accountId, membershipId] = [randomUUID(), randomUUID()];
    await this.bench.rows(
      `insert into user_account (id, login, display_name, password_hash) values ($1::uuid, 'phone-' || substr($1::text, 1, 8), '', 'x')`,
      [accountId],
    );
    await this.bench.rows(
      `insert into membership (county_id, id, account_id, organisation_id, role, client_id, display_name, status)
       values ($1, $2, $3, $4, 'CLIENT', $5, '', 'ACTIVE')`,
      [countyId, membershipId, accountId, organisationId, clientId],
    );
    await this.bench.rows(
      `insert into session (id_hash, id, account_id, membership_id, started_at, last_seen_at, idle_seconds, ends_at)
       values (sha256($1::text::bytea), gen_random_uuid(), $1::uuid, $2, now(), now(), 1800, now() + interval '10 hours')`,
      [accountId, membershipId],
    );
    return this.memberActor(membershipId);
  }

  /** A passkey of this account, and a challenge that was not answered yet. */
  async plantPasskey({ accountId }: Actor): Promise<void> {
    await this.bench.rows(
      `with planted as (
         insert into passkey_challenge (challenge_hash, account_id, purpose, expires_at)
         values (sha256($1::text::bytea), $1::uuid, 'PROOF', now() + interval '5 minutes')
       )
       insert into passkey (id, account_id, credential_id, public_key, name)
       values (gen_random_uuid(), $1::uuid, 'planted-' || $1::text, '\\x01', 'phone')`,
      [accountId],
    );
  }

  async passkeysOf({ accountId }: Actor): Promise<{ passkeys: number; challenges: number } | undefined> {
    const [left] = await this.bench.rows<{ passkeys: number; challenges: number }>(
      `select (select count(*)::int from passkey where account_id = $1) as passkeys,
              (select count(*)::int from passkey_challenge where account_id = $1) as challenges`,
      [accountId],
    );
    return left;
  }

  async plantTraces(
    caseworker: Actor,
    { clientId, fileNumber, name }: { clientId: string; fileNumber: string; name: string },
  ): Promise<string> {
    const files = this.bench.app.get(FilesService);
    const taken = await files.take(caseworker, { name: `${name}.csv`, bytes: Buffer.from(`姓名\n${name}\n`) });
    if (!taken.ok) throw new Error('The file is taken.');
    await this.bench.transactions.run(caseworker, async (tx) => {
      if (!(await files.assignTo(tx, taken.value.id, clientId))) throw new Error('The file is hers.');
      const contactId = uuidv7();
      const note = await this.crypto.encrypt(
        tx,
        { table: 'contact', column: 'note_enc', rowId: contactId, clientId },
        PLANTED_NOTE,
      );
      await tx.query(
        `insert into contact (county_id, id, client_id, membership_id, channel, is_two_way, occurred_at, note_enc)
         values ($1, $2, $3, $4, 'PHONE', true, $5, $6)`,
        [tx.actor.countyId, contactId, clientId, tx.actor.membershipId, tx.now, note],
      );
    });
    await this.plantNumber(caseworker, clientId);
    await this.plantBesideWork(caseworker, clientId);
    const [runId, rowId] = [randomUUID(), randomUUID()];
    await this.bench.rows(
      `insert into import_run (county_id, id, kind, state, requested_by_membership_id, organisation_id, finished_at)
       values ($1, $2, 'CLIENTS', 'DONE', $3, $4, now())`,
      [caseworker.countyId, runId, caseworker.membershipId, caseworker.organisationId],
    );
    const cells = await this.asJob((tx) =>
      this.crypto.encrypt(tx, { table: 'import_row', column: 'cells_enc', rowId }, name),
    );
    await this.bench.rows(
      `insert into import_row (county_id, id, run_id, row_number, result, key, cells_enc, refusals, keep_until)
       values ($1, $2, $3, 2, 'REFUSED', $4, $5, '[{"code":"X"}]', current_date + 7)`,
      [caseworker.countyId, rowId, runId, fileNumber, cells],
    );
    return taken.value.id;
  }

  /** A request for aid, and a mentor with a note. */
  private async plantBesideWork({ countyId, membershipId, organisationId }: Actor, clientId: string): Promise<void> {
    const [pairingId, rowId] = [uuidv7(), uuidv7()];
    const place = { table: 'mentor_note', column: 'note_enc', rowId, clientId };
    const sealed = await this.asJob((tx) => this.crypto.encrypt(tx, place, PLANTED_NOTE));
    await this.bench.rows(
      `insert into aid_request (county_id, id, client_id, kind, status, noted_by_membership_id, noted_on, next_look_on)
       values ($1, gen_random_uuid(), $2, 'HOUSING', 'NOTED', $3, current_date, current_date)`,
      [countyId, clientId, membershipId],
    );
    await this.bench.rows(
      `insert into mentor_pairing (county_id, id, client_id, mentor_membership_id, organisation_id, paired_by_membership_id, paired_at, status)
       values ($1, $2, $3, $4, $5, $4, now(), 'ACTIVE')`,
      [countyId, pairingId, clientId, membershipId, organisationId],
    );
    await this.bench.rows(
      `insert into mentor_note (county_id, id, pairing_id, client_id, mentor_membership_id, written_at, note_enc)
       values ($1, $2, $3, $4, $5, now(), $6)`,
      [countyId, rowId, pairingId, clientId, membershipId, sealed],
    );
  }

  /** How many rows there are of a client's beside work: requests for aid, pairings, notes, and the mentor of her entry. */
  async besideWork(clientId: string): Promise<number[]> {
    const counted = ['aid_request', 'mentor_pairing', 'mentor_note'].map(
      (table) => `(select count(*)::int from ${table} where client_id = $1)`,
    );
    const [row] = await this.bench.rows<{ counts: number[] }>(
      `select array[${counted.join(', ')},
         (select count(*)::int from programme_entry where client_id = $1 and mentor_membership_id is not null)] as counts`,
      [clientId],
    );
    return row?.counts ?? [];
  }

  private plantNumber(caseworker: Actor, clientId: string): Promise<unknown> {
    const rowId = uuidv7();
    return this.bench.transactions.run(caseworker, async (tx) => {
      const place = { table: 'identity_number', column: 'number_enc', rowId, clientId };
      const sealed = await this.crypto.encrypt(tx, place, PLANTED_NUMBER);
      return tx.query(
        `insert into identity_number (county_id, id, client_id, number_enc, purpose, recorded_by_membership_id, recorded_at)
         values ($1, $2, $3, $4, 'SUBSIDY_CLAIM', $5, $6)`,
        [tx.actor.countyId, rowId, clientId, sealed, tx.actor.membershipId, tx.now],
      );
    });
  }

  async plantFinding(clientId: string, status: string): Promise<void> {
    const client = await this.bench.database.admin.connect();
    try {
      await client.query('set session_replication_role = replica'); // a finding without its run and its result
      await client.query(
        `insert into pay_finding (county_id, id, result_id, placement_id, client_id, organisation_id, period, rule_code, status,
                                  verdict, severity, finding_class, shortfall_fen, figures, detected_at)
         select p.county_id, gen_random_uuid(), gen_random_uuid(), p.id, p.client_id, coalesce(p.organisation_id, gen_random_uuid()),
                '2026-02', 'MIN_WAGE', $2, 'REVIEW', 'MAJOR', 'STATUTORY', 100, '{}', '2026-03-01T16:00:00Z'
           from placement p where p.client_id = $1 limit 1`,
        [clientId, status],
      );
      await client.query('set session_replication_role = origin');
    } finally {
      client.release();
    }
  }
}
