import { unzipSync, zipSync, type Unzipped } from 'fflate';
import readSheets, { type CellValue } from 'read-excel-file/universal';

/** A file that unpacks to more is none that people made. In bytes. */
const MOST_UNPACKED = 60_000_000;

export interface WorkbookSheet {
  name: string;
  rows: string[][];
}

/**
 * All sheets of a workbook as texts. Loaded only when somebody chooses such a file.
 * @throws Error when it is no workbook, or unpacks to more than 60 MB
 */
export async function sheetsOf(bytes: Uint8Array): Promise<WorkbookSheet[]> {
  const sheets = await readSheets(unpacked(bytes));
  return sheets.map(({ sheet, data }) => ({ name: sheet, rows: data.map((row) => row.map(textOf)) }));
}

/**
 * The same workbook without compression: what a bomb would unpack is counted before anything is, and the reader need
 * not start workers, which the portal's rules for its pages forbid.
 */
function unpacked(bytes: Uint8Array): ArrayBuffer {
  let size = 0;
  const entries: Unzipped = unzipSync(bytes, {
    filter: ({ name, originalSize }) => {
      if (!/\.(xml|rels)$/i.test(name)) return false;
      size += originalSize;
      if (size > MOST_UNPACKED) throw new Error('too much');
      return true;
    },
  });
  const packed = zipSync(entries, { level: 0 });
  return packed.buffer.slice(packed.byteOffset, packed.byteOffset + packed.byteLength) as ArrayBuffer;
}

/** As people would type it: numbers with the shortest digits that mean the same, days as `2015-03-31`. */
function textOf(value: CellValue | Date | null): string {
  if (value === null) return '';
  if (value instanceof Date) return value.toISOString().slice(0, 10);
  return typeof value === 'number' ? String(value).replace('.', ',') : String(value as string | boolean);
}
