import type { CarryBlock } from '@zit/contracts';
import {
  canonicalJson,
  factsDifferences,
  formatZloty,
  totals,
  type ConsortiumFacts,
  type FactsDifferences,
  type Grosze,
  type OfferMemberFacts,
  type TextDifference,
} from '@zit/domain';
import { awardWords as words } from '@zit/words.pl/award';
import type { ConsortiumRecord } from '../consortium/read-consortium';
import { factsOf } from '../document/frozen-facts';
import { sha256 } from '../journal/sha256';
import type { AwardOfConsortium } from './award-rows';
import { factsOfOffer, type FrozenOffer } from './frozen-offer';

/** What would stand in the rooms of the consortium, and how that differs from what stands there. */
export interface CarryPlan {
  after: ConsortiumFacts;
  differences: FactsDifferences;
  /** SHA-256 of award and differences, for who looked at them. */
  checked: string;
  blocks: CarryBlock[];
}

/** The plan for an award that is in sight with its offer. */
export function carryPlan(
  award: AwardOfConsortium,
  offer: FrozenOffer,
  consortium: ConsortiumRecord,
  agreement: string | null,
): CarryPlan {
  const before = factsOf(consortium);
  const after = roomsAfter(before, offer, consortium);
  const agreed = factsDifferences(before, after);
  const experience = experienceOf(before, after);
  const works = [...agreed.works, ...experience];
  const differences = { ...agreed, works, changed: agreed.changed || experience.length > 0 };
  const checked = sha256(canonicalJson({ award: award.id, differences }));
  const blocks = [...standing(award, agreement), ...members(offer.document.members, consortium)];
  return { after, differences, checked, blocks: blocks.length > 0 ? blocks : amounts(award, after) };
}

/** What the offer says of money, services, groups, places and time; who the members are stays. */
function roomsAfter(before: ConsortiumFacts, offer: FrozenOffer, { members: now }: ConsortiumRecord): ConsortiumFacts {
  const said = factsOfOffer(offer);
  // Who left and came back is another member now; the organisation is the same.
  const ids = new Map(
    offer.document.members.map(({ id, organisationId }) => [
      id,
      now.find((member) => member.organisationId === organisationId)?.id ?? id,
    ]),
  );
  const idNow = (id: string): string => ids.get(id) ?? id;
  const own = new Map(said.members.map((member) => [idNow(member.id), member]));
  return {
    ...before,
    centre: { ...before.centre, callNo: said.centre.callNo },
    legalRegime: offer.edition.contents.basics.legalRegime === null ? before.legalRegime : said.legalRegime,
    period: said.period,
    capGrosze: said.capGrosze,
    declared: said.declared,
    members: before.members.map((member) => {
      const stated = own.get(member.id);
      return {
        ...member,
        declaredCashGrosze: stated?.declaredCashGrosze ?? null,
        declaredInKindGrosze: stated?.declaredInKindGrosze ?? null,
        similarProjects3y: stated?.similarProjects3y ?? member.similarProjects3y,
        turnoverGrosze: stated?.turnoverGrosze ?? member.turnoverGrosze,
      };
    }),
    lines: (said.lines ?? []).map((line) => ({ ...line, member: idNow(line.member) })),
    services: said.services.map(({ code, memberId }) => ({ code, memberId: idNow(memberId) })),
    targetGroups: said.targetGroups,
    distinctPersons: said.distinctPersons,
    servicePoints: said.servicePoints,
    catalogueAdditions: said.catalogueAdditions,
  };
}

/** What the rules ask of members beside the money; no agreement says it, so annexes do not compare it. */
function experienceOf({ members: then }: ConsortiumFacts, { members: now }: ConsortiumFacts): TextDifference[] {
  const said = (projects: number | null, turnover: Grosze | null): string[] => [
    ...(projects === null ? [] : [words.carry.projects(projects)]),
    ...(turnover === null ? [] : [words.carry.turnover(formatZloty(turnover))]),
  ];
  return now.flatMap((member) => {
    const was = then.find(({ id }) => id === member.id);
    const before = said(was?.similarProjects3y ?? null, was?.turnoverGrosze ?? null).join(', ');
    const after = said(member.similarProjects3y, member.turnoverGrosze).join(', ');
    const label = words.carry.experience(member.name);
    return before === after ? [] : [{ label, before: before || null, after: after || null }];
  });
}

function standing({ endedAt, endedReason }: AwardOfConsortium, agreement: string | null): CarryBlock[] {
  if (endedAt !== null) return [{ code: 'ENDED', text: words.blocks.ended(endedReason ?? '') }];
  return agreement === null ? [] : [{ code: 'AGREEMENT_ISSUED', text: words.blocks.agreementIssued(agreement) }];
}

function members(then: readonly OfferMemberFacts[], { members: now }: ConsortiumRecord): CarryBlock[] {
  const gone = then.filter(({ organisationId }) => !now.some((member) => member.organisationId === organisationId));
  const come = now.filter(({ organisationId }) => !then.some((member) => member.organisationId === organisationId));
  const leader = (list: readonly { role: string; organisationId: string }[]): string | undefined =>
    list.find(({ role }) => role === 'LEADER')?.organisationId;
  const changed = gone.length === 0 && leader(then) !== leader(now);
  const name = then.find(({ role }) => role === 'LEADER')?.name ?? '';
  return [
    ...gone.map((member): CarryBlock => ({ code: 'MEMBER_LEFT', text: words.blocks.memberLeft(member.name) })),
    ...come.map((member): CarryBlock => ({ code: 'MEMBER_JOINED', text: words.blocks.memberJoined(member.name) })),
    ...(changed ? [{ code: 'LEADER_CHANGED', text: words.blocks.leaderChanged(name) } as const] : []),
  ];
}

/** Lines without all that a budget needs cannot be carried, and then the sums would not be those of the award. */
function amounts(award: AwardOfConsortium, { lines }: ConsortiumFacts): CarryBlock[] {
  const { total, zit, own } = totals(lines ?? []);
  if (total === award.totalGrosze && zit === award.zitGrosze && own === award.ownGrosze) return [];
  return [{ code: 'AMOUNTS', text: words.blocks.amounts(formatZloty(total), formatZloty(award.totalGrosze)) }];
}
