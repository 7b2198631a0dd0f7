import path from 'node:path';
import { startApi, startWorker } from '../lib/apps.mjs';
import { ensureBuild, ensureServer } from '../lib/build.mjs';
import { ensureDependencies } from '../lib/dependencies.mjs';
import { report } from '../lib/fault.mjs';
import { inHouse, moveIn } from '../lib/house.mjs';
import { root } from '../lib/paths.mjs';
import { requireFreePort } from '../lib/ports.mjs';
import { SERVER_FOLDERS } from '../lib/server-build.mjs';
import { readSettings } from '../lib/settings.mjs';
import { step } from '../lib/steps.mjs';
import { viteArguments } from '../lib/web-build.mjs';
import { bringUp } from './start.mjs';

const SETTLE_MS = 150;
const MORE = { GRAPHIQL: 'on', TRUSTED_DOCUMENTS: 'off' };
// A mistake in the code under work ends an application, not the whole house.
const SHOWN = { isShown: true, isVital: false };
const IS_WATCHED = /\.(ts|sql|json|graphql)$/;

/** Compiles and, when that went well, starts API and worker anew on the same port; a mistake leaves the old ones running. */
function restarter(house, running, options) {
  return async () => {
    try {
      await ensureServer();
      await step('API and worker anew', async () => {
        await Promise.all([house.group.stop(running.api.member), house.group.stop(running.worker)]);
        [running.api, running.worker] = await Promise.all([
          startApi(house.group, options),
          startWorker(house.group, options),
        ]);
      });
    } catch (error) {
      report(error);
    }
  };
}

/** Calls `restart` when the sources have been still for a moment, never twice at once. */
async function watchServer(restart) {
  const { watch } = await import('chokidar');
  let timer;
  let last = Promise.resolve();
  const soon = () => {
    clearTimeout(timer);
    timer = setTimeout(() => (last = last.then(restart)), SETTLE_MS);
  };
  const isIgnored = (file, stats) => Boolean(stats?.isFile()) && (!IS_WATCHED.test(file) || /[.-]spec\.ts$/.test(file));
  const folders = SERVER_FOLDERS.map((folder) => path.join(root, folder));
  watch(folders, { ignored: isIgnored, ignoreInitial: true }).on('all', soon);
}

function watchWeb(house) {
  const args = [...viteArguments, '--watch', '--mode', 'development', '--sourcemap', '--minify', 'false'];
  house.group.start('web build', process.execPath, args, {
    cwd: root,
    env: { ...process.env, NODE_ENV: 'development' },
    stdio: ['ignore', 'inherit', 'inherit'],
    stage: 0,
    graceMs: 1000,
  });
}

/** `npm run dev`: everything up and seeded, rebuilt and restarted on change, with GraphiQL and without trusted documents. */
export async function main() {
  const settings = readSettings();
  const lock = await moveIn(settings.home);
  return inHouse(settings.home, lock, async (house) => {
    await requireFreePort(settings.port);
    await ensureDependencies({ withDevelopment: true });
    const running = await bringUp(house, settings, { build: ensureBuild, mode: 'development', more: MORE, ...SHOWN });
    const port = running.api.port;
    const env = { ...running.env, SERVED_ORIGIN: running.env.SERVED_ORIGIN ?? `http://localhost:${port}` };
    watchWeb(house);
    await watchServer(restarter(house, running, { env, port, home: settings.home, ...SHOWN }));
  });
}
