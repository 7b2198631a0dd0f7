import type { Day } from '../common/day';
import { refusal, refused, settled, type Outcome, type Refusal } from '../common/outcome';
import { ContactChannel } from './contact-codes';
import { DEFAULT_MILESTONE_TEMPLATE, type MilestoneCode, type MilestoneTemplateRow } from './milestone-template';

/** What a county chooses for one milestone. */
export interface MilestoneChoice {
  readonly code: MilestoneCode;
  /** False = thinned out: placements are planned without it. */
  readonly isPlanned: boolean;
  /** Days or months from the start, as the milestone counts; negative = before it. */
  readonly offsetCount: number;
  readonly windowWorkingDays: number;
  readonly channel: ContactChannel;
}

/** The least and the most of a whole number. */
export interface Bounds {
  readonly least: number;
  readonly most: number;
}

/** What a county may choose for one milestone. */
export interface ChoiceLimits {
  readonly mayThin: boolean;
  readonly unit: 'DAYS' | 'MONTHS';
  readonly offset: Bounds;
  readonly window: Bounds;
  readonly channels: readonly ContactChannel[];
}

/** Why a template is not taken. */
export type TemplateCode =
  | 'TEMPLATE_INCOMPLETE'
  | 'MILESTONE_REQUIRED'
  | 'OFFSET_OUT_OF_RANGE'
  | 'WINDOW_OUT_OF_RANGE'
  | 'CHANNEL_NOT_IN_PERSON'
  | 'TEMPLATE_UNCHANGED'
  | 'DAY_IN_PAST';

/** The version that every county begins with. */
export const FIRST_TEMPLATE_VERSION = 1;

const ALL_CHANNELS = Object.values(ContactChannel);
/** Support in the first month is in person: a fidelity item of Individual Placement and Support. */
const IN_PERSON: readonly ContactChannel[] = [ContactChannel.VISIT, ContactChannel.OFFICE];

/** The days that may be chosen; a milestone that is not here bears its day in its name. */
const OFFSETS: Readonly<Partial<Record<MilestoneCode, Bounds>>> = {
  PRE: { least: -7, most: -1 },
  D3: { least: 2, most: 3 },
  W1: { least: 5, most: 7 },
  W2: { least: 12, most: 14 },
  W3: { least: 19, most: 21 },
};
const WEEKS: ReadonlySet<MilestoneCode> = new Set(['W1', 'W2', 'W3']);
const FIRST_DAYS: ReadonlySet<MilestoneCode> = new Set(['PRE', 'D1', 'D3']);
const RETENTION: ReadonlySet<MilestoneCode> = new Set(['D90', 'D180', 'D365']);

function windowOf(code: MilestoneCode): Bounds {
  if (FIRST_DAYS.has(code)) return { least: 1, most: 3 };
  if (WEEKS.has(code)) return { least: 1, most: 4 };
  return RETENTION.has(code) ? { least: 5, most: 20 } : { least: 1, most: 10 };
}

const limitsOf = ({ code, isRequired, offset }: MilestoneTemplateRow): ChoiceLimits => ({
  mayThin: !isRequired,
  unit: offset.unit,
  offset: OFFSETS[code] ?? { least: offset.count, most: offset.count },
  window: windowOf(code),
  channels: WEEKS.has(code) ? IN_PERSON : ALL_CHANNELS,
});

/** What may be chosen for each milestone, in the template's order. */
export const TEMPLATE_LIMITS: ReadonlyMap<MilestoneCode, ChoiceLimits> = new Map(
  DEFAULT_MILESTONE_TEMPLATE.map((row) => [row.code, limitsOf(row)]),
);

/** The choices of the template that every county begins with. */
export const FIRST_CHOICES: readonly MilestoneChoice[] = DEFAULT_MILESTONE_TEMPLATE.map(
  ({ code, offset, windowWorkingDays, channel }) => ({
    code,
    isPlanned: true,
    offsetCount: offset.count,
    windowWorkingDays,
    channel,
  }),
);

