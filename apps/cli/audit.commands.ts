import type { Command } from 'commander';
import pg from 'pg';
import { AnchorBook } from '#platform/audit/anchor-book';
import { verifyChain, type ChainState } from '#platform/audit/verify-chain';
import { readConfig } from '#platform/config/read-config';
import { homeSettings } from '#platform/config/settings';
import { migrateSettings } from './cli-settings';
import { print, printRefused } from './cli-result';

interface County {
  readonly id: string;
  readonly code: string;
}

/** Commands that check the audit trail from outside the application. */
export function addAuditCommands(program: Command): void {
  program
    .command('verify-audit')
    .description('walks the audit chain against its anchors, with nothing but the database and the public key')
    .option('--county <code>', 'this county only')
    .action(async ({ county }: { county?: string }) => {
      const client = new pg.Client({ connectionString: readConfig(migrateSettings).migrateUrl });
      await client.connect();
      try {
        await verify(client, new AnchorBook(readConfig(homeSettings).home), county ?? null);
      } finally {
        await client.end();
      }
    });
}

/** Anchors are read before the snapshot is taken, so that none is younger than what is read. */
async function verify(client: pg.Client, book: AnchorBook, code: string | null): Promise<void> {
  const { rows: counties } = await client.query<County>(
    'select id, code from county where $1::text is null or code = $1 order by code',
    [code],
  );
  if (code !== null && counties.length === 0)
    return printRefused({ ok: false, rows: 0, errors: [{ field: 'county', code: 'NOT_FOUND' }] });
  const proofs = counties.map((county) => ({ county, proof: book.read(county.id) }));
  await client.query('begin isolation level repeatable read read only');
  const found: { county: County; state: ChainState }[] = [];
  for (const { county, proof } of proofs) {
    const query = async <T extends object>(sql: string, parameters: readonly unknown[]): Promise<T[]> =>
      (await client.query<T & pg.QueryResultRow>(sql, [...parameters])).rows;
    found.push({ county, state: await verifyChain(query, county.id, proof) });
  }
  await client.query('commit');
  const rows = found.reduce((sum, { state }) => sum + state.rows, 0);
  const broken = found.find(({ state }) => state.problem !== null);
  if (broken === undefined) print({ ok: true, rows });
  else printRefused({ ok: false, rows, problem: { county: broken.county.code, ...broken.state.problem } });
}
