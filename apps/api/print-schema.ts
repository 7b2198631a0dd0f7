import 'reflect-metadata';
import { writeFileSync } from 'node:fs';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import { lexicographicSortSchema, printSchema } from 'graphql';
import { createDataSource } from '#database/data-source';
import { AppModule } from './app.module';

/** Writes the schema as the API serves it to the file named; needs neither a database nor Redis. */
async function main(file: string | undefined): Promise<void> {
  if (file === undefined) throw new Error('Name the file to write.');
  const dataSource = createDataSource('postgres://nobody@localhost:1/none', {
    poolMax: 2,
    applicationName: 'print-schema',
  });
  const app = await NestFactory.create(AppModule.with(dataSource, { isExploring: false }), new FastifyAdapter(), {
    logger: ['error'],
    abortOnError: false,
  });
  await app.init();
  const { schema } = app.get(GraphQLSchemaHost);
  writeFileSync(file, `${printSchema(lexicographicSortSchema(schema))}\n`);
  process.exit(0);
}

main(process.argv[2]).catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  process.exit(1);
});
