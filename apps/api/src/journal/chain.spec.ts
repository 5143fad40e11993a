import { createHash } from 'node:crypto';
import {
  BATCH_SIZE,
  canonicalJson,
  JournalCheck,
  merkleRoot,
  NO_SEAL,
  sealHash,
  sealOf,
  type FoundEntry,
  type JournalFault,
  type JournalRecord,
  type Seal,
} from '@zit/domain';
import fc from 'fast-check';

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

const id = (n: number): string => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
const record = (seq: number, more: Partial<JournalRecord> = {}): JournalRecord => ({
  seq,
  at: `2026-11-22T08:00:${String(seq % 60).padStart(2, '0')}.000000Z`,
  personId: id(1),
  organisationId: id(2),
  body: null,
  roles: ['COORDINATOR'],
  act: 'CHANGE_BUDGET',
  subject: { kind: 'consortium', id: id(3) },
  details: { changed: 1 },
  changes: [{ field: 'unitPriceGrosze', of: { id: id(4), no: 'L04' }, before: 7000, after: 7200 }],
  ...more,
});

/** An entry as the tests handle it: with its text, or null when it is gone. */
type Told = Omit<FoundEntry, 'found'> & { text: string | null };
interface Batch {
  seal: Seal;
  entries: Told[];
}

/** A journal of batches with these many entries, sealed a minute apart. */
function journalOf(counts: readonly number[]): Batch[] {
  const batches: Batch[] = [];
  let seq = 0;
  for (const [at, count] of counts.entries()) {
    const entries = Array.from({ length: count }, (_, index) => {
      const entry = record(++seq);
      const text = canonicalJson(entry);
      return { text, seq, at: entry.at, position: index + 1, leaf: sha256(text) };
    });
    const sealedAt = `2026-11-22T08:${String(at + 1).padStart(2, '0')}:00.000Z`;
    const seal = sealOf(
      entries.map((entry) => entry.leaf),
      batches.at(-1)?.seal ?? null,
      sealedAt,
      sha256,
    );
    batches.push({ seal, entries });
  }
  return batches;
}

const read = ({ text, ...entry }: Told): FoundEntry => ({ ...entry, found: text === null ? null : sha256(text) });

function check(batches: readonly Batch[], expected: string | null = null) {
  const journal = new JournalCheck(sha256, expected);
  for (const { seal, entries } of batches) if (!journal.batch(seal, entries.map(read))) break;
  return journal.finish();
}
const faultOf = (batches: readonly Batch[], expected: string | null = null): JournalFault | null =>
  check(batches, expected).fault;

const must = <Value>(value: Value | undefined): Value => {
  if (value === undefined) throw new Error('the test expects a value');
  return value;
};

describe('the root over a batch', () => {
  it('hashes neighbours in pairs and moves the one left over up', () => {
    const [a, b, c] = ['a', 'b', 'c'].map(sha256);
    expect(merkleRoot([must(a)], sha256)).toBe(a);
    expect(merkleRoot([must(a), must(b)], sha256)).toBe(sha256(`${a}${b}`));
    expect(merkleRoot([must(a), must(b), must(c)], sha256)).toBe(sha256(sha256(`${a}${b}`) + c));
    expect(() => merkleRoot([], sha256)).toThrow(RangeError);
  });

  it('differs as soon as a leaf, their order or their number does', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.string().map(sha256), { minLength: 2, maxLength: 40 }), fc.nat(), (leaves, at) => {
        const root = merkleRoot(leaves, sha256);
        const one = at % leaves.length;
        const other = (one + 1) % leaves.length;
        const swapped = leaves.with(one, must(leaves[other])).with(other, must(leaves[one]));
        for (const changed of [
          leaves.toSpliced(one, 1),
          leaves.with(one, sha256('longer than any text of fast-check')),
          swapped,
        ])
          expect(merkleRoot(changed, sha256)).not.toBe(root);
      }),
    );
  });
});

