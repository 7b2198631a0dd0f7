import { readConfig } from '#platform/config/read-config';
import { operatorSettings } from '#platform/config/settings';
import { constraintDrift } from './constraint-drift';
import { createDataSource } from './data-source';

/** Prints the SQL that is missing between entities and migrations, and fails where there is any. Reads DATABASE_URL. */
async function main(): Promise<void> {
  const dataSource = createDataSource(readConfig(operatorSettings).databaseUrl, {
    poolMax: 1,
    applicationName: 'tonggong-check',
    statementTimeoutMs: 0,
  });
  await dataSource.initialize();
  try {
    const { upQueries } = await dataSource.driver.createSchemaBuilder().log();
    for (const { query } of upQueries) process.stdout.write(`${query};\n`);
    const drifted = upQueries.length === 0 ? await constraintDrift(dataSource) : [];
    for (const name of drifted) process.stdout.write(`-- ${name} says something else in the entity\n`);
    process.exitCode = upQueries.length + drifted.length === 0 ? 0 : 1;
  } finally {
    await dataSource.destroy();
  }
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
});
