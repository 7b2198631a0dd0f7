import { mkdir, open, readFile, rename, rm } from 'node:fs/promises';
import path from 'node:path';

/** Keeps encrypted bytes under a key; what they mean is in the database. */
export abstract class FileStore {
  /** Stores bytes so that they survive a crash, before it returns. */
  abstract put(key: string, bytes: Buffer): Promise<void>;
  /** The bytes under a key; throws where there are none. */
  abstract get(key: string): Promise<Buffer>;
  /** Removes bytes; removing twice is no error. */
  abstract remove(key: string): Promise<void>;
}

const KEY = /^[0-9a-f-]{36}$/;

/** Files in a folder, written whole or not at all. */
export class FolderFileStore extends FileStore {
  constructor(private readonly folder: string) {
    super();
  }

  override async put(key: string, bytes: Buffer): Promise<void> {
    const target = this.pathOf(key);
    await mkdir(path.dirname(target), { recursive: true, mode: 0o700 });
    const partial = `${target}.partial`;
    const handle = await open(partial, 'w', 0o600);
    try {
      await handle.writeFile(bytes);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(partial, target);
  }

  override get(key: string): Promise<Buffer> {
    return readFile(this.pathOf(key));
  }

  override remove(key: string): Promise<void> {
    return rm(this.pathOf(key), { force: true });
  }

  private pathOf(key: string): string {
    if (!KEY.test(key)) throw new Error('A file key is a UUID.');
    return path.join(this.folder, key.slice(-2), key);
  }
}