describe('the chain of seals', () => {
  it('begins with 64 zeros and each seal carries the hash of the one before', () => {
    const [first, second] = journalOf([3, 2]);
    expect(first?.seal).toMatchObject({ batch: 1, count: 3, previousHash: NO_SEAL });
    expect(second?.seal).toMatchObject({ batch: 2, count: 2, previousHash: first?.seal.hash });
  });

  it('holds when nothing was touched, and says what it saw', () => {
    const journal = journalOf([3, 5, 1]);
    const newest = must(journal.at(-1)).seal.hash;
    expect(check(journal, newest)).toEqual({ batches: 3, entries: 9, unsealed: 0, newest, fault: null });
    expect(check([])).toEqual({ batches: 0, entries: 0, unsealed: 0, newest: null, fault: null });
  });
});

describe('R-13: what was done to the journal', () => {
  const forged = (entry: Told): Told => {
    const text = must(entry.text ?? undefined).replace('7200', '9900');
    return { ...entry, text, leaf: sha256(text) };
  };
  const changed = (act: (batches: Batch[]) => void): JournalFault | null => {
    const batches = journalOf([4, 4, 4]);
    act(batches);
    return faultOf(batches);
  };
  const batch = (batches: Batch[], at: number): Batch => must(batches[at]);

  it('names an altered, a deleted and a swapped entry', () => {
    const alter = (entry: Told) => (entry.text = must(entry.text ?? undefined).replace('7200', '9900'));
    expect(changed((all) => alter(must(batch(all, 1).entries[2])))).toEqual({
      kind: 'ENTRY_CHANGED',
      batch: 2,
      seq: 7,
    });
    expect(changed((all) => (must(batch(all, 1).entries[0]).text = null))).toEqual({
      kind: 'ENTRY_MISSING',
      batch: 2,
      seq: 5,
    });
    expect(changed((all) => batch(all, 0).entries.reverse())).toEqual({ kind: 'ENTRY_MOVED', batch: 1, seq: 4 });
  });

  it('names the batch when entry and leaf were changed together, or entries put in or taken out', () => {
    expect(changed((all) => (batch(all, 1).entries[1] = forged(must(batch(all, 1).entries[1]))))).toEqual({
      kind: 'ROOT',
      batch: 2,
    });
    expect(changed((all) => batch(all, 2).entries.pop())).toEqual({
      kind: 'ENTRIES_COUNT',
      batch: 3,
      expected: 4,
      found: 3,
    });
    expect(changed((all) => batch(all, 0).entries.splice(1, 1))?.kind).toBe('ENTRY_MOVED');
  });

  it('names the next seal when one batch was sealed anew, and a seal that was taken out', () => {
    const anew = (all: Batch[], at: number) => {
      const one = batch(all, at);
      one.entries[0] = forged(must(one.entries[0]));
      one.seal = sealOf(
        one.entries.map((entry) => entry.leaf),
        all[at - 1]?.seal ?? null,
        one.seal.sealedAt,
        sha256,
      );
    };
    expect(changed((all) => anew(all, 1))).toEqual({ kind: 'CHAIN', batch: 3 });
    expect(changed((all) => all.splice(1, 1))).toEqual({ kind: 'SEAL_MISSING', batch: 2 });
    expect(changed((all) => (batch(all, 1).seal.sealedAt = '2026-11-22T09:00:00.000Z'))).toEqual({
      kind: 'SEAL_HASH',
      batch: 2,
    });
  });

  it('finds a cut tail, or a chain made anew to its end, only against a seal somebody kept', () => {
    const journal = journalOf([4, 4, 4]);
    const kept = must(journal.at(-1)).seal.hash;
    const cut = journal.slice(0, 2);
    expect(faultOf(cut)).toBeNull();
    expect(faultOf(cut, kept)).toEqual({ kind: 'EXPECTED_MISSING', batch: null, hash: kept });
  });

  it('names an entry that turns up long after its time, sealed or not', () => {
    const journal = journalOf([2]);
    const old = { ...record(9), at: '2026-11-22T06:00:00.000000Z' };
    const text = canonicalJson(old);
    const entry = { text, seq: 9, at: old.at, position: 1, leaf: sha256(text) };
    const late = sealOf([entry.leaf], must(journal[0]).seal, '2026-11-22T08:05:00.000Z', sha256);
    expect(faultOf([...journal, { seal: late, entries: [entry] }])).toEqual({ kind: 'ENTRY_LATE', batch: 2, seq: 9 });
    const check = new JournalCheck(sha256);
    check.batch(must(journal[0]).seal, must(journal[0]).entries.map(read));
    check.loose({ seq: 3, at: '2026-11-22T08:00:30.000000Z' });
    check.loose({ seq: 9, at: old.at });
    expect(check.finish()).toMatchObject({ unsealed: 2, fault: { kind: 'ENTRY_UNSEALED', seq: 9 } });
  });

  it('names an old entry also behind a seal that was dated back to let it in', () => {
    const journal = journalOf([2]);
    const sealed = (seq: number, at: string, after: Seal, sealedAt: string): Batch => {
      const text = canonicalJson({ ...record(seq), at });
      const leaf = sha256(text);
      return { seal: sealOf([leaf], after, sealedAt, sha256), entries: [{ text, seq, at, position: 1, leaf }] };
    };
    const decoy = sealed(3, '2026-11-22T08:01:30.000000Z', must(journal[0]).seal, '2020-01-01T00:00:00.000Z');
    const old = sealed(4, '2021-01-01T00:00:00.000000Z', decoy.seal, '2026-11-22T08:02:00.000Z');
    expect(faultOf([...journal, decoy, old])).toEqual({ kind: 'ENTRY_LATE', batch: 3, seq: 4 });
  });

  it('lets old entries follow a full batch, because more of them were waiting', () => {
    expect(BATCH_SIZE).toBe(10_000);
    const check = new JournalCheck((text) => text.slice(0, 8));
    const texts = Array.from({ length: BATCH_SIZE + 1 }, (_, at) => `${String(at).padStart(8, '0')}`);
    const entries = texts.map((text, at) => ({
      found: text,
      seq: at + 1,
      at: '2026-11-20T08:00:00.000000Z',
      position: at + 1,
      leaf: text,
    }));
    const short = (text: string): string => text.slice(0, 8);
    const first = sealOf(texts.slice(0, BATCH_SIZE), null, '2026-11-22T08:00:00.000Z', short);
    const second = sealOf(texts.slice(BATCH_SIZE), first, '2026-11-22T08:00:01.000Z', short);
    expect(check.batch(first, entries.slice(0, BATCH_SIZE))).toBe(true);
    expect(check.batch(second, [{ ...must(entries.at(-1)), position: 1 }])).toBe(true);
  });

  it('finds each of many random single changes', () => {
    const whole = journalOf([6, 9, 4]);
    const text = JSON.stringify(whole);
    const mutation = fc.record({ batch: fc.nat(2), entry: fc.nat(), at: fc.nat(), kind: fc.nat(6) });
    fc.assert(
      fc.property(mutation, ({ batch: number, entry: place, at, kind }) => {
        const batches = JSON.parse(text) as Batch[];
        const one = must(batches[number]);
        const index = place % one.entries.length;
        const entry = must(one.entries[index]);
        const flip = (value: string): string => {
          const digit = at % value.length;
          return value.slice(0, digit) + (value[digit] === '0' ? '1' : '0') + value.slice(digit + 1);
        };
        if (kind === 0) entry.text = flip(entry.text ?? '');
        if (kind === 1) entry.leaf = flip(entry.leaf);
        if (kind === 2) one.entries.splice(index, 1);
        if (kind === 3) one.entries.splice(index, 0, { ...entry });
        if (kind === 4) one.seal.hash = flip(one.seal.hash);
        if (kind === 5) one.seal.merkleRoot = flip(one.seal.merkleRoot);
        if (kind === 6) one.seal.count += 1;
        expect(faultOf(batches)).not.toBeNull();
      }),
      { numRuns: 400 },
    );
  });

  it('hashes a seal over everything it says', () => {
    const seal = must(journalOf([2])[0]).seal;
    expect(sealHash(seal, sha256)).toBe(seal.hash);
    expect(sealHash({ ...seal, count: 3 }, sha256)).not.toBe(seal.hash);
  });
});
