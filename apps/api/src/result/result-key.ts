import { createPrivateKey, createPublicKey, generateKeyPairSync, sign, type KeyObject } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { Inject, Injectable } from '@nestjs/common';
import { RESULT_FORMAT, type ResultFile } from '@zit/domain';
import { SETTINGS, type Settings } from '../http/settings';

export type ResultSignature = NonNullable<ResultFile['signature']>;

/**
 * The key by which this installation signs results (Ed25519). It is made once, when it is first needed, and kept in a
 * file that nobody else reads; without the setting there is none, and results are not signed.
 */
@Injectable()
export class ResultKey {
  private pair: { secret: KeyObject; open: string } | null = null;

  constructor(@Inject(SETTINGS) private readonly settings: Pick<Settings, 'resultKeyFile'>) {}

  /** Base64 of the public key as SPKI: what a verifier is told; null: there is none. @throws when the file is no such key */
  open(): string | null {
    return this.load()?.open ?? null;
  }

  /** Over `zit-result/1 ` and the SHA-256 of a result; null: there is no key. */
  sign(sha256: string): ResultSignature | null {
    const pair = this.load();
    if (!pair) return null;
    const value = sign(null, Buffer.from(`${RESULT_FORMAT} ${sha256}`), pair.secret).toString('base64');
    return { key: pair.open, value };
  }

  private load(): typeof this.pair {
    const file = this.settings.resultKeyFile;
    if (file === null) return null;
    this.pair ??= pairOf(createPrivateKey(readOrMake(file)));
    return this.pair;
  }
}

function pairOf(secret: KeyObject): { secret: KeyObject; open: string } {
  if (secret.asymmetricKeyType !== 'ed25519') throw new Error('RESULT_KEY_FILE holds no Ed25519 key');
  const open = createPublicKey(secret).export({ type: 'spki', format: 'der' }).toString('base64');
  return { secret, open };
}

/** Of two processes that make one at once the first wins, and both use that one. */
function readOrMake(file: string): string {
  const found = read(file);
  if (found !== null) return found;
  mkdirSync(dirname(file), { recursive: true });
  const { privateKey } = generateKeyPairSync('ed25519');
  try {
    writeFileSync(file, privateKey.export({ type: 'pkcs8', format: 'pem' }), { flag: 'wx', mode: 0o600 });
  } catch (error) {
    if ((error as { code?: unknown } | null)?.code !== 'EEXIST') throw error;
  }
  return readFileSync(file, 'utf8');
}

function read(file: string): string | null {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if ((error as { code?: unknown } | null)?.code === 'ENOENT') return null;
    throw error;
  }
}
