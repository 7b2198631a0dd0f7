import fc from 'fast-check';
import { calendar2026 } from '../calendar/calendar-2026.fixture';
import { addDays } from '../common/day';
import { ContactChannel } from './contact-codes';
import { planMilestones } from './milestone-plan';
import { DEFAULT_MILESTONE_TEMPLATE, type MilestoneCode } from './milestone-template';
import {
  changeTemplate,
  checkedChoices,
  FIRST_CHOICES,
  TEMPLATE_LIMITS,
  templateOf,
  type MilestoneChoice,
} from './template-choices';

const calendar = calendar2026();
const THIN: readonly MilestoneCode[] = ['M4', 'M5', 'M7', 'M8', 'M10', 'M11'];

const withChoice = (code: MilestoneCode, change: Partial<MilestoneChoice>): readonly MilestoneChoice[] =>
  FIRST_CHOICES.map((choice) => (choice.code === code ? { ...choice, ...change } : choice));
const refusalsOf = (choices: readonly MilestoneChoice[]) => {
  const outcome = checkedChoices(choices);
  return outcome.ok ? [] : outcome.refusals.map(({ code, field }) => `${code} ${field.slice(2).join('.')}`.trim());
};

/** Any template that a county may choose. */
const anyChoices = fc.tuple(
  ...FIRST_CHOICES.map(({ code }) => {
    const limits = TEMPLATE_LIMITS.get(code);
    if (limits === undefined) throw new Error(code);
    return fc.record({
      code: fc.constant(code),
      isPlanned: limits.mayThin ? fc.boolean() : fc.constant(true),
      offsetCount: fc.integer({ min: limits.offset.least, max: limits.offset.most }),
      windowWorkingDays: fc.integer({ min: limits.window.least, max: limits.window.most }),
      channel: fc.constantFrom(...limits.channels),
    });
  }),
);

describe('the choices of a template', () => {
  it('begin as the specification’s template, row by row', () => {
    expect(templateOf(FIRST_CHOICES)).toEqual(DEFAULT_MILESTONE_TEMPLATE);
    expect(refusalsOf(FIRST_CHOICES)).toEqual([]);
  });

  it.each(FIRST_CHOICES.map(({ code }) => code))('thin %s only where a county may', (code) => {
    const choices = withChoice(code, { isPlanned: false });
    expect(refusalsOf(choices)).toEqual(THIN.includes(code) ? [] : [`MILESTONE_REQUIRED ${code}.isPlanned`]);
    expect(templateOf(choices).some((row) => row.code === code)).toBe(false);
  });

  it.each(FIRST_CHOICES.map(({ code }) => code))('keep %s within its bounds, on both sides', (code) => {
    const { offset, window } = TEMPLATE_LIMITS.get(code) ?? {
      offset: { least: 0, most: 0 },
      window: { least: 0, most: 0 },
    };
    for (const [offsetCount, isIn] of [
      [offset.least - 1, false],
      [offset.least, true],
      [offset.most, true],
      [offset.most + 1, false],
    ] as const)
      expect(refusalsOf(withChoice(code, { offsetCount }))).toEqual(
        isIn ? [] : [`OFFSET_OUT_OF_RANGE ${code}.offsetCount`],
      );
    for (const [windowWorkingDays, isIn] of [
      [window.least - 1, false],
      [window.least, true],
      [window.most, true],
      [window.most + 1, false],
    ] as const)
      expect(refusalsOf(withChoice(code, { windowWorkingDays }))).toEqual(
        isIn ? [] : [`WINDOW_OUT_OF_RANGE ${code}.windowWorkingDays`],
      );
  });

  it('leave the weeks of the first month in person, and other contacts to any way', () => {
    for (const channel of Object.values(ContactChannel)) {
      const isInPerson = channel === 'VISIT' || channel === 'OFFICE';
      expect(refusalsOf(withChoice('W2', { channel }))).toEqual(isInPerson ? [] : ['CHANNEL_NOT_IN_PERSON W2.channel']);
      expect(refusalsOf(withChoice('M2', { channel }))).toEqual([]);
    }
  });

  it('are taken as a whole: none missing, none twice, no broken number', () => {
    expect(refusalsOf(FIRST_CHOICES.slice(1))).toEqual(['TEMPLATE_INCOMPLETE']);
    const [first, , ...rest] = FIRST_CHOICES;
    if (first === undefined) throw new Error('There are choices.');
    expect(refusalsOf([first, first, ...rest])).toEqual(['TEMPLATE_INCOMPLETE']);
    expect(refusalsOf(withChoice('M1', { windowWorkingDays: 2.5 }))).toEqual([
      'WINDOW_OUT_OF_RANGE M1.windowWorkingDays',
    ]);
  });

  it('always plan the beginning, the quarters and the retention evidence, and evidence never early', () => {
    fc.assert(
      fc.property(anyChoices, fc.integer({ min: 0, max: 364 }), (choices, day) => {
        expect(refusalsOf(choices)).toEqual([]);
        const start = addDays('2026-01-01', day);
        const plan = planMilestones(start, calendar, start, templateOf(choices));
        const codes = plan.map(({ code }) => code as string);
        for (const { code } of FIRST_CHOICES.filter((one) => !THIN.includes(one.code))) expect(codes).toContain(code);
        expect(codes.filter((code) => THIN.includes(code as MilestoneCode))).toEqual(
          choices.filter(({ code, isPlanned }) => isPlanned && THIN.includes(code)).map(({ code }) => code),
        );
        for (const days of [90, 180, 365])
          expect((plan.find(({ code }) => code === `D${days}`)?.dueOn ?? '') >= addDays(start, days)).toBe(true);
      }),
      { numRuns: 200 },
    );
  });
});

describe('changeTemplate', () => {
  const change = { choices: withChoice('M4', { isPlanned: false }), before: FIRST_CHOICES, today: '2026-10-14' };
  const codesOf = (outcome: ReturnType<typeof changeTemplate>): string[] =>
    outcome.ok ? [] : outcome.refusals.map(({ code }) => code);

  it('takes today and refuses yesterday', () => {
    expect(codesOf(changeTemplate({ ...change, effectiveFrom: '2026-10-14' }))).toEqual([]);
    expect(codesOf(changeTemplate({ ...change, effectiveFrom: '2026-10-13' }))).toEqual(['DAY_IN_PAST']);
  });

  it('refuses what changes nothing, in whatever order it is said', () => {
    const before = [...change.choices].reverse();
    expect(codesOf(changeTemplate({ ...change, before, effectiveFrom: '2026-10-14' }))).toEqual(['TEMPLATE_UNCHANGED']);
  });
});
