import 'reflect-metadata';
import { Command } from 'commander';
import { WrongUsage } from './cli-result';
import { addCommands } from './command-groups';

/** Exit codes of every command: done; refused or a check failed; wrong usage. */
const EXIT = { done: 0, refused: 1, usage: 2 } as const;

async function main(): Promise<void> {
  const program = new Command('cli').description(
    'The operator’s commands: JSON on standard output, messages on standard error.',
  );
  program.exitOverride((fault) => {
    process.exit(fault.exitCode === 0 ? EXIT.done : EXIT.usage);
  });
  program.configureOutput({
    writeOut: (text) => process.stderr.write(text),
    writeErr: (text) => process.stderr.write(text),
  });
  await addCommands(program, process.argv[2]);
  await program.parseAsync(process.argv);
}

main().then(
  () => process.exit(process.exitCode ?? EXIT.done),
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exit(error instanceof WrongUsage ? EXIT.usage : EXIT.refused);
  },
);
