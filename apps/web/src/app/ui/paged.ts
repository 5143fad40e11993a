import { computed, linkedSignal, resource } from '@angular/core';

export interface Page<Item> {
  items: Item[];
  next: string | null;
}

export type Paged<Item> = ReturnType<typeof paged<unknown, Item>>;

/**
 * A list that grows by „Pokaż więcej”: its first page by what is asked, each next by the cursor of the one before.
 * Call it where a component is built. A query of `undefined` asks nothing yet.
 */
export function paged<Query, Item>(
  query: () => Query | undefined,
  load: (query: Query, after?: string) => Promise<Page<Item>>,
) {
  const first = resource({ params: query, loader: ({ params }) => load(params) });
  const page = () => (first.hasValue() ? first.value() : null);
  /** What came after the first page; a new question starts over. */
  const rest = linkedSignal({
    source: page,
    computation: (now): Page<Item> => ({ items: [], next: now?.next ?? null }),
  });
  /** The old rows stay while the next question is on its way: no jumping page. */
  const items = linkedSignal<Item[] | null, Item[] | null>({
    source: () => {
      const now = page();
      return now ? [...now.items, ...rest().items] : null;
    },
    computation: (now, previous) => now ?? previous?.value ?? null,
  });
  const busy = linkedSignal({ source: page, computation: () => false });
  const failed = linkedSignal({ source: page, computation: (): unknown => null });

  const more = async (): Promise<void> => {
    const asked = query();
    const after = rest().next;
    if (asked === undefined || after === null || busy()) return;
    const before = page();
    busy.set(true);
    failed.set(null);
    try {
      const next = await load(asked, after);
      // Another question may have begun meanwhile; its rows, faults and waiting are not ours.
      if (before === page()) rest.update(({ items: had }) => ({ items: [...had, ...next.items], next: next.next }));
    } catch (thrown) {
      if (before === page()) failed.set(thrown);
    } finally {
      if (before === page()) busy.set(false);
    }
  };

  return {
    items: computed(() => items()),
    next: computed(() => rest().next),
    problem: computed(() => first.error()),
    /** Why the next page did not come; the rows at hand stay. */
    failed: failed.asReadonly(),
    busy: busy.asReadonly(),
    more,
    reload: () => first.reload(),
  };
}
