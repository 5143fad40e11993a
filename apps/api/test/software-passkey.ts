import { createHash, generateKeyPairSync, randomBytes, sign, type KeyObject } from 'node:crypto';
import { isoCBOR } from '@simplewebauthn/server/helpers';

interface Options {
  challenge: string;
  rp?: { id: string };
  rpId?: string;
  user?: { id: string };
}

/** What a test may do wrong. */
export interface Fault {
  origin?: string;
  /** Host whose hash is signed instead of the portal's. */
  rpId?: string;
  unverified?: boolean;
  /** Shown instead of the counter that grows. */
  counter?: number;
  userHandle?: string;
  /** The signature of another key. */
  forged?: boolean;
}

const PRESENT = 0x01;
const VERIFIED = 0x04;
const BACKUP_ELIGIBLE = 0x08;
const BACKED_UP = 0x10;
const HAS_CREDENTIAL = 0x40;

/** An authenticator in software, ES256, after WebAuthn level 3: makes passkeys and signs with them. */
export class SoftwarePasskey {
  readonly id = randomBytes(16);
  private readonly key = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  private userHandle = '';
  counter = 0;

  constructor(
    private readonly origin: string,
    private readonly backedUp = true,
  ) {}

  /** Answer of `navigator.credentials.create()` as JSON. */
  create(options: unknown, fault: Fault = {}): Record<string, unknown> {
    const { challenge, rp, user } = options as Options;
    this.userHandle = user?.id ?? '';
    const credential = Buffer.concat([Buffer.alloc(16), length(this.id), this.id, cose(this.key.publicKey)]);
    const authData = Buffer.concat([this.authData(fault.rpId ?? rp?.id ?? '', HAS_CREDENTIAL, fault), credential]);
    const attestation = isoCBOR.encode(
      new Map<string, string | Map<string, string> | Uint8Array>([
        ['fmt', 'none'],
        ['attStmt', new Map<string, string>()],
        ['authData', new Uint8Array(authData)],
      ]),
    );
    return this.answer({
      clientDataJSON: this.clientData('webauthn.create', challenge, fault).toString('base64url'),
      attestationObject: Buffer.from(attestation).toString('base64url'),
      transports: ['internal', 'made-up'],
    });
  }

  /** Answer of `navigator.credentials.get()` as JSON. */
  get(options: unknown, fault: Fault = {}): Record<string, unknown> {
    const { challenge, rpId } = options as Options;
    if (fault.counter === undefined) this.counter += 1;
    const authData = this.authData(fault.rpId ?? rpId ?? '', 0, fault);
    const clientData = this.clientData('webauthn.get', challenge, fault);
    const signed = Buffer.concat([authData, createHash('sha256').update(clientData).digest()]);
    const key = fault.forged ? generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey : this.key.privateKey;
    return this.answer({
      clientDataJSON: clientData.toString('base64url'),
      authenticatorData: authData.toString('base64url'),
      signature: sign('sha256', signed, key).toString('base64url'),
      userHandle: fault.userHandle ?? this.userHandle,
    });
  }

  private answer(response: Record<string, unknown>): Record<string, unknown> {
    const id = this.id.toString('base64url');
    return { id, rawId: id, type: 'public-key', clientExtensionResults: {}, response };
  }

  private authData(rpId: string, more: number, { unverified, counter }: Fault): Buffer {
    const flags = PRESENT | (unverified ? 0 : VERIFIED) | (this.backedUp ? BACKUP_ELIGIBLE | BACKED_UP : 0) | more;
    const count = Buffer.alloc(4);
    count.writeUInt32BE(counter ?? this.counter);
    return Buffer.concat([createHash('sha256').update(rpId).digest(), Buffer.from([flags]), count]);
  }

  private clientData(type: string, challenge: string, { origin }: Fault): Buffer {
    return Buffer.from(JSON.stringify({ type, challenge, origin: origin ?? this.origin, crossOrigin: false }));
  }
}

const length = (bytes: Buffer): Buffer => Buffer.from([bytes.length >> 8, bytes.length & 255]);

/** The public key as COSE has it: EC2, ES256, P-256, x, y. */
function cose(key: KeyObject): Buffer {
  const { x = '', y = '' } = key.export({ format: 'jwk' });
  const map = new Map<number, number | Uint8Array>([
    [1, 2],
    [3, -7],
    [-1, 1],
    [-2, new Uint8Array(Buffer.from(x, 'base64url'))],
    [-3, new Uint8Array(Buffer.from(y, 'base64url'))],
  ]);
  return Buffer.from(isoCBOR.encode(map));
}
