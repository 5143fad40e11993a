import type { Seal } from '@zit/domain';
import type { EntityManager } from 'typeorm';
import { AT_ONCE, nextLimit, readLinked, readLoose, readSeals, type LinkedLine, type Place } from './read-entries';

export const EXPORT_FORMAT = 'zit-journal/1';

/** Before and behind every place: batches are four bytes, and who tampers may number them below zero. */
const FIRST = { batch: -(2 ** 31), position: 0 };
const LAST = 2 ** 31 - 1;

/**
 * The whole journal as lines of JSON, page by page: a head, then each batch with its entries and its seal behind them,
 * then the entries that no seal covers yet. An entry stands as it is hashed: the bytes from the brace after `"entry":`
 * to the one before the last of the line are what its leaf hashes. `docs/journal.md` describes the format.
 */
export async function* exportJournal(manager: EntityManager): AsyncGenerator<string[]> {
  yield [JSON.stringify({ format: EXPORT_FORMAT })];
  let sealed = FIRST.batch;
  const page = (after: Place, limit: number): Promise<LinkedLine[]> => {
    const found = readLinked(manager, after, limit);
    // It may fail before it is awaited, and is told there.
    found.catch(() => undefined);
    return found;
  };
  let coming = page(FIRST, AT_ONCE);
  try {
    for (;;) {
      const entries = await coming;
      const last = entries.at(-1);
      // Seals are due behind the entries of their batch, so those of the page's last batch may have to wait.
      const upTo = last ? last.batch - 1 : LAST;
      const seals = upTo > sealed ? await readSeals(manager, sealed, upTo) : [];
      sealed = Math.max(sealed, upTo);
      // The database reads the next page while this one is looked at.
      if (last) coming = page(last, nextLimit(entries));
      yield merged(entries, seals);
      if (!last) break;
    }
  } finally {
    // Whoever has seen enough leaves no question without its answer.
    await coming.catch(() => undefined);
  }
  yield* readLoose(manager);
}

/** Each seal stands before the first entry of a later batch. */
function merged(entries: readonly LinkedLine[], seals: readonly Seal[]): string[] {
  const lines: string[] = [];
  let next = 0;
  for (const { batch, line } of entries) {
    for (; next < seals.length && (seals[next]?.batch ?? batch) < batch; next++) lines.push(sealLine(seals[next]));
    lines.push(line);
  }
  for (const seal of seals.slice(next)) lines.push(sealLine(seal));
  return lines;
}

const sealLine = (seal: Seal | undefined): string => JSON.stringify({ seal });
