import { Readable } from 'node:stream';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { mkdir, statfs } from 'node:fs/promises';
import { AwsClient } from 'aws4fetch';
import type { Arrival } from './arrival';
import { FileStore } from './file-store';
import { sweepFolder } from './folder-store';
import type { S3Settings } from './s3-settings';
import { FileMissing, StoreDown, StoreFull } from './store-faults';

const PREFIX = 'files/';
/** A store that does not begin to answer within this time is down, in milliseconds. */
const PATIENCE = 60_000;
/** Names of one page of a listing, at most 1 000, are some 400 bytes each. */
const LONGEST_LISTING = 2_000_000;

/** Files in a bucket, as `files/<SHA-256>`; bytes that are not known yet wait in a folder of this machine. */
export class S3Store extends FileStore {
  protected readonly incoming: string;
  private readonly client: AwsClient;

  /** @param folder where bytes wait; the machine's own for what is temporary unless told */
  constructor(
    private readonly settings: S3Settings,
    folder: string | null,
  ) {
    super();
    this.incoming = folder === null ? join(tmpdir(), 'zit-incoming') : join(folder, 'incoming');
    const { key, secret, region } = settings;
    this.client = new AwsClient({ accessKeyId: key, secretAccessKey: secret, region, service: 's3' });
  }

  async keep(arrival: Arrival): Promise<void> {
    // 25 MB at most, and a store refuses bytes of an unknown length.
    const body = await arrival.bytes();
    const headers = { 'x-amz-content-sha256': arrival.sha256, 'content-type': 'application/octet-stream' };
    const answer = await this.ask('PUT', this.addressOf(arrival.sha256), { headers, body: new Uint8Array(body) });
    await done(answer, 200);
  }

  async has(sha256: string): Promise<boolean> {
    const answer = await this.ask('HEAD', this.addressOf(sha256));
    if (answer.status === 404) return false;
    await done(answer, 200);
    return true;
  }

  async get(sha256: string): Promise<Readable> {
    const answer = await this.ask('GET', this.addressOf(sha256));
    if (answer.status === 404) {
      await answer.body?.cancel();
      throw new FileMissing(sha256);
    }
    if (answer.status !== 200 || !answer.body) return done(answer, 200) as never;
    return Readable.fromWeb(answer.body as Parameters<typeof Readable.fromWeb>[0]);
  }

  async remove(sha256: string): Promise<void> {
    await done(await this.ask('DELETE', this.addressOf(sha256)), 200, 204, 404);
  }

  async *keptBefore(instant: number): AsyncIterable<string> {
    let next: string | null = '';
    while (next !== null) {
      const query = new URLSearchParams({ 'list-type': '2', prefix: PREFIX });
      if (next !== '') query.set('continuation-token', next);
      const text = await this.listing(`${this.bucket()}?${query}`);
      for (const [, key = '', at = ''] of text.matchAll(/<Contents>.*?<Key>([^<]*)<\/Key>.*?<LastModified>([^<]*)</gs))
        if (/^files\/[0-9a-f]{64}$/.test(key) && Date.parse(at) < instant) yield key.slice(PREFIX.length);
      const token = /<NextContinuationToken>([^<]+)</.exec(text)?.[1];
      next = token === undefined ? null : token.replaceAll('&amp;', '&');
    }
  }

  /** A bucket has no end that could be asked for; the folder where bytes wait has one. */
  async requireRoom(bytes: number): Promise<void> {
    await mkdir(this.incoming, { recursive: true, mode: 0o700 });
    const { bavail, bsize } = await statfs(this.incoming);
    if (bavail * bsize < bytes * 2) throw new StoreFull();
  }

  sweep(instant: number): Promise<number> {
    return sweepFolder(this.incoming, instant);
  }

  private bucket(): string {
    return `${this.settings.endpoint}/${encodeURIComponent(this.settings.bucket)}`;
  }

  private addressOf(sha256: string): string {
    if (!/^[0-9a-f]{64}$/.test(sha256)) throw new Error('not a SHA-256');
    return `${this.bucket()}/${PREFIX}${sha256}`;
  }

  private async listing(address: string): Promise<string> {
    const answer = await this.ask('GET', address);
    if (answer.status !== 200) return done(answer, 200) as never;
    const text = await answer.text();
    if (text.length > LONGEST_LISTING) throw new StoreDown('a listing without an end');
    return text;
  }

  /** Signed, to the one origin of the settings: no redirect is followed. @throws StoreDown */
  private async ask(method: string, address: string, more: RequestInit = {}): Promise<Response> {
    const signed = await this.client.sign(address, { method, ...more });
    try {
      return await fetch(signed, { redirect: 'error', signal: AbortSignal.timeout(PATIENCE) });
    } catch (error) {
      throw new StoreDown(error instanceof Error ? error.message : String(error), { cause: error });
    }
  }
}

/** Reads the answer away. @throws StoreDown unless it has one of these statuses */
async function done(answer: Response, ...right: number[]): Promise<void> {
  await answer.body?.cancel();
  if (!right.includes(answer.status)) throw new StoreDown(`the store answered ${answer.status}`);
}
