import { randomUUID } from 'node:crypto';
import { mkdtemp, rm, utimes } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CallEditionFile, CallResponse, PublicCall, PublishedFile } from '@zit/contracts';
import { bodyOf, canonicalJson, type CallFile } from '@zit/domain';
import { pdf, png } from '../../test/attachments';
import { sha256Of } from '../../test/attached';
import { announceCallFile, attachToCall, callFilesAt } from '../../test/call-files';
import { draftCall, goodValues, publish } from '../../test/calls';
import { startPortal, type Caller, type TestPortal } from '../../test/portal';
import { must } from '../../test/sopot';
import { collectFiles } from '../attachment/collect-files';
import { proveFiles } from '../attachment/prove-files';
import { Door, type DoorUser } from '../database/door';
import { sqlStateOf } from '../database/sql-state';
import { FileStore } from '../files/file-store';

const root = '/api/v1/calls';

describe('files of a published call', () => {
  let portal: TestPortal;
  let folder: string;
  let officer: Caller;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'zit-published-files-'));
    portal = await startPortal({ settings: { filesDirectory: folder } });
    officer = await portal.as({ role: 'COUNTY_OPERATOR', teryt: '2264' });
  });
  afterAll(async () => {
    await portal.stop();
    await rm(folder, { recursive: true, force: true });
  });
  const draft = async () => (await draftCall(officer, { values: goodValues() })).id;
  const attach = (id: string, name: string, more: { about?: string; replaces?: string } = {}) =>
    attachToCall(portal, officer, id, name.endsWith('.png') ? png() : pdf(name), { name, about: '', ...more });
  const beginAnnex = async (id: string) => must(await officer.post<CallResponse>(`${root}/${id}/annex`));
  const annex = (id: string) => publish(officer, id, { reason: 'Poprawiono załączniki.' });
  const shown = async ({ slug }: { slug: string | null }) =>
    must(await portal.stranger.get<PublicCall>(`/api/v1/public/calls/${slug}`));
  const saved = async ({ path }: PublishedFile) => {
    const answer = await fetch(`${portal.url}${path}`);
    return { status: answer.status, headers: answer.headers, bytes: Buffer.from(await answer.arrayBuffer()) };
  };
  const names = (files: readonly CallFile[]) => files.map(({ name }) => name);

  it('are frozen with the text of the edition, and anybody saves them', async () => {
    const id = await draft();
    const stored = await attach(id, 'Ogłoszenie „1”.pdf', { about: 'Ogłoszenie' });
    const call = must(await publish(officer, id));
    const path = `/api/v1/public/calls/${call.slug}/attachments/${stored.id}/${stored.sha256}`;
    const { attachments, editions } = await shown(call);
    expect(attachments).toEqual([{ ...stored, path }]);
    expect(editions[0]?.attachments).toEqual(attachments);
    const text = await (await fetch(`${portal.url}/api/v1/public/calls/${call.slug}/editions/1.json`)).text();
    const frozen = JSON.parse(text) as CallEditionFile;
    expect(frozen.attachments).toEqual(attachments);
    expect([canonicalJson(frozen), sha256Of(Buffer.from(text))]).toEqual([text, editions[0]?.sha256]);

    const { status, headers, bytes } = await saved(attachments[0] as PublishedFile);
    expect([status, sha256Of(bytes)]).toEqual([200, stored.sha256]);
    // S-18, S-26: to be saved and never shown; kept for ever under an address that holds its hash.
    expect(Object.fromEntries(headers)).toMatchObject({
      'content-type': 'application/pdf',
      'content-length': String(stored.size),
      'content-security-policy': "sandbox; default-src 'none'; frame-ancestors 'none'",
      'x-content-type-options': 'nosniff',
      'cache-control': 'public, max-age=31536000, immutable',
    });
    expect(headers.get('content-disposition')).toMatch(/^attachment; filename="[a-z0-9-]+\.pdf"; filename\*=UTF-8''/);
  });

  it('S-18, S-25, S-26: are there for nobody before they are published, nor under another hash, call or id', async () => {
    const [id, other] = [await draft(), must(await publish(officer, await draft()))];
    const stored = await attach(id, 'mapa.pdf');
    const at = (slug: string | null, file: string, hash: string) =>
      portal.stranger.get(`/api/v1/public/calls/${slug}/attachments/${file}/${hash}`);
    expect((await at(other.slug, stored.id, stored.sha256)).status).toBe(404);
    const call = must(await publish(officer, id));
    expect((await at(call.slug, stored.id, stored.sha256)).status).toBe(200);
    for (const answer of [
      await at(other.slug, stored.id, stored.sha256),
      await at(call.slug, randomUUID(), stored.sha256),
      await at(call.slug, stored.id, '0'.repeat(64)),
      await at(call.slug, stored.id, 'x'),
    ])
      expect([answer.status, answer.headers.get('cache-control')]).toEqual([404, 'no-store']);
    await beginAnnex(id);
    const next = await attach(id, 'nowa.pdf');
    expect((await at(call.slug, next.id, next.sha256)).status).toBe(404);
    expect(names((await shown(call)).attachments)).toEqual(['mapa.pdf']);
  });

  it('are added, replaced, described and withdrawn by an annex, which says so in words', async () => {
    const id = await draft();
    const [first, second, third] = [await attach(id, 'a.pdf'), await attach(id, 'b.pdf'), await attach(id, 'c.pdf')];
    const call = must(await publish(officer, id));
    await beginAnnex(id);
    await attach(id, 'a2.pdf', { replaces: first.id });
    await officer.del(`${callFilesAt(id)}/${second.id}`);
    must(await officer.patch(`${callFilesAt(id)}/${third.id}`, { about: 'Mapa' }));
    await attach(id, 'd.png');
    const published = must(await annex(id));
    const { attachments, editions } = await shown(call);
    expect(names(attachments)).toEqual(['a2.pdf', 'c.pdf', 'd.png']);
    expect(attachments[0]?.replaces).toBe(first.id);
    expect(editions[1]?.differences.map(({ section, label }) => [section, label])).toEqual([
      ['attachments', 'Załączniki: zastąpiono plik „a.pdf”'],
      ['attachments', 'Załączniki: opis pliku „c.pdf”'],
      ['attachments', 'Załączniki: dodano plik „d.png”'],
      ['attachments', 'Załączniki: wycofano plik „b.pdf”'],
    ]);
    expect(editions[1]?.differences[0]?.before).toContain(first.sha256);
    // What earlier editions had is there as long as they are.
    expect(names(editions[0]?.attachments ?? [])).toEqual(['a.pdf', 'b.pdf', 'c.pdf']);
    for (const file of editions[0]?.attachments ?? []) expect((await saved(file)).status).toBe(200);
    expect(published.attachments.every((file) => !('path' in file))).toBe(true);
  });

  it('are again those in force when an annex is given up', async () => {
    const id = await draft();
    const [first, second] = [await attach(id, 'a.pdf', { about: 'Wzór' }), await attach(id, 'b.pdf')];
    const call = must(await publish(officer, id));
    await beginAnnex(id);
    await attach(id, 'c.pdf', { replaces: first.id });
    must(await officer.patch(`${callFilesAt(id)}/${second.id}`, { about: 'Inny', place: 0 }));
    must(await officer.del<CallResponse>(`${root}/${id}/annex`));
    expect((await beginAnnex(id)).attachments).toEqual([first, second]);
    expect(names((await shown(call)).attachments)).toEqual(['a.pdf', 'b.pdf']);
  });

  it('stay as they are through an extension and an annulment, whatever an annex was about to change', async () => {
    const id = await draft();
    const first = await attach(id, 'a.pdf');
    const call = must(await publish(officer, id));
    await beginAnnex(id);
    await officer.del(`${callFilesAt(id)}/${first.id}`);
    const deadlineAt = new Date(Date.parse(call.deadlineAt ?? '') + 86_400_000).toISOString();
    const reason = 'Przerwa w działaniu portalu.';
    must(await officer.post(`${root}/${id}/extension`, { id: randomUUID(), deadlineAt, reason }));
    must(await officer.post(`${root}/${id}/annulment`, { id: randomUUID(), reason }));
    const { editions, attachments, phase } = await shown(call);
    expect(phase).toBe('ANNULLED');
    expect(editions.map((edition) => names(edition.attachments))).toEqual([['a.pdf'], ['a.pdf'], ['a.pdf']]);
    expect(editions.flatMap(({ differences }) => differences.map(({ section }) => section))).toEqual(['deadline']);
    expect((await saved(attachments[0] as PublishedFile)).status).toBe(200);
    expect(must(await officer.get<CallResponse>(`${root}/${id}`)).attachments).toEqual([first]);
  });

  it('are copied with the call: the same contents, as files of its own', async () => {
    const id = await draft();
    const files = [await attach(id, 'a.pdf', { about: 'Wzór' }), await attach(id, 'b.png')];
    const call = must(await publish(officer, id));
    await beginAnnex(id);
    await attach(id, 'c.pdf');
    const copyBy = async (who: Caller, teryt: string) => {
      const body = { id: randomUUID(), teryt, title: 'Następny nabór', copyOf: id };
      return must(await who.post<CallResponse>(root, body)).attachments;
    };
    const copy = await copyBy(officer, '2264011');
    expect(names(copy)).toEqual(['a.pdf', 'b.png', 'c.pdf']);
    expect(copy.slice(0, 2)).toMatchObject(files.map(({ sha256, about, size }) => ({ sha256, about, size })));
    expect(copy.some((file) => files.some((from) => from.id === file.id))).toBe(false);
    // Who does not work on it copies what was published of it.
    const neighbour = await portal.as({ role: 'COUNTY_OPERATOR', teryt: '2262' });
    expect(names(await copyBy(neighbour, '2262011'))).toEqual(['a.pdf', 'b.png']);
    expect(names((await shown(call)).attachments)).toEqual(['a.pdf', 'b.png']);
  });

  describe('in the database alone', () => {
    const run = (work: Promise<unknown>) =>
      work.then(
        () => null,
        (error: unknown) => sqlStateOf(error),
      );
    const asOfficer = (): DoorUser => ({
      personId: officer.personId,
      actingFor: null,
      actingBody: bodyOf('COUNTY_OPERATOR'),
    });

    it('S-39: the public’s role sees files of editions only, and not who added them', async () => {
      const door = portal.app.get(Door);
      const id = await draft();
      const stored = await attach(id, 'mapa.pdf');
      const seen = () =>
        door.open((manager) => manager.query<unknown[]>('select id from call_attachment where id = $1', [stored.id]));
      expect(await seen()).toEqual([]);
      must(await publish(officer, id));
      expect(await seen()).toEqual([{ id: stored.id }]);
      for (const column of ['about', 'added_by', 'state'])
        expect(await run(door.open((manager) => manager.query(`select ${column} from call_attachment`)))).toBe('42501');
    });

    it('S-39: who does not work on the call neither sees nor changes a file, and nobody does after its publication', async () => {
      const door = portal.app.get(Door);
      const id = await draft();
      const stored = await attach(id, 'mapa.pdf');
      const neighbour = await portal.as({ role: 'COUNTY_OPERATOR', teryt: '2262' });
      const change = async ({ personId }: Caller): Promise<number> => {
        const [, changed] = await door.write({ ...asOfficer(), personId }, (manager) =>
          manager.query<[unknown, number]>('update call_attachment set about = about where id = $1', [stored.id]),
        );
        return changed;
      };
      expect([await change(officer), await change(neighbour)]).toEqual([1, 0]);
      const sees = ({ personId }: Caller) =>
        door.read({ ...asOfficer(), personId }, (manager) =>
          manager.query<unknown[]>('select id from call_attachment where id = $1', [stored.id]),
        );
      expect([(await sees(officer)).length, (await sees(neighbour)).length]).toEqual([1, 0]);
      const added = door.write({ ...asOfficer(), personId: neighbour.personId }, (manager) =>
        manager.query(
          `insert into call_attachment (id, call_id, name, place, size, added_by)
           values (gen_random_uuid(), $1, 'a.pdf', 0, 9, $2)`,
          [id, neighbour.personId],
        ),
      );
      expect(await run(added)).toBe('42501');
      must(await publish(officer, id));
      expect(await change(officer)).toBe(0);
    });

    it('an edition that names other files than its text is refused, and what was published does not change', async () => {
      const { dataSource } = portal;
      const id = await draft();
      const stored = await attach(id, 'mapa.pdf');
      must(await publish(officer, id));
      await beginAnnex(id);
      const text = '{"attachments":[]}';
      const insert = (attachments: string) =>
        dataSource.query(
          `insert into call_edition (call_id, no, kind, contents, sha256, differences, reason, published_at,
             published_by, request_id, attachments)
           values ($1, 2, 'ANNEX', $2, $3, '[]', 'Powód.', now(), $4, gen_random_uuid(), $5)`,
          [id, text, sha256Of(Buffer.from(text)), officer.personId, attachments],
        );
      expect(await run(insert('[{"id":"a"}]'))).toBe('23514');
      for (const change of ['published_in = null', `sha256 = repeat('0', 64)`, `name = 'inna.pdf'`])
        expect(await run(dataSource.query(`update call_attachment set ${change} where id = $1`, [stored.id]))).toBe(
          '23001',
        );
      expect(await run(dataSource.query('delete from call_attachment where id = $1', [stored.id]))).toBe('23001');
    });
  });

  describe('and the chores', () => {
    const worker = <T>(work: Parameters<Door['worker']>[0]) => portal.app.get(Door).worker(work) as Promise<T>;
    const collect = () => worker((manager) => collectFiles(manager, portal.app.get(FileStore)));
    const isStored = (sha256: string) => portal.app.get(FileStore).has(sha256);
    const age = ({ sha256 }: CallFile) =>
      utimes(join(folder, 'stored', sha256.slice(0, 2), sha256), new Date(0), new Date(0));

    it('never collect what hangs on a call or was ever published, and clear the rest after its time', async () => {
      const { dataSource } = portal;
      const id = await draft();
      const [kept, withdrawn] = [await attach(id, 'zostaje.pdf'), await attach(id, 'wycofany.pdf')];
      must(await publish(officer, id));
      await beginAnnex(id);
      await officer.del(`${callFilesAt(id)}/${withdrawn.id}`);
      must(await annex(id));
      const other = await draft();
      const [fresh, gone] = [await attach(other, 'usunięty.pdf'), await attach(other, 'dawny.pdf')];
      const empty = must(await announceCallFile(officer, other, { size: 9 }));
      for (const file of [fresh, gone]) await officer.del(`${callFilesAt(other)}/${file.id}`);
      await officer.del(`${callFilesAt(other)}/${empty.id}`);
      const long = `update call_attachment set removed_at = now() - interval '31 days' where id = any($1)`;
      await dataSource.query(long, [[withdrawn.id, gone.id, empty.id]]);
      await Promise.all([kept, withdrawn, fresh, gone].map(age));
      expect(await collect()).toMatchObject({ faulty: 0, places: 1, files: 1 });
      expect(await Promise.all([kept, withdrawn, fresh, gone].map(({ sha256 }) => isStored(sha256)))).toEqual([
        ...[true, true, true, false],
      ]);
    });

    it('prove each of them once in a round, and tell one that went', async () => {
      const id = await draft();
      const stored = await attach(id, 'sprawdzany.pdf');
      must(await publish(officer, id));
      const day = parseInt(stored.sha256.charAt(0), 16);
      const prove = () =>
        worker<{ faulty: number; files: number }>((manager) => proveFiles(manager, portal.app.get(FileStore), day));
      const whole = await prove();
      expect([whole.faulty, whole.files > 0]).toEqual([0, true]);
      await rm(join(folder, 'stored', stored.sha256.slice(0, 2), stored.sha256));
      expect(await prove()).toEqual({ ...whole, faulty: 1 });
    });
  });

  it('are as many questions to the database as without them', async () => {
    const [bare, rich] = [await draft(), await draft()];
    for (const name of ['a.pdf', 'b.pdf', 'c.pdf']) await attach(rich, name);
    const [without, with_] = [must(await publish(officer, bare)), must(await publish(officer, rich))];
    const cost = ({ slug }: CallResponse) =>
      portal.countQueries(() => portal.stranger.get(`/api/v1/public/calls/${slug}`));
    expect(await cost(with_)).toBe(await cost(without));
  });
});
