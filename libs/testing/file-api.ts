import fastifyMultipart from '@fastify/multipart';
import { Global, Module, type Type } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, DiscoveryModule, NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Actor } from '#domain/common/actor';
import { Audit } from '#platform/audit/audit';
import { AccessGuard } from '#platform/auth/access.guard';
import { SecondStepDemand } from '#platform/auth/second-step-demand';
import { Sessions } from '#platform/auth/sessions';
import { SystemClock } from '#platform/clock/clock';
import { FieldCrypto } from '#platform/crypto/field-crypto';
import { Transactions } from '#platform/database/transactions';
import { FileStore } from '#platform/files/file-store';
import { AppErrorFilter } from '#platform/http/app-error.filter';
import { Live } from '#platform/live/live';
import { Logger } from '#platform/logging/logger';
import { Outbox } from '#platform/outbox/outbox';
import type { ImportBench } from './imports';

const FILE_LIMIT_BYTES = 20 * 1_024 * 1_024;

/** The routes of features over HTTP on a bench's database, with a session for whoever is named. */
export interface FileApi {
  readonly app: NestFastifyApplication;
  readonly baseUrl: string;
  /** The header that stands for a session. */
  as(actor: Actor): Record<string, string>;
  close(): Promise<void>;
}

/** Serves the controllers of these modules. */
export async function fileApi(bench: ImportBench, features: Type[]): Promise<FileApi> {
  const actors = new Map<string, Actor>();
  const app = await NestFactory.create<NestFastifyApplication>(rootOf(bench, features), new FastifyAdapter(), {
    logger: false,
    abortOnError: false,
  });
  const server = app.getHttpAdapter().getInstance();
  await server.register(fastifyMultipart, { limits: { fileSize: FILE_LIMIT_BYTES, files: 1, fields: 5 } });
  server.decorateRequest('actor', null);
  server.addHook('preParsing', async (request) => {
    request.actor = actors.get(String(request.headers['x-test-actor'])) ?? null;
  });
  await app.listen(0, '127.0.0.1');
  return {
    app,
    baseUrl: `http://127.0.0.1:${new URL(await app.getUrl()).port}`,
    as: (actor) => {
      const name = actor.membershipId ?? '';
      actors.set(name, actor);
      return { 'x-test-actor': name };
    },
    close: () => app.close(),
  };
}

function rootOf(bench: ImportBench, features: Type[]): Type {
  const platform = [
    { provide: Transactions, useValue: bench.transactions },
    { provide: FieldCrypto, useValue: bench.crypto },
    { provide: FileStore, useValue: bench.store },
    { provide: Logger, useValue: Logger.forProcess('test', 'silent') },
    {
      provide: Sessions,
      useFactory: () => new Sessions(bench.database.app, new SystemClock(), new SecondStepDemand(false)),
    },
    Audit,
    Outbox,
    Live,
  ];

  @Global()
  @Module({
    imports: [DiscoveryModule],
    providers: platform,
    exports: [Transactions, FieldCrypto, FileStore, Logger, Sessions, Audit, Outbox, Live, DiscoveryModule],
  })
  class TestPlatformModule {}

  @Module({
    imports: [TestPlatformModule, ...features],
    providers: [
      { provide: APP_GUARD, useClass: AccessGuard },
      { provide: APP_FILTER, useClass: AppErrorFilter },
    ],
  })
  class RootModule {}
  return RootModule;
}
