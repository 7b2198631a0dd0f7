import { report } from './fault.mjs';
import { interrupt, Interrupted, watchForInterruption } from './interruption.mjs';
import { root } from './paths.mjs';
import { untilCommandsEnded } from './run-command.mjs';

async function exitCodeOf(name, args) {
  try {
    const { main } = await import(`../commands/${name}.mjs`);
    return await main(args);
  } catch (error) {
    if (error instanceof Interrupted) return error.exitCode;
    report(error);
    return 1;
  }
}

/** Runs a command from the checkout's root and ends the process with its exit code; trouble is told and ends with 1. */
export async function runCommandModule(name, args = process.argv.slice(2)) {
  process.chdir(root);
  watchForInterruption();
  const exitCode = await exitCodeOf(name, args);
  // After a failure something that ran beside it may still run.
  interrupt('SIGTERM');
  await untilCommandsEnded();
  process.exit(exitCode);
}
