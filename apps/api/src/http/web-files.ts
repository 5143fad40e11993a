import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { open, type FileHandle } from 'node:fs/promises';
import { extname, join, relative, sep } from 'node:path';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { codeOf } from './error-code';
import { sendProblem, missing } from './problem.filter';
import { NONCE_PLACEHOLDER, contentPolicy, newNonce } from './security-headers';

interface WebFile {
  path: string;
  bytes: number;
  type: string;
  /** The name carries a hash of the content, so it never changes. */
  immutable: boolean;
  etag: string;
  encodings: { name: 'br' | 'gzip'; path: string; bytes: number }[];
}

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.jpg': 'image/jpeg',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.ttf': 'font/ttf',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json',
  '.woff': 'font/woff',
  '.woff2': 'font/woff2',
};

/**
 * The built web, from memory of what is in its folder: an address is looked up in a map, so no address can climb
 * out of the folder. Any other page address answers index.html, with a fresh nonce.
 */
export function serveWeb(fastify: FastifyInstance, root: string | null): void {
  const files = root && existsSync(root) ? webFiles(root) : new Map<string, WebFile>();
  const indexPath = files.get('/index.html')?.path;
  const index = indexPath ? readFileSync(indexPath, 'utf8') : null;
  fastify.get('/*', (request, reply) => {
    const path = request.url.split('?', 1)[0] ?? '/';
    const file = path === '/index.html' ? undefined : files.get(path);
    if (file) return sendFile(request, reply, file);
    if (index === null || !isPage(request, path)) return sendProblem(request, reply, missing(request));
    return sendIndex(reply, index);
  });
}

/** An address of the application itself: no file, not of the API, and asked for by somebody who reads pages. */
const isPage = (request: FastifyRequest, path: string): boolean =>
  !/^\/(api|livez|readyz|version)(\/|$)/.test(path) &&
  (path === '/index.html' || extname(path) === '') &&
  /text\/html|\*\/\*/.test(request.headers.accept ?? '*/*');

function sendIndex(reply: FastifyReply, index: string): FastifyReply {
  const nonce = newNonce();
  return reply
    .header('Content-Security-Policy', contentPolicy(nonce))
    .header('Cache-Control', 'no-store')
    .type('text/html; charset=utf-8')
    .send(index.replaceAll(NONCE_PLACEHOLDER, nonce));
}

async function sendFile(request: FastifyRequest, reply: FastifyReply, file: WebFile): Promise<unknown> {
  void reply
    .type(file.type)
    .header('Vary', 'Accept-Encoding')
    .header('ETag', file.etag)
    .header('Cache-Control', file.immutable ? 'public, max-age=31536000, immutable' : 'no-cache');
  if (request.headers['if-none-match'] === file.etag) return reply.status(304).send();
  const encoding = file.encodings.find((one) => accepts(request, one.name));
  const { path, bytes } = encoding ?? file;
  const content = await opened(path);
  if (!content) return sendProblem(request, reply, missing(request));
  if (encoding) void reply.header('Content-Encoding', encoding.name);
  return reply.header('Content-Length', bytes).send(content.createReadStream());
}

const accepts = (request: FastifyRequest, encoding: string): boolean =>
  new RegExp(`\\b${encoding}\\b(?!;q=0(?:\\.0*)?(?:,|$))`).test(String(request.headers['accept-encoding'] ?? ''));

/** The file; null when another build has replaced the folder since the portal started. */
async function opened(path: string): Promise<FileHandle | null> {
  try {
    return await open(path);
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return null;
    throw error;
  }
}

function webFiles(root: string): Map<string, WebFile> {
  const all = readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
  const names = new Set(all);
  const plain = all.filter((path) => !/\.(br|gz)$/.test(path) && TYPES[extname(path)]);
  return new Map(plain.map((path) => [`/${relative(root, path).split(sep).join('/')}`, webFile(path, names)]));
}

function webFile(path: string, names: ReadonlySet<string>): WebFile {
  const { size, mtimeMs } = statSync(path);
  const packed = [
    { name: 'br' as const, path: `${path}.br` },
    { name: 'gzip' as const, path: `${path}.gz` },
  ].filter((one) => names.has(one.path));
  return {
    path,
    bytes: size,
    type: TYPES[extname(path)] ?? 'application/octet-stream',
    immutable: /[-.][A-Za-z0-9_]{8,}\.[a-z0-9]+$/.test(path),
    etag: `"${size.toString(36)}-${Math.trunc(mtimeMs).toString(36)}"`,
    encodings: packed.map((one) => ({ ...one, bytes: statSync(one.path).size })),
  };
}
