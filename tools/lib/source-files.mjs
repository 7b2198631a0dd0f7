import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { root } from './paths.mjs';

const LEFT_OUT = new Set(['node_modules', 'dist', '.cache']);

/** Every file below a folder of the checkout, as paths relative to it, sorted. */
export function filesBelow(folder) {
  const absolute = path.join(root, folder);
  if (!fs.existsSync(absolute)) return [];
  if (fs.statSync(absolute).isFile()) return [folder];
  return fs
    .readdirSync(absolute, { withFileTypes: true })
    .filter(({ name }) => !LEFT_OUT.has(name))
    .flatMap((entry) => (entry.isDirectory() ? filesBelow(`${folder}/${entry.name}`) : [`${folder}/${entry.name}`]))
    .sort();
}

/** SHA-256 of texts or bytes, in hex. */
export function hashOf(...parts) {
  const hash = createHash('sha256');
  parts.forEach((part, index) => hash.update(index === 0 ? '' : '\0').update(part));
  return hash.digest('hex');
}

/**
 * What identifies each file's content. A file whose size and time of change are as `known` says is not read again, so
 * that a warm start spends milliseconds on this.
 */
export function fingerprints(files, known = {}) {
  return Object.fromEntries(
    files.map((file) => {
      const { size, mtimeMs } = fs.statSync(path.join(root, file));
      const before = known[file];
      if (before?.size === size && before.mtimeMs === mtimeMs) return [file, before];
      return [file, { size, mtimeMs, hash: hashOf(fs.readFileSync(path.join(root, file))) }];
    }),
  );
}

/** Reads a stamp written by `writeStamp`, or null. */
export function readStamp(file) {
  return fs.existsSync(file) ? JSON.parse(fs.readFileSync(file, 'utf8')) : null;
}

/** Keeps what a build was made from. */
export function writeStamp(file, content) {
  fs.mkdirSync(path.dirname(file), { recursive: true });
  const draft = `${file}.${process.pid}.draft`;
  fs.writeFileSync(draft, JSON.stringify(content));
  fs.renameSync(draft, file);
}
