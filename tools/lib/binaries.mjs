import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';

/** The full path of a program on PATH, or null. */
export function onPath(name) {
  const candidates = (process.env.PATH ?? '')
    .split(path.delimiter)
    .filter(Boolean)
    .map((folder) => path.join(folder, name));
  return candidates.find(isExecutable) ?? null;
}

function isExecutable(file) {
  try {
    fs.accessSync(file, fs.constants.X_OK);
    return fs.statSync(file).isFile();
  } catch (error) {
    if (['ENOENT', 'EACCES', 'ENOTDIR'].includes(error.code)) return false;
    throw error;
  }
}

/** What `<program> --version` prints, or null when it cannot run. */
export function versionOf(program, options = {}) {
  const { status, stdout } = spawnSync(program, ['--version'], { cwd: '/', encoding: 'utf8', ...options });
  return status === 0 ? stdout.trim() : null;
}
