import { createHmac } from 'node:crypto';
import { isIPv6 } from 'node:net';
import { Redis } from 'ioredis';
import { RateLimiterMemory, RateLimiterRedis, RateLimiterRes, type RateLimiterAbstract } from 'rate-limiter-flexible';
import type { Logger } from '../logging/logger';

/** Somebody at the door. */
export interface SignInAttempt {
  readonly login: string;
  readonly address: string;
  /** County of the account; null for an unknown login. */
  readonly countyId: string | null;
  /** The device, where it signed in to this account before; null for a strange one. */
  readonly device: string | null;
}

interface Scope {
  readonly key: string;
  /** Attempts without delay. */
  readonly free: number;
  readonly longestSeconds: number;
  /** The count is about this person alone: a success wipes it out. */
  readonly isOwn: boolean;
}

const FORGET_AFTER_SECONDS = 3_600;
const LONGEST_SECONDS = 900;
const FREE = { accountFromNetwork: 5, device: 5, account: 20, network: 50, county: 500 } as const;
const COUNTY_LONGEST_SECONDS = 10;
/** What one network may begin at the door within a minute: an office arrives at the same hour. */
export const BEGINNINGS = { count: 60, seconds: 60 } as const;

/**
 * Slows guessing down: from the fifth failure of an account from one network the wait doubles, up to 15 minutes.
 * Strange devices also share counts of the account, of their network and of the county; a device that signed in before
 * has its own, so that no stranger can lock anybody out. Every attempt counts before its password is looked at, so that
 * a hundred at once are no way round. Redis holds keyed digests only; while it is away each process counts for itself.
 */
export class SignInLimits {
  private constructor(
    private readonly failures: RateLimiterAbstract,
    private readonly gate: RateLimiterAbstract,
    private readonly beginnings: RateLimiterAbstract,
    private readonly secret: Buffer,
    private readonly redis: Redis | null,
  ) {}

  /** Counts in Redis where there is one, else in this process. */
  static with(redisUrl: string | undefined, prefix: string, secret: Buffer, log: Logger): SignInLimits {
    const failures = {
      keyPrefix: `${prefix}-sign-in`,
      points: Number.MAX_SAFE_INTEGER,
      duration: FORGET_AFTER_SECONDS,
    };
    const gate = { keyPrefix: `${prefix}-sign-in-gate`, points: 1, duration: 1 };
    const begun = { keyPrefix: `${prefix}-sign-in-begun`, points: BEGINNINGS.count, duration: BEGINNINGS.seconds };
    if (redisUrl === undefined) {
      const counts = (options: typeof gate): RateLimiterMemory => new RateLimiterMemory(options);
      return new SignInLimits(counts(failures), counts(gate), counts(begun), secret, null);
    }
    const redis = new Redis(redisUrl, { maxRetriesPerRequest: 0, enableOfflineQueue: false });
    redis.on('error', (error) => log.warn('sign-in limits count in this process', { backend: 'redis' }, error));
    const limiter = (options: typeof gate): RateLimiterRedis =>
      new RateLimiterRedis({ ...options, storeClient: redis, insuranceLimiter: new RateLimiterMemory(options) });
    return new SignInLimits(limiter(failures), limiter(gate), limiter(begun), secret, redis);
  }

  /** Counts an attempt; gives the seconds to wait, 0 = go on. */
  async admit(attempt: SignInAttempt): Promise<number> {
    const scopes = this.scopesOf(attempt);
    const waits = await Promise.all(scopes.map(({ key }) => this.gate.get(key)));
    const shut = Math.max(0, ...waits.map((wait) => ((wait?.consumedPoints ?? 0) > 0 ? (wait?.msBeforeNext ?? 0) : 0)));
    if (shut > 0) return Math.ceil(shut / 1_000);
    for (const scope of scopes) {
      const wait = await this.pass(scope); // one after the other: what one count stops is no failure to the next
      if (wait > 0) return Math.ceil(wait / 1_000);
    }
    return 0;
  }

  /** Counts what anybody may begin without naming an account, per network; gives the seconds to wait, 0 = go on. */
  async admitBeginning(what: string, address: string): Promise<number> {
    const key = this.digestOf(`begin\0${what}\0${networkOf(address)}`);
    try {
      await this.beginnings.consume(key, 1);
      return 0;
    } catch (error) {
      if (!(error instanceof RateLimiterRes)) throw error;
      return Math.max(Math.ceil(error.msBeforeNext / 1_000), 1);
    }
  }

  /** Takes the attempt back: it was the right person. */
  async forget(attempt: SignInAttempt): Promise<void> {
    await Promise.all(
      this.scopesOf(attempt).map(({ key, isOwn }) =>
        isOwn
          ? Promise.all([this.failures.delete(key), this.gate.delete(key)])
          : Promise.all([this.failures.reward(key, 1)]),
      ),
    );
  }

  /** Takes one count back where the door asked for something more: neither a failure nor yet a success. */
  async pardon(attempt: SignInAttempt): Promise<void> {
    await Promise.all(this.scopesOf(attempt).map(({ key }) => this.failures.reward(key, 1)));
  }

  /** Gives the connection back. */
  close(): void {
    this.redis?.disconnect();
  }

  /** Milliseconds to wait, 0 = passed. Whoever is the first through the gate shuts it for the others. */
  private async pass({ key, free, longestSeconds }: Scope): Promise<number> {
    const { consumedPoints } = await this.failures.penalty(key, 1);
    if (consumedPoints < free) return 0;
    const seconds = Math.min(2 ** (consumedPoints - free), longestSeconds);
    try {
      await this.gate.consume(key, 1, { customDuration: seconds });
      return 0;
    } catch (error) {
      if (!(error instanceof RateLimiterRes)) throw error;
      await this.failures.reward(key, 1); // nobody looked at the password
      return Math.max(error.msBeforeNext, 1);
    }
  }

  private digestOf(text: string): string {
    return createHmac('sha256', this.secret).update(text).digest('base64url');
  }

  private scopesOf({ login, address, countyId, device }: SignInAttempt): Scope[] {
    const account = login.trim().toLowerCase();
    const scope = (kind: keyof typeof FREE, value: string, isOwn: boolean): Scope => ({
      key: this.digestOf(`${kind}\0${value}`),
      free: FREE[kind],
      longestSeconds: kind === 'county' ? COUNTY_LONGEST_SECONDS : LONGEST_SECONDS,
      isOwn,
    });
    if (device !== null) return [scope('device', `${account}\0${device}`, true)];
    const network = networkOf(address);
    return [
      scope('accountFromNetwork', `${account}\0${network}`, true),
      scope('account', account, false),
      scope('network', network, false),
      scope('county', countyId ?? '', false),
    ];
  }
}

/** The network of an address: the address itself for IPv4, the first 64 bits for IPv6. */
function networkOf(address: string): string {
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, '');
  return isIPv6(plain) ? plain.split(':').slice(0, 4).join(':') : plain;
}
