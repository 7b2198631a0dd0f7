import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { createInterface } from 'node:readline/promises';
import { Writable } from 'node:stream';
import type { Command } from 'commander';
import { refusal, refused, settled, type Outcome, type Refusal } from '#domain/common/outcome';
import { PAYROLL_COLUMNS, type RowCells } from '#domain/imports/column-tables';
import { cellsOf, isEmptyRow, readHeader } from '#domain/imports/file-header';
import { ImportKind } from '#domain/imports/import-codes';
import { csvRow, readTable } from '#features/imports';
import { print, printRefused, say, WrongUsage } from './cli-result';
import { PASSPHRASE_LENGTH, pseudonymiserOf } from './pseudonym';

const HELP = `
Reads a payroll as CSV (UTF-8 or GB18030) or XLSX with the columns of samples/ and writes it again as CSV: 工号 becomes
P-… (HMAC-SHA-256 under a key derived from the passphrase), columns that are not ours, names among them, are left out.
The upload page makes the same pseudonyms. The passphrase is asked for at a terminal, else read from the first line of
standard input or of --passphrase-file; at least ${PASSPHRASE_LENGTH} characters. Whoever loses it makes other pseudonyms.
`;

interface PseudonymiseOptions {
  readonly out?: string;
  readonly passphraseFile?: string;
}

/** Takes employee numbers and names out of a payroll before anything leaves the enterprise. */
export function addPseudonymiseCommands(program: Command): void {
  program
    .command('pseudonymise')
    .description('puts pseudonyms in place of the employee numbers of a payroll and leaves names out')
    .argument('<file>', 'CSV or XLSX')
    .option('--out <file>', 'where to write; beside the file unless told')
    .option('--passphrase-file <file>', 'its first line is the passphrase')
    .addHelpText('after', HELP)
    .action(async (file: string, options: PseudonymiseOptions) => {
      const bytes = await readFile(file).catch((error: unknown) => {
        throw new WrongUsage(`The file cannot be read: ${error instanceof Error ? error.message : String(error)}`);
      });
      const passphrase = await passphraseOf(options.passphraseFile);
      if (passphrase.length < PASSPHRASE_LENGTH)
        return printRefused({ written: false, errors: [refusal('PASSPHRASE_TOO_SHORT', ['passphrase'])] });
      const outcome = pseudonymised(bytes, passphrase);
      if (!outcome.ok) return printRefused({ written: false, errors: outcome.refusals });
      const { csv, ...report } = outcome.value;
      const target = options.out ?? path.join(path.dirname(file), `${path.parse(file).name}.pseudonyms.csv`);
      if (path.resolve(target) === path.resolve(file)) throw new WrongUsage('The file would overwrite itself.');
      await writeFile(target, csv);
      print({ written: target, ...report });
    });
}

interface Pseudonymised {
  readonly csv: string;
  readonly rows: number;
  readonly columns: readonly string[];
  readonly leftOut: readonly string[];
}

const BYTE_ORDER_MARK = '\ufeff';

function pseudonymised(bytes: Buffer, passphrase: string): Outcome<Pseudonymised> {
  const table = readTable(bytes);
  if (!table.ok) return table;
  const [header, ...rows] = table.value.filter(({ cells }) => cells.some((cell) => cell.trim() !== ''));
  if (header === undefined) return refused(refusal('FILE_EMPTY'));
  const plan = readHeader(ImportKind.PAYROLL, header.cells);
  if (!plan.ok) return refused(...plan.refusals);
  const columns = PAYROLL_COLUMNS.filter(({ key }) => plan.value.keys.includes(key));
  const pseudonymOf = pseudonymiserOf(passphrase);
  const refusals: Refusal[] = [];
  const lines = rows.flatMap(({ rowNumber, cells }) => {
    const row: RowCells = cellsOf(plan.value, cells);
    if (isEmptyRow(row)) return [];
    const number = (row['employeeNumber'] ?? '').trim();
    if (number === '') refusals.push(refusal('REQUIRED', ['工号'], { row: rowNumber }));
    return [columns.map(({ key }) => (key === 'employeeNumber' ? pseudonymOf(number) : (row[key] ?? '')))];
  });
  const headers = columns.map(({ header: name }) => name);
  const csv = BYTE_ORDER_MARK + [headers, ...lines].map(csvRow).join('');
  return settled(refusals, { csv, rows: lines.length, columns: headers, leftOut: plan.value.unknownColumns });
}

async function passphraseOf(file: string | undefined): Promise<string> {
  if (file !== undefined) {
    const text = await readFile(file, 'utf8').catch(() => {
      throw new WrongUsage('The file with the passphrase cannot be read.');
    });
    return firstLine(text);
  }
  if (process.stdin.isTTY) return asked();
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin) chunks.push(Buffer.from(chunk as Uint8Array));
  return firstLine(Buffer.concat(chunks).toString('utf8'));
}

const firstLine = (text: string): string => text.split(/\r?\n/u, 1)[0] ?? '';

/** Asks at the terminal without showing what is typed. */
async function asked(): Promise<string> {
  const hidden = new Writable({ write: (_chunk, _encoding, done) => done() });
  const terminal = createInterface({ input: process.stdin, output: hidden, terminal: true });
  say('Passphrase:');
  try {
    return await terminal.question('');
  } finally {
    terminal.close();
  }
}
