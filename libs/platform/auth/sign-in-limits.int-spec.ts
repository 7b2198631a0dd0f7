import { randomBytes, randomUUID } from 'node:crypto';
import { Redis } from 'ioredis';
import { readConfig } from '../config/read-config';
import { queueSettings } from '../config/settings';
import { Logger } from '../logging/logger';
import { SignInLimits } from './sign-in-limits';

describe('the counts at the door', () => {
  const log = Logger.forProcess('test', 'silent');
  const secret = randomBytes(32);
  const { redisUrl } = readConfig(queueSettings);
  const attempt = (login: string, device: string | null, address = '192.0.2.1') => ({
    login,
    address,
    countyId: null,
    device,
  });

  /** Before its connection stands a process counts for itself: lets strangers try until one of them is counted in Redis. */
  async function untilConnected(limits: SignInLimits, redis: Redis, prefix: string): Promise<void> {
    const counts = async (): Promise<number> => (await redis.keys(`${prefix}*`)).length;
    const before = await counts();
    do {
      await limits.admit(attempt(randomUUID(), null, '198.51.100.7'));
      await new Promise((resolve) => setTimeout(resolve, 20));
    } while ((await counts()) === before);
  }

  it('let five of 60 at once pass, and then nobody', async () => {
    const limits = SignInLimits.with(undefined, 'test', secret, log);
    const waits = await Promise.all(Array.from({ length: 60 }, () => limits.admit(attempt('li.wen', null))));
    expect(waits.filter((wait) => wait === 0)).toHaveLength(5);
    expect(await limits.admit(attempt('li.wen', null))).toBeGreaterThan(0);
  });

  it('let nobody lock out a device that signed in before', async () => {
    const limits = SignInLimits.with(undefined, 'test', secret, log);
    for (let n = 0; n < 30; n += 1) await limits.admit(attempt('li.wen', null));
    expect(await limits.admit(attempt('li.wen', null))).toBeGreaterThan(0);
    expect(await limits.admit(attempt('li.wen', 'her-phone'))).toBe(0);
  });

  it('slow down who tries many accounts from one network, and not the next network', async () => {
    const limits = SignInLimits.with(undefined, 'test', secret, log);
    const waits = [];
    for (let n = 0; n < 60; n += 1) waits.push(await limits.admit(attempt(`account-${n}`, null)));
    expect(waits.findIndex((wait) => wait > 0)).toBe(50);
    expect(await limits.admit(attempt('account-99', null, '198.51.100.7'))).toBe(0);
  });

  it('are wiped out by a success', async () => {
    const limits = SignInLimits.with(undefined, 'test', secret, log);
    for (let n = 0; n < 4; n += 1) await limits.admit(attempt('li.wen', null));
    await limits.forget(attempt('li.wen', null));
    for (let n = 0; n < 5; n += 1) expect(await limits.admit(attempt('li.wen', null))).toBe(0);
    expect(await limits.admit(attempt('li.wen', null))).toBeGreaterThan(0);
  });

  it('go on in the process when Redis is gone', async () => {
    const limits = SignInLimits.with('redis://127.0.0.1:1', 'test', secret, log);
    for (let n = 0; n < 5; n += 1) expect(await limits.admit(attempt('li.wen', null))).toBe(0);
    expect(await limits.admit(attempt('li.wen', null))).toBeGreaterThan(0);
    limits.close();
  });

  // On a machine without any Redis the queues run on PostgreSQL, and there is nothing to look into.
  if (redisUrl !== undefined)
    it('are shared through Redis, where no login and no address can be read', async () => {
      const prefix = `sign-in-spec-${randomUUID()}`;
      const [one, other] = [0, 1].map(() => SignInLimits.with(redisUrl, prefix, secret, log)) as [
        SignInLimits,
        SignInLimits,
      ];
      const redis = new Redis(redisUrl);
      for (const limits of [one, other]) await untilConnected(limits, redis, prefix);
      for (let n = 0; n < 5; n += 1) expect(await one.admit(attempt('li.wen', null))).toBe(0);
      expect(await other.admit(attempt('li.wen', null))).toBeGreaterThan(0);
      const keys = await redis.keys(`${prefix}*`);
      expect(keys.length).toBeGreaterThanOrEqual(5);
      expect(keys.join()).not.toMatch(/li\.wen|192\.0/);
      for (const connection of [one, other]) connection.close();
      redis.disconnect();
    });
});
