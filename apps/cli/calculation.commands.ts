import { InvalidArgumentError, type Command } from 'commander';
import { isDay } from '#domain/common/day';
import { calendarOf, holidayEntries } from '#database/seeds/parameters.seed';
import { print } from './cli-result';

function day(text: string): string {
  if (!isDay(text)) throw new InvalidArgumentError("expected a day 'YYYY-MM-DD'");
  return text;
}

function wholeNumber(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value) || Math.abs(value) > 10_000)
    throw new InvalidArgumentError('expected a whole number up to 10,000');
  return value;
}

/** Commands that only calculate: they need neither a database nor Redis. */
export function addCalculationCommands(program: Command): void {
  const workdays = program.command('workdays').description('Chinese working days with make-up days');
  workdays
    .command('is')
    .argument('<day>', 'YYYY-MM-DD', day)
    .action((on: string) => {
      const calendar = calendarOf(holidayEntries());
      print({ workday: calendar.isWorkday(on), provisional: calendar.isProvisional(on) });
    });
  workdays
    .command('add')
    .argument('<day>', 'YYYY-MM-DD, not counted', day)
    .argument('<n>', 'working days; negative counts back', wholeNumber)
    .action((from: string, n: number) => {
      const { day: date, isProvisional } = calendarOf(holidayEntries()).countWorkingDays(from, n);
      print({ date, provisional: isProvisional });
    });
}
