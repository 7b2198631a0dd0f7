import { Redis } from 'ioredis';
import { RateLimiterMemory, RateLimiterRedis, RateLimiterRes, type RateLimiterAbstract } from 'rate-limiter-flexible';
import type { Logger } from '../logging/logger';

/** What a member may send within its time: more than an office ever does, less than what would fill a disk or a queue. */
export const MEMBER_LIMITS = {
  UPLOAD: { count: 60, seconds: 600 },
  IMPORT: { count: 30, seconds: 600 },
} as const;

/** One of the things that are counted. */
export type LimitedAct = keyof typeof MEMBER_LIMITS;

/**
 * Counts what a signed-in member sends. Redis holds ids of memberships only, so that all processes count together; while
 * it is away each process counts for itself, and nobody is let through uncounted.
 */
export class MemberLimits {
  private constructor(
    private readonly counts: Readonly<Record<LimitedAct, RateLimiterAbstract>>,
    private readonly redis: Redis | null,
  ) {}

  /** Counts in Redis where there is one, else in this process. */
  static with(redisUrl: string | undefined, prefix: string, log: Logger): MemberLimits {
    const redis =
      redisUrl === undefined ? null : new Redis(redisUrl, { maxRetriesPerRequest: 0, enableOfflineQueue: false });
    redis?.on('error', (error) => log.warn('member limits count in this process', { backend: 'redis' }, error));
    const count = (act: LimitedAct): RateLimiterAbstract => {
      const { count: points, seconds: duration } = MEMBER_LIMITS[act];
      const options = { keyPrefix: `${prefix}-member-${act.toLowerCase()}`, points, duration };
      const memory = new RateLimiterMemory(options);
      return redis === null
        ? memory
        : new RateLimiterRedis({ ...options, storeClient: redis, insuranceLimiter: memory });
    };
    return new MemberLimits({ UPLOAD: count('UPLOAD'), IMPORT: count('IMPORT') }, redis);
  }

  /** Counts one act of a member; gives the seconds to wait, 0 = go on. */
  async admit(act: LimitedAct, membershipId: string): Promise<number> {
    try {
      await this.counts[act].consume(membershipId, 1);
      return 0;
    } catch (error) {
      if (!(error instanceof RateLimiterRes)) throw error;
      return Math.max(Math.ceil(error.msBeforeNext / 1_000), 1);
    }
  }

  /** Gives the connection back. */
  close(): void {
    this.redis?.disconnect();
  }
}
