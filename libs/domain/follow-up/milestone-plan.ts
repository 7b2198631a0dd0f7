import type { WorkCalendar } from '../calendar/work-calendar';
import { addDays, addMonths, type Day } from '../common/day';
import type { ContactChannel } from './contact-codes';
import {
  DEFAULT_MILESTONE_TEMPLATE,
  type MilestoneCode,
  type MilestoneOffset,
  type MilestoneTemplateRow,
} from './milestone-template';

/** A milestone as the template gives it, before the past and its neighbours are looked at. */
export interface DraftMilestone {
  readonly code: MilestoneCode;
  /** The start plus the offset, whatever day it is. */
  readonly rawOn: Day;
  /** The working day on which the contact is due. */
  readonly dueOn: Day;
  readonly windowWorkingDays: number;
  readonly channel: ContactChannel;
  readonly isRequired: boolean;
  /** The year's holiday table is not loaded yet; the day may still move. */
  readonly isProvisional: boolean;
}

/** A milestone with the state in which it is stored. */
export interface PlannedMilestone extends DraftMilestone {
  readonly status: 'SCHEDULED' | 'COVERED' | 'CANCELLED';
  /** The milestone that stands for this one; null unless COVERED. */
  readonly coveredBy: MilestoneCode | null;
}

const offsetFrom = (start: Day, offset: MilestoneOffset): Day =>
  offset.unit === 'DAYS' ? addDays(start, offset.count) : addMonths(start, offset.count);

function draft(row: MilestoneTemplateRow, start: Day, calendar: WorkCalendar): DraftMilestone {
  const rawOn = offsetFrom(start, row.offset);
  const dueOn = row.shift === 'FORWARD' ? calendar.nextWorkday(rawOn) : calendar.previousWorkday(rawOn);
  return {
    code: row.code,
    rawOn,
    dueOn,
    windowWorkingDays: row.windowWorkingDays,
    channel: row.channel,
    isRequired: row.isRequired,
    isProvisional: calendar.isProvisional(rawOn) || calendar.isProvisional(dueOn),
  };
}

/** All milestones of a placement that starts on this day, before merging, in the template's order. */
export const draftMilestones = (
  start: Day,
  calendar: WorkCalendar,
  template: readonly MilestoneTemplateRow[] = DEFAULT_MILESTONE_TEMPLATE,
): readonly DraftMilestone[] => template.map((row) => draft(row, start, calendar));

/**
 * Plans the milestones of a placement: what lies before today moves to the next working day (today itself if it is one),
 * a PRE in the past is cancelled, and of two that fall within one working day the one with the higher evidence rank stands.
 */
export function planMilestones(
  start: Day,
  calendar: WorkCalendar,
  today: Day,
  template: readonly MilestoneTemplateRow[] = DEFAULT_MILESTONE_TEMPLATE,
): readonly PlannedMilestone[] {
  const drafts = draftMilestones(start, calendar, template);
  const moved = drafts.map((milestone) => inPresent(milestone, calendar, today));
  const rankOf = new Map(template.map((row) => [row.code, row.evidenceRank]));
  return merged(moved, calendar, (code) => rankOf.get(code) ?? 0);
}

function inPresent(milestone: DraftMilestone, calendar: WorkCalendar, today: Day): PlannedMilestone {
  const planned: PlannedMilestone = { ...milestone, status: 'SCHEDULED', coveredBy: null };
  if (milestone.dueOn >= today) return planned;
  if (milestone.code === 'PRE') return { ...planned, status: 'CANCELLED' };
  const dueOn = calendar.nextWorkday(today);
  return { ...planned, dueOn, isProvisional: calendar.isProvisional(dueOn) };
}

/** Keeps milestones from the highest rank down (earlier first among equals) and covers what falls beside a kept one. */
function merged(
  milestones: readonly PlannedMilestone[],
  calendar: WorkCalendar,
  rankOf: (code: MilestoneCode) => number,
): readonly PlannedMilestone[] {
  const order = milestones
    .filter((milestone) => milestone.status === 'SCHEDULED')
    .sort(
      (a, b) => rankOf(b.code) - rankOf(a.code) || a.dueOn.localeCompare(b.dueOn) || a.rawOn.localeCompare(b.rawOn),
    );
  const kept: PlannedMilestone[] = [];
  const coveredBy = new Map<MilestoneCode, MilestoneCode>();
  for (const milestone of order) {
    const neighbour = kept.find((other) => areNeighbours(other.dueOn, milestone.dueOn, calendar));
    if (neighbour === undefined) kept.push(milestone);
    else coveredBy.set(milestone.code, neighbour.code);
  }
  return milestones.map((milestone) => {
    const standsFor = coveredBy.get(milestone.code);
    if (standsFor === undefined) return milestone;
    return { ...milestone, status: 'COVERED', coveredBy: standsFor };
  });
}

function areNeighbours(a: Day, b: Day, calendar: WorkCalendar): boolean {
  const [first, second] = a <= b ? [a, b] : [b, a];
  return second <= calendar.addWorkingDays(first, 1);
}
