import { Injectable } from '@nestjs/common';
import type { AgreementStatus } from '#domain/agreements/agreement-lifecycle';
import type { Day } from '#domain/common/day';
import type { ContractType } from '#domain/positions/position-codes';
import type { PositionStatus } from '#domain/positions/position-lifecycle';
import { updateRows, type SetValue } from '#features/imports';
import type { Tx } from '#platform/database/transaction';
import { JobSlot } from './job-slot.entity';
import { Position } from './position.entity';

/** An agreement that a file names, locked until the transaction ends. */
export interface KnownAgreement {
  readonly id: string;
  readonly number: string;
  readonly organisationId: string;
  readonly enterprise: string;
  readonly status: AgreementStatus;
  readonly effectiveFrom: Day;
  readonly effectiveTo: Day;
  /** Slots that may still be given to positions. */
  readonly freeSlots: number;
}

/** A position that a file may mean, locked until the transaction ends, by the names of the table. */
export interface KnownPosition extends PositionColumns {
  readonly id: string;
  readonly organisationId: string;
  readonly positionNumber: string;
  readonly status: PositionStatus;
  readonly openSlots: number;
  readonly lastSeq: number;
}

/** The columns of a position that an import writes. */
export const IMPORTED_COLUMNS = {
  agreement_id: 'uuid',
  occupation_code: 'text',
  title: 'text',
  duties: 'text',
  township: 'text',
  site_id: 'uuid',
  workplace: 'text',
  shift: 'text',
  weekly_hours: 'integer',
  contract_type: 'text',
  pay_min_fen: 'bigint',
  pay_max_fen: 'bigint',
  pay_basis: 'text',
  required_skills: 'text[]',
  wished_skills: 'text[]',
  required_certificates: 'text[]',
  benefits: 'text[]',
  open_from: 'date',
  closes_on: 'date',
  slots_total: 'integer',
} as const;

/** The imported columns of one position, by the names of the table. */
export interface PositionColumns extends Readonly<Record<keyof typeof IMPORTED_COLUMNS, SetValue>> {
  readonly agreement_id: string;
  readonly duties: string;
  readonly site_id: string | null;
  readonly workplace: string;
  readonly contract_type: ContractType;
  readonly required_skills: readonly string[];
  readonly wished_skills: readonly string[];
  readonly required_certificates: readonly string[];
  readonly benefits: readonly string[];
  readonly open_from: Day | null;
  readonly closes_on: Day | null;
  readonly slots_total: number;
}

/** A position and how many slots it gains, or loses where negative. */
export interface SlotChange {
  readonly positionId: string;
  readonly organisationId: string;
  readonly change: number;
  readonly lastSeq: number;
}

/** Every query of the import of positions, by name. */
@Injectable()
export class PositionsImportRepository {
  /** The agreements of these numbers, with the enterprise that each belongs to. */
  async agreements(tx: Tx, numbers: readonly string[]): Promise<KnownAgreement[]> {
    return tx.query<KnownAgreement>(
      `select a.id, a.number, a.organisation_id as "organisationId", o.name as enterprise, a.status,
              a.effective_from::text as "effectiveFrom", a.effective_to::text as "effectiveTo",
              a.pledged_slots + a.amended_slots - a.allotted_slots as "freeSlots"
         from cooperation_agreement a
         join organisation o on o.county_id = a.county_id and o.id = a.organisation_id
        where a.county_id = $1 and a.number = any($2::text[]) order by a.id for update of a`,
      [tx.actor.countyId, numbers],
    );
  }

  /** Which of these names are enterprises of the county. */
  async enterprises(tx: Tx, names: readonly string[]): Promise<ReadonlySet<string>> {
    const rows = await tx.query<{ name: string }>(
      `select name from organisation where county_id = $1 and kind = 'ENTERPRISE' and name = any($2::text[])`,
      [tx.actor.countyId, names],
    );
    return new Set(rows.map(({ name }) => name));
  }

  /** The sites of these enterprises: ids by enterprise and name, as `<enterprise id>|<name>`. */
  async sites(tx: Tx, organisationIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const rows = await tx.query<{ id: string; key: string }>(
      `select id, organisation_id || '|' || name as key from site where county_id = $1 and organisation_id = any($2::uuid[])`,
      [tx.actor.countyId, organisationIds],
    );
    return new Map(rows.map(({ id, key }) => [key, id]));
  }

  /** The positions of these enterprises with these numbers. */
  async positions(tx: Tx, organisationIds: readonly string[], numbers: readonly string[]): Promise<KnownPosition[]> {
    return tx.query<KnownPosition>(
      `select p.id, p.organisation_id as "organisationId", p.position_number as "positionNumber", p.status,
              p.agreement_id, p.occupation_code, p.title, p.duties, p.township, p.site_id, p.workplace, p.shift,
              p.weekly_hours, p.contract_type, p.pay_min_fen::float8 as pay_min_fen, p.pay_max_fen::float8 as pay_max_fen,
              p.pay_basis, p.required_skills, p.wished_skills, p.required_certificates, p.benefits,
              p.open_from::text as open_from, p.closes_on::text as closes_on, p.slots_total,
              (select count(*)::int from job_slot s
                where s.county_id = p.county_id and s.position_id = p.id and s.status = 'OPEN') as "openSlots",
              (select coalesce(max(s.seq), 0)::int from job_slot s
                where s.county_id = p.county_id and s.position_id = p.id) as "lastSeq"
         from position p
        where p.county_id = $1 and p.organisation_id = any($2::uuid[]) and p.position_number = any($3::text[])
        order by p.id for update of p`,
      [tx.actor.countyId, organisationIds, numbers],
    );
  }

  async insert(tx: Tx, positions: Partial<Position>[]): Promise<void> {
    if (positions.length === 0) return;
    await tx.manager.createQueryBuilder().insert().into(Position).values(positions).updateEntity(false).execute();
  }

  async update(tx: Tx, changes: readonly ({ readonly id: string } & PositionColumns)[]): Promise<void> {
    await updateRows(tx, 'position', IMPORTED_COLUMNS, changes);
  }

  /** Adds open slots, numbered on from the last. */
  async addSlots(tx: Tx, slots: Partial<JobSlot>[]): Promise<void> {
    if (slots.length === 0) return;
    await tx.manager.createQueryBuilder().insert().into(JobSlot).values(slots).updateEntity(false).execute();
  }

  /** Withdraws open slots, the last ones first; gives how many were open after all. */
  async withdrawSlots(tx: Tx, changes: readonly SlotChange[]): Promise<number> {
    const rows = await tx.query(
      `update job_slot t set status = 'WITHDRAWN', version = t.version + 1
         from (select s.id, r.change, row_number() over (partition by s.position_id order by s.seq desc) as place
                 from job_slot s
                 join jsonb_to_recordset($2::jsonb) as r("positionId" uuid, change integer) on r."positionId" = s.position_id
                where s.county_id = $1 and s.status = 'OPEN') s
        where t.county_id = $1 and t.id = s.id and s.place <= -s.change and t.status = 'OPEN' returning t.id`,
      [tx.actor.countyId, JSON.stringify(changes)],
    );
    return rows.length;
  }
}
