import { Argument, type Command } from 'commander';
import { readConfig } from '#platform/config/read-config';
import { homeSettings } from '#platform/config/settings';
import { masterKey } from '#platform/crypto/master-key';
import { clockOf } from '#platform/platform.module';
import { DEMO_LOGINS } from '#database/seeds/members.seed';
import type { Scale } from '#database/seeds/scale';
import { seedDatabase } from '#database/seeds/seed';
import { print, say } from './cli-result';
import { migrateSettings } from './cli-settings';

/** Commands that fill the database. */
export function addDataCommands(program: Command): void {
  program
    .command('seed')
    .description('fills an empty database with an invented county')
    .addArgument(new Argument('<scale>').choices(['county', 'city', 'stress']))
    .action(async (scale: Scale['name']) => {
      const { migrateUrl, demoPassword } = readConfig(migrateSettings);
      const home = readConfig(homeSettings);
      say(`filling the database (${scale}) …`);
      print(
        await seedDatabase({
          migrateUrl,
          masterKey: masterKey(home.home),
          scale,
          demoPassword: demoPassword ?? null,
          clock: clockOf(home),
        }),
      );
    });
  program
    .command('demo-logins')
    .description('lists the demo accounts')
    .action(() => print(DEMO_LOGINS));
}
