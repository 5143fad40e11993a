import type { PublicResult } from '@zit/contracts';
import { formatGrosze, publishedMean } from '@zit/domain';
import { publicReasonsWords as words } from '@zit/words.pl/answers-page';
import { rankingWords } from '@zit/words.pl/ranking';
import { resultTableWords } from '@zit/words.pl/result-page';
import { csvOf } from '../offer/budget/csv';

/** The published table for spreadsheets: what stands on the page, as it is shown; no cell is read as a formula. */
export function resultCsv({ document, parties }: PublicResult): string {
  const { criteria } = document.rules;
  const heads = [
    ...[resultTableWords.place, resultTableWords.offer, words.number, words.consortium, words.leader],
    ...[resultTableWords.zit, ...criteria.map(({ code, name, weight }) => `${code} ${name} (${weight})`)],
    ...[resultTableWords.points, resultTableWords.status, words.because],
  ];
  const rows = document.ranking.map(({ offer, place, shown, status, because }) => {
    const party = parties.find((each) => each.offer === offer);
    return [
      ...[place === null ? '' : String(place), document.offers[offer]?.title ?? '', offer],
      ...[party?.consortium ?? '', party?.leader ?? '', formatGrosze(document.offers[offer]?.zitGrosze ?? 0)],
      ...criteria.map(({ code }) => (status === 'rejected' ? '' : (publishedMean(document, offer, code) ?? ''))),
      ...[shown ?? '', rankingWords.status[status], because],
    ];
  });
  return csvOf([heads, ...rows]);
}
