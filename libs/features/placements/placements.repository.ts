import { Injectable } from '@nestjs/common';
import type { Day } from '#domain/common/day';
import type { Fen } from '#domain/common/money';
import type { PlacementEndReason, PlacementMode } from '#domain/placements/placement-codes';
import type { MovedStart } from '#domain/placements/placement-start';
import type { PlacementStatus } from '#domain/placements/placement-lifecycle';
import { visibleTo } from '#platform/access/visible';
import type { Tx } from '#platform/database/transaction';
import { Placement } from './placement.entity';

/** A placement as read. */
export interface PlacementRow {
  readonly id: string;
  readonly version: number;
  readonly clientId: string;
  readonly slotId: string | null;
  readonly positionId: string | null;
  readonly organisationId: string | null;
  readonly organisationName: string | null;
  readonly mode: PlacementMode;
  readonly hireDate: Day;
  readonly contractFrom: Day;
  readonly contractTo: Day | null;
  readonly probationEndOn: Day | null;
  readonly agreedPayFen: Fen;
  readonly weeklyHours: number;
  readonly status: PlacementStatus;
  readonly endedOn: Day | null;
  readonly endReason: PlacementEndReason | null;
  readonly referralId: string | null;
  readonly employeeNumber: string | null;
  readonly contractSignedOn: Day | null;
  readonly overtimeBaseFen: Fen | null;
  readonly lowestSameJobFen: Fen | null;
  readonly payCycleDays: number;
}

const COLUMNS = `p.id, p.version, p.client_id as "clientId", p.slot_id as "slotId", j.position_id as "positionId",
  p.organisation_id as "organisationId", o.name as "organisationName", p.mode, p.hire_date as "hireDate",
  p.contract_from as "contractFrom", p.contract_to as "contractTo", p.probation_end_on as "probationEndOn",
  p.agreed_pay_fen as "agreedPayFen", p.weekly_hours as "weeklyHours", p.status, p.ended_on as "endedOn",
  p.end_reason as "endReason", p.referral_id as "referralId", p.employee_pseudonym as "employeeNumber",
  p.contract_signed_on as "contractSignedOn", p.overtime_base_fen as "overtimeBaseFen", p.lowest_same_job_fen as "lowestSameJobFen",
  p.pay_cycle_days as "payCycleDays"`;

const FROM = `placement p
  left join job_slot j on j.county_id = p.county_id and j.id = p.slot_id
  left join organisation o on o.county_id = p.county_id and o.id = p.organisation_id`;

/** What the paper of a contract says beside what the offer said; null = not known or not in it. */
export interface ContractTerms {
  readonly signedOn: Day | null;
  readonly overtimeBaseFen: Fen | null;
  readonly lowestSameJobFen: Fen | null;
  readonly payCycleDays: number;
  readonly probationEndOn: Day | null;
}

/** How a placement ends: work that never began is cancelled and has no last day. */
export interface PlacementEnd {
  readonly status: PlacementStatus;
  readonly endedOn: Day;
  readonly reason: PlacementEndReason;
}

/** Every query about placements, by name. */
@Injectable()
export class PlacementsRepository {
  /** The visible placements among these ids. */
  byIds(tx: Tx, ids: readonly string[]): Promise<PlacementRow[]> {
    const visible = visibleTo(tx, 'placement', 'p');
    return tx.query(`select ${COLUMNS} from ${FROM} where ${visible.sql} and p.id = any($2::uuid[])`, [
      visible.value,
      ids,
    ]);
  }

  /** The visible placements of these clients, latest first. */
  ofClients(tx: Tx, clientIds: readonly string[]): Promise<PlacementRow[]> {
    const visible = visibleTo(tx, 'placement', 'p');
    return tx.query(
      `select ${COLUMNS} from ${FROM} where ${visible.sql} and p.client_id = any($2::uuid[]) order by p.hire_date desc, p.id`,
      [visible.value, clientIds],
    );
  }

