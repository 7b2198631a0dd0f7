import { NestFactory } from '@nestjs/core';
import type { Command } from 'commander';
import { createDataSource } from '#database/data-source';
import { ErasureReplay, ErasureReplayModule } from '#features/data-rights';
import { readConfig } from '#platform/config/read-config';
import { databaseSettings } from '#platform/config/settings';
import { refusePrivilegedRole } from '#platform/database/refuse-privileged-role';
import { PlatformModule } from '#platform/platform.module';
import { print, printRefused } from './cli-result';

/** Commands about people who were erased. */
export function addErasureCommands(program: Command): void {
  program
    .command('replay-erasures')
    .description('erases those again whom a restored backup brought back; part of every restore')
    .option('--county <code>', 'this county only')
    .action(async ({ county }: { county?: string }) => {
      const dataSource = createDataSource(readConfig(databaseSettings).appUrl, {
        poolMax: 2,
        applicationName: 'tonggong-cli',
      });
      await dataSource.initialize();
      await refusePrivilegedRole(dataSource);
      const platform = PlatformModule.forProcess({ processName: 'cli', dataSource });
      const app = await NestFactory.createApplicationContext(
        { module: class ReplayModule {}, imports: [platform, ErasureReplayModule] },
        { logger: ['error', 'warn'], abortOnError: false },
      );
      try {
        const counties = await dataSource.query<{ id: string; code: string }[]>(
          'select id, code from county where $1::text is null or code = $1 order by code',
          [county ?? null],
        );
        if (county !== undefined && counties.length === 0)
          return printRefused({ replayed: false, errors: [{ field: 'county', code: 'NOT_FOUND' }] });
        const reports = [];
        for (const { id, code } of counties) reports.push({ county: code, ...(await app.get(ErasureReplay).run(id)) });
        print({ replayed: true, counties: reports });
      } finally {
        await app.close();
      }
    });
}
