import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CallResponse, Problem } from '@zit/contracts';
import type { CallFile } from '@zit/domain';
import { attachmentWords } from '@zit/words.pl/attachments';
import { pdf, png, zip } from '../../test/attachments';
import { sha256Of } from '../../test/attached';
import { announceCallFile, attachToCall, callFilesAt, sendCallFile } from '../../test/call-files';
import { draftCall, goodValues, publish } from '../../test/calls';
import { refusal, startPortal, type Answer, type Caller, type TestPortal } from '../../test/portal';
import { must } from '../../test/sopot';

const root = '/api/v1/calls';
const detail = (answer: Answer<unknown>): string => (answer.body as Problem).detail;

describe('files that hang on a call', () => {
  let portal: TestPortal;
  let folder: string;
  let officer: Caller;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'zit-call-files-'));
    portal = await startPortal({ settings: { filesDirectory: folder } });
    officer = await portal.as({ role: 'COUNTY_OPERATOR', teryt: '2264' });
  });
  afterAll(async () => {
    await portal.stop();
    await rm(folder, { recursive: true, force: true });
  });
  const listed = async (id: string): Promise<CallFile[]> =>
    must(await officer.get<CallResponse>(`${root}/${id}`)).attachments;
  const named = async (id: string) => (await listed(id)).map(({ name }) => name);
  const acts = async (id: string) =>
    (
      await portal.dataSource.query<{ act: string }[]>(
        `select act from journal where subject_kind = 'call' and subject_id = $1 and act like '%CALL_ATTACHMENT' order by seq`,
        [id],
      )
    ).map(({ act }) => act);

  it('are announced, sent, shown with their SHA-256, and leave as they came', async () => {
    const { id } = await draftCall(officer);
    const bytes = pdf('Ogłoszenie');
    const given = { id: randomUUID(), size: bytes.length, name: 'Ogłoszenie (2015).pdf', about: 'Ogłoszenie' };
    expect(must(await announceCallFile(officer, id, given))).toEqual({ id: given.id, stored: null });
    expect(await listed(id)).toEqual([]);
    const stored = must(await sendCallFile(portal, officer, id, given.id, bytes));
    expect(stored).toEqual<CallFile>({
      ...given,
      mediaType: 'application/pdf',
      sha256: sha256Of(bytes),
      replaces: null,
    });
    expect(await listed(id)).toEqual([stored]);
    // The answer got lost: the same place, the same file.
    expect(must(await announceCallFile(officer, id, given))).toEqual({ id: given.id, stored });
    expect(must(await sendCallFile(portal, officer, id, given.id, bytes))).toEqual(stored);
    const answer = await fetch(`${portal.url}${callFilesAt(id)}/${given.id}/file`, {
      headers: { Cookie: `zit=${officer.token}` },
    });
    expect(Buffer.from(await answer.arrayBuffer())).toEqual(bytes);
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect(await acts(id)).toEqual(['ADD_CALL_ATTACHMENT']);
  });

  it('S-20: what is something else than it says is refused, and has no place among them', async () => {
    const { id } = await draftCall(officer);
    for (const [bytes, sentence] of [
      [Buffer.from('<!doctype html><script>alert(1)</script>'), attachmentWords.content.unknown(null)],
      [Buffer.concat([pdf(), zip({ a: new Uint8Array(9) })]), attachmentWords.content.glued('pdf')],
    ] as const) {
      const place = must(await announceCallFile(officer, id, { size: bytes.length }));
      const answer = await sendCallFile(portal, officer, id, place.id, bytes);
      expect([refusal(answer), detail(answer)]).toEqual([{ status: 422, code: 'FILE_REFUSED' }, sentence]);
    }
    const short = must(await announceCallFile(officer, id, { size: 100 }));
    expect((await sendCallFile(portal, officer, id, short.id, Buffer.alloc(99))).status).toBe(422);
    expect(refusal(await announceCallFile(officer, id, { size: 9, name: 'umowa.exe' })).status).toBe(422);
    expect(refusal(await announceCallFile(officer, id, { size: 9, name: '../a.pdf' })).status).toBe(400);
    expect(await listed(id)).toEqual([]);
  });

  it('are twenty and a hundred megabytes at most, also when they are announced at once', async () => {
    const { id } = await draftCall(officer);
    const answers = await Promise.all(Array.from({ length: 23 }, () => announceCallFile(officer, id, { size: 1 })));
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(20);
    const refused = answers.find(({ status }) => status !== 201);
    expect(refused && [refusal(refused), detail(refused)]).toEqual([
      { status: 422, code: 'FILE_REFUSED' },
      attachmentWords.announce.MANY,
    ]);
    const other = await draftCall(officer);
    for (let number = 0; number < 4; number++) must(await announceCallFile(officer, other.id, { size: 25_000_000 }));
    expect(refusal(await announceCallFile(officer, other.id, { size: 1 }))).toEqual({ status: 413, code: 'TOO_LARGE' });
  });

  it('are removed by a mark and come back as they were', async () => {
    const { id } = await draftCall(officer);
    const stored = await attachToCall(portal, officer, id, pdf());
    expect((await officer.del(`${callFilesAt(id)}/${stored.id}`)).status).toBe(204);
    expect((await officer.del(`${callFilesAt(id)}/${stored.id}`)).status).toBe(204);
    expect(await listed(id)).toEqual([]);
    expect((await officer.get(`${callFilesAt(id)}/${stored.id}/file`)).status).toBe(404);
    const { name, size, about } = stored;
    expect(must(await announceCallFile(officer, id, { id: stored.id, name, size, about })).stored).toEqual(stored);
    expect(await listed(id)).toEqual([stored]);
    expect(await acts(id)).toEqual(['ADD_CALL_ATTACHMENT', 'REMOVE_CALL_ATTACHMENT', 'RESTORE_CALL_ATTACHMENT']);
  });

  it('are described, and stand in the order that was chosen', async () => {
    const { id } = await draftCall(officer);
    const files: CallFile[] = [];
    for (const name of ['a.pdf', 'b.pdf', 'c.pdf'])
      files.push(await attachToCall(portal, officer, id, pdf(name), { name }));
    const change = (at: number, body: object) => officer.patch<CallFile>(`${callFilesAt(id)}/${files[at]?.id}`, body);
    expect(must(await change(0, { about: 'Wzór' })).about).toBe('Wzór');
    must(await change(2, { place: 0 }));
    expect(await named(id)).toEqual(['c.pdf', 'a.pdf', 'b.pdf']);
    must(await change(2, { place: 99 }));
    expect(await named(id)).toEqual(['a.pdf', 'b.pdf', 'c.pdf']);
    const told = await acts(id);
    must(await change(2, { place: 2, about: 'Mapa' }));
    expect(await acts(id)).toEqual(told);
    expect((await change(0, { place: -1 })).status).toBe(400);
  });

  it('take the place of another in one moment, and give it back', async () => {
    const { id } = await draftCall(officer);
    const old = await attachToCall(portal, officer, id, pdf('stary'), { name: 'stary.pdf' });
    await attachToCall(portal, officer, id, png(), { name: 'mapa.png' });
    const bytes = pdf('nowy');
    const place = must(await announceCallFile(officer, id, { size: bytes.length, name: 'nowy.pdf', replaces: old.id }));
    expect(await named(id)).toEqual(['stary.pdf', 'mapa.png']);
    must(await sendCallFile(portal, officer, id, place.id, bytes));
    expect(await named(id)).toEqual(['nowy.pdf', 'mapa.png']);
    // Nobody outside ever saw the old one: there is nothing that the new one replaces.
    expect((await listed(id))[0]?.replaces).toBeNull();
    const again = await announceCallFile(officer, id, { size: 9, replaces: old.id });
    expect([refusal(again).status, (again.body as unknown as Problem).errors?.[0]?.pointer]).toEqual([
      400,
      '/replaces',
    ]);
    expect((await officer.del(`${callFilesAt(id)}/${place.id}`)).status).toBe(204);
    must(await announceCallFile(officer, id, { id: old.id, name: 'stary.pdf', size: old.size }));
    expect(await named(id)).toEqual(['stary.pdf', 'mapa.png']);
  });

  describe('before it is published', () => {
    it('nobody who does not work on the call knows of them', async () => {
      const { id } = await draftCall(officer);
      const stored = await attachToCall(portal, officer, id, pdf());
      const own = `${callFilesAt(id)}/${stored.id}`;
      for (const stranger of [
        await portal.as({ role: 'DEFS_OFFICER' }),
        await portal.as({ role: 'COUNTY_OPERATOR', teryt: '2262' }),
        await portal.as({ role: 'NGO_COUNCIL', teryt: '2264' }),
      ]) {
        expect((await stranger.get(`${own}/file`)).status).toBe(404);
        expect((await stranger.del(own)).status).toBe(404);
        expect((await announceCallFile(stranger, id, { size: 9 })).status).toBe(404);
        expect((await sendCallFile(portal, stranger, id, stored.id, pdf())).status).toBe(404);
      }
      expect((await portal.stranger.get(`${own}/file`)).status).toBe(401);
      const auditor = await portal.as({ role: 'AUDITOR' });
      expect((await auditor.get(`${own}/file`)).status).toBe(200);
      expect((await auditor.del(own)).status).toBe(403);
    });

    it('S-25: a file is found under its own call only', async () => {
      const [one, other] = [await draftCall(officer), await draftCall(officer)];
      const stored = await attachToCall(portal, officer, one.id, pdf());
      expect((await officer.get(`${callFilesAt(other.id)}/${stored.id}/file`)).status).toBe(404);
      expect((await officer.del(`${callFilesAt(other.id)}/${stored.id}`)).status).toBe(404);
      const { name, size, about } = stored;
      const taken = await announceCallFile(officer, other.id, { id: stored.id, name, size, about });
      expect(refusal(taken)).toEqual({ status: 409, code: 'DUPLICATE' });
    });
  });

  it('a publication freezes those that were looked at, and no others', async () => {
    const draft = await draftCall(officer, { values: goodValues() });
    const seen = must(await officer.get<CallResponse>(`${root}/${draft.id}`));
    const stored = await attachToCall(portal, officer, draft.id, pdf());
    const body = { id: randomUUID(), rev: seen.checkedRev, attachmentsSha256: seen.attachmentsSha256 };
    const stale = await officer.post(`${root}/${draft.id}/editions`, body);
    expect(refusal(stale)).toEqual({ status: 409, code: 'STALE' });
    const waiting = must(await announceCallFile(officer, draft.id, { size: pdf().length }));
    must(await publish(officer, draft.id));
    const own = `${callFilesAt(draft.id)}/${stored.id}`;
    const answers = [
      await sendCallFile(portal, officer, draft.id, waiting.id, pdf()),
      await announceCallFile(officer, draft.id, { size: 9 }),
      await officer.patch(own, { about: 'inny' }),
      await officer.del(own),
    ];
    for (const answer of answers) {
      expect(refusal(answer)).toEqual({ status: 403, code: 'FORBIDDEN' });
      expect(detail(answer)).toMatch(/Otwórz aneks/);
    }
    expect(await listed(draft.id)).toEqual([stored]);
  });
});
