import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** SQL files stay in the source tree: beside this folder, or from dist three folders up and down again. */
function sqlFolder(): string {
  const beside = path.resolve(__dirname, '../sql');
  return existsSync(beside) ? beside : path.resolve(__dirname, '../../../database/sql');
}

/** The text of a migration's SQL file. */
export const sqlFile = (name: string): string => readFileSync(path.join(sqlFolder(), name), 'utf8');
