import path from 'node:path';
import { Fault } from './fault.mjs';
import { cacheDirectory, root } from './paths.mjs';

const SCALES = ['county', 'city', 'stress', 'none'];
const SHORTEST_PASSWORD = 12;

function text(environment, key) {
  const value = environment[key]?.trim();
  return value === undefined || value === '' ? null : value;
}

function oneOf(environment, key, allowed) {
  const value = text(environment, key);
  if (value !== null && !allowed.includes(value))
    throw new Fault(`${key} is "${value}" but may only be ${allowed.join(', ')}.`);
  return value;
}

function address(environment, key, protocols) {
  const value = text(environment, key);
  if (value === null) return null;
  // The value may hold a password, so it is never repeated in the sentence.
  if (!URL.canParse(value) || !protocols.includes(new URL(value).protocol)) {
    throw new Fault(
      `${key} is not an address that begins with ${protocols.map((protocol) => `${protocol}//`).join(' or ')}.`,
    );
  }
  return value;
}

function portNumber(environment) {
  const value = text(environment, 'PORT') ?? '3000';
  const port = Number(value);
  if (!/^\d{1,5}$/.test(value) || port > 65535)
    throw new Fault(`PORT is "${value}" but must be a whole number from 0 (any free port) to 65535.`);
  return port;
}

function demoPassword(environment) {
  const value = text(environment, 'DEMO_PASSWORD');
  if (value !== null && [...value].length < SHORTEST_PASSWORD)
    throw new Fault(`DEMO_PASSWORD must have at least ${SHORTEST_PASSWORD} characters.`);
  return value;
}

function requireMailDecision({ databaseUrl, smtpUrl, isMailOff }) {
  if (databaseUrl !== null && smtpUrl === null && !isMailOff) {
    throw new Fault(
      'DATABASE_URL is set but SMTP_URL is not: set SMTP_URL so that reminders reach people, or MAIL=off to run without mail.',
    );
  }
}

/** What the person set in the environment, checked. Absent values are null. */
export function readSettings(environment = process.env) {
  const settings = {
    port: portNumber(environment),
    databaseUrl: address(environment, 'DATABASE_URL', ['postgres:', 'postgresql:']),
    redisUrl: address(environment, 'REDIS_URL', ['redis:', 'rediss:']),
    queueBackend: oneOf(environment, 'QUEUE_BACKEND', ['redis', 'postgres']),
    smtpUrl: address(environment, 'SMTP_URL', ['smtp:', 'smtps:']),
    isMailOff: oneOf(environment, 'MAIL', ['on', 'off']) === 'off',
    demoPassword: demoPassword(environment),
    seedScale: oneOf(environment, 'SEED_SCALE', SCALES),
    servedOrigin: address(environment, 'SERVED_ORIGIN', ['http:', 'https:']),
    home: homeOf(environment),
  };
  requireMailDecision(settings);
  return settings;
}

/** The folder of everything that outlives a run. */
export function homeOf(environment = process.env) {
  const value = text(environment, 'TONGGONG_HOME');
  return value === null ? cacheDirectory : path.resolve(root, value);
}

/** The scale to seed an empty database with: demo data never goes into somebody's own database unasked. */
export function scaleToSeed({ seedScale, databaseUrl }) {
  return seedScale ?? (databaseUrl === null ? 'county' : 'none');
}
