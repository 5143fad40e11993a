import { totals, type BudgetLine, type BudgetSource } from '@zit/domain';
import { sopotFacts } from '@zit/sample';
import fc from 'fast-check';
import { moneyFlow } from './money-flow';

const facts = sopotFacts();
const lines = facts.lines ?? [];

describe('who brings and who receives', () => {
  it('shows for Sopot 280 500,00 of ZIT and 49 500,00 of the municipality, in money and in kind', () => {
    const flow = moneyFlow(totals(lines, facts.members), facts.members);
    expect(flow.brings.map(({ code, look, amountGrosze }) => [code, look, amountGrosze])).toEqual([
      ['ZIT', 'zit', 28_050_000],
      ['M4', 'cash', 2_850_000],
      ['M4', 'kind', 2_100_000],
    ]);
    // The ZIT part ends exactly where the 85 % line stands.
    expect(flow.brings[1]?.from).toBe(85);
    expect(flow.rows.map((row) => row.receivesGrosze)).toEqual([
      0, 10_200_000, 5_580_000, 5_720_000, 5_700_000, 5_800_000,
    ]);
  });

  it('brings exactly what is received, on bars of one length', () => {
    const line = fc.record({
      member: fc.constantFrom(...facts.members.map((member) => member.id)),
      source: fc.constantFrom<BudgetSource>('ZIT', 'OWN_CASH', 'OWN_IN_KIND', 'OTHER_PUBLIC'),
      amountGrosze: fc.integer({ min: 0, max: 1_000_000 }),
    });
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 30 }), (parts) => {
        const sums = totals(
          parts.map((part): BudgetLine => ({ ...lines[0]!, ...part })),
          facts.members,
        );
        const flow = moneyFlow(sums, facts.members);
        const add = (all: readonly { amountGrosze: number }[]) => all.reduce((sum, part) => sum + part.amountGrosze, 0);
        expect([add(flow.brings), add(flow.receives)]).toEqual([sums.total, sums.total]);
        const widths = flow.brings.reduce((sum, part) => sum + part.width, 0);
        if (sums.total > 0) expect(widths).toBeCloseTo(100, 6);
      }),
    );
  });
});
