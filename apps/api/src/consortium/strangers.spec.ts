import { randomUUID } from 'node:crypto';
import type { ConsortiumPage, ConsortiumResponse, DocumentDetail } from '@zit/contracts';
import { refusal, startPortal, type Caller, type TestPortal } from '../../test/portal';
import { formSopot, must, SOPOT_CENTRE, type Sopot } from '../../test/sopot';

describe('what is not yours is not there', () => {
  let portal: TestPortal;
  let sopot: Sopot;
  let strangers: Record<string, Caller>;
  let readers: Record<string, Caller>;
  let document: DocumentDetail;

  beforeAll(async () => {
    portal = await startPortal();
    sopot = await formSopot(portal);
    document = must(
      await sopot.administrator.post<DocumentDetail>(`/api/v1/consortia/${sopot.id}/documents`, {
        kind: 'LETTER_OF_INTENT',
      }),
    );
    const [other] = await portal.dataSource.query<{ id: string }[]>(
      `insert into organisation (name, name_key, sector, teryt) values ('Obca', 'obca', 'NGO', '2262011') returning id`,
    );
    const organisationId = other?.id ?? '';
    strangers = {
      'coordinator of another organisation': await portal.as({ role: 'COORDINATOR', organisationId }),
      'editor of another organisation': await portal.as({ role: 'EDITOR', organisationId }),
      'officer of another municipality': await portal.as({
        role: 'MUNICIPALITY_OFFICER',
        organisationId,
        teryt: '2262011',
      }),
      'operator of another county': await portal.as({ role: 'COUNTY_OPERATOR', teryt: '2262' }),
    };
    readers = {
      auditor: await portal.as({ role: 'AUDITOR' }),
      'operator of the county': await portal.as({ role: 'COUNTY_OPERATOR', teryt: '2264' }),
    };
  });
  afterAll(() => portal.stop());

  /** Every request that names the consortium or its document, with a body that would pass for its owner. */
  const requests = async (): Promise<['get' | 'post' | 'patch' | 'put', string, object?][]> => {
    const { version, members, lines } = await sopot.read();
    const root = `/api/v1/consortia/${sopot.id}`;
    const paper = `/api/v1/documents/${document.id}`;
    const [member] = members;
    return [
      ['get', root],
      ['get', `${root}/history`],
      ['get', `${root}/documents`],
      ['get', paper],
      ['get', `${paper}/pdf`],
      ['get', `${paper}/docx`],
      ['get', `${paper}/html`],
      ['patch', root, { version, changes: { title: 'Przejęte' }, base: {} }],
      ['post', `${root}/members`, { organisationId: sopot.organisations['M1'], role: 'PARTNER' }],
      ['patch', `${root}/members/${member?.id}`, { version: member?.version, changes: { votes: 9 }, base: {} }],
      ['post', `${root}/members/${member?.id}/exit`, { linesToMemberId: members[1]?.id }],
      ['put', `${root}/leader`, { memberId: members[1]?.id }],
      ['patch', `${root}/budget`, { removed: lines.map(({ id, version: seen }) => ({ id, version: seen })) }],
      ['post', `${root}/documents`, { kind: 'LETTER_OF_INTENT' }],
      ['patch', paper, { version: 1, changes: { place: 'Gdynia' }, base: {} }],
      ['post', `${paper}/issue`, { version: 1, factsSha256: document.factsSha256 }],
    ];
  };
  const send = (who: Caller, [method, path, body]: ['get' | 'post' | 'patch' | 'put', string, object?]) =>
    method === 'get' ? who.get(path) : who[method](path, body);

  it('answers 404 to every stranger on every address, and changes nothing', async () => {
    const before = await sopot.read();
    for (const [name, stranger] of Object.entries(strangers))
      for (const request of await requests())
        expect([name, ...request.slice(0, 2), refusal(await send(stranger, request))]).toEqual([
          name,
          ...request.slice(0, 2),
          { status: 404, code: 'NOT_FOUND' },
        ]);
    expect(await sopot.read()).toEqual(before);
  });

  it('lets readers read and refuses everything else with the reason', async () => {
    const before = await sopot.read();
    for (const reader of Object.values(readers)) {
      const seen = must(await reader.get<ConsortiumResponse>(`/api/v1/consortia/${sopot.id}`));
      expect(seen.may).toEqual({ edit: false, issue: false, reason: expect.stringContaining('czytać') });
      for (const request of await requests()) {
        const answer = await send(reader, request);
        if (request[0] !== 'get') expect(refusal(answer)).toEqual({ status: 403, code: 'FORBIDDEN' });
        // A draft has no files yet.
        else expect(answer.status).toBe(/pdf|docx|html/.test(request[1]) ? 404 : 200);
      }
    }
    expect(await sopot.read()).toEqual(before);
  });

  it('says nothing else about ids that nobody has', async () => {
    for (const id of [randomUUID(), 'x', '1', '%27%3B--'])
      expect(refusal(await sopot.administrator.get(`/api/v1/consortia/${id}`)).status).toBe(404);
  });

  it('lists only what may be seen', async () => {
    const listed = async (who: Caller, query = '') =>
      must(await who.get<ConsortiumPage>(`/api/v1/consortia${query}`)).items.map((item) => item.id);
    for (const stranger of Object.values(strangers)) expect(await listed(stranger)).toEqual([]);
    for (const reader of Object.values(readers)) expect(await listed(reader)).toEqual([sopot.id]);
    const partner = await portal.as({ role: 'EDITOR', organisationId: sopot.organisations['M3'] });
    expect(await listed(partner, '?mine=true')).toEqual([sopot.id]);
    expect(await listed(sopot.administrator, '?mine=true')).toEqual([]);
    expect(await listed(sopot.administrator, '?mine=false')).toEqual([sopot.id]);
  });

  it('is founded only by those who may', async () => {
    const found = (who: Caller) =>
      who.post<ConsortiumResponse>('/api/v1/consortia', { title: 'Nowe', localCentreId: SOPOT_CENTRE });
    for (const name of [
      'editor of another organisation',
      'officer of another municipality',
      'operator of another county',
    ])
      expect(refusal(await found(strangers[name] as Caller))).toEqual({ status: 403, code: 'FORBIDDEN' });
    for (const reader of Object.values(readers)) expect(refusal(await found(reader)).status).toBe(403);
    const coordinator = strangers['coordinator of another organisation'] as Caller;
    const founded = must(await found(coordinator));
    expect(founded.members).toMatchObject([{ name: 'Obca', role: 'LEADER' }]);
    expect(founded.may).toEqual({ edit: true, issue: true, reason: null });
  });
});
