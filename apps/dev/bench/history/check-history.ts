// What a history of submissions and saves proves, whatever was killed meanwhile. It knows nothing of the portal's code.

/** One attempt, as its client saw it. */
export interface Attempt {
  /** Key of the submission, or id of the save. */
  key: string;
  /** Offer, or sheet. */
  id: string;
  /** Milliseconds since 1970. */
  begun: number;
  ended: number;
  /** `ok`: acknowledged · `unknown`: nobody answered, or the portal could not say · `refused`: it was not done. */
  outcome: 'ok' | 'unknown' | 'refused';
  /** Of a submission that was acknowledged. */
  receipt?: Receipt;
  /** Of a save. */
  value?: string;
}

export interface Receipt {
  number: string;
  receivedAt: string;
  deadlineAt: string;
  lateMs: number;
  sha256: string;
  receiptSha256: string;
  journalled: boolean;
}

/** What was found afterwards. */
export interface Found {
  receipts: {
    key: string;
    offerId: string;
    no: number;
    state: string;
    standing: boolean;
    receipt: Omit<Receipt, 'journalled'>;
  }[];
  /** Numbers in the journal of acts, with repetitions. */
  journal: string[];
  /** SHA-256 of the receipts in the file. */
  file: string[];
  /** Saves that left a change, with repetitions; aside: kept, and not written. And the value that stands, by field. */
  saves: { key: string; id: string; value: string; aside: boolean }[];
  values: Record<string, string>;
}

/** Faults in words; empty: nothing was lost, doubled or falsely late. */
export function checkHistory(attempts: readonly Attempt[], found: Found): string[] {
  return [
    ...submissionFaults(
      attempts.filter(({ value }) => value === undefined),
      found,
    ),
    ...saveFaults(attempts, found),
  ];
}

function submissionFaults(attempts: readonly Attempt[], { receipts, journal, file }: Found): string[] {
  const faults: string[] = [];
  const rows = groupBy(receipts, ({ key }) => key);
  for (const [key, all] of groupBy(attempts, (attempt) => attempt.key)) {
    const kept = rows.get(key) ?? [];
    const answered = all.flatMap(({ receipt }) => receipt ?? []);
    if (kept.length > 1) faults.push(`${key}: doubled, ${kept.length} receipts`);
    if (answered.length > 0 && kept.length === 0) faults.push(`${key}: acknowledged and lost`);
    if (all.every(({ outcome }) => outcome === 'refused') && kept.length > 0) faults.push(`${key}: refused and kept`);
    const [row] = kept;
    if (!row) continue;
    const { receipt } = row;
    for (const { journalled, ...said } of answered) {
      if (sorted(said) !== sorted(receipt)) faults.push(`${key}: answered ${said.number}, kept ${receipt.number}`);
      if (journalled && !file.includes(said.receiptSha256))
        faults.push(`${key}: not in the file that was said to have it`);
    }
    const at = Date.parse(receipt.receivedAt);
    if (!all.some(({ begun, ended }) => begun <= at && at <= ended))
      faults.push(`${key}: received when nobody sent it`);
    if (receipt.lateMs !== Math.max(0, at - Date.parse(receipt.deadlineAt)))
      faults.push(`${key}: late by something else`);
    if (row.state !== 'SUBMITTED' || !row.standing) faults.push(`${key}: received, and not standing`);
    if (journal.filter((number) => number === receipt.number).length !== 1)
      faults.push(`${key}: not once in the journal`);
  }
  const known = new Set(attempts.map(({ key }) => key));
  for (const { key } of receipts) if (!known.has(key)) faults.push(`${key}: kept, and never sent`);
  for (const [offerId, of] of groupBy(receipts, (row) => row.offerId))
    if (of.length > 1) faults.push(`${offerId}: handed in ${of.length} times`);
  const numbers = receipts.map(({ no }) => no).sort((a, b) => a - b);
  if (numbers.some((no, at) => no !== at + 1)) faults.push('numbers with gaps or repetitions');
  return faults;
}

/** Every writer has a field of their own and writes one value after the other: nobody is ever quicker than they are. */
function saveFaults(attempts: readonly Attempt[], { saves, values }: Found): string[] {
  const faults: string[] = [];
  const kept = groupBy(saves, ({ key }) => key);
  const written = attempts.filter(({ value }) => value !== undefined);
  for (const [key, all] of groupBy(written, (attempt) => attempt.key)) {
    const rows = kept.get(key) ?? [];
    if (rows.length > 1) faults.push(`save ${key}: doubled`);
    if (all.some(({ outcome }) => outcome === 'ok') && rows.length === 0)
      faults.push(`save ${key}: acknowledged and lost`);
    if (rows.some(({ aside }) => aside)) faults.push(`save ${key}: set aside, and nobody else wrote there`);
  }
  for (const [id, all] of groupBy(written, (attempt) => attempt.id)) {
    const last = all.filter(({ outcome }) => outcome === 'ok').at(-1);
    if (!last) continue;
    const later = all.slice(all.indexOf(last)).map(({ value }) => value);
    if (!later.includes(values[id])) faults.push(`sheet ${id}: ${values[id]} stands, ${last.value} was acknowledged`);
  }
  return faults;
}

const sorted = (of: object): string => JSON.stringify(Object.entries(of).sort(([a], [b]) => (a < b ? -1 : 1)));

function groupBy<Item>(items: readonly Item[], keyOf: (item: Item) => string): Map<string, Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item]);
  return groups;
}
