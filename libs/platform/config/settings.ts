import path from 'node:path';
import { z } from 'zod';
import { configKey } from './config-key';

const postgresUrl = z.string().regex(/^postgres(ql)?:\/\//, 'must be a postgres:// address');
const port = z.coerce.number().int().min(0).max(65_535);

/** Where the process keeps what it must remember besides the database. */
export const homeSettings = {
  home: configKey(
    'TONGGONG_HOME',
    z
      .string()
      .default('.cache')
      .transform((dir) => path.resolve(dir)),
    {
      description: 'folder for keys, secrets, files and caches',
      sensitivity: 'public',
    },
  ),
  nodeEnv: configKey('NODE_ENV', z.enum(['development', 'test', 'production']).default('production'), {
    description: 'kind of run',
    sensitivity: 'public',
  }),
  logLevel: configKey('LOG_LEVEL', z.enum(['info', 'warn', 'error', 'silent']).default('info'), {
    description: 'what is logged',
    sensitivity: 'public',
  }),
  clockAt: configKey('CLOCK_AT', z.iso.datetime().optional(), {
    description: 'instant at which the clock starts; refused in production',
    unit: 'RFC 3339',
    sensitivity: 'public',
  }),
};

/** What only the operator's start has: it never reaches API and worker. */
export const operatorSettings = {
  databaseUrl: configKey('DATABASE_URL', postgresUrl, {
    description: 'address of a role that may create roles',
    sensitivity: 'secret',
  }),
};

/** The database addresses, one per database role. */
export const databaseSettings = {
  appUrl: configKey('DATABASE_APP_URL', postgresUrl, {
    description: 'address under the role tonggong_app',
    sensitivity: 'secret',
  }),
  poolMax: configKey('DATABASE_POOL', z.coerce.number().int().min(2).max(200).default(12), {
    description: 'most connections of one process',
    unit: 'connections',
    sensitivity: 'public',
  }),
};

/** The relay sees the outbox of all counties and nothing else. */
export const relaySettings = {
  relayUrl: configKey('DATABASE_RELAY_URL', postgresUrl, {
    description: 'address under the role tonggong_relay',
    sensitivity: 'secret',
  }),
  republishAfterMs: configKey('OUTBOX_REPUBLISH_MS', z.coerce.number().int().min(500).default(60_000), {
    description: 'published work that is not done after this is published again',
    unit: 'ms',
    sensitivity: 'public',
  }),
};

/** Where jobs wait: Redis, or PostgreSQL where there is no Redis. */
export const queueSettings = {
  backend: configKey('QUEUE_BACKEND', z.enum(['redis', 'postgres']).default('redis'), {
    description: 'where jobs wait',
    sensitivity: 'public',
  }),
  redisUrl: configKey(
    'REDIS_URL',
    z
      .string()
      .regex(/^rediss?:\/\//, 'must be a redis:// address')
      .optional(),
    {
      description: 'address of Redis',
      sensitivity: 'secret',
    },
  ),
  queueUrl: configKey('DATABASE_QUEUE_URL', postgresUrl.optional(), {
    description: 'address under the role tonggong_queue, for QUEUE_BACKEND=postgres',
    sensitivity: 'secret',
  }),
  prefix: configKey(
    'QUEUE_PREFIX',
    z
      .string()
      .regex(/^[a-z0-9_-]+$/)
      .default('tonggong'),
    {
      description: 'prefix of all keys in Redis, schema in PostgreSQL',
      sensitivity: 'public',
    },
  ),
};

/** The ranking of positions in memory. */
export const rankingSettings = {
  indexFromSlots: configKey('RANKING_INDEX_FROM_SLOTS', z.coerce.number().int().min(0).default(200_000), {
    description:
      'a county with at least so many open slots is ranked from an index in memory; 0 keeps one for every county',
    unit: 'slots',
    sensitivity: 'public',
  }),
};

/** The web server. */
export const httpSettings = {
  port: configKey('PORT', port.default(3000), {
    description: 'port of API and web; 0 takes a free one',
    sensitivity: 'public',
  }),
  host: configKey('HOST', z.string().default('localhost'), {
    description: 'where the server listens; localhost means 127.0.0.1 and ::1',
    sensitivity: 'public',
  }),
  servedOrigin: configKey('SERVED_ORIGIN', z.url().optional(), {
    description: 'public address; https turns secure cookies on',
    sensitivity: 'public',
  }),
  trustedProxies: configKey('TRUSTED_PROXIES', z.string().optional(), {
    description: 'addresses of proxies, separated by commas, whose X-Forwarded-For is believed',
    sensitivity: 'public',
  }),
  trustedDocuments: configKey('TRUSTED_DOCUMENTS', z.enum(['on', 'off']).default('on'), {
    description: 'on: only the documents built with the web are answered',
    sensitivity: 'public',
  }),
  secondFactor: configKey('SECOND_FACTOR', z.enum(['required', 'offered']).optional(), {
    description:
      'required: staff and enterprises set a second step up before anything else; unless told, required where SERVED_ORIGIN is https',
    sensitivity: 'public',
  }),
  graphiql: configKey('GRAPHIQL', z.enum(['on', 'off']).default('off'), {
    description: 'shows GraphiQL and allows introspection',
    sensitivity: 'public',
  }),
};

/** Figures about the process, for whoever watches this machine. */
export const metricsSettings = {
  port: configKey('METRICS_PORT', z.union([z.literal('off').transform(() => null), port]).default(0), {
    description:
      'port of the metrics on 127.0.0.1; 0 takes a free one and logs it, the worker takes the next one, off serves none',
    sensitivity: 'public',
  }),
};

/** Mail leaves through SMTP, or not at all. */
export const mailSettings = {
  smtpUrl: configKey(
    'SMTP_URL',
    z
      .string()
      .regex(/^smtps?:\/\//, 'must be an smtp:// address')
      .optional(),
    {
      description: 'mail server',
      sensitivity: 'secret',
    },
  ),
  mail: configKey('MAIL', z.enum(['on', 'off']).default('on'), {
    description: 'off: no mail leaves, deliveries are marked so',
    sensitivity: 'public',
  }),
  mailFrom: configKey('MAIL_FROM', z.string().default('就业服务 <no-reply@localhost>'), {
    description: 'sender of all mail',
    sensitivity: 'public',
  }),
};

const webhookUrl = z
  .string()
  .regex(/^https?:\/\//, 'must be an http(s):// address')
  .optional();
const honoured = z.enum(['honoured', 'ignored']).default('ignored');

/** Providers that reach phones, each by an HTTP webhook; without an address a channel is off. */
export const channelSettings = {
  smsUrl: configKey('SMS_URL', webhookUrl, { description: 'webhook that sends text messages', sensitivity: 'secret' }),
  smsSecret: configKey('SMS_SECRET', z.string().min(16).optional(), {
    description: 'signs each request to SMS_URL',
    sensitivity: 'secret',
  }),
  smsKey: configKey('SMS_IDEMPOTENCY', honoured, {
    description: 'honoured: the provider takes the same key once only; ignored: an unknown outcome is never repeated',
    sensitivity: 'public',
  }),
  wechatUrl: configKey('WECHAT_URL', webhookUrl, {
    description: 'webhook that sends WeChat Work service messages; it finds the reader by phone number',
    sensitivity: 'secret',
  }),
  wechatSecret: configKey('WECHAT_SECRET', z.string().min(16).optional(), {
    description: 'signs each request to WECHAT_URL',
    sensitivity: 'secret',
  }),
  wechatKey: configKey('WECHAT_IDEMPOTENCY', honoured, {
    description: 'as SMS_IDEMPOTENCY, for WECHAT_URL',
    sensitivity: 'public',
  }),
  timeoutMs: configKey('CHANNEL_TIMEOUT_MS', z.coerce.number().int().min(100).max(60_000).default(10_000), {
    description: 'longest wait for the answer of a provider',
    unit: 'ms',
    sensitivity: 'public',
  }),
};
