import { randomUUID } from 'node:crypto';
import type { HistoryPage, JournalPage, OfferOpenings, OfferPage, SessionResponse } from '@zit/contracts';
import { bodyOf, decide, offerDecision, ROLES, type Grant } from '@zit/domain';
import { beginOffer, beginSopot, offersRoot as root, saveOffer, type OfferCase } from '../../test/offers';
import { caller, refusal, startPortal, type Caller, type TestPortal } from '../../test/portal';
import { must } from '../../test/sopot';
import { DOOR_MODE, Door, type DoorMode, type DoorUser } from '../database/door';

const SECRET = 'Treść oferty, której nikt obcy nie widzi';
const SOPOT = '2264011';

const TABLES = ['offer', 'sheet', 'sheet_field', 'sheet_change', 'sheet_save', 'offer_loan', 'offer_presence'];
const ROWS: Readonly<Record<string, string>> = { offer: 'id', sheet: 'id' };

describe.each<[string, DoorMode]>([
  ['both walls', 'walled'],
  ['the first wall alone', 'without-roles'],
])('sealed until the deadline, by %s', (_, mode) => {
  let portal: TestPortal;
  let sopot: OfferCase;
  let strangers: [string, Caller][];
  beforeAll(async () => {
    portal = await startPortal({ places: [{ provide: DOOR_MODE, useValue: mode }] });
    sopot = await beginSopot(portal);
    must(await saveOffer(sopot.writers.M1, sopot.offer.id, { 'basics.title': SECRET, 'basics.needs': SECRET }));
    const foreign = await organisation(portal);
    strangers = [
      ['administrator', sopot.administrator],
      ['auditor', await portal.as({ role: 'AUDITOR' })],
      ['chair', await portal.as({ role: 'CHAIR' })],
      ['operator of the county', await portal.as({ role: 'COUNTY_OPERATOR', teryt: SOPOT.slice(0, 4) })],
      ['council of the county', await portal.as({ role: 'NGO_COUNCIL', teryt: SOPOT.slice(0, 4) })],
      [
        'officer of the place, whose office is no member',
        await portal.as({ role: 'MUNICIPALITY_OFFICER', organisationId: foreign, teryt: SOPOT }),
      ],
      [
        'officer of another place',
        await portal.as({ role: 'MUNICIPALITY_OFFICER', organisationId: foreign, teryt: '2262011' }),
      ],
      ['coordinator of no member', await portal.as({ role: 'COORDINATOR', organisationId: foreign })],
    ];
  });
  afterAll(() => portal.stop());

  it('is not there for any stranger, on no address, and changes by none', async () => {
    const { id } = sopot.offer;
    const path = `${root}/${id}`;
    const attempts: ((who: Caller) => ReturnType<Caller['get']>)[] = [
      (who) => who.get(path),
      (who) => who.get(`${path}/sheet`),
      (who) => who.get(`${path}/sheet/history`),
      (who) =>
        who.patch(`${path}/sheet`, {
          save: randomUUID(),
          changes: [{ path: 'basics.title', base: 2, value: 'Przejęta' }],
        }),
      (who) => who.put(`${path}/loans`, { part: 'groups', members: [] }),
      (who) => who.put(`${path}/presence`, { section: 'basics', tab: randomUUID() }),
    ];
    const before = await portal.dataSource.query('select * from sheet_field where sheet_id = $1 order by path', [id]);
    for (const [name, stranger] of strangers) {
      for (const attempt of attempts)
        expect([name, refusal(await attempt(stranger))]).toEqual([name, { status: 404, code: 'NOT_FOUND' }]);
      expect([name, must(await stranger.get<OfferPage>(root)).items]).toEqual([name, []]);
      expect((await beginOffer(stranger, sopot.call.id, sopot.id)).status).toBe(404);
    }
    const after = await portal.dataSource.query('select * from sheet_field where sheet_id = $1 order by path', [id]);
    expect(after).toEqual(before);
  });

  it('S-42: is not there for an administrator through the eyes of who writes it, with all that hangs on it', async () => {
    const path = `${root}/${sopot.offer.id}`;
    const looks = { personId: sopot.writers.M1.personId, reason: 'Zgłoszenie 12: nie widać oferty' };
    const begun = await (
      await portal.as({ role: 'ADMINISTRATOR' })
    ).post<SessionResponse>('/api/v1/session/view-as', looks);
    expect(must(begun).person.id).toBe(looks.personId);
    const eyes = caller(portal.url, '', /zit=([\w-]{43})/.exec(begun.headers.get('set-cookie') ?? '')?.[1] ?? null);
    for (const part of [
      '',
      '/sheet',
      '/sheet/history',
      '/signing',
      '/receipts',
      '/file.json',
      '/paper.html',
      '/recommendation',
    ])
      expect([part, refusal(await eyes.get(`${path}${part}`))]).toEqual([part, { status: 403, code: 'VIEW_ONLY' }]);
    expect(must(await eyes.get<OfferPage>(root)).items).toEqual([]);
    expect(must(await eyes.get<OfferOpenings>(`${root}/openings`)).openings).toEqual([]);
    expect((await eyes.get(`/api/v1/consortia/${sopot.id}`)).status).toBe(200);
    if (mode === 'without-roles') return;
    const hat = { personId: sopot.writers.M1.personId, actingFor: sopot.organisations['M1'] ?? '', actingBody: null };
    const seen = (who: DoorUser) =>
      portal.app
        .get(Door)
        .read(who, (m) => m.query<unknown[]>('select from sheet_field where sheet_id = $1', [sopot.offer.id]));
    expect((await seen(hat)).length).toBeGreaterThan(0);
    expect(await seen({ ...hat, viewer: {} })).toEqual([]);
  });

  it('leaves no word of itself in the journal and in the history of its consortium', async () => {
    const values = await portal.dataSource.query<{ changes: string }[]>(
      `select changes::text as changes from journal where subject_kind = 'offer' and subject_id = $1`,
      [sopot.offer.id],
    );
    expect(values.length).toBeGreaterThan(1);
    for (const { changes } of values) expect(changes).not.toContain(SECRET);
    const history = must(await sopot.administrator.get<HistoryPage>(`/api/v1/consortia/${sopot.id}/history?limit=100`));
    expect(JSON.stringify(history)).not.toMatch(new RegExp(`${SECRET}|${sopot.offer.id}`));
  });

  it('ends for a member that leaves, at once', async () => {
    const { writers, members, administrator, id } = sopot;
    const path = `${root}/${sopot.offer.id}`;
    expect((await writers.M5.get(path)).status).toBe(200);
    must(
      await administrator.post(`/api/v1/consortia/${id}/members/${members['M5']}/exit`, {
        linesToMemberId: members['M1'],
      }),
    );
    for (const answer of [
      await writers.M5.get(path),
      await writers.M5.get(`${path}/sheet`),
      await saveOffer(writers.M1, sopot.offer.id, {}).then(() =>
        writers.M5.patch(`${path}/sheet`, {
          save: randomUUID(),
          changes: [{ path: `declarations.members.${members['M5']}`, base: 0, value: 1 }],
        }),
      ),
      await writers.M5.put(`${path}/presence`, { section: 'basics', tab: randomUUID() }),
    ])
      expect(refusal(answer)).toEqual({ status: 404, code: 'NOT_FOUND' });
    // What was the leaver's is the leader's to settle.
    const lines = await portal.dataSource.query<{ path: string }[]>(
      `select path from sheet_field where sheet_id = $1 and path like 'budget.lines.%.member' and value = to_jsonb($2::text)`,
      [sopot.offer.id, members['M5']],
    );
    expect(lines.length).toBeGreaterThan(0);
    const item = (lines[0]?.path ?? '').replace(/\.member$/, '');
    const taken = must(await saveOffer(writers.M1, sopot.offer.id, { [`${item}.member`]: members['M1'] ?? '' }));
    expect(taken.collisions).toEqual([]);
  });
});

