import { check } from '../../rules/check';
import type { Finding, RuleCode } from '../../rules/finding';
import { offerCheckWords } from '../../words.pl/offer-check';
import type { OfferFinding } from '../finding';
import { isWholeLine } from '../offer-facts';
import { type AskedOffer, grouped, partOf } from './asked';

/** Where the work on a rule of the call is done. */
const SECTIONS: Readonly<Record<RuleCode, string>> = {
  'R-NGO': 'partnership',
  'R-OWN': 'contribution',
  'R-COMP': 'partnership',
  'R-SIZE': 'partnership',
  'R-LEADER': 'partnership',
  'R-CAP': 'budget',
  'R-PERIOD': 'basics',
  'R-AREA': 'services',
  'R-IDS': 'partnership',
  'R-SUM': 'budget',
  'R-SERVICE': 'budget',
  'R-DOUBLE': 'budget',
  'R-VALUATION': 'budget',
  'R-REGIME': 'partnership',
};

/** Findings alike that are told one by one; the rest only as a number. */
const MOST_ALIKE = 3;

/** What the rules of the call say of the offer, each where it is mended. */
export function callRules(offer: AskedOffer): OfferFinding[] {
  const { findings } = check(offer.facts, offer.about.call.ruleSet);
  const told = findings.filter((finding) => !isToldElsewhere(offer, finding));
  const alike = ({ code, aspect, verdict, subject }: Finding): string =>
    `${code} ${aspect} ${verdict} ${partOf(offer, placeOf(offer, code, aspect, subject)) ?? ''}`;
  return grouped(told, alike).flatMap((group) => {
    const shown = group.slice(0, MOST_ALIKE).map((finding) => mapped(offer, finding));
    const [last, rest] = [shown.at(-1), group.length - shown.length];
    if (last && rest > 0) shown[shown.length - 1] = { ...last, text: offerCheckWords.more(last.text, rest) };
    return shown;
  });
}

/** Gaps that O-FIELDS names already, and a sum that cannot be right while lines are not whole. */
function isToldElsewhere({ contents, memberIds }: AskedOffer, { code, aspect, actual, verdict }: Finding): boolean {
  if (verdict === 'pass') return false;
  if (code === 'R-LEADER') return aspect !== 'EXACTLY_ONE' && aspect !== 'SECTOR' && actual === null;
  if (code !== 'R-SUM') return false;
  const whole = contents.budget.lines.every((line) => isWholeLine(line, memberIds));
  return aspect === 'EMPTY' || (aspect === 'TOTAL' && !whole);
}

function mapped(offer: AskedOffer, finding: Finding): OfferFinding {
  const { code, aspect, verdict, text, fix, subject } = finding;
  const at = placeOf(offer, code, aspect, subject);
  const about = subject?.kind === 'member' && code === 'R-IDS' ? subject.id : undefined;
  const member = about ?? partOf(offer, at);
  return {
    code,
    verdict,
    section: at.split('.')[0] ?? at,
    ...(at.includes('.') ? { path: at } : {}),
    ...(member === undefined ? {} : { member }),
    text,
    ...(fix ? { way: fix.text } : {}),
  };
}

/** Path of what a finding is about, as far as there is one, else its section. */
function placeOf(offer: AskedOffer, code: RuleCode, aspect: string, subject: Finding['subject']): string {
  const { contents } = offer;
  if (subject?.kind === 'line') return linePlace(offer, code, aspect, subject.id);
  if (code === 'R-PERIOD') return 'basics.periodTo';
  if (code === 'R-SUM' && aspect === 'TOTAL') return 'budget.declaredTotalGrosze';
  if (subject?.kind !== 'member') return SECTIONS[code];
  if (code === 'R-LEADER' && aspect === 'EXPERIENCE') return `experience.members.${subject.id}.similarProjects`;
  if (code === 'R-LEADER' && aspect === 'TURNOVER') return `experience.members.${subject.id}.turnoverGrosze`;
  if (code === 'R-SERVICE') {
    const named = contents.services.list.find(
      (item) => item.member === subject.id && aspect === `PLAN ${item.code ?? ''}`,
    );
    return named ? `services.list.${named.id}.code` : 'services';
  }
  if (code === 'R-DOUBLE') {
    const priced = contents.budget.lines.find((line) => line.member === subject.id && line.item === aspect);
    return priced ? `budget.lines.${priced.id}.justification` : 'budget';
  }
  return SECTIONS[code];
}

const FIELDS: Partial<Record<RuleCode, string>> = { 'R-SUM': 'amountGrosze', 'R-VALUATION': 'valuation' };

function linePlace({ lineIds }: AskedOffer, code: RuleCode, aspect: string, no: string): string {
  const id = lineIds.get(no);
  if (id === undefined) return 'budget';
  return `budget.lines.${id}.${FIELDS[code] ?? (aspect === 'AREA' ? 'area' : 'item')}`;
}
