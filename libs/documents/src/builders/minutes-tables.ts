import {
  formatGrosze,
  publishedCards,
  publishedMean,
  shownPoints,
  type Grosze,
  type RankingRow,
  type ResultDocument,
} from '@zit/domain';
import { minutesWords as words } from '@zit/words.pl/minutes';
import type { Block, Table, TableRow } from '../model/model';
import { paragraph, text } from '../model/rich-text';

export const row = (...cells: string[]): TableRow => ({ cells: cells.map((cell) => text(cell)) });

/** Assessors with a card that counts, in the order of their names. */
export const countedAssessors = (result: ResultDocument): string[] =>
  [
    ...new Set(Object.keys(result.cards).flatMap((offer) => publishedCards(result, offer).map(([assessor]) => assessor))),
  ].sort();

/** Sums of each card and their mean, then the means by criterion. */
export function scores(result: ResultDocument): Block[] {
  const { rules, ranking } = result;
  const assessors = countedAssessors(result);
  const scored = ranking.filter(({ score }) => score !== null);
  const sumOf = (offer: string, assessor: string): string => {
    const [, points] = publishedCards(result, offer).find(([name]) => name === assessor) ?? [];
    if (!points) return words.notCounted;
    const num = rules.criteria.reduce((sum, { code, weight }) => sum + weight * (points[code] ?? 0), 0);
    return shownPoints({ num, den: rules.scale[1] });
  };
  return [
    {
      kind: 'table',
      caption: words.scoresCaption(rules.threshold.replace('.', ',')),
      columns: [
        { head: words.scores.offer, width: 1, rowHeader: true },
        ...assessors.map((head) => ({ head, width: 'number' as const })),
        { head: words.scores.mean, width: 'number' },
        { head: words.scores.exact, width: 'number' },
      ],
      rows: scored.map(({ offer, shown, score }) =>
        row(offer, ...assessors.map((assessor) => sumOf(offer, assessor)), shown ?? '', score ?? ''),
      ),
      foot: [],
    },
    {
      kind: 'table',
      caption: words.criteriaCaption,
      columns: [
        { head: words.criterion, width: 1, rowHeader: true },
        ...scored.map(({ offer }) => ({ head: offer, width: 'number' as const })),
      ],
      rows: rules.criteria.map(({ code, name, weight }) =>
        row(`${code} ${name} (${weight})`, ...scored.map(({ offer }) => publishedMean(result, offer, code) ?? '')),
      ),
      foot: [],
    },
    paragraph(words.scoresNote),
  ];
}

/** Offers with a place, their amounts and the sum of these. */
export function places({ offers: all }: ResultDocument, rows: readonly RankingRow[], caption: string): Table {
  const { place, offer, title, points, zit } = words.recommended;
  const amountOf = (name: string): Grosze => all[name]?.zitGrosze ?? 0;
  return {
    kind: 'table',
    caption,
    columns: [
      { head: place, width: 'number' },
      { head: offer, width: 1, rowHeader: true },
      { head: title, width: 2 },
      { head: points, width: 'number' },
      { head: zit, width: 'number' },
    ],
    rows: rows.map((one) =>
      row(
        String(one.place ?? ''),
        one.offer,
        all[one.offer]?.title ?? '',
        one.shown ?? '',
        formatGrosze(amountOf(one.offer)),
      ),
    ),
    foot: [row('', words.sum, '', '', formatGrosze(rows.reduce((sum, one) => sum + amountOf(one.offer), 0)))],
  };
}
