import type {
  BudgetLine,
  BudgetSource,
  ConsortiumFacts,
  DocumentFacts,
  DocumentKind,
  MemberFacts,
  NgoMeasure,
  RuleSet,
  Sector,
} from '@zit/domain';
import { sopotFacts, sopotRuleSet } from './sopot';

/** The Sopot case with every line changed, and what else a story needs. */
export function withLines(
  change: (line: BudgetLine) => BudgetLine,
  more: Partial<ConsortiumFacts> = {},
): ConsortiumFacts {
  const facts = sopotFacts();
  return { ...facts, lines: (facts.lines ?? []).map(change), ...more };
}

/** The Sopot case where one line costs `amountGrosze`, as 1 × that sum. */
export const withAmount = (no: string, amountGrosze: number, more: Partial<ConsortiumFacts> = {}): ConsortiumFacts =>
  withLines(
    (line) => (line.no === no ? { ...line, quantity: 1, unitPriceGrosze: amountGrosze, amountGrosze } : line),
    more,
  );

/** The Sopot case with every member changed. */
export function withMembers(change: (member: MemberFacts) => MemberFacts): ConsortiumFacts {
  const facts = sopotFacts();
  return { ...facts, members: facts.members.map(change) };
}

/** A line of 1 × `amountGrosze`, valued. */
export const lineOf = (no: string, member: string, source: BudgetSource, amountGrosze: number): BudgetLine => ({
  no,
  category: 'C1',
  area: 'CROSS',
  item: 'koordynator',
  member,
  source,
  unit: null,
  quantity: 1,
  unitPriceGrosze: amountGrosze,
  amountGrosze,
  valuation: 'cennik',
  justification: null,
});

/** A consortium known only by the sectors of its members. */
export function ofSectors(...sectors: Sector[]): ConsortiumFacts {
  const facts = sopotFacts();
  const members = sectors.map((sector, index): MemberFacts[] =>
    facts.members.slice(0, 1).map((member) => ({
      ...member,
      id: `X${index}`,
      sector,
      nip: null,
      regon: null,
      krs: null,
      anonymous: true,
      role: 'PARTNER',
    })),
  );
  return { ...facts, lines: null, services: [], members: members.flat() };
}

/** The Sopot rules with the NGO share measured otherwise. */
export function measuredBy(measure: NgoMeasure): RuleSet {
  const rules = sopotRuleSet();
  return { ...rules, ngo: { ...rules.ngo, measure } };
}

/** A document about a consortium under the Sopot rules, dated 20 June 2015. */
export const paperOf = (
  kind: DocumentKind,
  consortium: ConsortiumFacts,
  more: Partial<DocumentFacts> = {},
): DocumentFacts => ({
  kind,
  templateVersion: 'test',
  number: null,
  date: '2015-06-20',
  place: 'Sopot',
  copies: 5,
  validUntil: null,
  note: null,
  memberId: null,
  consortium,
  ruleSet: sopotRuleSet(),
  ...more,
});
