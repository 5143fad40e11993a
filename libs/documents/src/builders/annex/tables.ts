import { formatGrosze, type Grosze, type LineDifference, type MoneyDifference, type TextDifference } from '@zit/domain';
import { annexWords as words } from '@zit/words.pl/annex';
import type { Column, RichText, Table, TableRow } from '../../model/model';
import { bold, text } from '../../model/rich-text';
import { typeset } from '../../model/typography';

const NUMBERS: Column[] = [words.columns.before, words.columns.after, words.columns.difference].map((head) => ({
  head,
  width: 'number',
}));

const figure = (amount: Grosze | null): RichText => text(amount === null ? '–' : formatGrosze(amount));

/** „+1 000,00”, „−1 000,00” or „0,00”. */
export function signed(amount: Grosze): string {
  if (amount === 0) return formatGrosze(0);
  return `${amount > 0 ? '+' : '−'}${formatGrosze(Math.abs(amount))}`;
}

const moneyCells = (before: Grosze | null, after: Grosze | null): RichText[] => [
  figure(before),
  figure(after),
  text(signed((after ?? 0) - (before ?? 0))),
];

/** Lines that come, go or change, with the sum of their differences. */
export function lineTable(lines: readonly LineDifference[]): Table {
  const rows: TableRow[] = lines.map(({ no, item, party, category, source, before, after, about }) => ({
    cells: [
      text(`${no} ${category}`),
      text(about ? `${item} (${about})` : item),
      text(`${party}; ${source}`),
      ...moneyCells(before, after),
    ],
  }));
  const sum = (of: 'before' | 'after'): Grosze => lines.reduce((all, line) => all + (line[of] ?? 0), 0);
  return {
    kind: 'table',
    caption: typeset(words.captions.lines),
    columns: [
      { head: words.columns.line, width: 0.45 },
      { head: words.columns.item, width: 1, rowHeader: true },
      { head: words.columns.party, width: 0.9 },
      ...NUMBERS,
    ],
    rows,
    foot: [{ cells: [text(''), text(words.together), text(''), ...moneyCells(sum('before'), sum('after'))] }],
  };
}

/** What each party has and brings. */
export const sharesTable = (shares: readonly MoneyDifference[]): Table => moneyTable(words.captions.shares, shares, []);

/** Sums by source; the whole stands in the foot. */
export function sumsTable(sums: readonly MoneyDifference[]): Table {
  return moneyTable(words.captions.sums, sums.slice(0, -1), sums.slice(-1));
}

function moneyTable(caption: string, rows: readonly MoneyDifference[], foot: readonly MoneyDifference[]): Table {
  // Where nothing was stated there is no difference to count.
  const cells = ({ label, before, after }: MoneyDifference): TableRow => ({
    cells:
      before === null || after === null
        ? [text(label), figure(before), figure(after), figure(null)]
        : [text(label), ...moneyCells(before, after)],
  });
  return {
    kind: 'table',
    caption: typeset(caption),
    columns: [{ head: words.columns.what, width: 1, rowHeader: true }, ...NUMBERS],
    rows: rows.map(cells),
    foot: foot.map(cells),
  };
}

/** What is done, for whom, where and when. */
export const textTable = (changes: readonly TextDifference[]): Table => ({
  kind: 'table',
  caption: typeset(words.captions.works),
  columns: [
    { head: words.columns.what, width: 1, rowHeader: true },
    { head: words.columns.was, width: 1 },
    { head: words.columns.is, width: 1 },
  ],
  rows: changes.map(({ label, before, after }) => ({
    cells: [text(label), text(before ?? '–'), after === null ? text('–') : [bold(after)]],
  })),
  foot: [],
});
