import { canonicalJson } from '../document/canonical-json';
import type { Sha256 } from './entry';

/** Entries under one seal at most: a batch is read and proven in one breath. */
export const BATCH_SIZE = 10_000;

/** An entry this much older than the seal before its batch came too late to be an act in progress. */
export const LATE_MS = 60 * 60 * 1000;

/** What the first seal follows. */
export const NO_SEAL = '0'.repeat(64);

/** A batch of entries under one root, chained to the batch before it. */
export interface Seal {
  /** From 1 on, without a gap. */
  batch: number;
  count: number;
  merkleRoot: string;
  /** `hash` of the seal before; of the first: 64 zeros. */
  previousHash: string;
  /** UTC instant with milliseconds, by the database's clock. */
  sealedAt: string;
  hash: string;
}

/** The hash of a seal: over the canonical JSON of everything else it says. */
export const sealHash = ({ batch, count, merkleRoot, previousHash, sealedAt }: Omit<Seal, 'hash'>, sha256: Sha256) =>
  sha256(canonicalJson({ batch, count, merkleRoot, previousHash, sealedAt }));

/** The seal over these leaves (at least one), after the seal with this hash. */
export function sealOf(
  leaves: readonly string[],
  after: { batch: number; hash: string } | null,
  sealedAt: string,
  sha256: Sha256,
): Seal {
  const seal = {
    batch: (after?.batch ?? 0) + 1,
    count: leaves.length,
    merkleRoot: merkleRoot(leaves, sha256),
    previousHash: after?.hash ?? NO_SEAL,
    sealedAt,
  };
  return { ...seal, hash: sealHash(seal, sha256) };
}

/**
 * The root over leaves (hex): neighbours are hashed in pairs, as the text of both; one that is left over moves up.
 * A leaf hashes a text that begins with a brace, a pair one of 128 hex digits: neither can pass for the other.
 * @throws RangeError without leaves
 */
export function merkleRoot(leaves: readonly string[], sha256: Sha256): string {
  if (leaves.length === 0) throw new RangeError('a batch has at least one entry');
  let level = leaves;
  while (level.length > 1) {
    const above: string[] = [];
    for (let at = 0; at < level.length; at += 2) {
      const left = level[at] ?? '';
      const right = level[at + 1];
      above.push(right === undefined ? left : sha256(left + right));
    }
    level = above;
  }
  return level[0] ?? '';
}
