import type { BudgetLineResponse, ConsortiumResponse, MemberResponse } from '@zit/contracts';
import { sopotFacts, sopotRuleSet } from '@zit/sample';

/** „Kompas Sopocki” as the API answers it: 5 members, 16 lines, 330 000,00 zł. For specs only. */
export function kompas(change: Partial<ConsortiumResponse> = {}): ConsortiumResponse {
  const facts = sopotFacts();
  return {
    ...facts,
    id: 'K1',
    version: 1,
    localCentreId: 'LC1',
    ruleSet: sopotRuleSet(),
    periodFrom: facts.period?.from ?? null,
    periodTo: facts.period?.to ?? null,
    members: facts.members.map((member): MemberResponse => ({
      ...member,
      organisationId: `O-${member.id}`,
      version: 1,
    })),
    lines: (facts.lines ?? []).map((line): BudgetLineResponse => ({ ...line, id: `line-${line.no}`, version: 1 })),
    updatedAt: '2015-03-05T10:00:00.000Z',
    updatedBy: 'Pracownik Gminy Miasta Sopotu',
    may: { edit: true, issue: true, reason: null },
    ...change,
  };
}
