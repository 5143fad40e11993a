import { createHash } from 'node:crypto';
import type {
  BudgetResponse,
  HistoryPage,
  JournalPage,
  JournalSeal,
  JournalSealList,
  OrganisationResponse,
} from '@zit/contracts';
import { canonicalJson } from '@zit/domain';
import { refusal, startPortal, type Caller, type TestPortal } from '../../test/portal';
import { formSopot, must, type Sopot } from '../../test/sopot';
import { note } from './note';
import { sealJournal } from './seal-journal';
import { verifyDatabase } from './verify-database';

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

describe('the journal', () => {
  let portal: TestPortal;
  let sopot: Sopot;
  let editor: Caller;
  let auditor: Caller;
  beforeAll(async () => {
    portal = await startPortal();
    sopot = await formSopot(portal);
    const organisationId = sopot.organisations['M2'] ?? '';
    editor = await portal.as({ role: 'EDITOR', organisationId, name: 'Redaktorka partnera' });
    auditor = await portal.as({ role: 'AUDITOR' });
  });
  afterAll(() => portal.stop());

  const history = async (caller: Caller = editor): Promise<string[]> =>
    must(await caller.get<HistoryPage>(`/api/v1/consortia/${sopot.id}/history`)).items.map(({ text }) => text);
  const budget = async (changes: { at: number; fields: object }[]): Promise<BudgetResponse> => {
    const { lines } = await sopot.read();
    const changed = changes.map(({ at, fields }) => {
      const line = lines[at];
      return { id: line?.id, version: line?.version, changes: fields, base: line };
    });
    const path = `/api/v1/consortia/${sopot.id}/budget`;
    return must(await editor.patch<BudgetResponse>(path, { added: [], changed, removed: [], order: null }));
  };

  it('tells what stood before and after, line by line', async () => {
    const before = (await sopot.read()).lines;
    const price = (before[3]?.unitPriceGrosze ?? 0) + 200;
    await budget([{ at: 3, fields: { unitPriceGrosze: price } }]);
    const zl = (grosze: number): string =>
      `${(grosze / 100)
        .toFixed(2)
        .replace('.', ',')
        .replace(/\B(?=(\d{3})+,)/g, '\u00a0')}\u00a0zł`;
    expect((await history())[0]).toMatch(
      `Fundacja „Przystań Integracji” zmieniła cenę pozycji L04 z ${zl(price - 200)} na ${zl(price)}; budżet razem `,
    );
    await budget([{ at: 0, fields: { justification: 'Stawka z rozeznania rynku' } }]);
    expect((await history())[0]).toMatch('zmieniła uzasadnienie pozycji L01 z ');
    expect((await history())[0]).toMatch(' na „Stawka z rozeznania rynku”; budżet razem');
  });

  it('keeps all changes of a big save and tells the first few', async () => {
    await budget([0, 1, 2, 3, 4, 5].map((at) => ({ at, fields: { unit: 'miesiąc testowy' } })));
    expect((await history())[0]).toMatch(
      /^Fundacja „Przystań Integracji” zmieniła budżet: zmieniono 6 pozycji \(między innymi jednostkę pozycji L01 z .*, jednostkę pozycji L02 z .* na „miesiąc testowy”\); razem /,
    );
    const [row] = await portal.dataSource.query<{ n: number }[]>(
      'select json_array_length(changes) as n from journal order by seq desc limit 1',
    );
    expect(row?.n).toBe(6);
  });

  it('keeps personal values beside the chain, under the hash that the entry carries', async () => {
    const id = sopot.organisations['M2'] ?? '';
    const { body } = await sopot.administrator.get<OrganisationResponse>(`/api/v1/organisations/${id}`);
    const email = 'kontakt@przystan.example';
    const change = { version: body.version, changes: { email, address: 'ul. Nowa 1, Sopot' }, base: body };
    must(await sopot.administrator.patch(`/api/v1/organisations/${id}`, change));
    const [entry] = await portal.dataSource.query<{ changes: { field: string; after: { sha256: string } }[] }[]>(
      'select changes from journal order by seq desc limit 1',
    );
    expect(JSON.stringify(entry)).not.toContain(email);
    const kept = entry?.changes.find(({ field }) => field === 'email')?.after.sha256 ?? '';
    const [value] = await portal.dataSource.query<{ salt: string; value: string }[]>(
      'select salt, value from journal_personal where sha256 = $1',
      [kept],
    );
    expect(value?.value).toBe(email);
    expect(sha256((value?.salt ?? '') + canonicalJson(email))).toBe(kept);
    const page = must(await editor.get<HistoryPage>(`/api/v1/organisations/${id}/history`));
    expect(page.items[0]?.text).toMatch(/^zmieniono .*adres z .* na „ul. Nowa 1, Sopot”/);
    expect(page.items[0]?.text).toContain('adres e-mail');
    expect(JSON.stringify(page)).not.toContain(email);
    expect(page.items.at(-1)?.text).toBe('wpisano organizację do rejestru');
    expect(refusal(await editor.get('/api/v1/organisations/00000000-0000-4000-8000-000000000000/history')).status).toBe(
      404,
    );
  });

  it('is read whole by auditor and administrators, with the seal of each entry, and by nobody else', async () => {
    await portal.dataSource.transaction(sealJournal);
    await budget([{ at: 1, fields: { unit: 'godzina' } }]);
    const page = must(await auditor.get<JournalPage>('/api/v1/journal?limit=2&denied=false'));
    expect(page.items[0]).toMatchObject({
      act: 'CHANGE_BUDGET',
      who: 'Redaktorka partnera',
      role: 'redaktor partnera',
      subject: { kind: 'consortium', id: sopot.id, name: 'Kompas Sopocki' },
      batch: null,
    });
    expect(page.items[1]).toMatchObject({ act: 'CHANGE_ORGANISATION', batch: 1, role: 'administrator programu' });
    const next = must(await auditor.get<JournalPage>(`/api/v1/journal?limit=2&denied=false&after=${page.next}`));
    expect(next.items[0]?.seq).toBeLessThan(page.items[1]?.seq ?? 0);
    expect(refusal(await editor.get('/api/v1/journal')).status).toBe(403);
    expect((await portal.stranger.get('/api/v1/journal')).status).toBe(401);
  });

  it('is narrowed by person, thing and act, with as many queries for 2 entries as for 100', async () => {
    const by = async (query: string): Promise<JournalPage> =>
      must(await auditor.get<JournalPage>(`/api/v1/journal?limit=100&${query}`));
    const ofEditor = await by(`personId=${editor.personId}`);
    expect(new Set(ofEditor.items.map(({ who }) => who))).toEqual(new Set(['Redaktorka partnera']));
    const id = sopot.organisations['M2'] ?? '';
    expect((await by(`subjectId=${id}`)).items.map(({ act }) => act)).toContain('CHANGE_ORGANISATION');
    expect(new Set((await by('act=ADD_MEMBER')).items.map(({ act }) => act))).toEqual(new Set(['ADD_MEMBER']));
    expect((await by('denied=true')).items.every(({ act }) => act === 'DENIED')).toBe(true);
    expect((await by('denied=false')).items.some(({ act }) => act === 'DENIED')).toBe(false);
    const [few, many] = [2, 100].map((limit) => () => auditor.get(`/api/v1/journal?limit=${limit}`));
    expect(await portal.countQueries(few!)).toBe(await portal.countQueries(many!));
    expect((await auditor.get('/api/v1/journal?personId=1')).status).toBe(400);
    expect((await auditor.get('/api/v1/journal?after=x')).status).toBe(400);
  });

  it('publishes its seals to anybody, newest first and as a file', async () => {
    await portal.dataSource.transaction(sealJournal);
    const { items } = must(await portal.stranger.get<JournalSealList>('/api/v1/journal-seals'));
    expect(items.map(({ batch }) => batch)).toEqual([2, 1]);
    expect(items[0]?.previousHash).toBe(items[1]?.hash);
    const { hash, ...said } = items[0]!;
    expect(sha256(canonicalJson(said))).toBe(hash);
    const file = await fetch(`${portal.url}/api/v1/journal-seals.jsonl`);
    expect(file.headers.get('content-type')).toBe('application/jsonl; charset=utf-8');
    const lines = (await file.text()).trimEnd().split('\n');
    expect(lines.map((line) => JSON.parse(line) as JournalSeal)).toEqual([...items].reverse());
  });

  it('seals each entry once, also when several sealers and acts run at the same time', async () => {
    const subject = { kind: 'consortium', id: sopot.id } as const;
    const act = { act: 'CHANGE_CONSORTIUM', subject, details: {} } as const;
    const acts = Array.from({ length: 40 }, () =>
      portal.dataSource.transaction((manager) => note(manager, { personId: null, actingFor: null }, act)),
    );
    const seals = Array.from({ length: 6 }, () => portal.dataSource.transaction(sealJournal));
    await Promise.all([...acts, ...seals]);
    await portal.dataSource.transaction(sealJournal);
    const [left] = await portal.dataSource.query<{ n: number }[]>(
      'select count(*)::int as n from journal where seq not in (select seq from journal_link)',
    );
    expect(left?.n).toBe(0);
    expect((await verifyDatabase(portal.dataSource.manager, null)).fault).toBeNull();
  });

  it('seals an entry that was committed late, with a number below those already sealed', async () => {
    const late = portal.dataSource.createQueryRunner();
    await late.startTransaction();
    const insert = `insert into journal (act, subject_kind, subject_id) values ('LATE_ACT', 'journal', gen_random_uuid())`;
    await late.query(insert);
    await portal.dataSource.query(insert.replace('LATE', 'EARLY'));
    expect(await portal.dataSource.transaction(sealJournal)).toEqual({ entries: 1, batches: 1 });
    await late.commitTransaction();
    await late.release();
    expect(await portal.dataSource.transaction(sealJournal)).toEqual({ entries: 1, batches: 1 });
  });

  it('seals all or nothing: a sealer whose connection is killed leaves no half of a batch', async () => {
    const insert = `insert into journal (act, subject_kind, subject_id) values ('AN_ACT', 'journal', gen_random_uuid())`;
    for (let n = 0; n < 3; n++) await portal.dataSource.query(insert);
    const before = await verifyDatabase(portal.dataSource.manager, null);
    const killed = portal.dataSource.createQueryRunner();
    await killed.startTransaction();
    const [{ pid } = { pid: 0 }] = await killed.manager.query<{ pid: number }[]>('select pg_backend_pid() as pid');
    expect(await sealJournal(killed.manager)).toEqual({ entries: 3, batches: 1 });
    // Another sealer waits at the lock meanwhile, and is the one to seal.
    const other = portal.dataSource.transaction(sealJournal);
    await portal.dataSource.query('select pg_terminate_backend($1, 5000)', [pid]);
    expect(await other).toEqual({ entries: 3, batches: 1 });
    await expect(killed.commitTransaction()).rejects.toThrow();
    await killed.release().catch(() => undefined);
    const after = await verifyDatabase(portal.dataSource.manager, before.newest);
    expect(after).toMatchObject({ batches: before.batches + 1, entries: before.entries + 3, unsealed: 0, fault: null });
  });
});
