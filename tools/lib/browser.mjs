import { onPath, versionOf } from './binaries.mjs';
import { Fault } from './fault.mjs';
import { runCommand } from './run-command.mjs';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'];
const PACKAGES = ['chromium', 'fonts-noto-cjk'];

/** The Chromium to test with: the one CHROMIUM names, else the one on PATH, else null. */
export function findBrowser() {
  const named = process.env.CHROMIUM?.trim();
  if (named) {
    if (versionOf(named) === null) throw new Fault(`CHROMIUM names ${named}, which does not run.`);
    return named;
  }
  for (const name of NAMES) {
    const program = onPath(name);
    if (program !== null) return program;
  }
  return null;
}

async function hasChineseFont() {
  if (onPath('fc-list') === null) return false;
  const { stdout } = await runCommand('fc-list', [':lang=zh-cn']);
  return stdout.trim() !== '';
}

/** The words to put before a command that needs root, or null when this user cannot become root without being asked. */
async function becomingRoot() {
  if (process.getuid?.() === 0) return [];
  if (onPath('sudo') === null) return null;
  const { code } = await runCommand('sudo', ['-n', 'true']);
  return code === 0 ? ['sudo', '-n'] : null;
}

async function apt(prefix, args) {
  const [program, ...rest] = [
    ...prefix,
    'env',
    'DEBIAN_FRONTEND=noninteractive',
    'apt-get',
    '-q',
    '-o',
    'DPkg::Lock::Timeout=120',
    ...args,
  ];
  const { code, output } = await runCommand(program, rest);
  if (code !== 0)
    throw new Fault(`apt-get ${args[0]} failed, so there is no browser to test with.`, {
      details: output.slice(-2000),
    });
}

/** Installs Chromium and a Chinese font from the system's packages; gives the browser, or null where this user may not. */
export async function installBrowser() {
  const present = findBrowser();
  if (present !== null && (await hasChineseFont())) return present;
  const prefix = onPath('apt-get') === null ? null : await becomingRoot();
  if (prefix === null) return present;
  await apt(prefix, ['update']);
  await apt(prefix, ['install', '-y', '--no-install-recommends', ...PACKAGES]);
  return findBrowser();
}
