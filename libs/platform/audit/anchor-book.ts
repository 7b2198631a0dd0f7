import { createPrivateKey, createPublicKey, generateKeyPairSync, sign, verify, type KeyObject } from 'node:crypto';
import {
  closeSync,
  existsSync,
  fstatSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  readSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import path from 'node:path';
import { z } from 'zod';

const ANCHOR = z.object({
  /** CHECKPOINT: the chain may be cut here. */
  kind: z.enum(['ANCHOR', 'CHECKPOINT']),
  countyId: z.string(),
  sequence: z.number().int().min(0),
  /** Hash of the link, hex. */
  hash: z.string(),
  /** When it was written, RFC 3339. */
  at: z.string(),
});
const SIGNED = ANCHOR.extend({ signature: z.string() });

/** What the chain of a county was at an instant. */
export type Anchor = z.infer<typeof ANCHOR>;

/** The anchors of a county whose signatures are good, in their order, and whether another one stands among them. */
export interface AnchorProof {
  readonly anchors: readonly Anchor[];
  readonly isForged: boolean;
}

/**
 * Anchors of the audit chains outside the database: `<home>/audit/<county>.anchors`, one line each, signed with
 * Ed25519. Who rules the database alone cannot write them. The public key stands beside them in `anchor-key.pem`;
 * copy both away regularly.
 */
export class AnchorBook {
  private readonly folder: string;
  private readonly secret: string;

  constructor(home: string) {
    this.folder = path.join(home, 'audit');
    this.secret = path.join(home, 'secrets', 'audit-anchor.key');
  }

  /** Signs and appends an anchor; it is on the disk when this returns. Makes the key on first use. */
  append(anchor: Anchor): void {
    const key = this.privateKey();
    mkdirSync(this.folder, { recursive: true, mode: 0o700 });
    const signature = sign(null, signedBytes(anchor), key).toString('base64');
    const file = openSync(this.fileOf(anchor.countyId), 'a+', 0o600);
    try {
      writeSync(file, `${endsTorn(file) ? '\n' : ''}${JSON.stringify({ ...anchor, signature })}\n`);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
  }

  /** Reads a county's anchors; needs the public key only. A line that a crash tore off is passed over. */
  read(countyId: string): AnchorProof {
    const file = this.fileOf(countyId);
    if (!existsSync(file)) return { anchors: [], isForged: false };
    const key = createPublicKey(readFileSync(path.join(this.folder, 'anchor-key.pem')));
    const signed = readFileSync(file, 'utf8').split('\n').flatMap(parsed);
    const anchors = signed.filter(
      (one) => one.countyId === countyId && verify(null, signedBytes(one), key, Buffer.from(one.signature, 'base64')),
    );
    return { anchors, isForged: anchors.length < signed.length };
  }

  private fileOf(countyId: string): string {
    return path.join(this.folder, `${countyId}.anchors`);
  }

  private privateKey(): KeyObject {
    if (!existsSync(this.secret)) this.makeKeys();
    return createPrivateKey(readFileSync(this.secret));
  }

  private makeKeys(): void {
    const { privateKey } = generateKeyPairSync('ed25519');
    mkdirSync(path.dirname(this.secret), { recursive: true, mode: 0o700 });
    mkdirSync(this.folder, { recursive: true, mode: 0o700 });
    try {
      writeFileSync(this.secret, privateKey.export({ type: 'pkcs8', format: 'pem' }), { mode: 0o400, flag: 'wx' });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error; // another worker was first: use its key
    }
    const publicKey = createPublicKey(createPrivateKey(readFileSync(this.secret)));
    writeFileSync(path.join(this.folder, 'anchor-key.pem'), publicKey.export({ type: 'spki', format: 'pem' }));
  }
}

const signedBytes = ({ kind, countyId, sequence, hash, at }: Anchor): Buffer =>
  Buffer.from(JSON.stringify([kind, countyId, sequence, hash, at]));

function parsed(line: string): z.infer<typeof SIGNED>[] {
  try {
    return [SIGNED.parse(JSON.parse(line))];
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof z.ZodError) return [];
    throw error;
  }
}

function endsTorn(file: number): boolean {
  const { size } = fstatSync(file);
  if (size === 0) return false;
  const last = Buffer.alloc(1);
  readSync(file, last, 0, 1, size - 1);
  return last.toString() !== '\n';
}
