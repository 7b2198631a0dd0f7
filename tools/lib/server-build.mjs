import fs from 'node:fs';
import path from 'node:path';
import { Fault } from './fault.mjs';
import { distDirectory, root } from './paths.mjs';
import { filesBelow, fingerprints, hashOf, readStamp, writeStamp } from './source-files.mjs';

/** The folders whose TypeScript becomes the server. */
export const SERVER_FOLDERS = ['apps/api', 'apps/worker', 'apps/cli', 'libs', 'database'];
const STAMP = path.join(distDirectory, '.server.json');
const IS_SPEC = /[.-]spec\.ts$/;
// The typed documents are the web's and the tests'.
const IS_NOT_RUN = /(\.d\.ts|\.md)$|^libs\/contract\/gql\//;

function compilerFingerprint() {
  const { version } = JSON.parse(fs.readFileSync(path.join(root, 'node_modules/@swc/core/package.json'), 'utf8'));
  return hashOf(version, fs.readFileSync(path.join(root, '.swcrc')));
}

const isCompiled = (file) => file.endsWith('.ts');
const targetOf = (file) => path.join(distDirectory, isCompiled(file) ? file.replace(/\.ts$/, '.js') : file);

async function compile(swc, file) {
  const target = targetOf(file);
  const sourceFileName = path.relative(path.dirname(target), path.join(root, file));
  const { code, map } = await swc.transformFile(path.join(root, file), { sourceFileName, cwd: root });
  fs.mkdirSync(path.dirname(target), { recursive: true });
  fs.writeFileSync(target, `${code}\n//# sourceMappingURL=${path.basename(target)}.map\n`);
  fs.writeFileSync(`${target}.map`, map);
}

async function produce(swc, file) {
  if (isCompiled(file)) return compile(swc, file);
  fs.mkdirSync(path.dirname(targetOf(file)), { recursive: true });
  return fs.promises.copyFile(path.join(root, file), targetOf(file));
}

function remove(file) {
  fs.rmSync(targetOf(file), { force: true });
  fs.rmSync(`${targetOf(file)}.map`, { force: true });
}

async function produceAll(changed) {
  const { default: swc } = await import('@swc/core');
  const results = await Promise.allSettled(changed.map((file) => produce(swc, file)));
  const failures = results.flatMap((result) => (result.status === 'rejected' ? [String(result.reason)] : []));
  if (failures.length > 0) throw new Fault('The server could not be compiled.', { details: failures.join('\n') });
}

/** Brings dist/ in step with the sources, file by file; gives how many files were compiled or copied. */
export async function buildServer() {
  const compiler = compilerFingerprint();
  const stamp = readStamp(STAMP);
  const before = stamp?.compiler === compiler ? stamp.files : {};
  const files = SERVER_FOLDERS.flatMap(filesBelow).filter((file) => !IS_SPEC.test(file) && !IS_NOT_RUN.test(file));
  const now = fingerprints(files, before);
  const changed = files.filter((file) => before[file]?.hash !== now[file].hash || !fs.existsSync(targetOf(file)));
  const gone = Object.keys(stamp?.files ?? {}).filter((file) => !(file in now));
  if (changed.length === 0 && gone.length === 0) return 0;
  await produceAll(changed);
  gone.forEach(remove);
  writeStamp(STAMP, { compiler, files: now });
  return changed.length;
}
