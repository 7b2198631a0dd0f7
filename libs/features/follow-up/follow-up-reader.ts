import { Injectable } from '@nestjs/common';
import type { WorkCalendar } from '#domain/calendar/work-calendar';
import { addDays, dayOf, type Day } from '#domain/common/day';
import type { MilestoneStatus } from '#domain/follow-up/milestone-lifecycle';
import { isDue, workingDaysLate } from '#domain/follow-up/daily-digest';
import { rungReached, waitsFrom, type Rung } from '#domain/follow-up/reminder-ladder';
import { latestSnooze } from '#domain/follow-up/snooze';
import { ParametersService } from '#features/parameters';
import type { Tx } from '#platform/database/transaction';
import type { Page, PageRequest } from '#platform/database/page';
import { FollowUpAnswersRepository } from './follow-up-answers.repository';
import { FollowUpRepository, type MilestoneRow } from './follow-up.repository';

/** A milestone with how late it is. */
export interface ReadMilestone extends MilestoneRow {
  /** Due before today and still open. */
  readonly isLate: boolean;
  /** In working days; 0 when it is not late. */
  readonly daysLate: number;
  /** How far its ladder has come; null before its day and once it is over. */
  readonly rung: Rung | null;
  /** The last day to which it may be put off; null where it may not be. */
  readonly latestSnoozeOn: Day | null;
}

/** Which milestones of a list. */
export interface FollowUpFilter {
  /** Left out or null = in any state. */
  readonly statuses: readonly MilestoneStatus[] | null;
  /** Only those open and late by so many working days at least; null = all. */
  readonly lateWorkingDays: number | null;
}

const MOST_DUE = 500;
const MOST_UNREACHED = 100;

/** Reads milestones, also for other features. */
@Injectable()
export class FollowUpReader {
  constructor(
    private readonly milestones: FollowUpRepository,
    private readonly answers: FollowUpAnswersRepository,
    private readonly parameters: ParametersService,
  ) {}

  /** One page of the visible milestones. */
  async page(
    tx: Tx,
    { statuses, lateWorkingDays }: FollowUpFilter,
    request: PageRequest,
  ): Promise<Page<ReadMilestone>> {
    const before = lateWorkingDays === null ? null : await this.lateBefore(tx, lateWorkingDays);
    const page = await this.milestones.page(tx, { statuses, before }, request);
    return { ...page, rows: await this.read(tx, page.rows) };
  }

  /** One milestone, or null where there is none or the actor may not see it. */
  async byId(tx: Tx, id: string): Promise<ReadMilestone | null> {
    const [row] = await this.read(tx, await this.milestones.byIds(tx, [id]));
    return row ?? null;
  }

  /** The visible milestones that wait for a contact and are due, earliest first. */
  async due(tx: Tx, limit = MOST_DUE): Promise<ReadMilestone[]> {
    return this.read(tx, await this.milestones.due(tx, dayOf(tx.now), limit));
  }

  /** The visible placements' last follow-ups that ended without a contact, latest first. */
  async unreached(tx: Tx): Promise<ReadMilestone[]> {
    return this.read(tx, await this.milestones.unreached(tx, MOST_UNREACHED));
  }

  /** The visible milestones that are due and have no answers yet, earliest first. */
  async unanswered(tx: Tx): Promise<ReadMilestone[]> {
    const due = await this.due(tx);
    const answered = await this.answers.ofMilestones(
      tx,
      due.map(({ id }) => id),
    );
    const ids = new Set(answered.map(({ milestoneId }) => milestoneId));
    return due.filter(({ id }) => !ids.has(id));
  }

  /** The visible milestones of these clients, by client. */
  async ofClients(tx: Tx, clientIds: readonly string[]): Promise<ReadonlyMap<string, ReadMilestone[]>> {
    return grouped(await this.read(tx, await this.milestones.of(tx, 'client', clientIds)), ({ clientId }) => clientId);
  }

  /** The visible milestones of these placements, by placement. */
  async ofPlacements(tx: Tx, placementIds: readonly string[]): Promise<ReadonlyMap<string, ReadMilestone[]>> {
    return grouped(
      await this.read(tx, await this.milestones.of(tx, 'placement', placementIds)),
      ({ placementId }) => placementId,
    );
  }

  /** Whoever waits since before this day is late by so many working days at least. */
  private async lateBefore(tx: Tx, workingDays: number): Promise<Day> {
    const calendar = await this.parameters.calendar(tx);
    return calendar.addWorkingDays(addDays(dayOf(tx.now), 1), -workingDays);
  }

  private async read(tx: Tx, rows: readonly MilestoneRow[]): Promise<ReadMilestone[]> {
    if (rows.length === 0) return [];
    const calendar = await this.parameters.calendar(tx);
    return rows.map((row) => withLateness(row, dayOf(tx.now), calendar));
  }
}

function withLateness(row: MilestoneRow, today: Day, calendar: WorkCalendar): ReadMilestone {
  const waits = isDue(row, today);
  return {
    ...row,
    isLate: waits && waitsFrom(row) < today,
    daysLate: workingDaysLate(row, today, calendar),
    rung: waits ? rungReached(row, today, calendar) : null,
    latestSnoozeOn: latestSnooze(row, today, calendar),
  };
}

function grouped(
  rows: readonly ReadMilestone[],
  keyOf: (row: ReadMilestone) => string,
): ReadonlyMap<string, ReadMilestone[]> {
  const byKey = new Map<string, ReadMilestone[]>();
  for (const row of rows) byKey.set(keyOf(row), [...(byKey.get(keyOf(row)) ?? []), row]);
  return byKey;
}
