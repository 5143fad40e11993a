import type { BudgetLineFields, BudgetLineResponse, ChangeBudget, FieldConflict, FieldError } from '@zit/contracts';
import { amountOf, lineNo, MAX_GROSZE, MAX_LINES } from '@zit/domain';
import { consortiumActWords as words } from '@zit/words.pl/consortium-acts';
import { mergeChange } from '../database/merge-change';

/** A line without its number: the number follows from the place. */
export type LineRow = Omit<BudgetLineResponse, 'no'>;

/** What a save comes to. With conflicts or faults nothing is written. */
export interface BudgetPlan {
  added: LineRow[];
  changed: LineRow[];
  removed: string[];
  /** Ids of all lines after the save, in their order. */
  order: string[];
  reordered: boolean;
  conflicts: FieldConflict[];
  faults: FieldError[];
}

export interface LineMembers {
  /** Members who may spend or bring a line. */
  ids: ReadonlySet<string>;
  /** Who takes a new line that names nobody: the leader, or the first member. */
  fallback: string | null;
}

/**
 * Plans one save against the lines as they stand. Pure: the same lines and the same request give the same plan,
 * and a request repeated after it went through gives a plan with nothing in it.
 */
export function planBudget(lines: readonly LineRow[], request: ChangeBudget, members: LineMembers): BudgetPlan {
  const draft = new Draft(lines, members);
  request.added.forEach((line, at) => draft.add(line, `/added/${at}`));
  request.changed.forEach((change, at) => draft.change(change, `/changed/${at}`));
  request.removed.forEach((removal) => draft.remove(removal));
  return draft.finish(request.order);
}

class Draft {
  private readonly before: ReadonlyMap<string, LineRow>;
  private readonly place = new Map<string, number>();
  private readonly after: Map<string, LineRow>;
  private readonly conflicts: FieldConflict[] = [];
  private readonly faults: FieldError[] = [];

  constructor(
    lines: readonly LineRow[],
    private readonly members: LineMembers,
  ) {
    this.before = new Map(lines.map((line) => [line.id, line]));
    this.after = new Map(this.before);
    lines.forEach((line, at) => this.place.set(line.id, at));
  }

  /**
   * A line that is there already came with an earlier answer that got lost: nothing happens, or, when the person
   * went on editing it and nobody else touched it, the newer values are taken.
   */
  add({ id, fields }: ChangeBudget['added'][number], at: string): void {
    const there = this.after.get(id);
    if (there && !this.before.has(id)) this.faults.push({ pointer: `${at}/id`, message: words.repeatedLine });
    else if (there) this.merge(there, { id, version: 1, changes: fields, base: {} }, at);
    else this.after.set(id, this.checked(newLine(id, fields, this.members.fallback), fields, `${at}/fields`));
  }

  change(change: ChangeBudget['changed'][number], at: string): void {
    const line = this.after.get(change.id);
    if (line) this.merge(line, change, at);
    else
      for (const [field, mine] of Object.entries(change.changes))
        this.conflicts.push({
          field: `lines/${change.id}/${field}`,
          base: change.base[field as keyof BudgetLineFields] ?? null,
          theirs: null,
          mine,
        });
  }

  /** Removing a line that somebody changed since would lose their work; one that is gone needs nothing. */
  remove({ id, version }: ChangeBudget['removed'][number]): void {
    const line = this.after.get(id);
    if (!line) return;
    if (this.before.get(id)?.version !== version)
      this.conflicts.push({ field: `lines/${this.nameOf(id)}`, base: null, theirs: line, mine: null });
    this.after.delete(id);
  }

  finish(wished: readonly string[] | null): BudgetPlan {
    const natural = [...this.after.keys()];
    const named = new Set((wished ?? []).filter((id) => this.after.has(id)));
    const order = [...named, ...natural.filter((id) => !named.has(id))];
    if (order.length > MAX_LINES)
      this.faults.push({ pointer: '/added', message: words.tooManyLines(String(order.length), String(MAX_LINES)) });
    if (sumOf(this.after) > MAX_GROSZE && sumOf(this.after) > sumOf(this.before))
      this.faults.push({
        pointer: this.after.size > this.before.size ? '/added' : '/changed',
        message: words.sumTooLarge,
      });
    const kept = [...this.before.keys()].filter((id) => this.after.has(id));
    const rows = [...this.after.values()];
    return {
      added: rows.filter((line) => !this.before.has(line.id)),
      changed: rows.filter((line) => this.before.has(line.id) && this.before.get(line.id) !== line),
      removed: [...this.before.keys()].filter((id) => !this.after.has(id)),
      order,
      reordered: order.filter((id) => this.before.has(id)).some((id, at) => id !== kept[at]),
      conflicts: this.conflicts,
      faults: this.faults,
    };
  }

  private merge(line: LineRow, change: ChangeBudget['changed'][number], at: string): void {
    const { changed, conflicts } = mergeChange<BudgetLineFields>(line, change);
    for (const conflict of conflicts)
      this.conflicts.push({ ...conflict, field: `lines/${this.nameOf(line.id)}/${conflict.field}` });
    if (Object.keys(changed).length === 0) return;
    const version = (this.before.get(line.id)?.version ?? 0) + 1;
    this.after.set(line.id, this.checked({ ...line, ...changed, version }, changed, `${at}/changes`));
  }

  /** The line with its amount following quantity and price, unless the person gave the amount as well. */
  private checked(line: LineRow, given: BudgetLineFields, pointer: string): LineRow {
    if (!this.members.ids.has(line.member))
      this.faults.push({ pointer: `${pointer}/member`, message: line.member ? words.noMember : words.lineNeedsMember });
    const priced = given.quantity !== undefined || given.unitPriceGrosze !== undefined;
    if (!priced || given.amountGrosze !== undefined) return line;
    const amountGrosze = amountOf(line.quantity, line.unitPriceGrosze);
    if (amountGrosze === null) this.faults.push({ pointer: `${pointer}/quantity`, message: words.amountTooLarge });
    return { ...line, amountGrosze: amountGrosze ?? 0 };
  }

  private nameOf(id: string): string {
    const at = this.place.get(id);
    return at === undefined ? id : lineNo(at);
  }
}

/** Beyond 2^53 the sum is no longer exact, but still far above any limit. */
const sumOf = (lines: ReadonlyMap<string, LineRow>): number =>
  [...lines.values()].reduce((sum, line) => sum + line.amountGrosze, 0);

const newLine = (id: string, fields: BudgetLineFields, fallback: string | null): LineRow => ({
  id,
  version: 1,
  category: fields.category ?? 'C1',
  area: fields.area ?? 'CROSS',
  item: fields.item ?? '',
  member: fields.member ?? fallback ?? '',
  source: fields.source ?? 'ZIT',
  unit: fields.unit ?? null,
  quantity: fields.quantity ?? 1,
  unitPriceGrosze: fields.unitPriceGrosze ?? 0,
  amountGrosze: fields.amountGrosze ?? 0,
  valuation: fields.valuation ?? null,
  justification: fields.justification ?? null,
});
