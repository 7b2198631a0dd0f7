// A developer's own services must never be what the tests run on.
const OWN_SETTINGS =
  /^(DATABASE_.*URL|REDIS_URL|SMTP_URL|MAIL|PORT|METRICS_PORT|SERVED_ORIGIN|SEED_SCALE|DEMO_PASSWORD|TRUSTED_DOCUMENTS|OIDC_.*)$/;

/** The environment of jest on throw-away services; the browser is null where there is none. */
export function testEnvironment({ postgresUrl, redisUrl, home, browser }) {
  const inherited = Object.fromEntries(Object.entries(process.env).filter(([key]) => !OWN_SETTINGS.test(key)));
  const queue = redisUrl === null ? { QUEUE_BACKEND: 'postgres' } : { REDIS_URL: redisUrl };
  const more = { NODE_ENV: 'test', METRICS_PORT: 'off', TEST_DATABASE_URL: postgresUrl, TONGGONG_HOME: home, ...queue };
  return browser === null ? { ...inherited, ...more } : { ...inherited, ...more, CHROMIUM: browser };
}
