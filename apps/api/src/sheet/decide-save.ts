import type { SheetField } from '@zit/contracts';
import { mergeSave, parsePath, type FieldNow, type SheetForm } from '@zit/domain';
import type { AcceptedChange } from './accept-changes';
import type { ChangeRow } from './keep-save';
import type { KeptAnswer, KeptCollision } from './kept-answer';

/** A save as it will be kept. */
export interface DecidedSave {
  /** Revision of the sheet after it; the same as before when nothing was written and nothing set aside. */
  rev: number;
  rows: ChangeRow[];
  answer: KeptAnswer;
}

/** Before every revision: whoever names one that the sheet has not reached has seen nothing of it. */
const UNSEEN = -1;

/**
 * What the domain says of a save, as rows; `fields` is what `touchedPaths` names, of a sheet at revision `rev`;
 * `refused` are paths that are not the author's to write.
 */
export function decideSave(
  form: SheetForm,
  rev: number,
  fields: readonly SheetField[],
  changes: readonly AcceptedChange[],
  refused: ReadonlySet<string> = new Set(),
): DecidedSave {
  const now = new Map<string, FieldNow>(fields.map((field) => [field.path, field]));
  const seen = changes.map((change) => (change.base > rev ? { ...change, base: UNSEEN } : change));
  const { writes, agreed, collisions } = mergeSave(form, now, seen, refused);
  const mine = new Map(changes.map(({ path, value }) => [path, value]));
  const next = writes.length + collisions.length > 0 ? rev + 1 : rev;
  const valueOf = (path: string) => now.get(path)?.value ?? null;
  return {
    rev: next,
    rows: [
      ...writes.map((write) => ({ ...write, aside: false })),
      ...collisions.map(({ path }) => ({ path, before: valueOf(path), after: mine.get(path) ?? null, aside: true })),
    ],
    answer: {
      from: rev,
      taken: Object.fromEntries([
        ...writes.map(({ path }) => [path, next]),
        ...agreed.map((path) => [path, now.get(path)?.rev ?? 0]),
      ]),
      collisions: collisions.map((collision) => inTheWay(form, now, collision)),
    },
  };
}

/** Who was quicker is told by the newest write: of the field, of the item that went, of anything in the item that stays. */
function inTheWay(
  form: SheetForm,
  now: ReadonlyMap<string, FieldNow>,
  { path, because }: Pick<KeptCollision, 'path' | 'because'>,
): KeptCollision {
  const revOf = (one: string): number => now.get(one)?.rev ?? 0;
  const at = parsePath(form, path);
  const item = at?.item ? `${at.section}.${at.list}.${at.item}` : path;
  if (because === 'ITEM_REMOVED') return { path, because, rev: revOf(path), of: { path: item, rev: revOf(item) } };
  if (because !== 'ITEM_CHANGED') return { path, because, rev: revOf(path), of: { path, rev: revOf(path) } };
  const inside = [...now.keys()].filter((one) => one === item || one.startsWith(`${item}.`));
  const newest = inside.reduce((best, one) => (revOf(one) > revOf(best) ? one : best), path);
  return { path, because, rev: revOf(newest), of: { path: newest, rev: revOf(newest) } };
}
