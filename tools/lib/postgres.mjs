import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { Fault } from './fault.mjs';
import { freePort } from './ports.mjs';
import { findPostgres } from './postgres-binaries.mjs';
import { identityOf, isAlive, signal, waitForEnd } from './process-identity.mjs';
import { runCommand } from './run-command.mjs';
import { homeId } from './home.mjs';
import { canReach, reachablePlace, serviceUser, temporaryFolder } from './service-user.mjs';
import { say } from './steps.mjs';

const ADMINISTRATOR = 'postgres';
const DATABASE = 'tonggong';
const LOG_TAIL = 1200;
const START_LIMIT_MS = 60_000;
const ORPHAN_LIMIT_MS = 15_000;
const THROW_AWAY_SETTINGS = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off', 'autovacuum_naptime=5s'];

function clusterFolder(home, major, user) {
  const base = canReach(home, user)
    ? path.join(home, `postgresql-${major}`)
    : path.join(reachablePlace(`data-${homeId(home)}`), `postgresql-${major}`);
  if (!base.startsWith(home))
    say(`          PostgreSQL keeps its files in ${base}, because the user ${user.name} cannot reach ${home}`);
  fs.mkdirSync(base, { recursive: true, mode: 0o700 });
  if (user.uid !== undefined) fs.chownSync(base, user.uid, user.gid);
  else if (fs.statSync(base).uid !== process.getuid?.()) {
    throw new Fault(
      `The database in ${base} belongs to another user: start as that user, or set TONGGONG_HOME to another folder.`,
    );
  }
  return base;
}

function spawnOptions(base, { uid, gid }) {
  return { uid, gid, cwd: base, env: { PATH: process.env.PATH, LANG: 'C.UTF-8', HOME: base, TZ: 'UTC' } };
}

async function initialise({ binaries, base, user }) {
  const data = path.join(base, 'data');
  const passwordFile = path.join(base, 'password');
  if (fs.existsSync(path.join(data, 'PG_VERSION')) && fs.existsSync(passwordFile)) return;
  // Left by an initdb that was broken off: it never held anything.
  fs.rmSync(data, { recursive: true, force: true });
  const draft = `${passwordFile}.draft`;
  fs.writeFileSync(draft, randomBytes(24).toString('hex'), { mode: 0o600 });
  if (user.uid !== undefined) fs.chownSync(draft, user.uid, user.gid);
  const locale = process.platform === 'darwin' ? 'en_US.UTF-8' : 'C.UTF-8';
  const args = [
    '-D',
    data,
    '-U',
    ADMINISTRATOR,
    '-E',
    'UTF8',
    `--locale=${locale}`,
    '-A',
    'scram-sha-256',
    '--pwfile',
    draft,
    '--no-sync',
  ];
  const { code, output } = await runCommand(path.join(binaries.bin, 'initdb'), args, spawnOptions(base, user));
  if (code !== 0) throw new Fault(`PostgreSQL could not make a database in ${data}.`, { details: output });
  fs.renameSync(draft, passwordFile);
}

/** A server left by a killed start: its postmaster.pid is never touched, the server is asked to end and removes it itself. */
async function endOrphan(base) {
  const file = path.join(base, 'data/postmaster.pid');
  if (!fs.existsSync(file)) return;
  const pid = Number(fs.readFileSync(file, 'utf8').split('\n')[0]);
  const server = identityOf(pid);
  if (!isAlive(server) || !worksIn(pid, path.join(base, 'data'))) return;
  say(`          a PostgreSQL left by a killed start (process ${pid}) is stopped and started anew`);
  for (const gentlerFirst of ['SIGINT', 'SIGQUIT']) {
    signal(pid, gentlerFirst);
    if (await waitForEnd(server, ORPHAN_LIMIT_MS)) return;
  }
  throw new Fault(`A PostgreSQL left by a killed start (process ${pid}) does not end: stop it and start again.`);
}

/** A server's working directory is its cluster: another process that got the same id meanwhile is left alone. */
function worksIn(pid, folder) {
  if (!fs.existsSync('/proc/self/cwd')) return true;
  try {
    return fs.readlinkSync(`/proc/${pid}/cwd`) === fs.realpathSync(folder);
  } catch (error) {
    if (error.code === 'EACCES' || error.code === 'ENOENT') return false;
    throw error;
  }
}

function serverArguments({ base, port, isThrowAway }) {
  const settings = [
    'listen_addresses=127.0.0.1',
    'unix_socket_directories=',
    'max_connections=200',
    'shared_buffers=128MB',
    'timezone=UTC',
  ];
  if (isThrowAway) settings.push(...THROW_AWAY_SETTINGS);
  return ['-D', path.join(base, 'data'), '-p', String(port), ...settings.flatMap((setting) => ['-c', setting])];
}

async function untilItAnswers({ member, url, logFile }) {
  const { default: pg } = await import('pg');
  const until = Date.now() + START_LIMIT_MS;
  let dead = null;
  void member.ended.then((how) => (dead = how));
  for (;;) {
    if (dead !== null)
      throw new Fault(`PostgreSQL ended while starting (${dead}).`, {
        details: fs.readFileSync(logFile, 'utf8').slice(-LOG_TAIL),
      });
    const client = new pg.Client(url);
    // Without a listener an error on the idle connection would end the command.
    client.on('error', () => undefined);
    try {
      await client.connect();
      return client;
    } catch (error) {
      const isStarting = error.code === 'ECONNREFUSED' || error.code === '57P03';
      if (!isStarting || Date.now() > until) throw error;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }
}

async function makeDatabase(client) {
  const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [DATABASE]);
  if (rowCount === 0) await client.query(`create database ${DATABASE}`);
  await client.end();
}

/**
 * Starts a PostgreSQL that listens on a free loopback port, its cluster below `home` or, without one, in a folder that is
 * thrown away at the end. Gives the administrator's address of its database.
 */
export async function startPostgres({ group, record, home = null }) {
  const user = serviceUser();
  const binaries = findPostgres(user);
  const isThrowAway = home === null;
  const base = isThrowAway ? temporaryFolder('tonggong-postgresql-', user) : clusterFolder(home, binaries.major, user);
  if (isThrowAway) record.addFolder(base);
  await initialise({ binaries, base, user });
  await endOrphan(base);
  const port = await freePort();
  const logFile = path.join(base, 'log');
  const log = fs.openSync(logFile, 'w');
  const member = group.start(
    'PostgreSQL',
    path.join(binaries.bin, 'postgres'),
    serverArguments({ base, port, isThrowAway }),
    {
      ...spawnOptions(base, user),
      stdio: ['ignore', log, log],
      stage: 2,
      graceMs: 3000,
      stopSignal: 'SIGINT',
      forceSignal: 'SIGQUIT',
    },
  );
  fs.closeSync(log);
  const password = fs.readFileSync(path.join(base, 'password'), 'utf8').trim();
  const address = `postgres://${ADMINISTRATOR}:${password}@127.0.0.1:${port}`;
  await makeDatabase(await untilItAnswers({ member, url: `${address}/postgres`, logFile }));
  return { url: `${address}/${DATABASE}`, note: `${binaries.version} (${binaries.how}) as ${user.name}` };
}
