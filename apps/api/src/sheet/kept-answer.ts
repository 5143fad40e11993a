import type { SheetCollision, SheetField, SheetSaved } from '@zit/contracts';
import type { Because, SheetValue } from '@zit/domain';
import type { EntityManager } from 'typeorm';
import type { AcceptedChange } from './accept-changes';

/** What stood in the way of a change. */
export interface KeptCollision {
  path: string;
  because: Because;
  /** Of the field as it stood: the base of a second try. */
  rev: number;
  /** Path and revision of what somebody else wrote: the item's own, when it was removed. */
  of: { path: string; rev: number };
}

/** What is kept of an answer to give it again: no values and no names. Those are in the request and in the changes. */
export interface KeptAnswer {
  /** Revision of the sheet before the save. */
  from: number;
  /** Revision of each path that was taken. */
  taken: Readonly<Record<string, number>>;
  collisions: readonly KeptCollision[];
}

const AT = `to_char(made.changed_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
const valueAt = (rev: string): string => `(select h.after from sheet_change h
    where h.sheet_id = $1 and h.path = c.path and h.rev <= ${rev} and not h.set_aside order by h.rev desc limit 1)`;

const COLLISIONS = `
  select c.path, ${valueAt('c.base')} as base, ${valueAt('c.rev')} as theirs, p.name as by, ${AT} as at
  from jsonb_to_recordset($2::jsonb) as c (path text, base bigint, rev bigint, made_at text, made_in bigint)
  left join sheet_change made on made.sheet_id = $1 and made.rev = c.made_in and made.path = c.made_at
  left join person p on p.id = made.changed_by`;

interface CollisionRow {
  path: string;
  base: SheetValue;
  theirs: SheetValue;
  by: string | null;
  at: string | null;
}

/** The answer to a save, the first time and every other; of collisions one question for all of them. */
export async function answerOf(
  manager: EntityManager,
  id: string,
  changes: readonly AcceptedChange[],
  { answer, rev, savedAt }: { answer: KeptAnswer; rev: number; savedAt: string },
): Promise<SheetSaved> {
  const taken = changes.flatMap(({ path, value }): SheetField[] => {
    const at = answer.taken[path];
    return at === undefined ? [] : [{ path, value, rev: at }];
  });
  const collisions = await collisionsOf(manager, id, changes, answer.collisions, savedAt);
  return { from: answer.from, rev, taken, collisions, savedAt };
}

/** Collisions as people see them: base, theirs and mine, and who was quicker. */
export async function collisionsOf(
  manager: EntityManager,
  id: string,
  changes: readonly AcceptedChange[],
  collisions: readonly KeptCollision[],
  now: string,
): Promise<SheetCollision[]> {
  if (collisions.length === 0) return [];
  const mine = new Map(changes.map((change) => [change.path, change]));
  const asked = collisions.map(({ path, rev, of }) => ({
    path,
    base: mine.get(path)?.base ?? 0,
    rev,
    made_at: of.path,
    made_in: of.rev,
  }));
  const rows = await manager.query<CollisionRow[]>(COLLISIONS, [id, JSON.stringify(asked)]);
  const found = new Map(rows.map((row) => [row.path, row]));
  return collisions.map(({ path, because, rev }) => {
    const { base = null, theirs = null, by = null, at = null } = found.get(path) ?? {};
    const value = mine.get(path)?.value ?? null;
    // Of a removed item nothing stands there any more, whatever its fields still say.
    return {
      path,
      because,
      base,
      theirs: because === 'ITEM_REMOVED' ? null : theirs,
      rev,
      mine: value,
      by,
      at: at ?? now,
    };
  });
}
