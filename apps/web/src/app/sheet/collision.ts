import type { SheetCollision, SheetField } from '@zit/contracts';

/** A field that waits for the person to choose; `at` null: it was changed once more while it waited. */
export type Collision = Omit<SheetCollision, 'at'> & { at: string | null };

/** What somebody wrote into a field that waits already: that is what mine is compared with now. */
export function withNews(
  collisions: ReadonlyMap<string, Collision>,
  news: readonly SheetField[],
): ReadonlyMap<string, Collision> {
  const next = new Map(collisions);
  for (const { path, value, rev } of news) {
    const known = next.get(path);
    if (known && rev > known.rev) next.set(path, { ...known, theirs: value, rev, by: null, at: null });
  }
  return next;
}

export const without = (collisions: ReadonlyMap<string, Collision>, path: string): ReadonlyMap<string, Collision> =>
  new Map([...collisions].filter(([one]) => one !== path));
