import { Redis } from 'ioredis';
import type { ConfigOf } from '../config/config-key';
import type { queueSettings } from '../config/settings';

const ANSWER_WITHIN_MS = 500;

/** Asks whether Redis answers; where jobs wait in PostgreSQL there is none to ask. */
export class RedisProbe {
  private readonly redis: Redis | null;

  constructor({ backend, redisUrl }: Pick<ConfigOf<typeof queueSettings>, 'backend' | 'redisUrl'>) {
    const isAsked = backend === 'redis' && redisUrl !== undefined;
    this.redis = isAsked
      ? new Redis(redisUrl, { lazyConnect: true, maxRetriesPerRequest: 0, commandTimeout: ANSWER_WITHIN_MS })
      : null;
    this.redis?.on('error', () => undefined); // the answer says it; whoever uses Redis logs it
  }

  /** True where Redis answers in time, or is not needed. */
  async answers(): Promise<boolean> {
    if (this.redis === null) return true;
    try {
      return (await this.redis.ping()) === 'PONG';
    } catch {
      return false;
    }
  }

  /** Gives the connection back. */
  close(): void {
    this.redis?.disconnect();
  }
}
