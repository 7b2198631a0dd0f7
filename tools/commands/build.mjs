import { ensureBuild } from '../lib/build.mjs';
import { ensureDependencies } from '../lib/dependencies.mjs';

/** `npm run build`: server and web into dist/. */
export async function main() {
  await ensureDependencies({ withDevelopment: false });
  await ensureBuild();
  return 0;
}
