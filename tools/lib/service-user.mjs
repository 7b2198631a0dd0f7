import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { Fault } from './fault.mjs';
import { root } from './paths.mjs';
import { hashOf } from './source-files.mjs';

const ROOT_OWNED_STATE = '/var/lib/tonggong';

/** PostgreSQL refuses to run as root, so it then runs as `postgres` or `nobody`; an ordinary user runs it as itself. */
export function serviceUser() {
  if (process.getuid?.() !== 0) return { name: os.userInfo().username };
  const accounts = fs
    .readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'));
  for (const name of ['postgres', 'nobody']) {
    const found = accounts.find(([account]) => account === name);
    if (found) return { name, uid: Number(found[2]), gid: Number(found[3]) };
  }
  throw new Fault(
    'PostgreSQL may not run as root and there is no user postgres or nobody to run it as: use an ordinary user, or set DATABASE_URL.',
  );
}

/** Whether the user may pass into a folder. */
export function canReach(folder, { uid, gid }) {
  return spawnSync('/bin/sh', ['-c', 'test -x "$1"', 'sh', folder], { uid, gid, cwd: '/' }).status === 0;
}

/** A place for one checkout's files that another user can reach, for a checkout below a closed folder such as /root. */
export function reachablePlace(name) {
  const place = path.join(ROOT_OWNED_STATE, `${hashOf(root).slice(0, 16)}-${name}`);
  fs.mkdirSync(place, { recursive: true, mode: 0o755 });
  return place;
}

/** A throw-away folder the user can reach, whatever TMPDIR says. */
export function temporaryFolder(prefix, user) {
  const parent = [os.tmpdir(), '/tmp'].find((folder) => fs.existsSync(folder) && canReach(folder, user));
  if (parent === undefined)
    throw new Fault(`The user ${user.name} cannot reach a folder for temporary files: set TMPDIR to one.`);
  const folder = fs.mkdtempSync(path.join(parent, prefix));
  if (user.uid !== undefined) fs.chownSync(folder, user.uid, user.gid);
  return folder;
}
