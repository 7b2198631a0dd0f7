import 'reflect-metadata';
import path from 'node:path';
import { DataSource } from 'typeorm';
import { readConfig } from '#platform/config/read-config';
import { httpSettings, metricsSettings } from '#platform/config/settings';
import { Logger } from '#platform/logging/logger';
import { serveMetrics } from '#platform/metrics/metrics-server';
import { createApi } from './create-api';

/** Compiled to dist/apps/api/main.js: three folders below the project's root. */
const ROOT = path.resolve(__dirname, '../../..');

async function main(): Promise<void> {
  const log = Logger.forProcess('api');
  const app = await createApi(ROOT);
  const { port: wantedPort, host } = readConfig(httpSettings);
  await app.listen(wantedPort, host);
  const port = Number(new URL(await app.getUrl()).port);
  const { port: metricsPort } = readConfig(metricsSettings);
  await serveMetrics({ port: metricsPort, dataSource: app.get(DataSource), log });
  log.info('listening', { port });
  process.send?.({ type: 'ready', port });
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  process.exit(1);
});
