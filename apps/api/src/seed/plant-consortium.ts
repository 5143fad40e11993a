import { randomUUID } from 'node:crypto';
import type { ConsortiumResponse, NewLine } from '@zit/contracts';
import type { ConsortiumFacts } from '@zit/domain';
import type { BudgetService } from '../budget/budget.service';
import type { ConsortiumService } from '../consortium/consortium.service';
import type { MemberService } from '../consortium/member.service';
import type { SignedIn } from '../http/signed-in';

export interface ConsortiumActs {
  consortia: ConsortiumService;
  members: MemberService;
  budget: BudgetService;
}

/**
 * Forms a consortium by the acts of the screens: founded, joined, described, budgeted. `organisationId` knows the
 * organisation behind a member of the facts. Answers the id of the consortium.
 */
export async function plantConsortium(
  acts: ConsortiumActs,
  who: SignedIn,
  facts: ConsortiumFacts,
  localCentreId: string,
  organisationId: (memberId: string) => string,
): Promise<string> {
  const founded = await acts.consortia.create(who, { title: facts.title, localCentreId });
  const ids = await join(acts, who, facts, founded, organisationId);
  const memberId = (memberOfFacts: string): string => ids.get(memberOfFacts) ?? memberOfFacts;
  await acts.consortia.change(who, founded.id, {
    version: founded.version,
    changes: {
      callNo: facts.centre.callNo,
      legalRegime: facts.legalRegime,
      periodFrom: facts.period?.from ?? null,
      periodTo: facts.period?.to ?? null,
      declaredTotalGrosze: facts.declared.totalGrosze,
      distinctPersons: facts.distinctPersons,
      letterOfIntentSignedOn: facts.letterOfIntentSignedOn,
      targetGroups: facts.targetGroups,
      services: facts.services.map((service) => ({ ...service, memberId: memberId(service.memberId) })),
      servicePoints: facts.servicePoints.map((point) => ({ ...point, id: randomUUID() })),
    },
    base: {},
  });
  const added: NewLine[] = (facts.lines ?? []).map(({ no: _, ...line }) => ({
    id: randomUUID(),
    fields: { ...line, member: memberId(line.member) },
  }));
  await acts.budget.change(who, founded.id, { added, changed: [], removed: [], order: null });
  return founded.id;
}

async function join(
  acts: ConsortiumActs,
  who: SignedIn,
  facts: ConsortiumFacts,
  founded: ConsortiumResponse,
  organisationId: (memberId: string) => string,
): Promise<Map<string, string>> {
  const ids = new Map<string, string>();
  for (const member of facts.members) {
    const joining = organisationId(member.id);
    const { members } = await acts.members.add(who, founded.id, { organisationId: joining, role: member.role });
    const row = members.find((one) => one.organisationId === joining);
    if (!row) throw new Error(`${member.name} did not join ${facts.title}`);
    ids.set(member.id, row.id);
    await acts.members.change(who, founded.id, row.id, {
      version: row.version,
      changes: {
        tasks: member.tasks,
        votes: member.votes,
        similarProjects3y: member.similarProjects3y,
        turnoverGrosze: member.turnoverGrosze,
        declaredCashGrosze: member.declaredCashGrosze,
        declaredInKindGrosze: member.declaredInKindGrosze,
      },
      base: {},
    });
  }
  return ids;
}
