import type { BudgetTotals, Grosze } from '@zit/domain';
import { moneyPictureWords } from '@zit/words.pl/picture';

/** A part of a bar: whose it is, how much, and how it looks. */
export interface Part {
  /** Short name that stands under the bar. */
  code: string;
  name: string;
  amountGrosze: Grosze;
  look: string;
  /** Both in percent of the whole. */
  from: number;
  width: number;
}

export interface FlowRow {
  code: string;
  name: string;
  bringsGrosze: Grosze;
  receivesGrosze: Grosze;
}

export interface MoneyFlow {
  brings: Part[];
  receives: Part[];
  /** The table twin: the ZIT first, then every member with money. */
  rows: FlowRow[];
}

/** Looks of members, told apart by pattern as well as by tone. */
export const MEMBER_LOOKS = ['plain', 'stripes', 'dots', 'slant', 'lines', 'checks'] as const;

/**
 * Who brings the money and for whose tasks it is, both sides of the same total: a member's own and other money is
 * brought by that member, ZIT money by the programme, and every line is spent by the member who carries it out.
 */
export function moneyFlow(totals: BudgetTotals, members: readonly { id: string; name: string }[]): MoneyFlow {
  const known = members.map((member, i) => ({
    ...member,
    code: `M${i + 1}`,
    look: MEMBER_LOOKS[i % MEMBER_LOOKS.length]!,
  }));
  const money = known.map((member) => ({
    member,
    of: totals.byMember[member.id] ?? { zit: 0, cash: 0, inKind: 0, other: 0, total: 0 },
  }));
  const words = moneyPictureWords;
  const brings = [
    { code: 'ZIT', name: words.zit, amountGrosze: totals.zit, look: 'zit' },
    ...money.flatMap(({ member, of }) => [
      { code: member.code, name: words.cash(member.name), amountGrosze: of.cash, look: 'cash' },
      { code: member.code, name: words.inKind(member.name), amountGrosze: of.inKind, look: 'kind' },
      { code: member.code, name: words.other(member.name), amountGrosze: of.other, look: 'other' },
    ]),
  ];
  const receives = money.map(({ member, of }) => ({ ...member, amountGrosze: of.total }));
  return {
    brings: stacked(brings, totals.total),
    receives: stacked(receives, totals.total),
    rows: [
      { code: '', name: words.zit, bringsGrosze: totals.zit, receivesGrosze: 0 },
      ...money
        .filter(({ of }) => of.total > 0)
        .map(({ member, of }) => ({
          code: member.code,
          name: member.name,
          bringsGrosze: of.cash + of.inKind + of.other,
          receivesGrosze: of.total,
        })),
    ],
  };
}

function stacked(parts: readonly Omit<Part, 'from' | 'width'>[], total: Grosze): Part[] {
  let sum = 0;
  return parts
    .filter((part) => part.amountGrosze > 0)
    .map(({ code, name, amountGrosze, look }) => {
      const part = { code, name, amountGrosze, look, from: (100 * sum) / total, width: (100 * amountGrosze) / total };
      sum += amountGrosze;
      return part;
    });
}
