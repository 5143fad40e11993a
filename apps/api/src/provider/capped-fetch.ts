import type { CustomFetch } from 'openid-client';

/** Descriptions, key sets and tokens are small; what is larger is no answer of a provider. */
const MOST_BYTES = 512 * 1024;

/**
 * Fetch for talking with providers. The library follows no redirects, which could lead anywhere; this reads no more
 * than half a megabyte.
 * @throws Error when the answer is larger
 */
export const cappedFetch: CustomFetch = async (url, options) => {
  const answer = await fetch(url, options as RequestInit);
  const { status, statusText, headers, body } = answer;
  if (!body) return answer;
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of body) {
    size += chunk.byteLength;
    if (size > MOST_BYTES) throw new Error('the answer is too large');
    chunks.push(chunk);
  }
  return new Response(Buffer.concat(chunks), { status, statusText, headers });
};
