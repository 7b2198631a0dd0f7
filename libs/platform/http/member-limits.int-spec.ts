import { randomUUID } from 'node:crypto';
import { Redis } from 'ioredis';
import { readConfig } from '../config/read-config';
import { queueSettings } from '../config/settings';
import { Logger } from '../logging/logger';
import { MEMBER_LIMITS, MemberLimits } from './member-limits';

const { count } = MEMBER_LIMITS.UPLOAD;

describe('what a member may send within a time', () => {
  const log = Logger.forProcess('test', 'silent');
  const { redisUrl } = readConfig(queueSettings);
  const waitsOf = (limits: MemberLimits, member: string, times: number): Promise<number[]> =>
    Promise.all(Array.from({ length: times }, () => limits.admit('UPLOAD', member)));

  it('is counted per member and per act: of those at once as many pass as may, and nobody else waits for them', async () => {
    const limits = MemberLimits.with(undefined, 'test', log);
    const [busy, other] = [randomUUID(), randomUUID()];
    const waits = await waitsOf(limits, busy, count + 20);
    expect(waits.filter((wait) => wait === 0)).toHaveLength(count);
    expect(Math.max(...waits)).toBeLessThanOrEqual(MEMBER_LIMITS.UPLOAD.seconds);
    expect(await limits.admit('UPLOAD', other)).toBe(0);
    expect(await limits.admit('IMPORT', busy)).toBe(0);
  });

  it('goes on being counted in the process when Redis is gone', async () => {
    const limits = MemberLimits.with('redis://127.0.0.1:1', 'test', log);
    const waits = await waitsOf(limits, randomUUID(), count + 20);
    expect(waits.filter((wait) => wait === 0)).toHaveLength(count);
    limits.close();
  });

  // On a machine without any Redis the queues run on PostgreSQL, and there is nothing to share.
  if (redisUrl !== undefined)
    it('is shared through Redis, where nothing but ids can be read', async () => {
      const prefix = `member-limits-spec-${randomUUID()}`;
      const [one, other] = [0, 1].map(() => MemberLimits.with(redisUrl, prefix, log)) as [MemberLimits, MemberLimits];
      const redis = new Redis(redisUrl);
      for (const limits of [one, other]) await untilConnected(limits, redis, prefix);
      const member = randomUUID();
      await waitsOf(one, member, count);
      expect(await other.admit('UPLOAD', member)).toBeGreaterThan(0);
      expect(await redis.keys(`${prefix}-member-upload:*`)).toContain(`${prefix}-member-upload:${member}`);
      for (const limits of [one, other]) limits.close();
      redis.disconnect();
    });

  /** Before its connection stands a process counts for itself. */
  async function untilConnected(limits: MemberLimits, redis: Redis, prefix: string): Promise<void> {
    const counts = async (): Promise<number> => (await redis.keys(`${prefix}*`)).length;
    const before = await counts();
    do {
      await limits.admit('UPLOAD', randomUUID());
      await new Promise((resolve) => setTimeout(resolve, 20));
    } while ((await counts()) === before);
  }
});
