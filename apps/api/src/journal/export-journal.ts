import { entryText } from '@zit/domain';
import type { EntityManager } from 'typeorm';
import { batchWithoutSeal, readBatch, readLoose, readSeals } from './read-entries';

export const EXPORT_FORMAT = 'zit-journal/1';

/**
 * The whole journal as lines of JSON: a head, then each batch with its entries and its seal behind them, then the
 * entries that no seal covers yet. An entry stands in its canonical form: the bytes from the brace after `"entry":` to
 * the one before the last of the line are what its leaf hashes. `docs/journal.md` describes the format.
 */
export async function* exportJournal(manager: EntityManager): AsyncGenerator<string> {
  yield `${JSON.stringify({ format: EXPORT_FORMAT })}\n`;
  for await (const seal of readSeals(manager)) {
    yield* linesOf(manager, seal.batch);
    yield `${JSON.stringify({ seal })}\n`;
  }
  // Only a journal that was tampered with has one; its file shows it as well.
  const orphaned = await batchWithoutSeal(manager);
  if (orphaned !== null) yield* linesOf(manager, orphaned);
  for await (const entry of readLoose(manager)) yield `{"batch":null,"entry":${entryText(entry)}}\n`;
}

async function* linesOf(manager: EntityManager, batch: number): AsyncGenerator<string> {
  for await (const { seq, position, leaf, text } of readBatch(manager, batch))
    yield `{"batch":${batch},"position":${position},"seq":${seq},"leaf":"${leaf}","entry":${text ?? 'null'}}\n`;
}
