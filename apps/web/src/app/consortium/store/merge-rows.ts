import { sameValue } from './consortium-fields';

/** One row that two people changed differently: it needs a person's choice. */
export interface RowCollision<Row> {
  key: string;
  base: Row | null;
  theirs: Row | null;
  mine: Row | null;
}

export interface MergedRows<Row> {
  /** Their rows with my changes; where we collide, mine. */
  rows: Row[];
  collisions: RowCollision<Row>[];
}

/**
 * Three-way merge of a short list whose rows have a key (a service of a member, a target group):
 * two people who tick different boxes never disturb each other.
 */
export function mergeRows<Row>(
  base: readonly Row[],
  theirs: readonly Row[],
  mine: readonly Row[],
  keyOf: (row: Row) => string,
): MergedRows<Row> {
  const [wasBy, theirsBy, mineBy] = [base, theirs, mine].map((rows) => new Map(rows.map((row) => [keyOf(row), row])));
  const rows: Row[] = [];
  const collisions: RowCollision<Row>[] = [];
  for (const key of new Set([...theirsBy!.keys(), ...mineBy!.keys()])) {
    const was = wasBy!.get(key) ?? null;
    const their = theirsBy!.get(key) ?? null;
    const my = mineBy!.get(key) ?? null;
    const chosen = sameValue(my, was) ? their : my;
    if (!sameValue(my, was) && !sameValue(their, was) && !sameValue(my, their)) {
      collisions.push({ key, base: was, theirs: their, mine: my });
    }
    if (chosen !== null) {
      rows.push(chosen);
    }
  }
  return { rows, collisions };
}
