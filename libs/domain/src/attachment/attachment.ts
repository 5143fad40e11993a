/**
 * Bounds of what hangs on one offer, in bytes; told before anybody chooses a file. Megabytes are millions of bytes, as
 * browsers and phones show them. The number of files is what one assessor can be asked to open.
 */
export const ATTACHMENT_LIMITS = { fileBytes: 25_000_000, files: 20, offerBytes: 100_000_000 } as const;

/** What may be attached: what every office can open, and nothing that runs. */
export const ATTACHMENT_FORMATS = {
  pdf: { mediaType: 'application/pdf', extensions: ['pdf'] },
  jpeg: { mediaType: 'image/jpeg', extensions: ['jpg', 'jpeg'] },
  png: { mediaType: 'image/png', extensions: ['png'] },
  docx: {
    mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    extensions: ['docx'],
  },
  xlsx: { mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', extensions: ['xlsx'] },
  odt: { mediaType: 'application/vnd.oasis.opendocument.text', extensions: ['odt'] },
} as const;
export type AttachmentFormat = keyof typeof ATTACHMENT_FORMATS;

/** Endings of names that are taken, with the dot: for the dialog that chooses files. */
export const ATTACHMENT_EXTENSIONS: readonly string[] = Object.values(ATTACHMENT_FORMATS).flatMap(({ extensions }) =>
  extensions.map((extension) => `.${extension}`),
);

/** The format that a file's name promises; null: none that is taken. */
export function formatOfName(name: string): AttachmentFormat | null {
  const extension = extensionOf(name);
  const found = Object.entries(ATTACHMENT_FORMATS).find(([, { extensions }]) =>
    (extensions as readonly string[]).includes(extension),
  );
  return found ? (found[0] as AttachmentFormat) : null;
}

/** What stands after the last dot, small letters; empty: nothing. */
export function extensionOf(name: string): string {
  const dot = name.lastIndexOf('.');
  return dot < 1 ? '' : name.slice(dot + 1).toLowerCase();
}

/** Folders, and signs that make a name look like another: control characters and those that turn the reading round. */
const MISLEADING = /[/\\\p{Cc}\p{Cs}\u061c\u200b-\u200f\u202a-\u202e\u2028\u2029\u2060-\u2069\ufeff]/u;

/**
 * Why a file cannot be attached, as far as it can be told before its bytes are there. `NAME`: has a folder or a
 * misleading sign; `EXTENSION`: ends like nothing that is taken; `EMPTY`; `LARGE`: more than one file may have;
 * `MANY`: as many files hang there already; `TOGETHER`: more bytes than all files together may have.
 */
export type AnnounceFault = 'NAME' | 'EXTENSION' | 'EMPTY' | 'LARGE' | 'MANY' | 'TOGETHER';

/** @param others sizes in bytes of the files that hang on the offer already, without this one */
export function announceFault(
  file: { name: string; size: number },
  others: readonly { size: number }[],
): AnnounceFault | null {
  if (MISLEADING.test(file.name) || file.name.trim() !== file.name || file.name === '') return 'NAME';
  if (formatOfName(file.name) === null) return 'EXTENSION';
  if (file.size < 1) return 'EMPTY';
  if (file.size > ATTACHMENT_LIMITS.fileBytes) return 'LARGE';
  if (others.length >= ATTACHMENT_LIMITS.files) return 'MANY';
  const together = others.reduce((sum, { size }) => sum + size, file.size);
  return together > ATTACHMENT_LIMITS.offerBytes ? 'TOGETHER' : null;
}

/** Who asks to write an attachment: the member acted for (null: of no member), and whether this person writes for it. */
export interface Attacher {
  member: string | null;
  edits: boolean;
}

/**
 * May the files of `owner` be added, described and taken away? A member's own are its own, the leader's too; who was
 * lent a member's part writes its files as well. Files of a member who left are the leader's to clear.
 */
export function mayAttach(
  owner: string,
  writer: Attacher & { leads: boolean },
  loans: readonly { part: string; member: string }[],
  members: readonly string[],
): boolean {
  if (!writer.edits || writer.member === null) return false;
  if (!members.includes(owner)) return writer.leads;
  return writer.member === owner || loans.some(({ part, member }) => part === owner && member === writer.member);
}
