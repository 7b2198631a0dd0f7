import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { Command } from 'commander';
import { addPseudonymiseCommands } from './pseudonymise.commands';

const PASSPHRASE = '人事科 2026 只在本单位';
const HEADER = '工号,姓名,身份证号,岗位编码,应出勤天数,基本工资,备注';

describe('pseudonymise', () => {
  let folder: string;
  let printed: string[];

  beforeEach(async () => {
    folder = await mkdtemp(path.join(os.tmpdir(), 'pseudonyms-'));
    printed = [];
    jest.spyOn(process.stdout, 'write').mockImplementation((text) => printed.push(String(text)) > 0);
  });

  afterEach(async () => {
    jest.restoreAllMocks();
    process.exitCode = undefined;
    await rm(folder, { recursive: true });
  });

  async function run(content: string | Buffer, passphrase = PASSPHRASE) {
    const file = path.join(folder, '2026-03.csv');
    await writeFile(file, content);
    await writeFile(path.join(folder, 'passphrase'), `${passphrase}\n`);
    const program = new Command().exitOverride();
    addPseudonymiseCommands(program);
    const options = ['--passphrase-file', path.join(folder, 'passphrase')];
    await program.parseAsync(['node', 'cli', 'pseudonymise', file, ...options]);
    const answer = JSON.parse(printed.at(-1) ?? '{}') as Record<string, unknown>;
    return { answer, exitCode: process.exitCode };
  }

  const written = (): Promise<string> => readFile(path.join(folder, '2026-03.pseudonyms.csv'), 'utf8');

  it('leaves names and identity numbers out and gives one employee one pseudonym', async () => {
    const { answer } = await run(
      `${HEADER}\nA1,王秀英,421222199001011234,J1,22,2100,好\n a１ ,王秀英,,J1,22,2200,\nA2,李国强,,=1+1,22,2300,\n`,
    );
    expect(answer).toEqual({
      written: path.join(folder, '2026-03.pseudonyms.csv'),
      rows: 3,
      columns: ['工号', '岗位编码', '应出勤天数', '基本工资'],
      leftOut: ['姓名', '身份证号', '备注'],
    });
    const text = await written();
    const [header, first, second, third] = text.replace('\ufeff', '').trim().split('\r\n');
    expect(header).toBe('工号,岗位编码,应出勤天数,基本工资');
    expect(first).toMatch(/^P-[bcdfghjkmnpqrstv]{32},J1,22,2100$/);
    expect(second?.split(',')[0]).toBe(first?.split(',')[0]);
    expect(third?.split(',')[0]).not.toBe(first?.split(',')[0]);
    expect(third).toContain("'=1+1");
    expect(text).not.toMatch(/王秀英|李国强|421222199001011234|A1/);
  });

  it.each([
    ['a passphrase of 11 characters', `${HEADER}\nA1,王,,J1,22,2100,\n`, '12345678901', 'PASSPHRASE_TOO_SHORT'],
    ['a row without a number', `${HEADER}\n,王秀英,,J1,22,2100,\n`, PASSPHRASE, 'REQUIRED'],
    [
      'a file that lacks a required column',
      '工号,姓名,岗位编码,应出勤天数\nA1,王,J1,22\n',
      PASSPHRASE,
      'MISSING_COLUMN',
    ],
  ])('refuses %s and writes nothing', async (_, content, passphrase, code) => {
    const { answer, exitCode } = await run(content, passphrase);
    expect(answer).toMatchObject({ written: false, errors: [expect.objectContaining({ code })] });
    expect(exitCode).toBe(1);
    await expect(written()).rejects.toThrow('ENOENT');
  });
});
