import { createReadStream } from 'node:fs';
import type { JournalFault, JournalVerdict } from '@zit/domain';
import { commandLineWords } from '@zit/words.pl/command-line';
import { journalWords as words } from '@zit/words.pl/journal';
import type { EntityManager } from 'typeorm';
import { exportJournal } from '../journal/export-journal';
import { verifyDatabase } from '../journal/verify-database';
import { verifyFile } from '../journal/verify-file';
import { fileReason } from './case-file';
import type { JournalCommand } from './read-arguments';
import { EXIT, FileTrouble, type Terminal } from './terminal';
import { throughDoor } from './through-door';

/** `journal verify [file]`: the verdict as JSON, the sentence about it beside; 1 when something was changed. */
export async function verifyJournal({ file, expected }: JournalCommand, terminal: Terminal): Promise<number> {
  const verdict = file
    ? await verifyFile(textOf(file, terminal), expected)
    : await inDatabase(terminal, (manager) => verifyDatabase(manager, expected));
  terminal.stdout(`${JSON.stringify(verdict)}\n`);
  terminal.stderr(`${sentence(verdict)}\n`);
  return verdict.fault ? EXIT.blocked : EXIT.ok;
}

/** Characters that are collected before they are written: a line at a time would be slow. */
const PIECE = 64 * 1024;

/** `journal export`: the whole journal as lines of JSON. */
export async function writeJournal(terminal: Terminal): Promise<number> {
  await inDatabase(terminal, async (manager) => {
    let piece = '';
    for await (const lines of exportJournal(manager)) {
      for (const line of lines) piece += `${line}\n`;
      if (piece.length < PIECE) continue;
      terminal.stdout(piece);
      piece = '';
      await terminal.drained?.();
    }
    terminal.stdout(piece);
  });
  return EXIT.ok;
}

/** What is wrong, in one sentence. */
export function sentence({ entries, batches, unsealed, newest, fault }: JournalVerdict): string {
  return fault ? words.broken(placeOf(fault)) : words.whole(entries, batches, unsealed, newest);
}

function placeOf(fault: JournalFault): string {
  switch (fault.kind) {
    case 'ENTRIES_COUNT':
      return words.fault.ENTRIES_COUNT(fault.batch, fault.expected, fault.found);
    case 'ENTRY_UNSEALED':
      return words.fault.ENTRY_UNSEALED(fault.seq);
    case 'UNREADABLE':
      return words.fault.UNREADABLE(fault.line);
    case 'EXPECTED_MISSING':
      return words.fault.EXPECTED_MISSING(fault.hash);
    case 'ROOT':
    case 'SEAL_HASH':
    case 'CHAIN':
    case 'SEAL_MISSING':
      return words.fault[fault.kind](fault.batch);
    default:
      return words.fault[fault.kind](fault.batch, fault.seq);
  }
}

async function* textOf(file: string, terminal: Terminal): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  try {
    for await (const piece of file === '-' ? terminal.stdin() : createReadStream(file, { highWaterMark: 1 << 20 }))
      yield typeof piece === 'string' ? piece : decoder.decode(piece as Uint8Array, { stream: true });
  } catch (error) {
    if (typeof error === 'object' && error !== null && 'code' in error)
      throw new FileTrouble(commandLineWords.cannotRead(file, fileReason(error)));
    throw error;
  }
}

/** One state of the whole journal, read through the auditor's door, where nothing can be written. */
const inDatabase = <Found>(terminal: Terminal, work: (manager: EntityManager) => Promise<Found>): Promise<Found> =>
  throughDoor(terminal, words, (door) =>
    door.audit(async (manager) => {
      await manager.query('set transaction isolation level repeatable read');
      return work(manager);
    }),
  );
