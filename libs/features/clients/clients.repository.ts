import { Injectable } from '@nestjs/common';
import type { EntryStatus } from '#domain/clients/entry-lifecycle';
import type { Shift } from '#domain/positions/position-codes';
import { visibleTo } from '#platform/access/visible';
import { keepPlan } from '#platform/database/kept-plan';
import type { Tx } from '#platform/database/transaction';
import type { Page, PageRequest } from '#platform/database/page';
import { Client as ClientEntity } from './client.entity';
import { ProgrammeEntry } from './programme-entry.entity';

/** A client as stored: names and phone numbers are still encrypted. */
export interface ClientRow {
  readonly id: string;
  readonly version: number;
  readonly fileNumber: string;
  readonly nameEnc: Buffer;
  readonly phoneEnc: Buffer | null;
  readonly birthYear: number | null;
  readonly township: string;
  readonly educationCode: string;
  readonly skills: string[];
  readonly certificates: { readonly code: string; readonly validTo: string | null }[];
  readonly desiredOccupations: string[];
  readonly minAcceptablePayFen: number | null;
  readonly weeklyHoursAvailable: number;
  readonly shiftLimits: Shift[];
  readonly wishedShifts: Shift[];
  readonly travelLimitMinutes: number;
  readonly capacityLimits: string[];
  readonly availableFrom: string | null;
  readonly objectsToRanking: boolean;
  readonly caseworkerMembershipId: string | null;
  readonly caseworkerName: string | null;
  readonly entryStatus: EntryStatus;
}

/** What a list is narrowed to; the search is by fingerprints, so that no name travels to the database. */
export interface ClientCriteria {
  readonly fileNumber: string | null;
  readonly fingerprints: readonly Buffer[];
  readonly entryStatus: EntryStatus | null;
  readonly township: string | null;
  readonly caseworkerId: string | null;
}

const COLUMNS = `c.id, c.version, c.file_number as "fileNumber", c.name_enc as "nameEnc", c.phone_enc as "phoneEnc",
  c.birth_year as "birthYear", c.township, c.education_code as "educationCode", c.skills,
  c.desired_occupations as "desiredOccupations", c.min_acceptable_pay_fen::float8 as "minAcceptablePayFen",
  c.weekly_hours_available as "weeklyHoursAvailable", c.shift_limits as "shiftLimits", c.wished_shifts as "wishedShifts",
  c.travel_limit_minutes as "travelLimitMinutes", c.capacity_limits as "capacityLimits",
  c.available_from::text as "availableFrom", c.objects_to_ranking as "objectsToRanking",
  c.caseworker_membership_id as "caseworkerMembershipId", w.display_name as "caseworkerName", e.status as "entryStatus",
  coalesce((select jsonb_agg(jsonb_build_object('code', k.code, 'validTo', k.valid_to) order by k.code)
              from client_certificate k where k.county_id = c.county_id and k.client_id = c.id), '[]') as certificates`;

const FROM = `client c
  join programme_entry e on e.county_id = c.county_id and e.client_id = c.id
  left join membership w on w.county_id = c.county_id and w.id = c.caseworker_membership_id`;

interface Condition {
  readonly sql: string;
  readonly values: readonly unknown[];
}

/** The visible clients that meet the criteria; a condition that nobody asked for is not in it, so that its plan fits. */
function listOf(tx: Tx, criteria: ClientCriteria): { where: Condition; plan: (statement: string) => string } {
  const visible = visibleTo(tx, 'client', 'c');
  const { fileNumber, fingerprints, entryStatus, township, caseworkerId } = criteria;
  const isSearch = fileNumber !== null || fingerprints.length > 0;
  let where: Condition = { sql: `${visible.sql} and c.erased_at is null`, values: [visible.value] };
  const narrow = (value: unknown, sql: (place: string) => string): void => {
    where = { sql: `${where.sql} and ${sql(`$${where.values.length + 1}`)}`, values: [...where.values, value] };
  };
  if (entryStatus !== null) narrow(entryStatus, (place) => `e.status = ${place}`);
  if (township !== null) narrow(township, (place) => `c.township = ${place}`);
  if (caseworkerId !== null) narrow(caseworkerId, (place) => `c.caseworker_membership_id = ${place}::uuid`);
  if (!isSearch) return { where, plan: keepPlan };
  const own = where.values.length;
  const sql = `${where.sql} and (c.file_number = $${own + 1} or c.name_bidx = any($${own + 2}::bytea[])
    or c.phone_bidx = any($${own + 2}) or c.phone_tail_bidx = any($${own + 2}))`;
  return { where: { sql, values: [...where.values, fileNumber, fingerprints] }, plan: (statement) => statement };
}

/** What follows a row in order of file number. */
const beyond = ({ sql, values }: Condition, fileNumber: string, id: string): Condition => ({
  sql: `${sql} and (c.file_number, c.id) > ($${values.length + 1}, $${values.length + 2}::uuid)`,
  values: [...values, fileNumber, id],
});

/** Every query about clients, by name. */
@Injectable()
export class ClientsRepository {
  /** One page in order of file number, with one row more than asked for, and the size of the whole list. */
  async page(tx: Tx, criteria: ClientCriteria, { limit, after }: PageRequest): Promise<Page<ClientRow>> {
    const { where, plan } = listOf(tx, criteria);
    const shown = after === null ? where : beyond(where, after.sortKey, after.id);
    const rows = await tx.query<ClientRow>(
      plan(`select ${COLUMNS} from ${FROM} where ${shown.sql}
        order by c.file_number, c.id limit $${shown.values.length + 1}`),
      [...shown.values, limit + 1],
    );
    if (after === null && rows.length <= limit) return { rows, totalCount: rows.length }; // the page is the list
    const [count] = await tx.query<{ n: number }>(
      plan(`select count(*)::int as n from ${FROM} where ${where.sql}`),
      where.values,
    );
    return { rows, totalCount: count?.n ?? 0 };
  }

  /** The visible clients among these ids. */
  async byIds(tx: Tx, ids: readonly string[]): Promise<ClientRow[]> {
    const visible = visibleTo(tx, 'client', 'c', { single: true });
    return tx.query<ClientRow>(
      keepPlan(`select ${COLUMNS} from ${FROM} where ${visible.sql} and c.id = any($2::uuid[])`),
      [visible.value, ids],
    );
  }

  /** What workplaces would have to arrange for the visible clients among these, still sealed. */
  needs(tx: Tx, ids: readonly string[]): Promise<{ clientId: string; needsEnc: Buffer | null }[]> {
    const visible = visibleTo(tx, 'client', 'c', { single: true });
    return tx.query(
      `select c.id as "clientId", c.accommodation_needs_enc as "needsEnc" from client c
        where ${visible.sql} and c.id = any($2::uuid[])`,
      [visible.value, ids],
    );
  }

  /** Inserts a client and her entry in one caseload. */
  async insert(tx: Tx, client: Partial<ClientEntity>, entry: Partial<ProgrammeEntry>): Promise<void> {
    await tx.manager.insert(ClientEntity, client);
    await tx.manager.insert(ProgrammeEntry, entry);
  }

  /** Writes changes if the row still has the expected version; false where somebody was faster. */
  async update(tx: Tx, id: string, expectedVersion: number, changes: Partial<ClientEntity>): Promise<boolean> {
    const { affected } = await tx.manager.update(
      ClientEntity,
      { countyId: tx.actor.countyId, id, version: expectedVersion },
      { ...changes, version: expectedVersion + 1 },
    );
    return affected === 1;
  }
}
