import 'reflect-metadata';
import { Command } from 'commander';
import { addAdminCommands } from './admin.commands';
import { addAuditCommands } from './audit.commands';
import { addCalculationCommands } from './calculation.commands';
import { addDataCommands } from './data.commands';
import { addErasureCommands } from './erasure.commands';
import { addImportCommands } from './import.commands';
import { addKeyCommands } from './keys.commands';
import { addPlacementCommands } from './placement.commands';
import { WrongUsage } from './cli-result';

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
  addCalculationCommands(program);
  addPlacementCommands(program);
  addDataCommands(program);
  addAdminCommands(program);
  addAuditCommands(program);
  addImportCommands(program);
  addKeyCommands(program);
  addErasureCommands(program);
  await program.parseAsync(process.argv);
}

main().then(
  () => process.exit(process.exitCode ?? EXIT.done),
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exit(error instanceof WrongUsage ? EXIT.usage : EXIT.refused);
  },
);
