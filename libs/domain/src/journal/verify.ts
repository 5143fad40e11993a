import { merkleRoot, LATE_MS, BATCH_SIZE, NO_SEAL, sealHash, type Seal } from './seal';
import type { Sha256 } from './entry';

/** An entry as it was found, and what was written down when it was sealed. */
export interface FoundEntry {
  /** Leaf of the entry as it stands now; null: the entry is gone. */
  found: string | null;
  seq: number;
  at: string;
  position: number;
  /** Leaf at the time of sealing. */
  leaf: string;
}

/** What is wrong, and where: the first place in the order of the chain. */
export type JournalFault =
  | { kind: 'ENTRY_CHANGED' | 'ENTRY_MISSING' | 'ENTRY_MOVED' | 'ENTRY_LATE'; batch: number; seq: number }
  | { kind: 'ENTRIES_COUNT'; batch: number; expected: number; found: number }
  | { kind: 'ROOT' | 'SEAL_HASH' | 'CHAIN' | 'SEAL_MISSING'; batch: number }
  | { kind: 'ENTRY_UNSEALED'; batch: null; seq: number }
  | { kind: 'UNREADABLE'; batch: null; line: number }
  | { kind: 'EXPECTED_MISSING'; batch: null; hash: string };

export interface JournalVerdict {
  batches: number;
  entries: number;
  /** Entries after the newest seal: written so shortly before that no seal covers them yet. */
  unsealed: number;
  newest: string | null;
  fault: JournalFault | null;
}

/**
 * Follows the chain of seals batch by batch and stops at the first fault. What is fed to it may be altered in any
 * way; it believes nothing but hashes. `expected` is a seal somebody kept: without it a cut tail, or a chain that was
 * made anew from some place to its end, cannot be told from a true one.
 */
export class JournalCheck {
  private batches = 0;
  private entries = 0;
  private unsealed = 0;
  private newest = NO_SEAL;
  /** Entries from before this instant may no longer come; without its Z it compares as text with any fraction. */
  private lateBefore = '';
  private metExpected = false;
  private fault: JournalFault | null = null;

  constructor(
    private readonly sha256: Sha256,
    private readonly expected: string | null = null,
  ) {}

  /** The next batch with its entries in their order. @returns false once there is a fault */
  batch(seal: Seal, entries: readonly FoundEntry[]): boolean {
    this.fault ??= this.faultOf(seal, entries);
    if (this.fault) return false;
    this.batches = seal.batch;
    this.entries += entries.length;
    this.newest = seal.hash;
    this.metExpected ||= seal.hash === this.expected;
    // After a full batch more was waiting, so the next may be as old.
    const late = new Date(Date.parse(seal.sealedAt) - LATE_MS).toISOString().slice(0, -1);
    // Never back: a seal that is dated back does not open the door to old entries.
    if (seal.count < BATCH_SIZE && late > this.lateBefore) this.lateBefore = late;
    return true;
  }

  /** An entry that no seal covers. */
  loose({ seq, at }: { seq: number; at: string }): void {
    if (at < this.lateBefore) this.fault ??= { kind: 'ENTRY_UNSEALED', batch: null, seq };
    this.unsealed += 1;
  }

  /** A fault outside a batch: a line that cannot be read, entries of a batch whose seal is gone. */
  fail(fault: JournalFault): void {
    this.fault ??= fault;
  }

  finish(): JournalVerdict {
    const missing = this.expected !== null && !this.metExpected ? this.expected : null;
    if (missing !== null) this.fault ??= { kind: 'EXPECTED_MISSING', batch: null, hash: missing };
    const newest = this.batches > 0 ? this.newest : null;
    return { batches: this.batches, entries: this.entries, unsealed: this.unsealed, newest, fault: this.fault };
  }

  private faultOf(seal: Seal, entries: readonly FoundEntry[]): JournalFault | null {
    const { batch } = seal;
    if (batch !== this.batches + 1) return { kind: 'SEAL_MISSING', batch: this.batches + 1 };
    let previous = 0;
    for (const [at, entry] of entries.entries()) {
      const { seq, position, found } = entry;
      if (position !== at + 1 || seq <= previous) return { kind: 'ENTRY_MOVED', batch, seq };
      if (found === null) return { kind: 'ENTRY_MISSING', batch, seq };
      if (found !== entry.leaf) return { kind: 'ENTRY_CHANGED', batch, seq };
      if (entry.at < this.lateBefore) return { kind: 'ENTRY_LATE', batch, seq };
      previous = seq;
    }
    if (entries.length !== seal.count)
      return { kind: 'ENTRIES_COUNT', batch, expected: seal.count, found: entries.length };
    const leaves = entries.map((entry) => entry.leaf);
    if (leaves.length === 0 || merkleRoot(leaves, this.sha256) !== seal.merkleRoot) return { kind: 'ROOT', batch };
    if (seal.previousHash !== this.newest) return { kind: 'CHAIN', batch };
    const dated = !Number.isNaN(Date.parse(seal.sealedAt));
    if (!dated || sealHash(seal, this.sha256) !== seal.hash) return { kind: 'SEAL_HASH', batch };
    return null;
  }
}
