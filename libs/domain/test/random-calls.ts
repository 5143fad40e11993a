import { randomCall } from '@zit/sample';
import fc from 'fast-check';
import type { RankingCall } from '../src/ranking/ranking-call';

/** Stands in for SHA-256 where only its spread matters (FNV-1a); the domain has no cryptography of its own. */
export function shortHash(text: string): string {
  let hash = 2_166_136_261;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 16_777_619);
  return (hash >>> 0).toString(16).padStart(8, '0');
}

export const randomCalls: fc.Arbitrary<RankingCall> = fc
  .array(fc.nat(1_000_000), { minLength: 260, maxLength: 260 })
  .map((throws) => {
    let at = 0;
    return randomCall((sides) => (throws[at++ % throws.length] ?? 0) % sides);
  });
