import { createHash, createSign, generateKeyPairSync, randomBytes, type KeyObject } from 'node:crypto';

/** What an answer may lie about. */
export interface Forgery {
  /** The page that asks. */
  readonly origin?: string;
  /** The host name that the passkey is for. */
  readonly partyId?: string;
  /** The holder was not asked for her finger or PIN. */
  readonly isUnverified?: boolean;
  readonly challenge?: string;
  readonly counter?: number;
  readonly userHandle?: string;
  /** A bit of the signature is turned over. */
  readonly isTampered?: boolean;
}

interface Request {
  readonly challenge: string;
  readonly rp?: { readonly id: string };
  readonly rpId?: string;
  readonly user?: { readonly id: string };
}

const PRESENT = 0x01;
const VERIFIED = 0x04;
const HAS_KEY = 0x40;

/** A passkey in software: ES256, real signatures over what WebAuthn prescribes, and a counter. */
export class SoftwareAuthenticator {
  readonly id = randomBytes(32);
  private readonly privateKey: KeyObject;
  private readonly point: { x: Buffer; y: Buffer };
  private userHandle = '';
  private counter = 0;

  constructor(private readonly origin: string) {
    const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    const { x = '', y = '' } = publicKey.export({ format: 'jwk' });
    this.privateKey = privateKey;
    this.point = { x: Buffer.from(x, 'base64url'), y: Buffer.from(y, 'base64url') };
  }

  /** Answers a request to make a passkey. */
  make(request: string, forgery: Forgery = {}): string {
    const { challenge, rp, user } = JSON.parse(request) as Request;
    this.userHandle = user?.id ?? '';
    const data = this.authenticatorData(rp?.id ?? '', forgery, true);
    const attestation = cborMap([
      ['fmt', cborText('none')],
      ['attStmt', cborMap([])],
      ['authData', cborBytes(data)],
    ]);
    return this.answer('webauthn.create', challenge, forgery, {
      attestationObject: attestation.toString('base64url'),
      transports: ['internal'],
    });
  }

  /** Answers a request to use it. */
  use(request: string, forgery: Forgery = {}): string {
    const { challenge, rpId = '' } = JSON.parse(request) as Request;
    this.counter = forgery.counter ?? this.counter + 1;
    const data = this.authenticatorData(rpId, forgery, false);
    const client = this.clientData('webauthn.get', challenge, forgery);
    const signed = Buffer.concat([data, createHash('sha256').update(client).digest()]);
    const signature = createSign('sha256').update(signed).sign(this.privateKey);
    if (forgery.isTampered === true)
      signature.writeUInt8(signature.readUInt8(signature.length - 1) ^ 1, signature.length - 1);
    return this.answer('webauthn.get', challenge, forgery, {
      authenticatorData: data.toString('base64url'),
      signature: signature.toString('base64url'),
      userHandle: forgery.userHandle ?? this.userHandle,
    });
  }

  private answer(type: string, challenge: string, forgery: Forgery, response: object): string {
    const id = this.id.toString('base64url');
    const clientDataJSON = this.clientData(type, challenge, forgery).toString('base64url');
    return JSON.stringify({
      id,
      rawId: id,
      type: 'public-key',
      clientExtensionResults: {},
      response: { clientDataJSON, ...response },
    });
  }

  private clientData(type: string, challenge: string, forgery: Forgery): Buffer {
    const { origin = this.origin } = forgery;
    return Buffer.from(JSON.stringify({ type, challenge: forgery.challenge ?? challenge, origin, crossOrigin: false }));
  }

  private authenticatorData(partyId: string, forgery: Forgery, withKey: boolean): Buffer {
    const flags = PRESENT | (forgery.isUnverified === true ? 0 : VERIFIED) | (withKey ? HAS_KEY : 0);
    const head = Buffer.alloc(5);
    head.writeUInt8(flags, 0);
    head.writeUInt32BE(this.counter, 1);
    const party = createHash('sha256')
      .update(forgery.partyId ?? partyId)
      .digest();
    return Buffer.concat([party, head, ...(withKey ? [this.credentialData()] : [])]);
  }

  private credentialData(): Buffer {
    const length = Buffer.alloc(2);
    length.writeUInt16BE(this.id.length);
    // COSE: kty EC2 (1: 2), alg ES256 (3: -7), crv P-256 (-1: 1), x (-2), y (-3).
    const key = Buffer.concat([
      Buffer.from([0xa5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21]),
      cborBytes(this.point.x),
      Buffer.from([0x22]),
      cborBytes(this.point.y),
    ]);
    return Buffer.concat([Buffer.alloc(16), length, this.id, key]);
  }
}

function cborHead(major: number, length: number): Buffer {
  if (length < 24) return Buffer.from([(major << 5) | length]);
  if (length < 256) return Buffer.from([(major << 5) | 24, length]);
  return Buffer.from([(major << 5) | 25, length >> 8, length & 0xff]);
}

const cborText = (text: string): Buffer => Buffer.concat([cborHead(3, Buffer.byteLength(text)), Buffer.from(text)]);
const cborBytes = (bytes: Buffer): Buffer => Buffer.concat([cborHead(2, bytes.length), bytes]);
const cborMap = (entries: readonly (readonly [string, Buffer])[]): Buffer =>
  Buffer.concat([cborHead(5, entries.length), ...entries.flatMap(([key, value]) => [cborText(key), value])]);
