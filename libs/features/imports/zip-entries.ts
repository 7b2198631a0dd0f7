import { inflateRawSync } from 'node:zlib';
import { UnreadableFile } from './table-row';

const END = 0x06054b50;
const ENTRY = 0x02014b50;
const LOCAL = 0x04034b50;
const END_BYTES = 22;
const ENTRY_BYTES = 46;
const LOCAL_BYTES = 30;
const MAX_COMMENT = 65_535;
const STORED = 0;
const DEFLATED = 8;

/** Most bytes that one part may unpack to: a file of 20 MiB could hold 20 GiB. */
const MAX_UNPACKED = 256 * 1_024 * 1_024;

interface Entry {
  readonly method: number;
  readonly packedBytes: number;
  readonly offset: number;
}

/**
 * The parts of a ZIP archive, unpacked in memory with a bound. Of our own because a library that streams workbooks
 * writes their cells to temporary files, and bounds neither what it unpacks nor what it keeps.
 */
export class ZipEntries {
  private readonly entries: ReadonlyMap<string, Entry>;

  /** Throws UnreadableFile. */
  constructor(private readonly bytes: Buffer) {
    this.entries = readable(() => directoryOf(bytes));
  }

  /** A part as UTF-8 text, or null where there is none of that name. Throws UnreadableFile. */
  text(name: string): string | null {
    const entry = this.entries.get(name.toLowerCase());
    return entry === undefined ? null : readable(() => this.unpacked(entry).toString('utf8'));
  }

  private unpacked({ method, packedBytes, offset }: Entry): Buffer {
    const { bytes } = this;
    if (bytes.readUInt32LE(offset) !== LOCAL) throw new UnreadableFile('a part is not where it should be');
    const start = offset + LOCAL_BYTES + bytes.readUInt16LE(offset + 26) + bytes.readUInt16LE(offset + 28);
    const packed = bytes.subarray(start, start + packedBytes);
    if (method === STORED) return packed;
    if (method === DEFLATED) return inflateRawSync(packed, { maxOutputLength: MAX_UNPACKED });
    throw new UnreadableFile('a part is packed in an unknown way');
  }
}

function directoryOf(bytes: Buffer): ReadonlyMap<string, Entry> {
  const end = endOf(bytes);
  const count = bytes.readUInt16LE(end + 10);
  const entries = new Map<string, Entry>();
  let at = bytes.readUInt32LE(end + 16);
  for (let index = 0; index < count; index += 1) {
    if (bytes.readUInt32LE(at) !== ENTRY) throw new UnreadableFile('the directory is damaged');
    const nameBytes = bytes.readUInt16LE(at + 28);
    const name = bytes.toString('utf8', at + ENTRY_BYTES, at + ENTRY_BYTES + nameBytes);
    entries.set(name.toLowerCase(), {
      method: bytes.readUInt16LE(at + 10),
      packedBytes: bytes.readUInt32LE(at + 20),
      offset: bytes.readUInt32LE(at + 42),
    });
    at += ENTRY_BYTES + nameBytes + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  return entries;
}

function endOf(bytes: Buffer): number {
  for (let at = bytes.length - END_BYTES; at >= 0 && at >= bytes.length - END_BYTES - MAX_COMMENT; at -= 1) {
    if (bytes.readUInt32LE(at) === END) return at;
  }
  throw new UnreadableFile('no archive');
}

/** What Node says of bytes that lead out of the file, do not unpack, or unpack to too much. */
function readable<T>(read: () => T): T {
  try {
    return read();
  } catch (error) {
    const { code } = error as { code?: string };
    const isDamage = code === 'ERR_OUT_OF_RANGE' || code === 'ERR_BUFFER_TOO_LARGE' || code?.startsWith('Z_') === true;
    if (isDamage) throw new UnreadableFile('the archive is damaged or too large');
    throw error;
  }
}
