import type { Command } from 'commander';
import { createAdministrator } from '#database/first-administrator';
import { newOneTimeCode } from '#platform/auth/second-factor';
import { readConfig } from '#platform/config/read-config';
import { homeSettings } from '#platform/config/settings';
import { masterKey } from '#platform/crypto/master-key';
import { clockOf } from '#platform/platform.module';
import { migrateSettings } from './cli-settings';
import { print, printRefused } from './cli-result';

/** Commands for accounts. */
export function addAdminCommands(program: Command): void {
  program
    .command('admin')
    .description('accounts of administrators')
    .command('create')
    .argument('<login>', '3 to 40 of a–z, 0–9, dot, hyphen, underscore')
    .description('makes an administrator and prints a one-time code; founds the county where the database is empty')
    .action(async (login: string) => {
      const home = readConfig(homeSettings);
      const oneTimeCode = newOneTimeCode();
      const made = await createAdministrator({
        migrateUrl: readConfig(migrateSettings).migrateUrl,
        masterKey: masterKey(home.home),
        login,
        oneTimeCode,
        now: clockOf(home).now(),
      });
      if (typeof made === 'string') printRefused({ created: false, errors: [{ field: 'login', code: made }] });
      else print({ created: true, login, oneTimeCode, validHours: 72 });
    });
}
