/** The arguments make no sense: exit code 2. */
export class WrongUsage extends Error {
  override readonly name = 'WrongUsage';
}

/** Prints a command's result: one line of JSON on standard output, and nothing else there. */
export function print(result: unknown): void {
  process.stdout.write(`${JSON.stringify(result)}\n`);
}

/** Prints why something was refused, field by field, and sets exit code 1. */
export function printRefused(result: unknown): void {
  print(result);
  process.exitCode = 1;
}

/** A message for the person at the terminal. */
export function say(message: string): void {
  process.stderr.write(`${message}\n`);
}
