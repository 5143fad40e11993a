import type { BudgetLine } from '../budget/line';
import { catalogueOf, type PlannedService } from '../catalogue/services';
import type { ConsortiumFacts, MemberFacts } from '../consortium/facts';
import type { Sector } from '../organisation/sector';
import { OMT_2014, type RuleSet } from '../rules/rule-set';
import { municipalityName } from '../territory/municipality-names';
import { caseWords } from '../words.pl/case';
import type { CaseLine, CaseMember, CaseOffer, ZitCase } from './zit-case';

/** Rules of a case; a case that carries none is judged by the 2014 Sopot defaults. */
export function ruleSetOfCase({ ruleSet }: ZitCase): RuleSet {
  // The schema lets the upper bound be left out.
  return ruleSet ? { ...ruleSet, size: { min: ruleSet.size.min, max: ruleSet.size.max ?? null } } : OMT_2014;
}

/**
 * Facts of one offer of a case, e.g. `A`. What the file leaves out becomes null: rules then say that they
 * could not be asked. Throws RangeError when there is no such offer; names of offers are the keys of `offers`.
 */
export function factsOfCase(zitCase: ZitCase, offerName: string): ConsortiumFacts {
  const offer = Object.hasOwn(zitCase.offers, offerName) ? zitCase.offers[offerName] : undefined;
  if (!offer) throw new RangeError(caseWords.noOffer(offerName, Object.keys(zitCase.offers)));
  const { call } = zitCase;
  const lines = offer.budget?.map(lineOf) ?? null;
  const additions = call.catalogueAdditions ?? [];
  return {
    title: offer.title,
    centre: {
      teryt: call.teryt,
      municipality: call.municipality ?? municipalityName(call.teryt) ?? call.teryt,
      name: null,
      callNo: call.no ?? null,
    },
    period: offer.period ?? call.period ?? null,
    legalRegime: call.legalRegime ?? 'OWN_REGULATIONS',
    capGrosze: call.capGrosze ?? null,
    declared: {
      totalGrosze: offer.declaredTotalGrosze ?? offer.totalGrosze ?? null,
      zitGrosze: offer.zitGrosze ?? null,
      ownGrosze: offer.ownGrosze ?? null,
    },
    members: membersOf(offer),
    lines,
    services: offer.services ?? servicesIn(lines ?? [], new Set(catalogueOf(additions).keys())),
    targetGroups: Object.entries(offer.targetGroups ?? {}).map(([code, planned]) => ({ code, planned })),
    distinctPersons: offer.distinctPersons ?? null,
    servicePoints: (offer.servicePlaces ?? []).map((place, index) => ({
      id: `P${index + 1}`,
      teryt: place.teryt,
      address: place.addressPl,
      hours: place.hours ?? null,
      accessibility: place.accessibility ?? null,
    })),
    catalogueAdditions: additions,
    letterOfIntentSignedOn: offer.letterOfIntentSignedOn ?? null,
  };
}

const membersOf = (offer: CaseOffer): MemberFacts[] =>
  offer.members?.map(memberOf) ?? (offer.sectors ?? []).map((sector, index) => anonymousMember(sector, index + 1));

const memberOf = (member: CaseMember): MemberFacts => ({
  id: member.id,
  name: member.name,
  sector: member.sector,
  role: member.role,
  legalForm: member.legalForm ?? null,
  nip: member.nip ?? null,
  regon: member.regon ?? null,
  krs: member.krs ?? null,
  unitOfNip: member.unitOfNip ?? null,
  address: member.address ?? null,
  seatTeryt: member.seatTeryt ?? null,
  email: member.email ?? null,
  phone: member.phone ?? null,
  representation: (member.representation ?? []).map((person) => ({
    person: person.person,
    function: person.function,
    mode: person.mode,
    validFrom: person.validFrom ?? null,
    validTo: person.validTo ?? null,
    evidence: person.evidence ?? null,
  })),
  tasks: member.tasks ?? [],
  similarProjects3y: member.similarProjects3y ?? null,
  turnoverGrosze: member.turnoverGrosze ?? null,
  votes: member.votes ?? 1,
  declaredCashGrosze: member.declaredCashGrosze ?? null,
  declaredInKindGrosze: member.declaredInKindGrosze ?? null,
});

/** A member known only by sector; nobody can say which of them leads. */
const anonymousMember = (sector: Sector, number: number): MemberFacts => ({
  ...memberOf({ id: `M${number}`, name: caseWords.anonymous(number), sector, role: 'PARTNER' }),
  anonymous: true,
});

const lineOf = (line: CaseLine): BudgetLine => ({
  no: line.no,
  category: line.category,
  area: line.area,
  item: line.item,
  member: line.member,
  source: line.source,
  unit: line.unit ?? null,
  quantity: line.quantity,
  unitPriceGrosze: line.unitPriceGrosze,
  amountGrosze: line.amountGrosze,
  valuation: line.valuation ?? null,
  justification: line.justification ?? null,
});

/** Services that the budget prices, when the file does not list them: each once a member. */
function servicesIn(lines: readonly BudgetLine[], known: ReadonlySet<string>): PlannedService[] {
  const found = new Map<string, PlannedService>();
  for (const { item, member } of lines) {
    if (known.has(item)) found.set(`${item} ${member}`, { code: item, memberId: member });
  }
  return [...found.values()];
}
