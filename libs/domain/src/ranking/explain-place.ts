import { formatZloty } from '../money/grosze';
import { compareRatio, type Ratio } from '../money/ratio';
import { rankingWords as words } from '../words.pl/ranking';
import type { PlacedOffer, RankingBlock } from './compute-ranking';
import { LOT, LOWER_ZIT, type RankingRules } from './ranking-call';
import { fractionText, shownPoints, shownScore } from './shown-score';

/**
 * Why each offer of a ranking stands where it stands, in its order: „80,83 pkt, remis z C; rozstrzyga K2:
 * 8,33 > 8,00”. Where two different numbers would be shown alike, the exact fractions are said.
 */
export function explainPlaces(offers: readonly PlacedOffer[], rules: RankingRules): string[] {
  const shown = offers.map(({ score }) => score && shownScore(score, rules.threshold, rules.thresholdInclusive));
  return offers.map((placed, at) => {
    const { score, status, tie } = placed;
    if (status === 'rejected') return words.rejected;
    if (!score) return words.noScore;
    const looksAlike = [1, -1].some((step) => {
      let next = at + step;
      while (sameScore(offers[next], placed)) next += step;
      return shown[next] === shown[at];
    });
    return [
      words.points(shown[at] ?? ''),
      ...(looksAlike ? [words.exactly(fractionText(score))] : []),
      ...(status === 'below-threshold' ? [words.below(shownPoints(rules.threshold))] : []),
      ...(tie ? [tieSentence(placed, offers[at + (offers[at + 1]?.offer === tie.with ? 1 : -1)], rules)] : []),
    ].join(', ');
  });
}

const sameScore = (a: PlacedOffer | undefined, b: PlacedOffer): boolean =>
  Boolean(a?.score && b.score && compareRatio(a.score, b.score) === 0);

function tieSentence(
  { zitGrosze, tie, place }: PlacedOffer,
  other: PlacedOffer | undefined,
  rules: RankingRules,
): string {
  if (!tie || !other) return '';
  if (tie.by === LOT) {
    if (place !== other.place) return words.tie(tie.with, words.lot);
    return rules.ties.includes(LOT) ? words.lotNotDrawn(tie.with) : words.tieLeft(tie.with);
  }
  if (tie.by === LOWER_ZIT)
    return (
      words.tie(tie.with, words.lowerZit) +
      compared(zitGrosze - other.zitGrosze, formatZloty(zitGrosze), formatZloty(other.zitGrosze))
    );
  const { own, others } = tie;
  if (!own || !others) return words.tie(tie.with, tie.by);
  const alike = shownPoints(own) === shownPoints(others);
  const text = (ratio: Ratio): string => (alike ? fractionText(ratio) : shownPoints(ratio));
  return words.tie(tie.with, tie.by) + compared(compareRatio(own, others), text(own), text(others));
}

const compared = (order: number, own: string, others: string): string =>
  words.compared(own, order > 0 ? '>' : '<', others);

/** Why there is no ranking, and the way out. */
export function explainBlock(block: RankingBlock): string {
  switch (block.code) {
    case 'QUORUM':
      return words.block.QUORUM(block.offer, block.counted, block.quorum);
    case 'LOT_NEEDED':
      return words.block.LOT_NEEDED(block.offers);
    case 'TIE_LEFT':
      return words.block.TIE_LEFT(block.offers);
  }
}
