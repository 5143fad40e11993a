import { randomUUID } from 'node:crypto';
import type {
  ConsortiumResponse,
  DocumentDetail,
  LocalCentreResponse,
  MemberResponse,
  OrganisationResponse,
} from '@zit/contracts';
import type { Standing } from '@zit/domain';
import { newToken, sha256 } from '../../src/session/token';
import type { Caller, TestPortal } from '../portal';
import { formSopot, must, SOPOT_CENTRE } from '../sopot';
import { makeCalls, makeOpenCall, type CallThing } from './calls';
import { makeOffers, type OfferThing } from './offers';
import { makeRecommendations } from './recommendations';

const root = '/api/v1';

/** A thing of the world, as relations see it. */
export interface Thing {
  /** How a failing cell calls it. */
  name: string;
  id: string;
  version: number;
  standing: Standing;
  state?: string;
}

export interface ConsortiumThing extends Thing {
  members: MemberResponse[];
}

export interface DocumentThing extends Thing {
  state: 'DRAFT' | 'ISSUED' | 'SUPERSEDED';
  factsSha256: string;
}

/** Two municipalities in two counties, a consortium in each, documents in every state. */
export interface World {
  centres: { name: string; id: string; teryt: string }[];
  /** Organisations by their part: who leads, takes part, is the municipality, belongs elsewhere, belongs to nobody. */
  organisations: Record<'leader' | 'partner' | 'gmina' | 'foreign' | 'newcomer', Thing>;
  consortia: ConsortiumThing[];
  documents: DocumentThing[];
  calls: CallThing[];
  offers: OfferThing[];
  /** Of an offer in Sopot: one that waits. */
  recommendations: Thing[];
  /** Answered by none of them: to begin one. */
  openCall: CallThing;
  /** Roles that others hold, in Sopot, elsewhere and for the programme. */
  grants: Thing[];
  /** Of the leader in every state, and one elsewhere. */
  invitations: Thing[];
  /** Requests to be forgotten, and proposals to let go what is past its time: one that waits, one decided. */
  erasures: Thing[];
  proposals: Thing[];
  /** Somebody to whom things are done. */
  bystander: { personId: string; sessionId: string; passkeyId: string; identityId: string };
}

export async function buildWorld(portal: TestPortal): Promise<World> {
  const sopot = await formSopot(portal);
  const { administrator } = sopot;
  const gdynia = must(
    await administrator.post<LocalCentreResponse>(`${root}/local-centres`, {
      name: 'Centrum w Gdyni',
      teryt: '2262011',
      phase: 1,
    }),
  );
  const foreign = await register(administrator, 'Obca', '2262011');
  const newcomer = await register(administrator, 'Nowa w rejestrze', null);
  const other = must(
    await administrator.post<ConsortiumResponse>(`${root}/consortia`, { title: 'Obce', localCentreId: gdynia.id }),
  );
  for (const [role, organisationId] of [
    ['LEADER', foreign.id],
    ['PARTNER', (await register(administrator, 'Druga obca', '2262011')).id],
  ])
    must(await administrator.post(`${root}/consortia/${other.id}/members`, { organisationId, role }));
  const consortia = [
    await consortiumThing(administrator, 'Sopot', sopot.id),
    await consortiumThing(administrator, 'Gdynia', other.id),
  ];
  const of = (key: string) => organisationThing(administrator, sopot.organisations[key] ?? '');
  const leader = await of('M1');
  const bystander = await addBystander(portal);
  const calls = await makeCalls(administrator);
  const offers = await makeOffers(portal, consortia, calls);
  return {
    bystander,
    grants: await addGrants(portal, bystander.personId, leader, foreign),
    invitations: await addInvitations(portal, bystander.personId, leader, foreign),
    erasures: await addErasures(portal, bystander.personId, administrator.personId),
    proposals: await addProposals(portal, administrator.personId),
    centres: [
      { name: 'Sopot', id: SOPOT_CENTRE, teryt: '2264011' },
      { name: 'Gdynia', id: gdynia.id, teryt: '2262011' },
    ],
    organisations: { leader, partner: await of('M2'), gmina: await of('M4'), foreign, newcomer },
    consortia,
    documents: await writeDocuments(administrator, consortia),
    calls,
    offers,
    recommendations: await makeRecommendations(portal, offers),
    openCall: await makeOpenCall(administrator),
  };
}

async function register(administrator: Caller, name: string, teryt: string | null): Promise<Thing> {
  const { id } = must(
    await administrator.post<OrganisationResponse>(`${root}/organisations`, { name, sector: 'NGO', teryt }),
  );
  return organisationThing(administrator, id);
}

async function organisationThing(administrator: Caller, id: string): Promise<Thing> {
  const { name, version, teryt } = must(await administrator.get<OrganisationResponse>(`${root}/organisations/${id}`));
  return { name, id, version, standing: { organisationId: id, teryt } };
}

async function consortiumThing(administrator: Caller, name: string, id: string): Promise<ConsortiumThing> {
  const { version, centre, members } = must(await administrator.get<ConsortiumResponse>(`${root}/consortia/${id}`));
  return {
    name,
    id,
    version,
    members,
    standing: {
      teryt: centre.teryt,
      memberOrganisationIds: members.map((member) => member.organisationId),
      leaderOrganisationIds: members.filter(({ role }) => role === 'LEADER').map((member) => member.organisationId),
    },
  };
}

