import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { Command } from 'commander';
import { WrongUsage } from './cli-result';
import { addPlacementCommands } from './placement.commands';

const INSTANCE = {
  name: 'three for two',
  n: 3,
  m: 2,
  cap: [1, 1],
  ptr: [0, 2, 3, 4],
  col: [0, 1, 0, 0],
  w: [9, 4, 8, 2],
};

let folder: string;
let printed: string[];

beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'placement-'));
  printed = [];
  jest.spyOn(process.stdout, 'write').mockImplementation((text) => printed.push(String(text)) > 0);
});

afterEach(async () => {
  jest.restoreAllMocks();
  process.exitCode = undefined;
  await rm(folder, { recursive: true });
});

async function fileOf(name: string, content: unknown): Promise<string> {
  const file = path.join(folder, name);
  await writeFile(file, typeof content === 'string' ? content : JSON.stringify(content));
  return file;
}

/** Runs a command; its answer and its exit code. */
async function cli(...args: string[]): Promise<{ answer: Record<string, unknown>; exitCode: unknown }> {
  printed = [];
  process.exitCode = undefined;
  const program = new Command().exitOverride();
  addPlacementCommands(program);
  await program.parseAsync(args, { from: 'user' });
  expect(printed).toHaveLength(1);
  return { answer: JSON.parse(printed[0]!) as Record<string, unknown>, exitCode: process.exitCode };
}

describe('solve and verify-certificate', () => {
  it('solves an instance, and the proof is accepted', async () => {
    const instance = await fileOf('instance.json', INSTANCE);
    const { answer, exitCode } = await cli('solve', instance);
    expect(answer).toMatchObject({ placed: 2, fit: 12, slotOf: [1, 0, -1] });
    expect(exitCode).toBeUndefined();
    const result = await fileOf('result.json', answer);
    expect(await cli('verify-certificate', instance, result)).toEqual({
      answer: { valid: true, placed: 2, fit: 12 },
      exitCode: undefined,
    });
  });

  it('ends with 1 and says why when a result claims too much', async () => {
    const instance = await fileOf('instance.json', INSTANCE);
    const { answer } = await cli('solve', instance);
    const result = await fileOf('result.json', { ...answer, fit: 13 });
    expect(await cli('verify-certificate', instance, result)).toEqual({
      answer: { valid: false, placed: 2, fit: 13, problem: 'the total fit is 12, not 13' },
      exitCode: 1,
    });
  });

  it.each<[string, unknown, object]>([
    ['no clients', { ...INSTANCE, n: 0, ptr: [0], col: [], w: [] }, { code: 'NO_CLIENTS', field: ['n'] }],
    ['a negative fit', { ...INSTANCE, w: [9, 4, -8, 2] }, { code: 'FIT_NEGATIVE', field: ['w', '2'] }],
    ['a fit with a fraction', { ...INSTANCE, w: [9, 4.5, 8, 2] }, { code: 'FIT_NOT_INTEGER', field: ['w', '1'] }],
    ['a list', [INSTANCE], { code: 'NOT_AN_INSTANCE', field: [] }],
    ['no JSON', '{"n": 3,', { code: 'NOT_AN_INSTANCE', field: [] }],
  ])('refuses %s with exit code 1 and the field', async (_, content, error) => {
    const { answer, exitCode } = await cli('solve', await fileOf('instance.json', content));
    expect(answer).toEqual({ solved: false, errors: [error] });
    expect(exitCode).toBe(1);
  });

  it('does not accept a result without a certificate, nor a broken instance', async () => {
    const instance = await fileOf('instance.json', INSTANCE);
    const bare = await fileOf('bare.json', { placed: 2, fit: 12, slotOf: [1, 0, -1] });
    expect((await cli('verify-certificate', instance, bare)).answer).toMatchObject({
      valid: false,
      problem: 'not a result with a certificate',
    });
    const broken = await fileOf('broken.json', { ...INSTANCE, col: [0, 1, 0, 7] });
    expect((await cli('verify-certificate', broken, bare)).answer).toMatchObject({
      valid: false,
      problem: 'not an instance: SLOT_UNKNOWN col 3',
    });
  });

  it('says that a file which cannot be read is wrong usage', async () => {
    const program = new Command().exitOverride();
    addPlacementCommands(program);
    const run = program.parseAsync(['solve', path.join(folder, 'none.json')], { from: 'user' });
    await expect(run).rejects.toThrow(WrongUsage);
  });
});
