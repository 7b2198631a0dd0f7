import path from 'node:path';
import { InvalidArgumentError, type Command } from 'commander';
import pg from 'pg';
import { rotateCountyKeys, RotationRunning, type RotationReport } from '#database/keys/rotate-keys';
import { readConfig } from '#platform/config/read-config';
import { homeSettings } from '#platform/config/settings';
import { masterKey } from '#platform/crypto/master-key';
import { FolderFileStore } from '#platform/files/file-store';
import { migrateSettings } from './cli-settings';
import { print, printRefused, say } from './cli-result';

const DEFAULT_BATCH = 500;

function rows(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value) || value < 1 || value > 10_000)
    throw new InvalidArgumentError('expected a whole number from 1 to 10,000');
  return value;
}

interface RotateOptions {
  readonly county?: string;
  readonly batch: number;
}

/** Commands for the keys that personal data is sealed under. */
export function addKeyCommands(program: Command): void {
  program
    .command('rotate-keys')
    .description('gives counties a new data key and seals everything anew; may be killed and started again')
    .option('--county <code>', 'this county only')
    .option('--batch <rows>', 'rows of one transaction', rows, DEFAULT_BATCH)
    .action(async (options: RotateOptions) => {
      const client = new pg.Client({ connectionString: readConfig(migrateSettings).migrateUrl });
      await client.connect();
      try {
        await rotate(client, options);
      } finally {
        await client.end();
      }
    });
}

async function rotate(client: pg.Client, { county, batch }: RotateOptions): Promise<void> {
  const { home } = readConfig(homeSettings);
  const found = await client.query<{ id: string; code: string }>(
    'select id, code from county where $1::text is null or code = $1 order by code',
    [county ?? null],
  );
  if (county !== undefined && found.rows.length === 0)
    return printRefused({ rotated: false, errors: [{ field: 'county', code: 'NOT_FOUND' }] });
  const tools = {
    client,
    masterKey: masterKey(home),
    store: new FolderFileStore(path.join(home, 'files')),
    batchSize: batch,
    onBatch: (step: string, count: number) => say(`${step}: ${count}`),
  };
  const counties: ({ county: string } & RotationReport)[] = [];
  for (const { id, code } of found.rows) {
    try {
      counties.push({ county: code, ...(await rotateCountyKeys(tools, id)) });
    } catch (error) {
      if (!(error instanceof RotationRunning)) throw error;
      return printRefused({ rotated: false, counties, errors: [{ field: 'county', code: 'ROTATION_RUNNING' }] });
    }
  }
  print({ rotated: true, counties });
}
