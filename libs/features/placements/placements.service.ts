import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import { dayOf, type Day } from '#domain/common/day';
import type { Fen } from '#domain/common/money';
import { done, refusal, refused, type Outcome } from '#domain/common/outcome';
import { employeeNumberRefusal, type EmployeeNumberCode } from '#domain/placements/employee-number';
import type { PlacementEndReason, PlacementMode } from '#domain/placements/placement-codes';
import { endPlacement, statusOnDay, type EndCode } from '#domain/placements/placement-end';
import type { Shift } from '#domain/positions/position-codes';
import { SlotsService } from '#features/positions';
import { Audit } from '#platform/audit/audit';
import type { Tx } from '#platform/database/transaction';
import { Outbox } from '#platform/outbox/outbox';
import { ContractChanged, EmployeeNumberRecorded, PlacementEnded, PlacementStarted } from './placements.jobs';
import { PlacementsRepository } from './placements.repository';

/** A placement to be made of an accepted offer. */
export interface NewPlacement {
  readonly clientId: string;
  readonly slotId: string;
  readonly organisationId: string;
  readonly referralId: string;
  readonly mode: PlacementMode;
  readonly hireDate: Day;
  readonly contractTo: Day | null;
  readonly probationEndOn: Day | null;
  readonly agreedPayFen: Fen;
  readonly payCycleDays: number;
  readonly weeklyHours: number;
  readonly shift: Shift;
  readonly jobCode: string;
  readonly grade: string;
}

/** Above these hours a week work is full-time (劳动合同法 68). */
const PART_TIME_HOURS = 24;

/** Makes placements, ends them, and moves them with the calendar. */
@Injectable()
export class PlacementsService {
  constructor(
    private readonly placements: PlacementsRepository,
    private readonly slots: SlotsService,
    private readonly outbox: Outbox,
    private readonly audit: Audit,
  ) {}

  /** Makes the placement in the caller's transaction and announces it; the slot must be filled already. Gives its id. */
  async create(tx: Tx, placement: NewPlacement): Promise<string> {
    const id = uuidv7();
    await this.placements.insert(tx, {
      ...placement,
      countyId: tx.actor.countyId,
      id,
      contractFrom: placement.hireDate,
      employmentType: placement.weeklyHours > PART_TIME_HOURS ? 'FULL_TIME' : 'PART_TIME',
      payBasis: 'MONTHLY',
      status: statusOnDay(placement.hireDate, placement.probationEndOn, dayOf(tx.now)),
      createdAt: tx.now,
    });
    await this.outbox.add(tx, PlacementStarted, { subjectId: id, data: {} });
    await this.audit.record(tx, { action: 'placement.created', subjectType: 'placement', subjectId: id });
    return id;
  }

  /** Ends a placement and frees its slot, once and only once. */
  async end(
    tx: Tx,
    id: string,
    endedOn: Day,
    reason: PlacementEndReason,
  ): Promise<Outcome<{ id: string }, EndCode | 'NOT_FOUND' | 'STALE_VERSION'>> {
    await this.placements.lock(tx, id);
    const [row] = await this.placements.byIds(tx, [id]);
    if (row === undefined) return refused(refusal('NOT_FOUND', ['id']));
    const outcome = endPlacement({ status: row.status, hireDate: row.hireDate, endedOn, today: dayOf(tx.now) });
    if (!outcome.ok) return outcome;
    if (!(await this.placements.end(tx, row, { ...outcome.value, endedOn, reason })))
      return refused(refusal('STALE_VERSION', ['id'], { currentVersion: row.version }));
    if (row.slotId !== null) await this.slots.freeFilledSlot(tx, row.slotId);
    await this.outbox.add(tx, PlacementEnded, { subjectId: id, data: {} });
    await this.outbox.add(tx, ContractChanged, { subjectId: id, data: {} });
    await this.audit.record(tx, {
      action: 'placement.ended',
      subjectType: 'placement',
      subjectId: id,
      fields: ['status', 'endReason'],
    });
    return done({ id });
  }

  /** Takes down the number by which the enterprise's payroll knows the person, and announces it. */
  async recordEmployeeNumber(
    tx: Tx,
    referralId: string,
    employeeNumber: string,
  ): Promise<Outcome<{ id: string }, EmployeeNumberCode | 'NOT_FOUND' | 'WRONG_STATE'>> {
    const number = employeeNumber.trim();
    const code = employeeNumberRefusal(number);
    if (code !== null) return refused(refusal(code, ['employeeNumber']));
    const [row] = await this.placements.ofReferrals(tx, [referralId]);
    if (row === undefined) return refused(refusal('NOT_FOUND', ['id']));
    if (row.employeeNumber === number) return done({ id: referralId });
    if (!(await this.placements.recordEmployeeNumber(tx, row.id, number)))
      return refused(refusal('WRONG_STATE', ['id'], { state: row.status }));
    await this.outbox.add(tx, EmployeeNumberRecorded, { subjectId: row.id, data: {} });
    await this.audit.record(tx, {
      action: 'placement.employee-number',
      subjectType: 'placement',
      subjectId: row.id,
      fields: ['employeeNumber'],
    });
    return done({ id: referralId });
  }

  /** Moves placements whose hire date or end of probation has come; gives how many. */
  advance(tx: Tx): Promise<number> {
    return this.placements.advance(tx, dayOf(tx.now));
  }
}
