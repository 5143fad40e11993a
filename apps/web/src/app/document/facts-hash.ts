import { canonicalJson } from '@zit/domain';

/**
 * SHA-256 (hex) of the canonical JSON of facts, the same as the server computes; null where the browser has no
 * `crypto.subtle` (a page served without encryption from another machine).
 */
export const factsHash = (facts: unknown): Promise<string | null> => textHash(canonicalJson(facts));

/** SHA-256 (hex) of the UTF-8 bytes of a text; null as above. */
export async function textHash(text: string): Promise<string | null> {
  const subtle = globalThis.crypto?.subtle as SubtleCrypto | undefined;
  if (!subtle) return null;
  const digest = await subtle.digest('SHA-256', new TextEncoder().encode(text));
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
