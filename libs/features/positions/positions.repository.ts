import { Injectable } from '@nestjs/common';
import type { AgreementStatus } from '#domain/agreements/agreement-lifecycle';
import type { Day } from '#domain/common/day';
import type { Fen } from '#domain/common/money';
import type { Benefit, PayBasis, Shift } from '#domain/positions/position-codes';
import type { PositionStatus } from '#domain/positions/position-lifecycle';
import { visibleTo } from '#platform/access/visible';
import { keepPlan } from '#platform/database/kept-plan';
import type { Tx } from '#platform/database/transaction';
import type { Page, PageRequest } from '#platform/database/page';
import { Position as PositionEntity } from './position.entity';

/** A position with the term of its agreement, which every new act is judged by. */
export interface PositionRow {
  readonly id: string;
  readonly version: number;
  readonly agreementId: string;
  readonly organisationId: string;
  readonly title: string;
  readonly duties: string;
  readonly occupationCode: string;
  readonly township: string;
  readonly site: string;
  readonly shift: Shift;
  readonly weeklyHours: number;
  /** Monthly, whatever the pay basis. */
  readonly payMinFen: Fen;
  readonly payMaxFen: Fen;
  readonly payBasis: PayBasis;
  readonly jobCode: string;
  readonly grade: string;
  readonly requiredSkills: string[];
  readonly wishedSkills: string[];
  readonly requiredCertificates: string[];
  readonly benefits: Benefit[];
  readonly status: PositionStatus;
  readonly lastConfirmedAt: Date | null;
  readonly agreementStatus: AgreementStatus;
  readonly agreementFrom: Day;
  /** The last day inside. */
  readonly agreementTo: Day;
}

/** What a list is narrowed to; null does not narrow. */
export interface PositionCriteria {
  readonly status: PositionStatus | null;
  readonly enterpriseId: string | null;
  /** Part of the title, the workplace, the enterprise’s name or the position’s number. */
  readonly search: string | null;
}

const COLUMNS = `p.id, p.version, p.agreement_id as "agreementId", p.organisation_id as "organisationId", p.title, p.duties,
  p.occupation_code as "occupationCode", p.township, p.workplace as site, p.shift, p.weekly_hours as "weeklyHours",
  p.pay_min_fen::float8 as "payMinFen", p.pay_max_fen::float8 as "payMaxFen", p.pay_basis as "payBasis",
  p.job_code as "jobCode", p.grade, p.required_skills as "requiredSkills", p.wished_skills as "wishedSkills",
  p.required_certificates as "requiredCertificates", p.benefits, p.status, p.last_confirmed_at as "lastConfirmedAt",
  a.status as "agreementStatus", a.effective_from::text as "agreementFrom", a.effective_to::text as "agreementTo"`;

const FROM = `position p
  join cooperation_agreement a on a.county_id = p.county_id and a.id = p.agreement_id
  join organisation o on o.county_id = p.county_id and o.id = p.organisation_id`;

/** Every query about positions, by name. */
@Injectable()
export class PositionsRepository {
  /** One page in order of title, with one row more than asked for, and the size of the whole list. */
  async page(tx: Tx, criteria: PositionCriteria, request: PageRequest): Promise<Page<PositionRow>> {
    const visible = visibleTo(tx, 'position', 'p');
    const where = `${visible.sql} and p.county_id = $2 and ($3::text is null or p.status = $3)
      and ($4::uuid is null or p.organisation_id = $4)
      and ($5::text is null or strpos(lower(p.title), lower($5)) > 0 or strpos(lower(p.workplace), lower($5)) > 0
           or strpos(lower(o.name), lower($5)) > 0 or p.position_number = $5)`;
    const parameters = [visible.value, tx.actor.countyId, criteria.status, criteria.enterpriseId, criteria.search];
    const [count] = await tx.query<{ n: number }>(`select count(*)::int as n from ${FROM} where ${where}`, parameters);
    const rows = await tx.query<PositionRow>(
      `select ${COLUMNS} from ${FROM} where ${where} and ($6::text is null or (p.title, p.id) > ($6, $7::uuid))
        order by p.title, p.id limit $8`,
      [...parameters, request.after?.sortKey ?? null, request.after?.id ?? null, request.limit + 1],
    );
    return { rows, totalCount: count?.n ?? 0 };
  }

  /** The visible positions among these ids. */
  async byIds(tx: Tx, ids: readonly string[]): Promise<PositionRow[]> {
    const visible = visibleTo(tx, 'position', 'p');
    return tx.query<PositionRow>(
      keepPlan(`select ${COLUMNS} from ${FROM} where ${visible.sql} and p.county_id = $2 and p.id = any($3::uuid[])`),
      [visible.value, tx.actor.countyId, ids],
    );
  }

  /** One visible position, locked until the transaction ends; null where there is none. */
  async lockById(tx: Tx, id: string): Promise<PositionRow | null> {
    const visible = visibleTo(tx, 'position', 'p');
    const [row] = await tx.query<PositionRow>(
      `select ${COLUMNS} from ${FROM} where ${visible.sql} and p.county_id = $2 and p.id = $3::uuid for update of p`,
      [visible.value, tx.actor.countyId, id],
    );
    return row ?? null;
  }

  /** Writes changes to a position that the transaction has locked. */
  async update(tx: Tx, row: PositionRow, changes: Partial<PositionEntity>): Promise<void> {
    await tx.manager.update(
      PositionEntity,
      { countyId: tx.actor.countyId, id: row.id },
      { ...changes, version: row.version + 1 },
    );
  }

  /** Moves every position in one of the states that was last confirmed before the instant to STALE; gives their ids. */
  async markStale(tx: Tx, from: readonly PositionStatus[], confirmedBefore: Date): Promise<string[]> {
    const rows = await tx.query<{ id: string }>(
      `update position set status = 'STALE', version = version + 1
        where county_id = $1 and status = any($2) and last_confirmed_at < $3 returning id`,
      [tx.actor.countyId, from, confirmedBefore],
    );
    return rows.map(({ id }) => id);
  }
}
