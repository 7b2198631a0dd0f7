import { childEnvironment } from './child-environment.mjs';
import { migrate, seed } from './database.mjs';
import { scaleToSeed } from './settings.mjs';
import { step } from './steps.mjs';

/** Makes roles and tables and, in an empty database that may have it, the demo data; gives what the applications need. */
export async function prepareDatabase({ settings, services, mode, more }) {
  const { isEmpty, migrateUrl, ...urls } = await step('database: roles and tables', () =>
    migrate({ databaseUrl: services.databaseUrl, home: settings.home }),
  );
  const environment = childEnvironment({ settings, urls, ...services, mode, more });
  const scale = scaleToSeed(settings);
  const mayHaveDemo = scale !== 'none';
  if (isEmpty && mayHaveDemo) {
    const withMigrator = { ...environment, DATABASE_MIGRATE_URL: migrateUrl };
    await step(`demo data (${scale})`, () => seed({ scale, environment: withMigrator, ...settings }));
  }
  return { urls, migrateUrl, environment, mayHaveDemo, isWithoutData: isEmpty && !mayHaveDemo };
}
