import { JournalCheck, type FoundEntry, type Seal, type JournalVerdict } from '@zit/domain';
import { EXPORT_FORMAT } from './export-journal';
import { sha256 } from './sha256';

const LINKED = /^\{"batch":(-?\d+),"position":(-?\d+),"seq":(\d+),"leaf":"([0-9a-f]{64})","entry":/;
const LOOSE = '{"batch":null,"entry":';

/**
 * Proves an exported journal.
 * @param chunks the file's text in pieces of any size
 * @param expected hash of a seal that must be part of the chain; null: none
 */
export const verifyFile = (
  chunks: AsyncIterable<string> | Iterable<string>,
  expected: string | null,
): Promise<JournalVerdict> => verifyLines(linesOf(chunks), expected);

/** Proves a journal that comes as the lines of an export, some at a time. */
export async function verifyLines(pages: AsyncIterable<string[]>, expected: string | null): Promise<JournalVerdict> {
  const file = new ExportFile(new JournalCheck(sha256, expected));
  for await (const lines of pages) if (!lines.every((line) => file.read(line))) break;
  return file.finish();
}

/** Reads line by line; entries wait for the seal behind them. */
class ExportFile {
  private line = 0;
  private batch: string | null = null;
  private entries: FoundEntry[] = [];

  constructor(private readonly check: JournalCheck) {}

  /** @returns false when there is nothing more to learn */
  read(line: string): boolean {
    this.line += 1;
    const linked = LINKED.exec(line);
    if (!line.endsWith('}')) return this.unreadable();
    if (linked) return this.keep(linked, line.slice(linked[0].length, -1));
    if (line.startsWith(LOOSE)) return this.loose(line.slice(LOOSE.length, -1));
    const { seal, format } = parsed(line);
    if (isSeal(seal)) return this.seal(seal);
    return (this.line === 1 && format === EXPORT_FORMAT) || this.unreadable();
  }

  finish(): JournalVerdict {
    if (this.line === 0) this.unreadable();
    if (this.batch !== null) this.check.fail({ kind: 'SEAL_MISSING', batch: Number(this.batch) });
    return this.check.finish();
  }

  private keep([, batch = '', position, seq = '', leaf = '']: RegExpExecArray, text: string): boolean {
    if (this.batch !== null && this.batch !== batch) return this.finishBatch();
    this.batch = batch;
    const found = text === 'null' ? null : sha256(text);
    // The number beside the entry is the one inside it, or the entry counts as another.
    const own = found === null || text.lastIndexOf(`,"seq":${seq},"subject":{"id":"`) > 0;
    const from = text.indexOf('"at":"') + 6;
    const at = text.slice(from, text.indexOf('"', from));
    this.entries.push({ found: own ? found : '', seq: Number(seq), at, position: Number(position), leaf });
    return true;
  }

  private seal(seal: Seal): boolean {
    if (this.batch !== null && Number(this.batch) !== seal.batch) return this.finishBatch();
    const entries = this.entries;
    this.batch = null;
    this.entries = [];
    return this.check.batch(seal, entries);
  }

  private loose(text: string): boolean {
    const { seq, at } = parsed(text);
    if (typeof seq !== 'number' || typeof at !== 'string') return this.unreadable();
    this.check.loose({ seq, at });
    return true;
  }

  /** Entries of another batch follow: this one's seal is missing. */
  private finishBatch(): false {
    this.check.fail({ kind: 'SEAL_MISSING', batch: Number(this.batch) });
    return false;
  }

  private unreadable(): false {
    this.check.fail({ kind: 'UNREADABLE', batch: null, line: this.line });
    return false;
  }
}

function parsed(line: string): Readonly<Record<string, unknown>> {
  try {
    const value = JSON.parse(line) as unknown;
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
  } catch (error) {
    if (error instanceof SyntaxError) return {};
    throw error;
  }
}

const isSeal = (value: unknown): value is Seal => {
  const seal = value as Partial<Seal> | null | undefined;
  return (
    typeof seal?.batch === 'number' &&
    typeof seal.count === 'number' &&
    [seal.merkleRoot, seal.previousHash, seal.hash, seal.sealedAt].every((text) => typeof text === 'string')
  );
};

/** Lines without their ends, as many as a piece has; a last one without an end counts, an empty one does not. */
async function* linesOf(chunks: AsyncIterable<string> | Iterable<string>): AsyncGenerator<string[]> {
  let rest = '';
  for await (const chunk of chunks) {
    const lines = (rest + chunk).split('\n');
    rest = lines.pop() ?? '';
    yield lines;
  }
  if (rest !== '') yield [rest];
}
