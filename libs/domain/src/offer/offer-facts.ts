import { lineNo } from '../budget/amend';
import type { BudgetLine } from '../budget/line';
import type { ServiceInCatalogue } from '../catalogue/services';
import type { ConsortiumFacts, MemberFacts } from '../consortium/facts';
import { LEGAL_REGIMES, type LegalRegime } from '../regime/legal-regime';
import { municipalityName } from '../territory/municipality-names';
import type { OfferAbout, OfferContents, OfferMemberFacts } from './offer-about';

type Line = OfferContents['budget']['lines'][number];

/**
 * Facts of the consortium as the offer states them, for the rules of the call (`about.call.ruleSet`). Lines, services,
 * groups and additions that lack what a rule would need are left out: `checkOffer` names them.
 */
export function offerFacts(contents: OfferContents, about: OfferAbout): ConsortiumFacts {
  const { basics, budget, groups, places, services } = contents;
  const { call, consortium, members, papers } = about;
  const ids = new Set(members.map(({ id }) => id));
  return {
    title: basics.title ?? consortium.title,
    centre: {
      teryt: call.teryt,
      municipality: municipalityName(call.teryt) ?? call.teryt,
      name: null,
      callNo: call.number,
    },
    period: basics.periodFrom && basics.periodTo ? { from: basics.periodFrom, to: basics.periodTo } : null,
    legalRegime: regimeOf(call.legalRegime),
    capGrosze: call.capGrosze,
    declared: { totalGrosze: budget.declaredTotalGrosze, zitGrosze: null, ownGrosze: null },
    members: members.map((member) => memberFacts(contents, member)),
    lines: budget.lines.flatMap((line, index) => lineFacts(line, index, ids)),
    services: services.list.flatMap(({ code, member }) =>
      code !== null && member !== null && ids.has(member) ? [{ code, memberId: member }] : [],
    ),
    targetGroups: groups.list.flatMap(({ code, planned }) =>
      code !== null && planned !== null ? [{ code, planned }] : [],
    ),
    distinctPersons: groups.distinctPersons,
    servicePoints: places.points.flatMap(({ id, teryt, address, hours, accessibility }) =>
      teryt !== null && address !== null ? [{ id, teryt, address, hours, accessibility }] : [],
    ),
    catalogueAdditions: services.additions.flatMap(additionFacts),
    letterOfIntentSignedOn: papers.find(({ kind }) => kind === 'LETTER_OF_INTENT')?.issuedOn ?? null,
  };
}

/** Has a line all that rules need, and a member who is still there? */
export const isWholeLine = (line: Line, memberIds: ReadonlySet<string>): boolean =>
  lineFacts(line, 0, memberIds).length > 0;

function lineFacts(line: Line, index: number, memberIds: ReadonlySet<string>): BudgetLine[] {
  const { member, category, area, item, source, quantity, unitPriceGrosze, amountGrosze } = line;
  if (member === null || !memberIds.has(member) || category === null || area === null) return [];
  if (item === null || source === null || quantity === null) return [];
  if (unitPriceGrosze === null || amountGrosze === null) return [];
  const { unit, valuation, justification } = line;
  const money = { quantity: quantity / 1000, unitPriceGrosze, amountGrosze };
  return [{ no: lineNo(index), category, area, item, member, source, unit, ...money, valuation, justification }];
}

function memberFacts(contents: OfferContents, member: OfferMemberFacts): MemberFacts {
  const { organisationId: _, ...facts } = member;
  const experience = contents.experience.members.find(({ id }) => id === member.id);
  const contribution = contents.contribution.members.find(({ id }) => id === member.id);
  return {
    ...facts,
    similarProjects3y: experience?.similarProjects ?? null,
    turnoverGrosze: experience?.turnoverGrosze ?? null,
    declaredCashGrosze: contribution?.cashGrosze ?? null,
    declaredInKindGrosze: contribution?.inKindGrosze ?? null,
  };
}

function additionFacts(addition: OfferContents['services']['additions'][number]): ServiceInCatalogue[] {
  const { code, area, name, justification } = addition;
  return code !== null && area !== null && name !== null ? [{ code, area, pl: name, justification }] : [];
}

const regimeOf = (code: string | null): LegalRegime =>
  LEGAL_REGIMES.find((regime) => regime === code) ?? 'OWN_REGULATIONS';
