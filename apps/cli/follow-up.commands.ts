import { InvalidArgumentError, type Command } from 'commander';
import { isDay } from '#domain/common/day';
import { draftMilestones } from '#domain/follow-up/milestone-plan';
import { readRetentionFile, retentionReport } from '#domain/statistics/retention-file';
import { calendarOf, holidayEntries } from '#database/seeds/parameters.seed';
import { print, printRefused } from './cli-result';
import { readJson } from './read-json';

const RETENTION_HELP = `
The file: {rows: [{days, event}], at: [days]}. days: whole days from the start; event: true = the job ended then,
false = still at work or no longer watched (censored). On one day events come before censoring.

table: the days with events, s as an exact fraction; at: the share at work on the days asked about, with Greenwood's
95 % log-log interval in six decimals; low and high are null where there is none: before the first event, and once
nobody is left.
`;

function day(text: string): string {
  if (!isDay(text)) throw new InvalidArgumentError("expected a day 'YYYY-MM-DD'");
  return text;
}

/** Follow-up's calculations without a database: a researcher checks a retention figure, a caseworker a plan. */
export function addFollowUpCommands(program: Command): void {
  program
    .command('retention')
    .description('Kaplan–Meier: the share still at work, with its interval')
    .argument('<file>', 'JSON, see below')
    .addHelpText('after', RETENTION_HELP)
    .action(async (file: string) => {
      const outcome = readRetentionFile(await readJson(file));
      if (!outcome.ok) return printRefused({ calculated: false, errors: outcome.refusals });
      print(retentionReport(outcome.value));
    });
  program
    .command('follow-up-plan')
    .description('every milestone of a placement that starts on a day, before merging')
    .argument('<start>', 'YYYY-MM-DD', day)
    .action((start: string) => {
      print(
        draftMilestones(start, calendarOf(holidayEntries())).map(({ code, rawOn, dueOn, isProvisional }) => ({
          code,
          rawOn,
          dueOn,
          provisional: isProvisional,
        })),
      );
    });
}
