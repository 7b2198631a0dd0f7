import { Command } from 'commander';
import { commandRunner } from '#testing/command-runner';
import { addFollowUpCommands } from './follow-up.commands';

const { onContent: cli, onFile } = commandRunner(addFollowUpCommands);
const planOf = async (start: string) =>
  (await onFile('follow-up-plan', start)).answer as unknown as readonly Record<string, unknown>[];

const row = (days: number, event: boolean) => ({ days, event });

describe('retention', () => {
  it('prints the steps as fractions and the days asked about with six decimals', async () => {
    const rows = [row(30, true), row(60, true), row(60, false), row(200, false)];
    expect(await cli('retention', { rows, at: [0, 30, 59.0, 90] })).toEqual({
      answer: {
        table: [
          { t: 30, atRisk: 4, events: 1, s: '3/4' },
          { t: 60, atRisk: 3, events: 1, s: '1/2' },
        ],
        at: [
          { t: 0, s: 1, low: null, high: null },
          { t: 30, s: 0.75, low: 0.127947, high: 0.960549 },
          { t: 59, s: 0.75, low: 0.127947, high: 0.960549 },
          { t: 90, s: 0.5, low: 0.057847, high: 0.844861 },
        ],
      },
      exitCode: undefined,
    });
  });

  it('says of nobody that nobody left', async () => {
    expect((await cli('retention', { rows: [], at: [90] })).answer).toEqual({
      table: [],
      at: [{ t: 90, s: 1, low: null, high: null }],
    });
  });

  it.each<[string, unknown, object]>([
    ['no rows', { at: [1] }, { code: 'REQUIRED', field: ['rows'] }],
    ['no days asked about', { rows: [] }, { code: 'REQUIRED', field: ['at'] }],
    ['half a day', { rows: [row(1.5, true)], at: [] }, { code: 'NOT_A_WHOLE_NUMBER', field: ['rows', '0', 'days'] }],
    [
      'a day before the start',
      { rows: [row(-1, true)], at: [] },
      { code: 'OUT_OF_RANGE', field: ['rows', '0', 'days'] },
    ],
    ['no event', { rows: [{ days: 1 }], at: [] }, { code: 'REQUIRED', field: ['rows', '0', 'event'] }],
    ['a text', 'nothing', { code: 'REQUIRED', field: [] }],
  ])('refuses %s', async (_, content, error) => {
    expect(await cli('retention', content)).toEqual({ answer: { calculated: false, errors: [error] }, exitCode: 1 });
  });

  it('calculates five thousand rows exactly in seconds', async () => {
    const rows = Array.from({ length: 5_000 }, (_, index) => row(index % 730, index % 3 === 0));
    const { answer } = await cli('retention', { rows, at: [365] });
    expect((answer['at'] as { s: number }[])[0]?.s).toBeGreaterThan(0.5);
  });
});

describe('follow-up-plan', () => {
  it('lists all 21 milestones before merging', async () => {
    const plan = await planOf('2026-01-31');
    expect(plan.map(({ code }) => code).join(' ')).toBe(
      'PRE D1 D3 W1 W2 W3 M1 M2 M3 M4 M5 M6 M7 M8 M9 M10 M11 M12 D90 D180 D365',
    );
    expect(plan.find(({ code }) => code === 'M1')).toEqual({
      code: 'M1',
      rawOn: '2026-02-28',
      dueOn: '2026-02-28',
      provisional: false,
    });
    expect(plan.at(-1)).toEqual({ code: 'D365', rawOn: '2027-01-31', dueOn: '2027-02-01', provisional: true });
  });

  it('refuses a day that is none', async () => {
    const program = new Command().exitOverride();
    addFollowUpCommands(program);
    for (const command of program.commands) command.exitOverride();
    await expect(program.parseAsync(['follow-up-plan', '2026-02-30'], { from: 'user' })).rejects.toThrow(
      "expected a day 'YYYY-MM-DD'",
    );
  });
});
