import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import { Fault } from './fault.mjs';
import { freePort } from './ports.mjs';
import { findRedis } from './redis-binaries.mjs';
import { temporaryFolder } from './service-user.mjs';

const IMAGE = 'redis:8';
const LOG_TAIL = 600;
const START_LIMIT_MS = 15_000;
// The first run of a container fetches its image.
const CONTAINER_LIMIT_MS = 180_000;

function configuration({ port, password, folder, isThrowAway, isContainer }) {
  const lines = [
    `port ${isContainer ? 6379 : port}`,
    `bind ${isContainer ? '*' : '127.0.0.1'}`,
    `dir ${isContainer ? '/data' : `"${folder}"`}`,
    `requirepass ${password}`,
    'maxmemory-policy noeviction',
    'daemonize no',
    ...(isThrowAway ? ['save ""', 'appendonly no'] : ['appendonly yes']),
  ];
  return `${lines.join('\n')}\n`;
}

function invocation(found, { configFile, folder, port }) {
  if (!found.isContainer) return [configFile];
  const mounts = ['-v', `${configFile}:/tonggong.conf:ro`, '-v', `${folder}:/data`];
  const owner = ['--user', `${process.getuid()}:${process.getgid()}`];
  return [
    'run',
    '--rm',
    '--init',
    ...owner,
    '-p',
    `127.0.0.1:${port}:6379`,
    ...mounts,
    IMAGE,
    'redis-server',
    '/tonggong.conf',
  ];
}

function answers(port, password) {
  return new Promise((resolve) => {
    let received = '';
    const socket = net.connect(port, '127.0.0.1', () => socket.write(`AUTH ${password}\r\nPING\r\n`));
    const finish = (isUp) => {
      socket.destroy();
      resolve(isUp);
    };
    socket.setTimeout(500, () => finish(false));
    socket.on('error', () => finish(false));
    socket.on('end', () => finish(false));
    socket.on('data', (data) => {
      received += data;
      if (received.includes('PONG')) finish(true);
    });
  });
}

async function untilItAnswers({ member, port, password, logFile, limitMs }) {
  const until = Date.now() + limitMs;
  let dead = null;
  void member.ended.then((how) => (dead = how));
  while (!(await answers(port, password))) {
    if (dead !== null || Date.now() > until) {
      throw new Fault(
        `Redis ${dead === null ? 'does not answer' : `ended while starting (${dead})`}: set REDIS_URL, or QUEUE_BACKEND=postgres to do without.`,
        {
          details: fs.readFileSync(logFile, 'utf8').slice(-LOG_TAIL),
        },
      );
    }
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

function folderFor(home, record) {
  if (home === null) {
    const folder = temporaryFolder('tonggong-redis-', {});
    record.addFolder(folder);
    return folder;
  }
  const folder = path.join(home, 'redis-data');
  fs.mkdirSync(folder, { recursive: true, mode: 0o700 });
  return folder;
}

/**
 * Starts a Redis on a free loopback port, its files below `home` or, without one, thrown away at the end. Null when this
 * machine has none to offer.
 */
export async function startRedis({ group, record, home = null }) {
  const found = await findRedis();
  if (found === null) return null;
  const folder = folderFor(home, record);
  const port = await freePort();
  const password = randomBytes(24).toString('hex');
  // In a file, because the arguments of a process can be read by everybody on the machine.
  const configFile = path.join(folder, 'redis.conf');
  fs.writeFileSync(configFile, configuration({ port, password, folder, isThrowAway: home === null, ...found }), {
    mode: 0o600,
  });
  const logFile = path.join(folder, 'log');
  const log = fs.openSync(logFile, 'w');
  const member = group.start('Redis', found.program, invocation(found, { configFile, folder, port }), {
    env: found.env,
    stdio: ['ignore', log, log],
    stage: 2,
    graceMs: 3000,
  });
  fs.closeSync(log);
  await untilItAnswers({
    member,
    port,
    password,
    logFile,
    limitMs: found.isContainer ? CONTAINER_LIMIT_MS : START_LIMIT_MS,
  });
  return { url: `redis://:${password}@127.0.0.1:${port}`, note: found.how };
}