describe('S-39: an offer, sealed by the database itself', () => {
  let portal: TestPortal;
  let door: Door;
  let sopot: OfferCase;
  beforeAll(async () => {
    portal = await startPortal();
    door = portal.app.get(Door);
    sopot = await beginSopot(portal);
    must(await saveOffer(sopot.writers.M1, sopot.offer.id, { 'basics.summary': SECRET }));
    const { id } = sopot.offer;
    must(await sopot.writers.M1.put(`${root}/${id}/loans`, { part: 'groups', members: [sopot.members['M2']] }));
    must(await sopot.writers.M1.put(`${root}/${id}/presence`, { section: 'basics', tab: randomUUID() }));
  });
  afterAll(() => portal.stop());

  const someone = async ({ role, organisationId, teryt }: Grant): Promise<DoorUser> => {
    const { personId } = await portal.as({ role, organisationId, teryt });
    return { personId, actingFor: organisationId, actingBody: organisationId ? null : bodyOf(role) };
  };
  const standing = () => ({
    memberOrganisationIds: Object.values(sopot.organisations),
    leaderOrganisationIds: [sopot.organisations['M1'] ?? ''],
    state: 'DRAFT',
  });
  const looks = (who: DoorUser): Promise<number[]> =>
    door.read(who, async (manager) => {
      const seen = [];
      for (const table of TABLES) {
        const column = ROWS[table] ?? (table.startsWith('sheet') ? 'sheet_id' : 'offer_id');
        const rows = await manager.query<unknown[]>(`select from ${table} where ${column} = $1 limit 1`, [
          sopot.offer.id,
        ]);
        seen.push(rows.length);
      }
      const noted = await manager.query<unknown[]>(
        `select from journal where subject_kind = 'offer' and subject_id = $1 limit 1`,
        [sopot.offer.id],
      );
      return [...seen, noted.length];
    });
  const writes = (who: DoorUser): Promise<number> =>
    door.write(who, async (manager) => {
      const [, fields] = await manager.query<[unknown, number]>(
        `update sheet_field set value = value where sheet_id = $1 and path = 'basics.summary'`,
        [sopot.offer.id],
      );
      return fields;
    });

  it('shows and changes offers exactly as the policy says, for every role, organisation and place', async () => {
    const foreign = await organisation(portal);
    let members = 0;
    for (const role of ROLES)
      for (const organisationId of [sopot.organisations['M1'] ?? '', sopot.organisations['M2'] ?? '', foreign, null])
        for (const teryt of [SOPOT, SOPOT.slice(0, 4), '2262011', null]) {
          const grant: Grant = { role, organisationId, teryt };
          // Some roles name an organisation or a county; nobody can hold them otherwise.
          const who = await someone(grant).catch(() => null);
          if (!who) continue;
          const asker = { personId: who.personId, grants: [grant] };
          const sees = offerDecision(asker, 'readOffer', standing()).allow ? 1 : 0;
          const may = offerDecision(asker, 'changeOffer', standing()).allow ? 1 : 0;
          members += sees;
          expect([grant, await looks(who), await writes(who)]).toEqual([grant, [...TABLES.map(() => sees), sees], may]);
        }
    expect(members).toBeGreaterThan(20);
  }, 120_000);

  it('keeps from who reads the whole journal that there is an offer, until its deadline is over', async () => {
    const auditor = await portal.as({ role: 'AUDITOR' });
    const about = async () =>
      must(await auditor.get<JournalPage>(`/api/v1/journal?subjectId=${sopot.offer.id}`)).items.length;
    expect(await about()).toBe(0);
    await portal.dataSource.query(`update offer set state = 'SUBMITTED' where id = $1`, [sopot.offer.id]);
    expect(await about()).toBe(0);
    await portal.dataSource.query(
      `update call set deadline_at = date_trunc('milliseconds', now()) - interval '1 ms' where id = $1`,
      [sopot.call.id],
    );
    expect(await about()).toBeGreaterThan(2);
  });

  it('shows after the deadline that an offer was handed in to who works on the call, and its sheet to nobody else', async () => {
    const foreign = await organisation(portal);
    for (const grant of [
      { role: 'ADMINISTRATOR', organisationId: null, teryt: null },
      { role: 'COUNTY_OPERATOR', organisationId: null, teryt: '2264' },
      { role: 'COUNTY_OPERATOR', organisationId: null, teryt: '2262' },
      { role: 'MUNICIPALITY_OFFICER', organisationId: foreign, teryt: SOPOT },
      { role: 'COORDINATOR', organisationId: foreign, teryt: null },
    ] as const) {
      const who = await someone(grant);
      const works = decide({ personId: who.personId, grants: [grant] }, 'readCall', { teryt: SOPOT }).allow ? 1 : 0;
      expect([grant, (await looks(who)).slice(0, 5)]).toEqual([grant, [works, 0, 0, 0, 0]]);
    }
    const withdrawn = await someone({ role: 'ADMINISTRATOR', organisationId: null, teryt: null });
    await portal.dataSource.query(`update offer set state = 'WITHDRAWN' where id = $1`, [sopot.offer.id]);
    expect((await looks(withdrawn))[0]).toBe(0);
  });
});

async function organisation({ dataSource }: TestPortal): Promise<string> {
  const [made] = await dataSource.query<[{ id: string }]>(
    `insert into organisation (name, name_key, sector, teryt) values ('Inny urząd', 'inny urzad', 'JST', null) returning id`,
  );
  return made.id;
}
