import type { SheetDifference } from '../sheet/differences';
import { callAttachmentWords as words } from '../words.pl/call-attachments';

/** A file that hangs on a call, as an edition freezes it; its bytes are known by their SHA-256. */
export interface CallFile {
  id: string;
  /** File name as it was given, without a path. */
  name: string;
  /** What it is, in the words of who added it. */
  about: string;
  /** By content: `application/pdf`, … */
  mediaType: string;
  /** Bytes. */
  size: number;
  /** 64 hex digits. */
  sha256: string;
  /** Id of the published file whose place it took; null: it took nobody's. */
  replaces: string | null;
}

/**
 * What changed between the files of two editions, in words: each one that came, took another's place, was described
 * anew or was withdrawn, and the order of those that stayed. Equal lists have none, unequal ones have some.
 */
export function attachmentDifferences(before: readonly CallFile[], after: readonly CallFile[]): SheetDifference[] {
  const was = new Map(before.map((file) => [file.id, file]));
  const stays = new Set(after.map(({ id }) => id));
  const came = (file: CallFile): CallFile | undefined => predecessor(file, was, stays);
  const replaced = new Set(after.flatMap((file) => came(file)?.id ?? []));
  return [
    ...after.flatMap((file) => {
      const same = was.get(file.id);
      if (same)
        return same.about === file.about ? [] : [difference(words.described(file.name), same.about, file.about)];
      const old = came(file);
      return [difference(old ? words.replaced(old.name) : words.added(file.name), old ? told(old) : null, told(file))];
    }),
    ...before
      .filter(({ id }) => !stays.has(id) && !replaced.has(id))
      .map((file) => difference(words.withdrawn(file.name), told(file), null)),
    ...order(before, after, came),
  ];
}

/** The file of the edition before whose place this one took; none when that one is still there. */
function predecessor(
  { id, replaces }: CallFile,
  was: ReadonlyMap<string, CallFile>,
  stays: ReadonlySet<string>,
): CallFile | undefined {
  return was.has(id) || replaces === null || stays.has(replaces) ? undefined : was.get(replaces);
}

function order(
  before: readonly CallFile[],
  after: readonly CallFile[],
  came: (file: CallFile) => CallFile | undefined,
): SheetDifference[] {
  const places = after.map((file) => ({ file, of: came(file)?.id ?? file.id }));
  const kept = new Set(places.map(({ of }) => of));
  const old = before.filter(({ id }) => kept.has(id));
  const known = new Set(old.map(({ id }) => id));
  const now = places.filter(({ of }) => known.has(of));
  if (now.every(({ of }, index) => of === old[index]?.id)) return [];
  const names = (files: readonly CallFile[]): string => files.map(({ name }) => name).join(', ');
  return [difference(words.order, names(old), names(now.map(({ file }) => file)))];
}

const told = ({ name, about, size, sha256 }: CallFile): string => words.told(name, about, size, sha256);

/** An empty text was not there. */
const difference = (label: string, before: string | null, after: string | null): SheetDifference => ({
  section: 'attachments',
  label,
  before: before || null,
  after: after || null,
});
