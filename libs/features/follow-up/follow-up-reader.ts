import { Injectable } from '@nestjs/common';
import type { WorkCalendar } from '#domain/calendar/work-calendar';
import { dayOf, type Day } from '#domain/common/day';
import type { MilestoneStatus } from '#domain/follow-up/milestone-lifecycle';
import { isDue, workingDaysLate } from '#domain/follow-up/daily-digest';
import { ParametersService } from '#features/parameters';
import type { Tx } from '#platform/database/transaction';
import type { Page, PageRequest } from '#platform/database/page';
import { FollowUpRepository, type MilestoneRow } from './follow-up.repository';

/** A milestone with how late it is. */
export interface ReadMilestone extends MilestoneRow {
  /** Due before today and still open. */
  readonly isLate: boolean;
  /** In working days; 0 when it is not late. */
  readonly daysLate: number;
}

const MOST_DUE = 500;

/** Reads milestones, also for other features. */
@Injectable()
export class FollowUpReader {
  constructor(
    private readonly milestones: FollowUpRepository,
    private readonly parameters: ParametersService,
  ) {}

  /** One page of the visible milestones. */
  async page(tx: Tx, statuses: readonly MilestoneStatus[] | null, request: PageRequest): Promise<Page<ReadMilestone>> {
    const page = await this.milestones.page(tx, statuses, request);
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

  private async read(tx: Tx, rows: readonly MilestoneRow[]): Promise<ReadMilestone[]> {
    if (rows.length === 0) return [];
    const calendar = await this.parameters.calendar(tx);
    return rows.map((row) => withLateness(row, dayOf(tx.now), calendar));
  }
}

function withLateness(row: MilestoneRow, today: Day, calendar: WorkCalendar): ReadMilestone {
  return { ...row, isLate: isDue(row, today) && row.dueOn < today, daysLate: workingDaysLate(row, today, calendar) };
}

function grouped(
  rows: readonly ReadMilestone[],
  keyOf: (row: ReadMilestone) => string,
): ReadonlyMap<string, ReadMilestone[]> {
  const byKey = new Map<string, ReadMilestone[]>();
  for (const row of rows) byKey.set(keyOf(row), [...(byKey.get(keyOf(row)) ?? []), row]);
  return byKey;
}
