import path from 'node:path';
import fastifyCookie from '@fastify/cookie';
import fastifyMultipart from '@fastify/multipart';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance } from 'fastify';
import { createDataSource } from '#database/data-source';
import { SessionCookie } from '#platform/auth/session-cookie';
import { Sessions } from '#platform/auth/sessions';
import { readConfig } from '#platform/config/read-config';
import { databaseSettings, httpSettings } from '#platform/config/settings';
import { refusePrivilegedRole } from '#platform/database/refuse-privileged-role';
import { answerBeforeClosing } from '#platform/http/answer-before-closing';
import { connectionOptions, limitConnections } from '#platform/http/connection-limits';
import { hardenHttp } from '#platform/http/http-hardening';
import { limitNesting } from '#platform/http/json-nesting';
import { paceRefusals } from '#platform/http/paced-refusals';
import { readSession } from '#platform/http/read-session';
import { setResponseHeaders } from '#platform/http/response-headers';
import { serveWeb } from '#platform/http/serve-web';
import { trustDocuments } from '#platform/http/trusted-documents';
import { leaveUnread } from '#platform/http/unread-bodies';
import { AppModule } from './app.module';

const BODY_LIMIT_BYTES = 64 * 1_024;
const FILE_LIMIT_BYTES = 20 * 1_024 * 1_024;

/** Builds the API, ready to listen. Throws when the database role could see past row-level security. */
export async function createApi(root: string): Promise<NestFastifyApplication> {
  const database = readConfig(databaseSettings);
  const http = readConfig(httpSettings);
  const dataSource = createDataSource(database.appUrl, { poolMax: database.poolMax, applicationName: 'tonggong-api' });
  await dataSource.initialize();
  await refusePrivilegedRole(dataSource);
  const adapter = new FastifyAdapter({
    bodyLimit: BODY_LIMIT_BYTES,
    ...connectionOptions,
    trustProxy: http.trustedProxies ?? false,
  });
  const app = await NestFactory.create<NestFastifyApplication>(
    AppModule.with(dataSource, { isExploring: http.graphiql === 'on' }),
    adapter,
    { logger: ['error', 'warn'], abortOnError: false },
  );
  app.enableShutdownHooks();
  const server = app.getHttpAdapter().getInstance();
  const isExploring = http.graphiql === 'on';
  const isSecure = http.servedOrigin?.startsWith('https://') ?? false;
  await setResponseHeaders(server, { isSecure });
  limitConnections(server);
  paceRefusals(server);
  answerBeforeClosing(server);
  leaveUnread(server, { smallBytes: BODY_LIMIT_BYTES });
  limitNesting(app, { bodyLimit: BODY_LIMIT_BYTES });
  hardenHttp(server, { servedOrigin: () => http.servedOrigin ?? localOrigin(server), isExploring });
  await server.register(fastifyCookie);
  await server.register(fastifyMultipart, { limits: { fileSize: FILE_LIMIT_BYTES, files: 1, fields: 5 } });
  trustDocuments(server, {
    manifestPath: path.join(root, 'libs/contract/trusted-documents.json'),
    isRequired: http.trustedDocuments === 'on',
    isExploring,
  });
  readSession(server, app.get(Sessions), new SessionCookie(http.servedOrigin));
  await serveWeb(server, path.join(root, 'dist/web'), { trustedDocuments: http.trustedDocuments, isSecure });
  return app;
}

function localOrigin(server: FastifyInstance): string {
  const address = server.addresses()[0];
  return `http://localhost:${typeof address === 'object' ? address.port : ''}`;
}
