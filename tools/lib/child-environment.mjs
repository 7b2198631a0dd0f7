// What the person set for the command, and what would let a child reach past the role it is given.
const NOT_FOR_CHILDREN = [
  'DATABASE_URL',
  'DEMO_PASSWORD',
  'SEED_SCALE',
  'REDIS_URL',
  'QUEUE_BACKEND',
  'SMTP_URL',
  'MAIL',
  'PORT',
];

function withoutUnset(environment) {
  return Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== null && value !== undefined));
}

/** The environment of the API, the worker and the operator's commands. */
export function childEnvironment({ settings, urls, redisUrl, smtpUrl, mode = 'production', more = {} }) {
  const inherited = { ...process.env };
  for (const key of NOT_FOR_CHILDREN) delete inherited[key];
  return withoutUnset({
    ...inherited,
    NODE_ENV: mode,
    TONGGONG_HOME: settings.home,
    DATABASE_APP_URL: urls.appUrl,
    DATABASE_RELAY_URL: urls.relayUrl,
    DATABASE_QUEUE_URL: urls.queueUrl,
    REDIS_URL: redisUrl,
    QUEUE_BACKEND: redisUrl === null ? 'postgres' : null,
    SMTP_URL: smtpUrl,
    MAIL: settings.isMailOff ? 'off' : null,
    SERVED_ORIGIN: settings.servedOrigin,
    ...more,
  });
}
