import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface FakeS3 {
  url: string;
  /** Bytes by path, e.g. `/bucket/files/ab…`. */
  objects: Map<string, { bytes: Buffer; at: Date }>;
  /** Requests as they came: method and path. */
  asked: string[];
  /** Answers the next requests with this status and nothing else; 0: it works again. */
  break(status: number): void;
  stop(): Promise<void>;
}

const SIGNED =
  /^AWS4-HMAC-SHA256 Credential=klucz\/\d{8}\/pl-gda\/s3\/aws4_request, SignedHeaders=[a-z0-9;-]*host[a-z0-9;-]*, Signature=[0-9a-f]{64}$/;
/** Small, so that a listing has several pages. */
const PAGE = 2;

/** A bucket as far as the portal uses one: signed requests only, bytes checked against their SHA-256, pages of names. */
export async function startFakeS3(): Promise<FakeS3> {
  const objects: FakeS3['objects'] = new Map();
  const asked: string[] = [];
  let broken = 0;
  const server: Server = createServer((request, response) => {
    void bytesOf(request).then((bytes) => {
      const url = new URL(request.url ?? '', 'http://s3');
      asked.push(`${request.method} ${url.pathname}`);
      if (broken > 0) return response.writeHead(broken).end('<Error/>');
      if (!SIGNED.test(request.headers.authorization ?? '')) return response.writeHead(403).end('<Error/>');
      const { status, body = '' } = answer(request, url, bytes, objects);
      return response.writeHead(status).end(body);
    });
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    objects,
    asked,
    break: (status) => (broken = status),
    stop: () => {
      server.closeAllConnections();
      return new Promise((stopped) => server.close(() => stopped()));
    },
  };
}

async function bytesOf(request: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts);
}

function answer(
  { method, headers }: IncomingMessage,
  url: URL,
  bytes: Buffer,
  objects: FakeS3['objects'],
): { status: number; body?: string | Buffer } {
  const path = url.pathname;
  if (method === 'PUT') {
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    if (headers['x-amz-content-sha256'] !== sha256)
      return { status: 400, body: '<Code>XAmzContentSHA256Mismatch</Code>' };
    if (headers['content-length'] === undefined) return { status: 411 };
    objects.set(path, { bytes, at: new Date() });
    return { status: 200 };
  }
  if (method === 'DELETE') return { status: objects.delete(path) ? 204 : 404 };
  if (url.searchParams.get('list-type') === '2') return { status: 200, body: listing(url, objects) };
  const found = objects.get(path);
  if (!found) return { status: 404, body: '<Error/>' };
  return { status: 200, body: method === 'HEAD' ? '' : found.bytes };
}

function listing(url: URL, objects: FakeS3['objects']): string {
  const from = Number(url.searchParams.get('continuation-token')?.replace('strona&', '') ?? 0);
  const all = [...objects].filter(([path]) => path.startsWith(`${url.pathname}/${url.searchParams.get('prefix')}`));
  const page = all.slice(from, from + PAGE);
  const contents = page.map(
    ([path, { at }]) =>
      `<Contents><Key>${path.slice(url.pathname.length + 1)}</Key><LastModified>${at.toISOString()}</LastModified></Contents>`,
  );
  const more = from + PAGE < all.length;
  const next = more ? `<NextContinuationToken>strona&amp;${from + PAGE}</NextContinuationToken>` : '';
  return `<ListBucketResult><IsTruncated>${more}</IsTruncated>${contents.join('\n')}${next}</ListBucketResult>`;
}
