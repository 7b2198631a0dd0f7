import fs from 'node:fs';
import path from 'node:path';
import { onPath, versionOf } from './binaries.mjs';
import { cacheDirectory } from './paths.mjs';
import { runCommand } from './run-command.mjs';

const PLACE = path.join(cacheDirectory, 'redis');
const FAILURE = path.join(PLACE, 'not-to-be-had');
const TRY_AGAIN_MS = 24 * 60 * 60 * 1000;
const APT_LIMIT_MS = 60_000;
// Beside the server only what a bare system may lack; the C library and the like are always there.
const LIBRARIES = /jemalloc|lua|lzf|hiredis|atomic/;

function unpacked() {
  const program = path.join(PLACE, 'usr/bin/redis-server');
  if (!fs.existsSync(program)) return null;
  const libraries = ['usr/lib', 'lib'].flatMap((folder) => {
    const absolute = path.join(PLACE, folder);
    const names = fs.existsSync(absolute) ? fs.readdirSync(absolute) : [];
    return names.filter((name) => name.endsWith('-linux-gnu')).map((name) => path.join(absolute, name));
  });
  const env = { ...process.env, LD_LIBRARY_PATH: libraries.join(':') };
  return versionOf(program, { env }) === null ? null : { how: 'Debian package', program, env };
}

// Private lists and a private cache: neither root nor an earlier `apt-get update` is needed.
function aptOptions() {
  const apt = path.join(PLACE, 'apt');
  for (const folder of ['lists/partial', 'cache/archives/partial', 'debs'])
    fs.mkdirSync(path.join(apt, folder), { recursive: true });
  const options = [
    `Dir::State::Lists=${apt}/lists`,
    `Dir::Cache=${apt}/cache`,
    'Debug::NoLocking=1',
    'APT::Sandbox::User=',
    'Acquire::Retries=0',
    'Acquire::http::Timeout=10',
  ];
  return options.flatMap((option) => ['-o', option]);
}

async function downloadPackages() {
  const options = aptOptions();
  const debs = path.join(PLACE, 'apt/debs');
  const run = (program, ...args) =>
    runCommand(program, [...options, ...args], {
      cwd: debs,
      timeout: APT_LIMIT_MS,
      env: { ...process.env, LC_ALL: 'C' },
    });
  if ((await run('apt-get', '-q', 'update')).code !== 0) return false;
  const quiet = ['recommends', 'suggests', 'conflicts', 'breaks', 'replaces', 'enhances'].map((kind) => `--no-${kind}`);
  const { stdout } = await run('apt-cache', 'depends', '--recurse', ...quiet, 'redis-tools');
  const names = stdout.split('\n').map((line) => line.trim());
  const libraries = [...new Set(names.filter((name) => name.startsWith('lib') && LIBRARIES.test(name)))];
  if ((await run('apt-get', '-q', 'download', 'redis-tools', 'redis-server', ...libraries)).code !== 0) return false;
  for (const deb of fs.readdirSync(debs)) {
    if ((await runCommand('dpkg-deb', ['-x', path.join(debs, deb), PLACE])).code !== 0) return false;
  }
  return true;
}

/** Redis out of Debian's packages without installing them, kept in .cache; after a failure it is not tried again for a day. */
async function fromDebian() {
  const kept = unpacked();
  if (kept !== null) return kept;
  if (onPath('apt-get') === null || onPath('dpkg-deb') === null) return null;
  if (fs.existsSync(FAILURE) && Date.now() - fs.statSync(FAILURE).mtimeMs < TRY_AGAIN_MS) return null;
  const found = (await downloadPackages()) ? unpacked() : null;
  fs.rmSync(path.join(PLACE, 'apt'), { recursive: true, force: true });
  if (found === null) fs.writeFileSync(FAILURE, '');
  return found;
}

function fromPath() {
  for (const name of ['redis-server', 'valkey-server']) {
    const program = onPath(name);
    if (program !== null && versionOf(program) !== null) return { how: name, program, env: process.env };
  }
  return null;
}

async function fromDocker() {
  const program = onPath('docker');
  if (program === null) return null;
  const { code } = await runCommand(program, ['info'], { timeout: 4000 });
  return code === 0 ? { how: 'docker', program, env: process.env, isContainer: true } : null;
}

/** The first way to run a Redis on this machine, or null when there is none. */
export async function findRedis() {
  return fromPath() ?? (await fromDocker()) ?? (await fromDebian());
}
