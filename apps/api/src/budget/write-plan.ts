import type { EntityManager } from 'typeorm';
import type { BudgetPlan, LineRow } from './budget-plan';

const VALUES = `category, area, item, member_id, source, unit, quantity, unit_price_grosze, amount_grosze, valuation, justification`;
const AS_ROWS = `jsonb_to_recordset($2::jsonb) as x(
  id uuid, version int, position int, category text, area text, item text, member uuid, source text, unit text,
  quantity numeric, "unitPriceGrosze" bigint, "amountGrosze" bigint, valuation text, justification text)`;

const ADD = `
  insert into budget_line (consortium_id, id, version, position, ${VALUES})
  select $1, id, version, position, category, area, item, member, source, unit, quantity, "unitPriceGrosze",
    "amountGrosze", valuation, justification
  from ${AS_ROWS}`;

const CHANGE = `
  update budget_line l set version = x.version, category = x.category, area = x.area, item = x.item,
    member_id = x.member, source = x.source, unit = x.unit, quantity = x.quantity,
    unit_price_grosze = x."unitPriceGrosze", amount_grosze = x."amountGrosze", valuation = x.valuation,
    justification = x.justification
  from ${AS_ROWS}
  where l.consortium_id = $1 and l.id = x.id and l.version = x.version - 1`;

const ORDER = `
  update budget_line l set position = x.position
  from unnest($2::uuid[]) with ordinality as x(id, position)
  where l.consortium_id = $1 and l.id = x.id and l.position <> x.position`;

/** Writes a plan with at most four statements, however many lines it has. */
export async function writePlan(manager: EntityManager, consortiumId: string, plan: BudgetPlan): Promise<void> {
  if (plan.removed.length > 0)
    await manager.query('delete from budget_line where consortium_id = $1 and id = any($2)', [
      consortiumId,
      plan.removed,
    ]);
  if (plan.changed.length > 0) await writeChanged(manager, consortiumId, plan.changed);
  if (plan.added.length > 0) {
    const place = new Map(plan.order.map((id, at) => [id, at + 1]));
    const rows = plan.added.map((line) => ({ ...line, position: place.get(line.id) }));
    await manager.query(ADD, [consortiumId, JSON.stringify(rows)]);
  }
  if (plan.reordered || plan.removed.length > 0 || plan.added.length > 0)
    await manager.query(ORDER, [consortiumId, plan.order]);
}

async function writeChanged(manager: EntityManager, consortiumId: string, lines: LineRow[]): Promise<void> {
  const [, written] = await manager.query<[unknown, number]>(CHANGE, [consortiumId, JSON.stringify(lines)]);
  // The consortium is locked while its lines are planned: a difference here is a fault of the program.
  if (written !== lines.length) throw new Error(`planned ${lines.length} changed lines, wrote ${written}`);
}
