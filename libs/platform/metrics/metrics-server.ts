import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { collectDefaultMetrics } from 'prom-client';
import type { DataSource } from 'typeorm';
import type { Logger } from '../logging/logger';
import { gauge, metrics } from './metrics';

/** What the figures are served with. */
export interface MetricsParts {
  /** Port on the loopback address, 0 for a free one, null for none. */
  readonly port: number | null;
  readonly dataSource: DataSource;
  readonly log: Logger;
}

/** The figures while they are served. */
export interface ServedMetrics {
  readonly port: number;
  close(): Promise<void>;
}

const LOOPBACK = '127.0.0.1';

/** Serves the figures of this process to this machine alone, and to nobody where the port is null. */
export async function serveMetrics({ port, dataSource, log }: MetricsParts): Promise<ServedMetrics | null> {
  if (port === null) return null;
  watchProcess(dataSource);
  const server = createServer((request, response) => {
    if (request.method !== 'GET' || request.url !== '/metrics') {
      response.writeHead(404).end();
      return;
    }
    metrics.metrics().then(
      (text) => response.writeHead(200, { 'content-type': metrics.contentType }).end(text),
      (error: unknown) => {
        log.error('metrics could not be read', {}, error);
        response.writeHead(503).end();
      },
    );
  });
  await listening(server, port);
  server.unref(); // figures keep no process alive
  const taken = (server.address() as AddressInfo).port;
  log.info('metrics listening', { port: taken });
  return { port: taken, close: () => new Promise((resolve) => server.close(() => resolve())) };
}

function watchProcess(dataSource: DataSource): void {
  if (metrics.getSingleMetric('tonggong_process_cpu_seconds_total') === undefined)
    collectDefaultMetrics({ register: metrics, prefix: 'tonggong_' });
  const pool = (dataSource.driver as unknown as { readonly master: Readonly<Record<string, number>> }).master;
  gauge('tonggong_pool_connections', 'Connections to the database.', () => pool['totalCount'] ?? 0);
  gauge('tonggong_pool_waiters', 'Callers waiting for a connection.', () => pool['waitingCount'] ?? 0);
}

function listening(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, LOOPBACK, () => resolve());
  });
}