/** The rows that placements are planned by; what is thinned out is not among them. */
export function templateOf(choices: readonly MilestoneChoice[]): readonly MilestoneTemplateRow[] {
  const choiceOf = new Map(choices.map((choice) => [choice.code, choice]));
  return DEFAULT_MILESTONE_TEMPLATE.flatMap((row) => {
    const choice = choiceOf.get(row.code);
    if (choice?.isPlanned !== true) return [];
    const { offsetCount: count, windowWorkingDays, channel } = choice;
    return [{ ...row, offset: { ...row.offset, count }, windowWorkingDays, channel }];
  });
}

/** Takes choices that name each milestone once and keep to its limits; else every reason why not. */
export function checkedChoices(choices: readonly MilestoneChoice[]): Outcome<readonly MilestoneChoice[], TemplateCode> {
  const named = new Set(choices.map(({ code }) => code));
  const isComplete =
    choices.length === TEMPLATE_LIMITS.size && [...TEMPLATE_LIMITS.keys()].every((code) => named.has(code));
  if (!isComplete) return refused(refusal('TEMPLATE_INCOMPLETE', ['input', 'milestones']));
  return settled(choices.flatMap(outsideOf), choices);
}

/** The field of a request in which a milestone's value stands, its code in between. */
const at = (code: MilestoneCode, name: keyof MilestoneChoice): readonly string[] => ['input', 'milestones', code, name];

function outsideOf(choice: MilestoneChoice): Refusal<TemplateCode>[] {
  const limits = TEMPLATE_LIMITS.get(choice.code);
  if (limits === undefined) throw new Error('A milestone that is in no template.');
  const refusals: Refusal<TemplateCode>[] = [];
  if (!choice.isPlanned && !limits.mayThin) refusals.push(refusal('MILESTONE_REQUIRED', at(choice.code, 'isPlanned')));
  if (!isWithin(choice.offsetCount, limits.offset))
    refusals.push(refusal('OFFSET_OUT_OF_RANGE', at(choice.code, 'offsetCount'), { ...limits.offset }));
  if (!isWithin(choice.windowWorkingDays, limits.window))
    refusals.push(refusal('WINDOW_OUT_OF_RANGE', at(choice.code, 'windowWorkingDays'), { ...limits.window }));
  if (!limits.channels.includes(choice.channel))
    refusals.push(refusal('CHANNEL_NOT_IN_PERSON', at(choice.code, 'channel')));
  return refusals;
}

const isWithin = (count: number, { least, most }: Bounds): boolean =>
  Number.isInteger(count) && count >= least && count <= most;

/** Takes a change that differs from what holds on its day and does not reach back. */
export function changeTemplate(change: {
  readonly choices: readonly MilestoneChoice[];
  readonly before: readonly MilestoneChoice[];
  readonly effectiveFrom: Day;
  readonly today: Day;
}): Outcome<readonly MilestoneChoice[], TemplateCode> {
  const { choices, before, effectiveFrom, today } = change;
  const checked = checkedChoices(choices);
  if (!checked.ok) return checked;
  const beforeOf = new Map(before.map((choice) => [choice.code, choice]));
  if (choices.every((choice) => isSameChoice(choice, beforeOf.get(choice.code))))
    return refused(refusal('TEMPLATE_UNCHANGED', ['input', 'milestones']));
  return settled(
    effectiveFrom < today ? [refusal('DAY_IN_PAST', ['input', 'effectiveFrom'], { earliest: today })] : [],
    choices,
  );
}

const isSameChoice = (one: MilestoneChoice, other: MilestoneChoice | undefined): boolean =>
  other !== undefined &&
  one.isPlanned === other.isPlanned &&
  one.offsetCount === other.offsetCount &&
  one.windowWorkingDays === other.windowWorkingDays &&
  one.channel === other.channel;
