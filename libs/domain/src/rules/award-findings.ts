import { totals } from '../budget/totals';
import type { AwardFacts, DocumentFacts } from '../document/document-facts';
import { factsDifferences } from '../document/facts-differences';
import { formatZloty, type Grosze } from '../money/grosze';
import { awardFindingWords as words } from '../words.pl/award-findings';
import type { Finding } from './finding';
import { finding } from './rule';

type Said = Pick<Finding, 'code' | 'aspect' | 'verdict' | 'unit' | 'actual' | 'required' | 'relation' | 'text'> &
  Partial<Pick<Finding, 'shortBy'>>;

const say = (said: Said): Finding => finding({ ...said, source: words.source });

/** An agreement says the amounts of its award, to the grosz; without an award there is nothing to compare. */
export function awardFindings({ award, consortium }: DocumentFacts): Finding[] {
  if (!award) return [];
  if (award.ended) return [fault('AWARD_ENDED', words.ended(award.receiptNumber))];
  const sums = totals(consortium.lines ?? []);
  const differing = (['total', 'zit', 'own'] as const)
    .map((name) => ({ name, now: sums[name], awarded: award[`${name}Grosze`] }))
    .filter(({ now, awarded }) => now !== awarded);
  if (differing.length === 0) return [equal(award, sums.total)];
  return differing.map(({ name, now, awarded }) => {
    const by = Math.abs(now - awarded);
    const text = words.differs[name](formatZloty(now), formatZloty(awarded), formatZloty(by));
    const compared = { unit: 'grosze', relation: 'equal', actual: now, required: awarded, shortBy: by } as const;
    return say({ code: 'R-SUM', aspect: `AWARD_${name.toUpperCase()}`, verdict: 'fail', ...compared, text });
  });
}

/** An annex changes something, of an agreement that holds, and stays within the ZIT of the award. */
export function annexFindings({ annex, award, consortium }: DocumentFacts): Finding[] {
  if (!annex) return [];
  const found: Finding[] = [];
  if (!annex.holds) found.push(fault('AGREEMENT_GONE', words.agreementGone(annex.agreement.number)));
  if (!factsDifferences(annex.before, consortium).changed) found.push(fault('NOTHING_CHANGES', words.nothingChanges));
  if (award?.ended) found.push(fault('AWARD_ENDED', words.ended(award.receiptNumber)));
  return award ? [...found, within(award, totals(consortium.lines ?? []).zit)] : found;
}

function within({ zitGrosze }: AwardFacts, zit: Grosze): Finding {
  const over = zit - zitGrosze;
  const [now, awarded] = [formatZloty(zit), formatZloty(zitGrosze)];
  const compared = { unit: 'grosze', relation: 'atMost', actual: zit, required: zitGrosze } as const;
  const about = { code: 'R-CAP', aspect: 'AWARD_ZIT', ...compared } as const;
  if (over <= 0) return say({ ...about, verdict: 'pass', text: words.within(now, awarded) });
  return say({ ...about, verdict: 'fail', shortBy: over, text: words.above(now, awarded, formatZloty(over)) });
}

const equal = ({ receiptNumber, totalGrosze }: AwardFacts, total: Grosze): Finding =>
  say({
    ...{ code: 'R-SUM', aspect: 'AWARD_TOTAL', verdict: 'pass', unit: 'grosze', relation: 'equal' },
    ...{ actual: total, required: totalGrosze, text: words.equal(receiptNumber, formatZloty(total)) },
  } as Said);

const fault = (aspect: string, text: string): Finding =>
  say({ code: 'R-SUM', aspect, verdict: 'fail', unit: 'text', actual: null, required: null, relation: 'equal', text });
