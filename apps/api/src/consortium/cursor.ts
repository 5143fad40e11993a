import { isUuid } from './uuid';

/** The last row of a page: the next page begins after it. */
export interface Cursor {
  name: string;
  id: string;
}

export const cursorOf = ({ name, id }: Cursor): string =>
  Buffer.from(JSON.stringify([name, id]), 'utf8').toString('base64url');

/** A cursor that nobody of ours wrote begins at the first page. */
export function readCursor(text: string | undefined): Cursor | null {
  if (!text) return null;
  try {
    const read: unknown = JSON.parse(Buffer.from(text, 'base64url').toString('utf8'));
    if (!Array.isArray(read) || typeof read[0] !== 'string' || !isUuid(read[1])) return null;
    return read[0].includes('\u0000') ? null : { name: read[0], id: read[1] };
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}
