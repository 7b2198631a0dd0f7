import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { createDataSource } from '#database/data-source';
import { readConfig } from '#platform/config/read-config';
import { databaseSettings, metricsSettings } from '#platform/config/settings';
import { refusePrivilegedRole } from '#platform/database/refuse-privileged-role';
import { Logger } from '#platform/logging/logger';
import { serveMetrics } from '#platform/metrics/metrics-server';
import { WorkerModule } from './worker.module';

async function main(): Promise<void> {
  const log = Logger.forProcess('worker');
  const database = readConfig(databaseSettings);
  const dataSource = createDataSource(database.appUrl, {
    poolMax: database.poolMax,
    applicationName: 'tonggong-worker',
  });
  await dataSource.initialize();
  await refusePrivilegedRole(dataSource);
  const app = await NestFactory.createApplicationContext(WorkerModule.with(dataSource), {
    logger: ['error', 'warn'],
    abortOnError: false,
  });
  app.enableShutdownHooks();
  const { port } = readConfig(metricsSettings);
  await serveMetrics({ port: port === null || port === 0 ? port : port + 1, dataSource, log });
  log.info('working');
  process.send?.({ type: 'ready' });
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  process.exit(1);
});
