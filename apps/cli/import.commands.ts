import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { NestFactory } from '@nestjs/core';
import { Argument, InvalidArgumentError, type Command } from 'commander';
import { createDataSource } from '#database/data-source';
import { isMonth } from '#domain/common/day';
import { ImportKind } from '#domain/imports/import-codes';
import { ImportFileService, type ImportFile } from '#features/imports';
import { readConfig } from '#platform/config/read-config';
import { databaseSettings } from '#platform/config/settings';
import { refusePrivilegedRole } from '#platform/database/refuse-privileged-role';
import { print, printRefused, say, WrongUsage } from './cli-result';
import { ImportModule } from './import.module';

const KINDS = { clients: ImportKind.CLIENTS, positions: ImportKind.POSITIONS, payroll: ImportKind.PAYROLL } as const;

interface ImportOptions {
  readonly county?: string;
  readonly month?: string;
  readonly enterprise?: string;
  readonly dryRun?: true;
}

function month(text: string): string {
  if (!isMonth(text)) throw new InvalidArgumentError("expected a month 'YYYY-MM'");
  return text;
}

/** Commands that take files of county offices and enterprises in. */
export function addImportCommands(program: Command): void {
  program
    .command('import')
    .description('takes a CSV or XLSX file in and says of every row what became of it')
    .addArgument(new Argument('<kind>').choices(Object.keys(KINDS)))
    .argument('<file>', 'columns as in samples/')
    .option('--county <code>', 'division code of the county; needed where there is more than one')
    .option('--month <YYYY-MM>', 'month of a payroll; else read from the name of the file', month)
    .option('--enterprise <name>', 'whose payroll it is')
    .option('--dry-run', 'says what would become of every row and changes nothing')
    .action(async (kind: keyof typeof KINDS, file: string, options: ImportOptions) => {
      const bytes = await readFile(file).catch((error: unknown) => {
        throw new WrongUsage(`The file cannot be read: ${error instanceof Error ? error.message : String(error)}`);
      });
      say(`reading ${path.basename(file)} …`);
      await importFile({
        kind: KINDS[kind],
        name: path.basename(file),
        bytes,
        isDryRun: options.dryRun === true,
        ...(options.county === undefined ? {} : { countyCode: options.county }),
        ...(options.month === undefined ? {} : { period: options.month }),
        ...(options.enterprise === undefined ? {} : { enterprise: options.enterprise }),
      });
    });
}

async function importFile(file: ImportFile): Promise<void> {
  const database = readConfig(databaseSettings);
  const dataSource = createDataSource(database.appUrl, { poolMax: 2, applicationName: 'tonggong-cli' });
  await dataSource.initialize();
  await refusePrivilegedRole(dataSource);
  const app = await NestFactory.createApplicationContext(ImportModule.with(dataSource), {
    logger: ['error', 'warn'],
    abortOnError: false,
  });
  const outcome = await app.get(ImportFileService).run(file);
  await app.close();
  if (!outcome.ok) return printRefused({ imported: false, errors: outcome.refusals });
  const { fileRefusal, ...report } = outcome.value;
  if (fileRefusal === null && report.refused === 0) return print({ imported: true, ...report });
  printRefused({
    imported: fileRefusal === null,
    ...(fileRefusal === null ? {} : { errors: [fileRefusal] }),
    ...report,
  });
}
