import fs from 'node:fs';
import path from 'node:path';
import { Fault } from './fault.mjs';
import { cacheDirectory, distDirectory, root } from './paths.mjs';
import { runCommand } from './run-command.mjs';
import { filesBelow, fingerprints, hashOf, readStamp, writeStamp } from './source-files.mjs';

const STAMP = path.join(cacheDirectory, 'web-build.json');
const IS_SPEC = /[.-]spec\.tsx?$/;
const OUTPUT = path.join(distDirectory, 'web');

/** The folders the web is made from. */
export const WEB_FOLDERS = ['apps/web', 'libs/contract'];

/** The arguments for Vite, after its command; `--watch` and the like may follow. */
export const viteArguments = [
  path.join(root, 'node_modules/vite/bin/vite.js'),
  ...['build', '--config', 'apps/web/vite.config.mts', '--outDir', OUTPUT, '--emptyOutDir', '--logLevel', 'warn'],
];

/** Builds the web into dist/web unless that was done from the same sources; says whether it built. */
export async function buildWeb() {
  const tools = hashOf(fs.readFileSync(path.join(root, 'package-lock.json')));
  const before = readStamp(STAMP);
  const files = fingerprints(
    WEB_FOLDERS.flatMap(filesBelow).filter((file) => !IS_SPEC.test(file)),
    before?.files,
  );
  const content = hashOf(tools, JSON.stringify(Object.entries(files).map(([file, { hash }]) => [file, hash])));
  if (before?.content === content && fs.existsSync(path.join(OUTPUT, 'index.html'))) return false;
  const env = { ...process.env, NODE_ENV: 'production' };
  const { code, output } = await runCommand(process.execPath, viteArguments, { env });
  if (code !== 0) throw new Fault('The web could not be built.', { details: output });
  writeStamp(STAMP, { content, files });
  return true;
}
