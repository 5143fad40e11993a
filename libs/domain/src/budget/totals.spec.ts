import { BUDGET_AREAS, BUDGET_SOURCES, type BudgetLine } from './line';
import { totals } from './totals';

describe('totals', () => {
  it('100 000 random budgets: the parts of every grouping sum to the whole', () => {
    let state = 20_150_331;
    const random = (below: number) => {
      state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
      return state % below;
    };
    const add = (record: Record<string, number>) => Object.values(record).reduce((sum, amount) => sum + amount, 0);
    const template = {
      unit: null,
      quantity: 1,
      unitPriceGrosze: 0,
      valuation: null,
      justification: null,
      item: 'x',
      no: 'L01',
    };
    for (let run = 0; run < 100_000; run += 1) {
      const lines = Array.from({ length: 1 + random(8) }, (): BudgetLine => ({
        ...template,
        category: `C${random(8)}`,
        area: BUDGET_AREAS[random(3)] ?? 'CROSS',
        member: `M${random(5)}`,
        source: BUDGET_SOURCES[random(5)] ?? 'ZIT',
        amountGrosze: random(4_000_000_000),
      }));
      const sums = totals(lines);
      const whole = lines.reduce((sum, each) => sum + each.amountGrosze, 0);
      const people = Object.values(sums.byMember);
      const wrong =
        sums.total !== whole ||
        sums.zit + sums.own + sums.other !== whole ||
        sums.ownCash + sums.ownInKind !== sums.own ||
        add(sums.byCategory) !== whole ||
        add(sums.byArea) !== whole ||
        add(sums.bySource) !== whole ||
        people.reduce((sum, each) => sum + each.total, 0) !== whole ||
        people.some((each) => each.zit + each.cash + each.inKind + each.other !== each.total);
      if (wrong) throw new Error(JSON.stringify(lines));
    }
  });
});
