/**
 * Places that bring lines into an order by moving as few as possible: those that keep their order keep their places,
 * the others come between their neighbours. Lines of others (`fixed`) never move.
 */
export function placesFor(
  order: readonly string[],
  places: ReadonlyMap<string, number>,
  fixed: (id: string) => boolean,
): Map<string, number> {
  const kept = keptOf(order, places, fixed);
  const moved = new Map<string, number>();
  let before: number | null = null;
  for (let i = 0; i < order.length;) {
    const id = order[i] ?? '';
    if (kept.has(id)) {
      before = places.get(id) ?? before;
      i += 1;
      continue;
    }
    let end = i;
    while (end < order.length && !kept.has(order[end] ?? '')) end += 1;
    const after: number | null = places.get(order[end] ?? '') ?? null;
    const run = order.slice(i, end);
    run.forEach((one, k) => moved.set(one, between(before, after, k + 1, run.length)));
    i = end;
  }
  return moved;
}

function between(before: number | null, after: number | null, k: number, count: number): number {
  if (after === null) return (before ?? 0) + k;
  if (before === null) return after - (count + 1 - k);
  return before + ((after - before) * k) / (count + 1);
}

/** The longest part that stands in order already, with all that is fixed in it. */
function keptOf(
  order: readonly string[],
  places: ReadonlyMap<string, number>,
  fixed: (id: string) => boolean,
): Set<string> {
  const known = order.filter((id) => places.has(id));
  const kept = new Set<string>();
  let low = -Infinity;
  let segment: string[] = [];
  const close = (high: number): void => {
    const fits = segment.filter((id) => (places.get(id) ?? 0) > low && (places.get(id) ?? 0) < high);
    for (const id of increasing(fits, places)) kept.add(id);
    segment = [];
  };
  for (const id of known) {
    if (!fixed(id)) {
      segment.push(id);
      continue;
    }
    const place = places.get(id) ?? 0;
    close(place);
    kept.add(id);
    low = place;
  }
  close(Infinity);
  return kept;
}

/** A longest increasing subsequence, by patience; O(n log n). */
function increasing(ids: readonly string[], places: ReadonlyMap<string, number>): string[] {
  const tops: number[] = [];
  const before: (number | null)[] = [];
  const place = (i: number): number => places.get(ids[i] ?? '') ?? 0;
  for (let i = 0; i < ids.length; i++) {
    let [low, high] = [0, tops.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (place(tops[middle] ?? 0) < place(i)) low = middle + 1;
      else high = middle;
    }
    before[i] = low > 0 ? (tops[low - 1] ?? null) : null;
    tops[low] = i;
  }
  const found: string[] = [];
  for (let i: number | null = tops.at(-1) ?? null; i !== null; i = before[i] ?? null) found.unshift(ids[i] ?? '');
  return found;
}
