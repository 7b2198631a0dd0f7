import { randomBytes, randomUUID } from 'node:crypto';
import { Redis } from 'ioredis';
import { Logger } from '../logging/logger';
import { SignInLimits } from './sign-in-limits';

describe('the counts at the door', () => {
  const log = Logger.forProcess('test', 'silent');
  const secret = randomBytes(32);
  const redisUrl = process.env['TEST_REDIS_URL'] ?? process.env['REDIS_URL'];
  const attempt = (login: string, device: string | null, address = '192.0.2.1') => ({
    login,
    address,
    countyId: null,
    device,
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

  it('go on in the process when Redis is gone, and lie in Redis without a login while it is there', async () => {
    const gone = SignInLimits.with('redis://127.0.0.1:1', 'test', secret, log);
    for (let n = 0; n < 5; n += 1) expect(await gone.admit(attempt('li.wen', null))).toBe(0);
    expect(await gone.admit(attempt('li.wen', null))).toBeGreaterThan(0);
    gone.close();
    if (redisUrl === undefined) throw new Error('The test runner gives no Redis.');
    const prefix = `sign-in-spec-${randomUUID()}`;
    const there = SignInLimits.with(redisUrl, prefix, secret, log);
    const redis = new Redis(redisUrl);
    await redis.ping();
    for (let n = 0; n < 6; n += 1) await there.admit(attempt('li.wen', null));
    const keys = await redis.keys(`${prefix}*`);
    expect(keys.length).toBeGreaterThanOrEqual(5);
    expect(keys.join()).not.toMatch(/li\.wen|192\.0/);
    redis.disconnect();
    there.close();
  });
});