/** In Sopot a superseded, an issued and an open paper; in Gdynia an open one. */
async function writeDocuments(administrator: Caller, [sopot, gdynia]: ConsortiumThing[]): Promise<DocumentThing[]> {
  const draft = async (consortium: ConsortiumThing | undefined) =>
    must(
      await administrator.post<DocumentDetail>(`${root}/consortia/${consortium?.id}/documents`, {
        kind: 'PARTNERSHIP_AGREEMENT',
      }),
    );
  const issue = async ({ id, version, fields }: DocumentDetail) => {
    const dated = must(
      await administrator.patch<DocumentDetail>(`${root}/documents/${id}`, {
        version,
        changes: { date: '2015-06-20' },
        base: { date: fields.date },
      }),
    );
    must(
      await administrator.post(`${root}/documents/${id}/issue`, {
        version: dated.version,
        factsSha256: dated.factsSha256,
      }),
    );
    return id;
  };
  const superseded = await issue(await draft(sopot));
  const issued = await issue(await draft(sopot));
  const open = await draft(sopot);
  const readyToIssue = must(
    await administrator.patch<DocumentDetail>(`${root}/documents/${open.id}`, {
      version: open.version,
      changes: { date: '2015-06-20' },
      base: { date: open.fields.date },
    }),
  );
  const elsewhere = await draft(gdynia);
  const thing = async (id: string, consortium: ConsortiumThing | undefined): Promise<DocumentThing> => {
    const document = must(await administrator.get<DocumentDetail>(`${root}/documents/${id}`));
    return {
      name: `${consortium?.name} ${document.status}`,
      id,
      version: document.version,
      state: document.status,
      factsSha256: document.factsSha256,
      standing: consortium?.standing ?? {},
    };
  };
  return [
    await thing(superseded, sopot),
    await thing(issued, sopot),
    await thing(readyToIssue.id, sopot),
    await thing(elsewhere.id, gdynia),
  ];
}

async function addBystander({ dataSource }: TestPortal): Promise<World['bystander']> {
  const [personId, sessionId, passkeyId, identityId] = [randomUUID(), randomUUID(), randomUUID(), randomUUID()];
  await dataSource.query(
    `insert into person (id, name, email, password_hash) values ($1, 'Osoba postronna', 'postronna@example.test', 'x')`,
    [personId],
  );
  await dataSource.query('insert into session (id, token_sha256, person_id) values ($1, $2, $3)', [
    sessionId,
    sha256(newToken()),
    personId,
  ]);
  await dataSource.query(
    `insert into passkey (id, person_id, credential_id, public_key, counter, backup_eligible, backed_up, name)
     values ($1, $2, 'klucz', '\\x00', 0, false, false, 'Klucz')`,
    [passkeyId, personId],
  );
  await dataSource.query(
    `insert into external_identity (id, person_id, issuer, subject) values ($1, $2, 'https://miasto.test', 'postronna')`,
    [identityId, personId],
  );
  return { personId, sessionId, passkeyId, identityId };
}

async function addGrants({ dataSource }: TestPortal, personId: string, ...of: Thing[]): Promise<Thing[]> {
  const things: Thing[] = [];
  for (const organisation of [...of, null]) {
    const id = randomUUID();
    await dataSource.query('insert into role_grant (id, person_id, role, organisation_id) values ($1, $2, $3, $4)', [
      id,
      personId,
      organisation ? 'EDITOR' : 'AUDITOR',
      organisation?.id ?? null,
    ]);
    const standing = { organisationId: organisation?.id ?? null };
    things.push({ name: organisation?.name ?? 'of the programme', id, version: 1, standing });
  }
  return things;
}

async function addErasures({ dataSource }: TestPortal, of: string, decidedBy: string): Promise<Thing[]> {
  const [asked, refused] = [randomUUID(), randomUUID()];
  await dataSource.query(
    `insert into erasure (id, person_id, state, ground, decided_by, decided_at)
     values ($1, $3, 'ASKED', null, null, null), ($2, $3, 'REFUSED', 'art. 17 ust. 3 lit. b RODO', $4, now())`,
    [asked, refused, of, decidedBy],
  );
  return [
    { name: 'ASKED', id: asked, version: 1, standing: {}, state: 'ASKED' },
    { name: 'REFUSED', id: refused, version: 1, standing: {}, state: 'REFUSED' },
  ];
}

async function addProposals({ dataSource }: TestPortal, decidedBy: string): Promise<Thing[]> {
  const [waiting, refused] = [randomUUID(), randomUUID()];
  await dataSource.query(
    `insert into retention_proposal (id, kind, rows, before, state, decided_by, decided_at)
     values ($1, 'MAIL', 2, now() - interval '90 days', 'PROPOSED', null, null),
            ($2, 'INVITATION', 1, now() - interval '1 year', 'REFUSED', $3, now())`,
    [waiting, refused, decidedBy],
  );
  return [
    { name: 'PROPOSED', id: waiting, version: 1, standing: {}, state: 'PROPOSED' },
    { name: 'REFUSED', id: refused, version: 1, standing: {}, state: 'REFUSED' },
  ];
}

async function addInvitations({ dataSource }: TestPortal, by: string, leader: Thing, foreign: Thing): Promise<Thing[]> {
  const things: Thing[] = [];
  for (const [organisation, state] of [
    [leader, 'PROPOSED'],
    [leader, 'SENT'],
    [leader, 'ACCEPTED'],
    [leader, 'WITHDRAWN'],
    [foreign, 'SENT'],
  ] as const) {
    const id = randomUUID();
    await dataSource.query(
      `insert into invitation (id, email, role, organisation_id, state, invited_by, expires_at)
       values ($1, $2, 'EDITOR', $3, $4, $5, now() + interval '7 days')`,
      [id, `${id}@example.test`, organisation.id, state, by],
    );
    const standing = { organisationId: organisation.id };
    things.push({ name: `${organisation.name} ${state}`, id, version: 1, standing, state });
  }
  return things;
}
