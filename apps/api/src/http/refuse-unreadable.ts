import type { Socket } from 'node:net';
import { errorWords } from '@zit/words.pl/errors';
import { randomUUID } from 'node:crypto';
import { BARE_HEADERS } from './bare-headers';

/** What is not HTTP, or has more than 16 kB of headers, or comes too slowly: a problem before there is a request. */
export function refuseUnreadable(error: Error & { code?: string }, socket: Socket): void {
  if (error.code === 'ECONNRESET' || socket.destroyed || !socket.writable) return void socket.destroy();
  const [status, reason] = statusOf(error.code);
  const body = JSON.stringify({
    type: 'urn:zit:problem:malformed',
    title: errorWords.title.MALFORMED,
    status,
    code: 'MALFORMED',
    detail: errorWords.unreadable,
    trace: randomUUID(),
  });
  const head = [
    `HTTP/1.1 ${status} ${reason}`,
    'Content-Type: application/problem+json; charset=utf-8',
    `Content-Length: ${Buffer.byteLength(body)}`,
    'Cache-Control: no-store',
    ...Object.entries(BARE_HEADERS).map(([name, value]) => `${name}: ${value}`),
    'Connection: close',
  ];
  socket.end(`${head.join('\r\n')}\r\n\r\n${body}`);
}

function statusOf(code: string | undefined): [number, string] {
  if (code === 'HPE_HEADER_OVERFLOW') return [431, 'Request Header Fields Too Large'];
  if (code === 'ERR_HTTP_REQUEST_TIMEOUT') return [408, 'Request Timeout'];
  return [400, 'Bad Request'];
}
