import fs from 'node:fs';
import path from 'node:path';
import { Fault } from './fault.mjs';
import { environmentFile, prepareHome, runDirectory } from './home.mjs';
import { interruption } from './interruption.mjs';
import { takeLock } from './lock.mjs';
import { startMailProcess } from './mail.mjs';
import { startPostgres } from './postgres.mjs';
import { ProcessGroup } from './process-group.mjs';
import { startRedis } from './redis.mjs';
import { clearUpAfterKilled, RunRecord } from './run-record.mjs';
import { say, step } from './steps.mjs';

/** Takes the home folder for this command, or says that another one has it; clears up after one that was killed. */
export async function moveIn(home) {
  prepareHome(home);
  const lock = takeLock(path.join(runDirectory(home), 'start.lock'));
  if (lock.holder) {
    throw new Fault(
      `Tonggong already runs from ${home} (process ${lock.holder.pid}): stop that one first, or set TONGGONG_HOME to another folder.`,
    );
  }
  fs.rmSync(environmentFile(home), { force: true });
  const left = await clearUpAfterKilled(runDirectory(home));
  if (left.length > 0) say(`          left by a killed start and stopped now: ${left.join(', ')}`);
  return lock;
}

/** Everything a command keeps running, ended in the right order by a signal, by the end of a member, or by `stop`. */
export class House {
  #lock;
  #home;
  #isStopping = null;

  constructor(home, lock) {
    this.#home = home;
    this.#lock = lock;
    this.record = new RunRecord(runDirectory(home), 'house');
    this.ended = new Promise((resolve) => (this.end = resolve));
    this.group = new ProcessGroup(this.record, (name, how) => {
      say(`The ${name} ended unexpectedly (${how}): everything is stopped.`);
      this.end(1);
    });
    interruption.addEventListener('abort', () => this.end(0));
    if (interruption.aborted) this.end(0);
  }

  /** Ends all members, services last, and gives the home folder back. */
  stop() {
    this.#isStopping ??= this.group.stopAll().finally(() => {
      fs.rmSync(environmentFile(this.#home), { force: true });
      this.#lock.release();
    });
    return this.#isStopping;
  }
}

/** Runs `work` in the house until it fails or the house is told to end; then stops everything. Gives the exit code. */
export async function inHouse(home, lock, work) {
  const house = new House(home, lock);
  try {
    await Promise.race([work(house), house.ended]);
    return await house.ended;
  } finally {
    await house.stop();
  }
}

async function database(house, settings) {
  if (settings.databaseUrl !== null) return settings.databaseUrl;
  return step('PostgreSQL', async (note) => {
    const started = await startPostgres({ ...house, home: settings.home });
    note(started.note);
    return started.url;
  });
}

async function queue(house, settings) {
  if (settings.queueBackend === 'postgres') return null;
  if (settings.redisUrl !== null) return settings.redisUrl;
  return step('Redis', async (note) => {
    const started = await startRedis({ ...house, home: settings.home });
    note(started === null ? 'none to be had, the queues run on PostgreSQL' : started.note);
    if (started === null && settings.queueBackend === 'redis') {
      throw new Fault('QUEUE_BACKEND is redis but no Redis was found: set REDIS_URL, or install redis-server.');
    }
    return started === null ? null : started.url;
  });
}

async function mail(house, settings) {
  if (settings.isMailOff || settings.smtpUrl !== null) return { smtpUrl: settings.smtpUrl, pageUrl: null };
  return step('mail catcher', () => startMailProcess({ ...house, home: settings.home }));
}

/** Uses or starts PostgreSQL, Redis and the mail catcher, side by side. */
export async function startServices({ group, record }, settings) {
  const house = { group, record };
  const [databaseUrl, redisUrl, { smtpUrl, pageUrl }] = await Promise.all([
    database(house, settings),
    queue(house, settings),
    mail(house, settings),
  ]);
  return { databaseUrl, redisUrl, smtpUrl, pageUrl };
}
