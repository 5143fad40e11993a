import { randomUUID } from 'node:crypto';
import type { BudgetResponse, ConsortiumResponse, NewLine, OrganisationResponse } from '@zit/contracts';
import type { MemberFacts } from '@zit/domain';
import { sopotFacts } from '@zit/sample';
import type { Caller, TestPortal } from './portal';

export const SOPOT_CENTRE = '2264011a-0000-4000-8000-000000000001';
const root = '/api/v1/consortia';

/** „Kompas Sopocki” formed by ordinary requests, as people would do it on the screen. */
export interface Sopot {
  id: string;
  /** Id of the organisation and of the member, by the name the case gives them: M1 … M5. */
  organisations: Record<string, string>;
  members: Record<string, string>;
  administrator: Caller;
  read(): Promise<ConsortiumResponse>;
}

export async function formSopot(portal: TestPortal, own: { fresh?: boolean } = {}): Promise<Sopot> {
  const facts = sopotFacts();
  const administrator = await portal.as({ role: 'ADMINISTRATOR' });
  const created = await administrator.post<ConsortiumResponse>(root, {
    title: facts.title,
    localCentreId: SOPOT_CENTRE,
  });
  const { id } = created.body;
  const organisations: Record<string, string> = {};
  const members: Record<string, string> = {};
  for (const member of facts.members) {
    const organisationId = await register(administrator, member, own.fresh ?? false);
    const joined = must(
      await administrator.post<ConsortiumResponse>(`${root}/${id}/members`, { organisationId, role: member.role }),
    );
    const row = joined.members.find((one) => one.organisationId === organisationId);
    organisations[member.id] = organisationId;
    members[member.id] = row?.id ?? '';
    must(
      await administrator.patch(`${root}/${id}/members/${row?.id}`, {
        version: row?.version,
        changes: {
          similarProjects3y: member.similarProjects3y,
          turnoverGrosze: member.turnoverGrosze,
          votes: member.votes,
        },
        base: {},
      }),
    );
  }
  must(
    await administrator.patch(`${root}/${id}`, {
      version: created.body.version,
      changes: {
        callNo: facts.centre.callNo,
        periodFrom: facts.period?.from,
        periodTo: facts.period?.to,
        declaredTotalGrosze: facts.declared.totalGrosze,
        distinctPersons: facts.distinctPersons,
        letterOfIntentSignedOn: facts.letterOfIntentSignedOn,
        targetGroups: facts.targetGroups,
      },
      base: {},
    }),
  );
  const added: NewLine[] = (facts.lines ?? []).map(({ no: _, ...line }) => ({
    id: randomUUID(),
    fields: { ...line, member: members[line.member] },
  }));
  must(
    await administrator.patch<BudgetResponse>(`${root}/${id}/budget`, { added, changed: [], removed: [], order: null }),
  );
  return {
    id,
    organisations,
    members,
    administrator,
    read: async () => must(await administrator.get<ConsortiumResponse>(`${root}/${id}`)),
  };
}

/** Puts a party of the case into the register, or finds it there. */
async function register(caller: Caller, member: MemberFacts, fresh: boolean): Promise<string> {
  const { name, sector, nip, regon, krs } = member;
  if (!fresh) {
    const known = await caller.get<{ items: { id: string }[] }>(`/api/v1/organisations?search=${nip}`);
    if (known.body.items[0]) return known.body.items[0].id;
  }
  const identifiers = fresh ? {} : { nip, regon, krs };
  return must(await caller.post<OrganisationResponse>('/api/v1/organisations', { name, sector, ...identifiers })).id;
}

/** The body of an answer that has to be a success. */
export function must<Body>({ status, body }: { status: number; body: Body }): Body {
  if (status >= 300) throw new Error(`${status}: ${JSON.stringify(body)}`);
  return body;
}
