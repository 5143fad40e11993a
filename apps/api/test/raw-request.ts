import { request } from 'node:http';

/** Sends the path as it is written, with nothing tidied up on the way; answers the status. */
export function rawRequest(
  url: string,
  { method, path, token, body }: { method: string; path: string; token: string | null; body?: unknown },
): Promise<{ status: number; text: string }> {
  const { hostname, port } = new URL(url);
  const text = body === undefined ? '' : JSON.stringify(body);
  const headers = {
    'Sec-Fetch-Site': 'same-origin',
    ...(token ? { Cookie: `zit=${token}` } : {}),
    ...(text ? { 'Content-Type': 'application/json', 'Content-Length': Buffer.byteLength(text) } : {}),
  };
  return new Promise((resolve, reject) => {
    const sent = request({ hostname, port, method, path, headers }, (answer) => {
      const parts: Buffer[] = [];
      answer.on('data', (part: Buffer) => parts.push(part));
      answer.on('end', () => resolve({ status: answer.statusCode ?? 0, text: Buffer.concat(parts).toString() }));
    });
    sent.on('error', reject);
    sent.end(text);
  });
}
