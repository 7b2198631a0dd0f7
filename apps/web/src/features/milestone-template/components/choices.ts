import type { MilestoneChoiceInput, MilestonePlanPreviewQuery, TemplateVersionFragment } from '@contract/gql';

export type TemplateRow = TemplateVersionFragment['milestones'][number];
export type Previewed = NonNullable<MilestonePlanPreviewQuery['milestonePlanPreview']>['milestones'][number];

/** What is typed for one milestone; a number may be half typed. */
export interface TypedChoice {
  readonly row: TemplateRow;
  readonly isPlanned: boolean;
  /** Days before or after the start as they are read: without a sign. */
  readonly offset: string;
  readonly window: string;
  readonly channel: TemplateRow['channel'];
}

/** Days before the start are read without a sign. */
export const isBefore = ({ mostOffset }: TemplateRow): boolean => mostOffset < 0;

/** The bounds of the day as they are read. */
export const offsetBounds = ({ leastOffset, mostOffset }: TemplateRow): readonly [least: number, most: number] => {
  const ends = [Math.abs(leastOffset), Math.abs(mostOffset)];
  return [Math.min(...ends), Math.max(...ends)];
};

/** The choices as they stand in a version. */
export const typedOf = (version: TemplateVersionFragment): readonly TypedChoice[] =>
  version.milestones.map((row) => ({
    row,
    isPlanned: row.isPlanned,
    offset: String(Math.abs(row.offsetCount)),
    window: String(row.windowWorkingDays),
    channel: row.channel,
  }));

const WHOLE = /^\d{1,3}$/;

/** The choices for the server; null while something is no whole number. */
export function choicesOf(typed: readonly TypedChoice[]): MilestoneChoiceInput[] | null {
  if (typed.some(({ offset, window }) => !WHOLE.test(offset) || !WHOLE.test(window))) return null;
  return typed.map(({ row, isPlanned, offset, window, channel }) => ({
    code: row.code,
    isPlanned,
    offsetCount: isBefore(row) ? -Number(offset) : Number(offset),
    windowWorkingDays: Number(window),
    channel,
  }));
}
