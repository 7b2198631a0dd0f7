import { readFile } from 'node:fs/promises';
import { WrongUsage } from './cli-result';

/** Reads a file of JSON; undefined when it is none. Who names a file that cannot be read used the command wrongly. */
export async function readJson(file: string): Promise<unknown> {
  const text = await readFile(file, 'utf8').catch((error: unknown) => {
    throw new WrongUsage(`The file cannot be read: ${error instanceof Error ? error.message : String(error)}`);
  });
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
