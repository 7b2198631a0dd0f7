import { Redis } from 'ioredis';

/** Every key and every value that Redis holds, as a dump would hold them; null where jobs wait in PostgreSQL and there is no Redis. */
export async function dumpOfRedis(): Promise<readonly Buffer[] | null> {
  const url = process.env['REDIS_URL'];
  if (url === undefined || url === '' || process.env['QUEUE_BACKEND'] === 'postgres') return null;
  const redis = new Redis(url);
  try {
    const keys = await redis.keys('*');
    const values = await Promise.all(keys.map((key) => redis.dumpBuffer(key)));
    // A key may have gone between the two questions.
    return [...keys.map((key) => Buffer.from(key)), ...values.flatMap((value) => value ?? [])];
  } finally {
    await redis.quit();
  }
}
