import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { Command } from 'commander';

/** What a command printed, and its exit code. */
export interface CommandAnswer {
  readonly answer: Record<string, unknown>;
  readonly exitCode: unknown;
}

/** Runs commands of the operator inside the test: on a file with some content, or on one that is there. */
export interface CommandRunner {
  readonly onContent: (command: string, content: unknown) => Promise<CommandAnswer>;
  readonly onFile: (command: string, file: string) => Promise<CommandAnswer>;
}

/** A runner for the commands that `add` adds; call it at the head of a suite. Exactly one line of JSON is expected. */
export function commandRunner(add: (program: Command) => void): CommandRunner {
  let folder: string;
  let printed: string[];

  beforeEach(async () => {
    folder = await mkdtemp(path.join(os.tmpdir(), 'command-'));
    jest.spyOn(process.stdout, 'write').mockImplementation((text) => printed.push(String(text)) > 0);
    jest.spyOn(process.stderr, 'write').mockImplementation(() => true);
  });

  afterEach(async () => {
    jest.restoreAllMocks();
    process.exitCode = undefined;
    await rm(folder, { recursive: true });
  });

  const onFile = async (command: string, file: string): Promise<CommandAnswer> => {
    printed = [];
    process.exitCode = undefined;
    const program = new Command().exitOverride();
    add(program);
    await program.parseAsync([command, file], { from: 'user' });
    expect(printed).toHaveLength(1);
    return { answer: JSON.parse(printed[0] ?? '') as Record<string, unknown>, exitCode: process.exitCode };
  };
  const onContent = async (command: string, content: unknown): Promise<CommandAnswer> => {
    const file = path.join(folder, 'input');
    await writeFile(file, typeof content === 'string' ? content : JSON.stringify(content));
    return onFile(command, file);
  };
  return { onContent, onFile };
}
