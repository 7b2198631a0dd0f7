import { mkdir, open, readFile, stat } from 'node:fs/promises';
import path from 'node:path';

/** One person who was erased: ids only. */
export interface ErasedClient {
  readonly countyId: string;
  readonly clientId: string;
  /** RFC 3339. */
  readonly erasedAt: string;
}

const COUNTY = /^[0-9a-f-]{36}$/;
const LINE_END = 0x0a;

/**
 * Who was erased, outside the database and only ever added to: a restore brings a backup's people back, and this list
 * says whom to erase again. One file per county in `<home>/erasures`, one line per person.
 */
export class ErasureList {
  private readonly folder: string;

  constructor(home: string) {
    this.folder = path.join(home, 'erasures');
  }

  /** Adds a person, safe against a crash before it returns. Called before the erasure commits; a second line of the same person does no harm. */
  async append(erased: ErasedClient): Promise<void> {
    await mkdir(this.folder, { recursive: true, mode: 0o700 });
    const file = this.fileOf(erased.countyId);
    const handle = await open(file, 'a+', 0o600);
    try {
      // What a crash tore off in the middle of a line must not swallow the next one.
      const { size } = await stat(file);
      const last = Buffer.alloc(1);
      if (size > 0) await handle.read(last, 0, 1, size - 1);
      const start = size > 0 && last[0] !== LINE_END ? '\n' : '';
      await handle.appendFile(`${start}${JSON.stringify(erased)}\n`);
      await handle.sync();
    } finally {
      await handle.close();
    }
  }

  /** Everybody on a county's list, each once. A line that a crash tore off is passed over: its erasure was done again, under a line of its own. */
  async read(countyId: string): Promise<readonly ErasedClient[]> {
    const text = await readFile(this.fileOf(countyId), 'utf8').catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return '';
      throw error;
    });
    const byClient = new Map<string, ErasedClient>();
    for (const line of text.split('\n')) {
      if (!/^\{.*\}$/.test(line)) continue;
      const erased = JSON.parse(line) as ErasedClient;
      byClient.set(erased.clientId, erased);
    }
    return [...byClient.values()];
  }

  private fileOf(countyId: string): string {
    if (!COUNTY.test(countyId)) throw new Error('A county is named by its id.');
    return path.join(this.folder, `${countyId}.jsonl`);
  }
}
