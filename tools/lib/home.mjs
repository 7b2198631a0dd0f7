import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { Fault } from './fault.mjs';

const OWNER_ONLY = 0o600;

/** Makes the home folder; others may pass through it (PostgreSQL runs as another user under root), not read it. */
export function prepareHome(home) {
  try {
    fs.mkdirSync(home, { recursive: true, mode: 0o711 });
    fs.accessSync(home, fs.constants.W_OK);
  } catch (error) {
    throw new Fault(
      `The folder ${home} cannot be written (${error.code}): mend its owner or set TONGGONG_HOME to another folder.`,
    );
  }
  for (const name of ['secrets', 'mail', 'run', 'log']) {
    fs.mkdirSync(path.join(home, name), { recursive: true, mode: 0o700 });
  }
}

/** Where a command records what it runs. */
export const runDirectory = (home) => path.join(home, 'run');

/** Where the running instance keeps the addresses that `npm run cli` needs. */
export const environmentFile = (home) => path.join(home, 'run', 'environment.json');

/** Where the demo accounts' password is kept. */
export const demoPasswordFile = (home) => path.join(home, 'demo-password');

/** What tells this home folder from every other one, also from a later one of the same name: its keys go with it. */
export function homeId(home) {
  const file = path.join(home, 'secrets', 'home-id');
  if (!fs.existsSync(file)) writePrivate(file, `${randomBytes(8).toString('hex')}\n`);
  return fs.readFileSync(file, 'utf8').trim();
}

/** Writes a file only its owner may read, whole or not at all. */
export function writePrivate(file, text) {
  const draft = `${file}.${process.pid}.draft`;
  fs.writeFileSync(draft, text, { mode: OWNER_ONLY });
  fs.renameSync(draft, file);
}

/** The password kept from an earlier seeding, or null. */
export function keptDemoPassword(home) {
  const file = demoPasswordFile(home);
  return fs.existsSync(file) ? fs.readFileSync(file, 'utf8').trim() : null;
}

/** The password for the demo accounts about to be made: the given one, else the kept one, else a new one; kept from now on. */
export function chooseDemoPassword(home, given) {
  const password = given ?? keptDemoPassword(home) ?? randomBytes(12).toString('base64url');
  writePrivate(demoPasswordFile(home), `${password}\n`);
  return password;
}
