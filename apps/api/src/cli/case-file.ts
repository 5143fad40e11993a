import { open } from 'node:fs/promises';
import { readCase, type CaseFault, type ZitCase } from '@zit/domain';
import { commandLineWords as words } from '@zit/words.pl/command-line';
import { jsonPlaces, lineAndColumn, placeOf } from './json-places';
import { FileTrouble, type Terminal } from './terminal';

/** A fault of a case file with its place: line and column from 1, and the JSON pointer. */
export interface PlacedFault extends CaseFault {
  line: number;
  column: number;
}

/** The file is there but is no case; `message` is what people read. */
export class UnreadableCase extends Error {
  constructor(
    file: string,
    readonly faults: PlacedFault[],
  ) {
    super(sentences(file, faults));
  }
}

/** Far above a case with 5 000 lines (about 2 MiB), far below what would fill the memory. */
const MAX_MEBIBYTES = 32;
const SHOWN_FAULTS = 20;

/** What a reader of parsed JSON answers. */
type Read<Value> = { ok: true; value: Value } | { ok: false; faults: CaseFault[] };

/**
 * Reads a file (`-`: stdin) of the exchange format.
 * @throws FileTrouble when the file cannot be opened, UnreadableCase with places when it is no case
 */
export const readCaseFile = (file: string, terminal: Terminal): Promise<ZitCase> =>
  readJsonFile(file, terminal, readCase);

/** The text of a file (`-`: stdin). @throws FileTrouble, UnreadableCase */
export const readText = async (file: string, terminal: Terminal): Promise<string> =>
  decode(file, await readBytes(file, terminal));

/** Reads a file by a reader that names faults by pointer. @throws FileTrouble, UnreadableCase */
export async function readJsonFile<Value>(
  file: string,
  terminal: Terminal,
  reader: (json: unknown) => Read<Value>,
): Promise<Value> {
  const text = await readText(file, terminal);
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    const { brokenAt, tooDeep } = jsonPlaces(text);
    throw new UnreadableCase(file, [
      placed(text, brokenAt ?? text.length, '', tooDeep ? words.tooDeep : words.notJson),
    ]);
  }
  const read = reader(json);
  if (read.ok) return read.value;
  const places = jsonPlaces(text);
  const faults = read.faults.map(({ pointer, text: fault }) => {
    const offset = placeOf(places, pointer);
    return placed(text, offset, pointer, withValue(fault, text.slice(offset, offset + 60)));
  });
  throw new UnreadableCase(file, faults);
}

const placed = (text: string, offset: number, pointer: string, fault: string): PlacedFault => ({
  ...lineAndColumn(text, offset),
  pointer,
  text: fault,
});

/** The sentence with what stands in the file, as it was typed; an object or a list names itself. */
function withValue(fault: string, written: string): string {
  const value = /^(?:"(?:[^"\\]|\\.)*"?|[^\s,{}[\]"]+)/.exec(written)?.[0] ?? '';
  return value === '' || fault.includes(value.replaceAll('"', '')) ? fault : words.withValue(fault, value);
}

async function readBytes(file: string, terminal: Terminal): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  try {
    const source = file === '-' ? terminal.stdin() : (await open(file)).createReadStream();
    for await (const chunk of source) {
      const bytes = typeof chunk === 'string' ? Buffer.from(chunk) : (chunk as Uint8Array);
      size += bytes.byteLength;
      if (size > MAX_MEBIBYTES * 2 ** 20) throw new FileTrouble(words.cannotRead(file, words.tooLarge(MAX_MEBIBYTES)));
      chunks.push(bytes);
    }
  } catch (error) {
    throw error instanceof FileTrouble ? error : new FileTrouble(words.cannotRead(file, fileReason(error)));
  }
  return Buffer.concat(chunks);
}

function decode(file: string, bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    throw new UnreadableCase(file, [{ line: 1, column: 1, pointer: '', text: words.notUtf8 }]);
  }
}

/** Why a file could not be read or written, in Polish; rethrows what is no error of the file system. */
export function fileReason(error: unknown): string {
  const code = typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : null;
  if (code === null) throw error;
  return words.reason[code] ?? words.otherReason(code);
}

function sentences(file: string, faults: PlacedFault[]): string {
  const name = file === '-' ? 'stdin' : file;
  const shown = faults
    .slice(0, SHOWN_FAULTS)
    .map(({ line, column, pointer, text }) => words.fault(name, line, column, pointer, text));
  const more = faults.length > SHOWN_FAULTS ? [words.more(faults.length - SHOWN_FAULTS)] : [];
  return `${[words.unreadable(name, faults.length), ...shown, ...more].join('\n')}\n`;
}
