import { Injectable } from '@nestjs/common';
import { updateRows } from '#features/imports';
import type { HeldCertificate } from '#domain/matching/match-facts';
import type { Tx } from '#platform/database/transaction';
import { Client } from './client.entity';
import { ProgrammeEntry } from './programme-entry.entity';

/** A client whom a file may mean, locked until the transaction ends. */
export interface KnownClient {
  readonly id: string;
  readonly fileNumber: string;
  readonly nameBidx: Buffer;
  readonly phoneBidx: Buffer | null;
  readonly birthYear: number | null;
  readonly township: string;
  readonly educationCode: string;
  readonly skills: readonly string[];
  readonly desiredOccupations: readonly string[];
  readonly minAcceptablePayFen: number | null;
  readonly weeklyHoursAvailable: number;
  readonly availableFrom: string | null;
  readonly certificates: readonly HeldCertificate[];
}

/** Fingerprints by which clients are found; no name travels to the database. */
export interface ClientFingerprints {
  readonly fileNumbers: readonly string[];
  readonly phones: readonly Buffer[];
}

/** Somebody who can take new clients. */
export interface CaseworkerLoad {
  readonly membershipId: string;
  /** Where new clients of hers live who name no township; null = the whole county is hers. */
  readonly township: string | null;
  readonly clients: number;
}

/** The columns of a client that an import writes; null in the first five = as it is. */
export const IMPORTED_COLUMNS = {
  name_enc: 'bytea',
  name_bidx: 'bytea',
  phone_enc: 'bytea',
  phone_bidx: 'bytea',
  phone_tail_bidx: 'bytea',
  birth_year: 'integer',
  township: 'text',
  education_code: 'text',
  skills: 'text[]',
  desired_occupations: 'text[]',
  min_acceptable_pay_fen: 'bigint',
  weekly_hours_available: 'integer',
  available_from: 'date',
} as const;

const KEPT_WHEN_NULL = ['name_enc', 'name_bidx', 'phone_enc', 'phone_bidx', 'phone_tail_bidx'] as const;

/** A changed client as the statement takes it. */
export type ClientChange = { readonly id: string } & Readonly<
  Record<keyof typeof IMPORTED_COLUMNS, string | number | Buffer | readonly string[] | null>
>;

/** A certificate to be kept for a client. */
export interface CertificateOf extends HeldCertificate {
  readonly id: string;
  readonly clientId: string;
}

/** Every query of the import of clients, by name. */
@Injectable()
export class ClientsImportRepository {
  /** The clients of the actor's caseload (of the county, for a job of the operator) with these numbers or phones. */
  async known(tx: Tx, { fileNumbers, phones }: ClientFingerprints): Promise<KnownClient[]> {
    return tx.query<KnownClient>(
      `select c.id, c.file_number as "fileNumber", c.name_bidx as "nameBidx", c.phone_bidx as "phoneBidx",
              c.birth_year as "birthYear", c.township, c.education_code as "educationCode", c.skills,
              c.desired_occupations as "desiredOccupations", c.min_acceptable_pay_fen::float8 as "minAcceptablePayFen",
              c.weekly_hours_available as "weeklyHoursAvailable", c.available_from::text as "availableFrom",
              coalesce((select jsonb_agg(jsonb_build_object('code', k.code, 'validTo', k.valid_to))
                          from client_certificate k where k.county_id = c.county_id and k.client_id = c.id), '[]') as certificates
         from client c
        where c.county_id = $1 and ($2::uuid is null or c.caseworker_membership_id = $2)
          and (c.file_number = any($3::text[]) or c.phone_bidx = any($4::bytea[]))
        order by c.id for update of c`,
      [tx.actor.countyId, tx.actor.membershipId, fileNumbers, phones],
    );
  }

  /** The caseworkers who may get new clients: the actor herself, or all of the county for a job of the operator. */
  async caseworkers(tx: Tx): Promise<CaseworkerLoad[]> {
    return tx.query<CaseworkerLoad>(
      `select m.id as "membershipId", m.townships[1] as township,
              (select count(*)::int from client c
                where c.county_id = m.county_id and c.caseworker_membership_id = m.id) as clients
         from membership m
        where m.county_id = $1 and m.role = 'CASEWORKER' and m.status = 'ACTIVE' and ($2::uuid is null or m.id = $2)
        order by m.id`,
      [tx.actor.countyId, tx.actor.membershipId],
    );
  }

  /** Inserts new clients with their entries; gives the ids of those whose file number was free. */
  async insert(
    tx: Tx,
    clients: Partial<Client>[],
    entryOf: (client: Partial<Client>) => Partial<ProgrammeEntry>,
  ): Promise<ReadonlySet<string>> {
    if (clients.length === 0) return new Set();
    const insertion = tx.manager.createQueryBuilder().insert().into(Client).values(clients).orIgnore();
    const { raw } = (await insertion.returning(['id']).updateEntity(false).execute()) as { raw: { id: string }[] };
    const taken = new Set(raw.map(({ id }) => id));
    const entries = clients.filter(({ id }) => id !== undefined && taken.has(id)).map(entryOf);
    if (entries.length === 0) return taken;
    await tx.manager.createQueryBuilder().insert().into(ProgrammeEntry).values(entries).updateEntity(false).execute();
    return taken;
  }

  /** Changes clients. */
  async update(tx: Tx, changes: readonly ClientChange[]): Promise<void> {
    await updateRows(tx, 'client', IMPORTED_COLUMNS, changes, KEPT_WHEN_NULL);
  }

  /** Adds certificates, and changes the last day of those that a client holds already. */
  async keepCertificates(tx: Tx, certificates: readonly CertificateOf[]): Promise<void> {
    if (certificates.length === 0) return;
    await tx.query(
      `insert into client_certificate (county_id, id, client_id, code, valid_to, created_at)
       select $1, r.id, r."clientId", r.code, r."validTo", $2
         from jsonb_to_recordset($3::jsonb) as r(id uuid, "clientId" uuid, code text, "validTo" date)
       on conflict (county_id, client_id, code) do update
          set valid_to = excluded.valid_to, version = client_certificate.version + 1`,
      [tx.actor.countyId, tx.now, JSON.stringify(certificates)],
    );
  }
}