  /** The visible placements that came of these referrals. */
  ofReferrals(tx: Tx, referralIds: readonly string[]): Promise<PlacementRow[]> {
    const visible = visibleTo(tx, 'placement', 'p');
    return tx.query(`select ${COLUMNS} from ${FROM} where ${visible.sql} and p.referral_id = any($2::uuid[])`, [
      visible.value,
      referralIds,
    ]);
  }

  /** Writes the number by which the enterprise's payroll knows the person; false where the placement has ended. */
  async recordEmployeeNumber(tx: Tx, id: string, employeeNumber: string): Promise<boolean> {
    const [row] = await tx.query<{ written: boolean }>('select app.record_employee_number($1, $2) as written', [
      id,
      employeeNumber,
    ]);
    return row?.written === true;
  }

  /** Takes the row's lock: of two who end a placement, the second waits here. */
  async lock(tx: Tx, id: string): Promise<void> {
    await tx.query('select 1 from placement where id = $1 for update', [id]);
  }

  async insert(tx: Tx, placement: Partial<Placement>): Promise<void> {
    await tx.manager.insert(Placement, placement);
  }

  /** Writes the end, if nobody wrote since; false where somebody was faster. */
  async end(tx: Tx, row: PlacementRow, { status, endedOn, reason }: PlacementEnd): Promise<boolean> {
    const ended = await tx.query(
      `update placement set status = $6, ended_on = $3, end_reason = $4, ended_at = $5, status_before_end = status, version = version + 1
        where id = $1 and version = $2 returning id`,
      [row.id, row.version, status === 'ENDED' ? endedOn : null, reason, tx.now, status],
    );
    return ended.length > 0;
  }

  /** Writes what the contract's paper says, if nobody wrote since; false where somebody was faster. */
  async recordTerms(tx: Tx, row: PlacementRow, terms: ContractTerms): Promise<boolean> {
    const { signedOn, overtimeBaseFen, lowestSameJobFen, payCycleDays, probationEndOn } = terms;
    const written = await tx.query(
      `update placement set contract_signed_on = $3, overtime_base_fen = $4, lowest_same_job_fen = $5, pay_cycle_days = $6,
              probation_end_on = $7, version = version + 1
        where id = $1 and version = $2 returning id`,
      [row.id, row.version, signedOn, overtimeBaseFen, lowestSameJobFen, payCycleDays, probationEndOn],
    );
    return written.length > 0;
  }

  /** Last day of the agreement under which the placement's position was posted; null where there is none. */
  async agreementTo(tx: Tx, id: string): Promise<Day | null> {
    const [row] = await tx.query<{ effectiveTo: Day }>(
      `select a.effective_to::text as "effectiveTo" from placement p
         join job_slot j on j.county_id = p.county_id and j.id = p.slot_id
         join position o on o.county_id = j.county_id and o.id = j.position_id
         join cooperation_agreement a on a.county_id = o.county_id and a.id = o.agreement_id where p.id = $1`,
      [id],
    );
    return row?.effectiveTo ?? null;
  }

  /** Writes another first day, if nobody wrote since; the contract's first day moves along where it was the same. */
  async moveStart(tx: Tx, row: PlacementRow, { hireDate, probationEndOn }: MovedStart): Promise<boolean> {
    const written = await tx.query(
      `update placement set contract_from = case when contract_from = hire_date or contract_from > $3::date then $3::date else contract_from end,
              hire_date = $3::date, probation_end_on = $4, version = version + 1
        where id = $1 and version = $2 and status = 'PLANNED' returning id`,
      [row.id, row.version, hireDate, probationEndOn],
    );
    return written.length > 0;
  }

  /** Moves what the calendar moves; gives how many rows changed. */
  async advance(tx: Tx, today: Day): Promise<number> {
    const moved = await tx.query(
      `update placement set version = version + 1,
              status = case when probation_end_on >= $1 then 'PROBATION' else 'ACTIVE' end
        where county_id = $2 and hire_date <= $1 and (status = 'PLANNED' or status = 'PROBATION' and probation_end_on < $1) returning id`,
      [today, tx.actor.countyId],
    );
    return moved.length;
  }
}
