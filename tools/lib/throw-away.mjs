import path from 'node:path';
import { Fault } from './fault.mjs';
import { interruption } from './interruption.mjs';
import { cacheDirectory } from './paths.mjs';
import { startPostgres } from './postgres.mjs';
import { ProcessGroup } from './process-group.mjs';
import { startRedis } from './redis.mjs';
import { clearUpAfterKilled, RunRecord } from './run-record.mjs';
import { temporaryFolder } from './service-user.mjs';
import { step } from './steps.mjs';

const RUN_DIRECTORY = path.join(cacheDirectory, 'run');

/** Services that last as long as `work` does; nothing of them is left, also when a member ends or the command is interrupted. */
export async function withThrowAwayServices(name, work) {
  await clearUpAfterKilled(RUN_DIRECTORY);
  const record = new RunRecord(RUN_DIRECTORY, name);
  let fail;
  const failed = new Promise((_, reject) => (fail = reject));
  const group = new ProcessGroup(record, (member, how) =>
    fail(new Fault(`The ${member} of the tests ended unexpectedly (${how}).`)),
  );
  interruption.addEventListener('abort', () => fail(interruption.reason));
  try {
    return await Promise.race([work({ group, record }), failed]);
  } finally {
    await group.stopAll();
  }
}

/** A PostgreSQL without durability; gives its administrator's address. */
export function throwAwayPostgres(services) {
  return step('PostgreSQL, throw-away', async (note) => {
    const started = await startPostgres(services);
    note(started.note);
    return started.url;
  });
}

/** A Redis without persistence; gives its address, or null when this machine has none. */
export function throwAwayRedis(services) {
  return step('Redis, throw-away', async (note) => {
    const started = await startRedis(services);
    note(started?.note ?? 'none to be had, the queues run on PostgreSQL');
    return started?.url ?? null;
  });
}

/** A TONGGONG_HOME of its own, removed at the end. */
export function throwAwayHome({ record }) {
  const home = temporaryFolder('tonggong-home-', {});
  record.addFolder(home);
  return home;
}
