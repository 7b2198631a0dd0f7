import path from 'node:path';
import { withLock } from './lock.mjs';
import { cacheDirectory } from './paths.mjs';
import { buildServer } from './server-build.mjs';
import { step } from './steps.mjs';
import { buildWeb } from './web-build.mjs';

// Two commands at once must not write the same output.
const guarded = (part, work) => withLock(path.join(cacheDirectory, `build-${part}.lock`), work);

/** Brings the server in dist/ in step with its sources; `isTold` also when there was nothing to do. */
export function ensureServer({ isTold = true } = {}) {
  return step('build: server', async (note) => {
    const count = await guarded('server', buildServer);
    if (count > 0) note(`${count} files`);
    else note(isTold ? 'up to date' : null);
  });
}

/** Brings dist/web in step with its sources. */
export function ensureWeb() {
  return step('build: web', async (note) => note((await guarded('web', buildWeb)) ? 'built' : 'up to date'));
}

/** Both, side by side. */
export async function ensureBuild() {
  await Promise.all([ensureServer(), ensureWeb()]);
}
