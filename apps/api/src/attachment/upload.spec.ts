import { randomInt, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { readdir, readlink, rm, utimes, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Problem } from '@zit/contracts';
import { attachmentWords as words } from '@zit/words.pl/attachments';
import { announce, attach, attachedWorld, send, sha256Of, type AttachedWorld } from '../../test/attached';
import { docx, jpeg, pdf, zip } from '../../test/attachments';
import { refusal, type Answer } from '../../test/portal';
import { must } from '../../test/sopot';
import { Door } from '../database/door';
import { FileStore } from '../files/file-store';
import { collectFiles } from './collect-files';
import { proveFiles } from './prove-files';

const detail = (answer: Answer<unknown>): string => (answer.body as Problem).detail;
const DESCRIPTORS = process.platform === 'linux' ? '/proc/self/fd' : '/dev/fd';

describe('bytes of attached files', () => {
  let world: AttachedWorld;
  beforeAll(async () => {
    world = await attachedWorld();
  });
  beforeEach(async () => {
    await world.portal.dataSource.query(
      `update offer_attachment set state = 'REMOVED', removed_at = now() where state <> 'REMOVED'`,
    );
  });
  afterAll(() => world.stop());

  const incoming = () => readdir(join(world.folder, 'incoming'));
  const stored = async (): Promise<string[]> => {
    const shelves = await readdir(join(world.folder, 'stored')).catch(() => []);
    return (await Promise.all(shelves.map((shelf) => readdir(join(world.folder, 'stored', shelf))))).flat().sort();
  };
  const stateOf = async (id: string) =>
    (
      await world.portal.dataSource.query<{ state: string }[]>('select state from offer_attachment where id = $1', [id])
    )[0]?.state;
  const place = async (size: number, name = 'statut.pdf') =>
    must(await announce(world, world.partner, world.takesPart, { size, name })).id;
  /** Waits until something holds; the test's own time is the only bound. */
  const until = async (holds: () => Promise<boolean>): Promise<void> => {
    while (!(await holds())) await pause(20);
  };
  const openInFolder = async (): Promise<number> => {
    const targets = (await readdir(DESCRIPTORS)).map((fd) => readlink(join(DESCRIPTORS, fd)).catch(() => ''));
    return (await Promise.all(targets)).filter((target) => target.startsWith(world.folder)).length;
  };

  it.each([
    ['a page', Buffer.from('<!doctype html><script>alert(1)</script>'), 'a.pdf', words.content.unknown(null)],
    ['a picture under another name', jpeg(), 'a.pdf', words.content.otherThanName('pdf', 'jpeg')],
    ['a polyglot', Buffer.concat([pdf(), zip({ a: new Uint8Array(9) })]), 'a.pdf', words.content.glued('pdf')],
    ['a bomb', docx({ 'word/a.xml': new Uint8Array(4_000_000) }), 'a.docx', words.content.bomb],
    ['macros', docx({ 'word/vbaProject.bin': new Uint8Array(9) }), 'a.docx', words.content.macros],
  ])('S-20, S-22: %s is refused with the way out, and nothing of it stays', async (_, bytes, name, sentence) => {
    const before = await stored();
    const id = await place(bytes.length, name);
    const answer = await send<Problem>(world, world.partner, id, bytes);
    expect([refusal(answer), detail(answer)]).toEqual([{ status: 422, code: 'FILE_REFUSED' }, sentence]);
    expect([await incoming(), await stored(), await stateOf(id)]).toEqual([[], before, 'ANNOUNCED']);
  });

  it('R-18: fewer or more bytes than announced are refused, however they are sent', async () => {
    const { partner } = world;
    const before = await stored();
    const id = await place(100);
    const stream = (size: number) => new Blob([new Uint8Array(size)]).stream();
    const answers = [
      await send<Problem>(world, partner, id, Buffer.alloc(99)),
      await send<Problem>(world, partner, id, Buffer.alloc(101)),
      await send<Problem>(world, partner, id, stream(99)),
      await send<Problem>(world, partner, id, stream(300_000)),
    ];
    expect(answers.map(({ status }) => status)).toEqual([422, 422, 422, 422]);
    expect(detail(answers[2] as Answer<Problem>)).toBe(words.otherSize(100, 99));
    expect([await incoming(), await stored(), await stateOf(id)]).toEqual([[], before, 'ANNOUNCED']);
  });

  it('R-18: a head that promises two gigabytes is answered before a byte of them is read', async () => {
    const id = await place(100);
    const text = await raw(id, 2_147_483_648, Buffer.alloc(1_000), { wait: true });
    expect(text).toMatch(/^HTTP\/1\.1 413 [^]*"code":"TOO_LARGE"/);
    expect(await incoming()).toEqual([]);
  });

  it('R-18: two hundred that break off at some byte leave no file, no row and no descriptor', async () => {
    const bytes = Buffer.concat([pdf(), Buffer.alloc(200_000, 32)]);
    const ids = await Promise.all(Array.from({ length: 4 }, () => place(bytes.length)));
    const before = await stored();
    for (let round = 0; round < 50; round++)
      await Promise.all(ids.map((id) => raw(id, bytes.length, bytes.subarray(0, randomInt(bytes.length)))));
    await until(async () => (await incoming()).length === 0 && (await openInFolder()) === 0);
    expect(await stored()).toEqual(before);
    expect(await Promise.all(ids.map(stateOf))).toEqual(ids.map(() => 'ANNOUNCED'));
    // And the places are still good for the retry with the same id.
    await until(async () => (await send(world, world.partner, ids[0] ?? '', bytes)).status === 200);
  });

  it('R-18: downloads that break off leave no descriptor', async () => {
    const bytes = Buffer.concat([pdf(), Buffer.alloc(2_000_000, 32)]);
    const { id } = await attach(world, world.partner, world.takesPart, bytes);
    for (let round = 0; round < 20; round++) {
      const stop = new AbortController();
      const answer = await fetch(`${world.portal.url}${world.root}/${id}/file`, {
        headers: { Cookie: `zit=${world.partner.token}` },
        signal: stop.signal,
      });
      expect(answer.status).toBe(200);
      stop.abort();
    }
    await until(async () => (await openInFolder()) === 0);
  });

  it('the same file twice at once: one is told to wait, and one arrives', async () => {
    const bytes = Buffer.concat([pdf(), Buffer.alloc(500_000, 32)]);
    const id = await place(bytes.length);
    const answers = await Promise.all([1, 2, 3].map(() => send<Problem>(world, world.partner, id, bytes)));
    expect(answers.filter(({ status }) => status === 200).length).toBeGreaterThanOrEqual(1);
    expect(answers.every(({ status }) => status === 200 || status === 409)).toBe(true);
    expect(await stateOf(id)).toBe('STORED');
  });

  it('S-13, S-23: come from the portal’s own pages, as bytes and nothing else', async () => {
    const id = await place(pdf().length);
    const put = (headers: Record<string, string>) =>
      fetch(`${world.portal.url}${world.root}/${id}`, {
        method: 'PUT',
        headers: { Cookie: `zit=${world.partner.token}`, ...headers },
        body: new Uint8Array(pdf()),
      });
    const bytes = { 'Content-Type': 'application/octet-stream' };
    expect((await put({ ...bytes, 'Sec-Fetch-Site': 'cross-site' })).status).toBe(403);
    for (const type of ['application/pdf', 'text/plain', 'multipart/form-data; boundary=x', 'application/json'])
      expect((await put({ 'Content-Type': type, 'Sec-Fetch-Site': 'same-origin' })).status).toBe(415);
    const elsewhere = await fetch(`${world.portal.url}/api/v1/organisations`, {
      method: 'POST',
      headers: { ...bytes, 'Sec-Fetch-Site': 'same-origin', Cookie: `zit=${world.partner.token}` },
      body: new Uint8Array(pdf()),
    });
    expect(elsewhere.status).toBe(415);
  });

  it('R-07: a store that is full or away is told, and nothing is half there', async () => {
    const id = await place(pdf().length);
    const store = world.portal.app.get(FileStore);
    const room = jest.spyOn(store, 'requireRoom').mockRejectedValueOnce(new (await faults()).StoreFull());
    expect(refusal(await send(world, world.partner, id, pdf()))).toEqual({ status: 507, code: 'NO_SPACE' });
    room.mockRejectedValueOnce(new (await faults()).StoreDown());
    expect(refusal(await send(world, world.partner, id, pdf()))).toEqual({ status: 503, code: 'BUSY' });
    room.mockRestore();
    expect([await incoming(), await stateOf(id)]).toEqual([[], 'ANNOUNCED']);
    must(await send(world, world.partner, id, pdf()));
  });

  describe('what nobody needs', () => {
    const collect = () =>
      world.portal.app.get(Door).worker((manager) => collectFiles(manager, world.portal.app.get(FileStore)));
    const age = async (sha256: string) =>
      utimes(join(world.folder, 'stored', sha256.slice(0, 2), sha256), new Date(0), new Date(0));
    const remove = (id: string, days: number) =>
      world.portal.dataSource.query(
        `update offer_attachment set state = 'REMOVED', removed_at = now() - $2 * interval '1 day' where id = $1`,
        [id, days],
      );

    it('goes after its time: places that stayed empty, half-sent bytes, contents that nothing names', async () => {
      const { portal, partner, takesPart, folder } = world;
      const [hangs, removed, gone] = ['a', 'b', 'c'].map((text) => pdf(`do zebrania ${text}`));
      const attached = await Promise.all(
        [hangs, removed, gone].map((bytes) => attach(world, partner, takesPart, bytes ?? Buffer.alloc(0))),
      );
      await Promise.all(attached.map(({ sha256 }) => age(sha256)));
      await remove(attached[1]?.id ?? '', 29);
      await remove(attached[2]?.id ?? '', 31);
      const empty = await place(100);
      const fresh = await place(100);
      await portal.dataSource.query(`alter table offer_attachment disable trigger offer_attachment_goes_on`);
      await portal.dataSource.query(
        `update offer_attachment set added_at = now() - interval '25 hours' where id = $1`,
        [empty],
      );
      await portal.dataSource.query(`alter table offer_attachment enable trigger offer_attachment_goes_on`);
      await writeFile(join(folder, 'incoming', 'a.part'), 'pół');
      await utimes(join(folder, 'incoming', 'a.part'), new Date(0), new Date(0));

      expect(await collect()).toMatchObject({ faulty: 0, places: 1, waiting: 1, files: 1 });
      expect(await stored()).toEqual(expect.arrayContaining(attached.slice(0, 2).map(({ sha256 }) => sha256)));
      expect(await stored()).not.toContain(attached[2]?.sha256);
      expect([await stateOf(empty), await stateOf(fresh)]).toEqual([undefined, 'ANNOUNCED']);
      expect((await partner.get(`${world.root}/${attached[0]?.id}/file`)).status).toBe(200);
    });

    it('is never a file of an offer that was handed in, even when it was removed afterwards', async () => {
      const { portal, partner, takesPart, offerId } = world;
      const attached = await attach(world, partner, takesPart, pdf('złożony'));
      await age(attached.sha256);
      for (const state of ['SUBMITTED', 'AMENDING'])
        await portal.dataSource.query('update offer set state = $2 where id = $1', [offerId, state]);
      await remove(attached.id, 400);
      await collect();
      expect(await stored()).toContain(attached.sha256);
      await portal.dataSource.query(`update offer set state = 'WITHDRAWN' where id = $1`, [offerId]);
      await collect();
      expect(await stored()).toContain(attached.sha256);
    });

    it('had its bytes once: then the row stays, whoever asks', async () => {
      const { id } = await attach(world, world.partner, world.takesPart, pdf('zostaje'));
      await remove(id, 400);
      const door = world.portal.app.get(Door);
      await expect(
        door.worker((manager) => manager.query('delete from offer_attachment where id = $1', [id])),
      ).rejects.toThrow('it stays');
    });
  });

  it('are read again from time to time: a file that is gone or changed is reported', async () => {
    const { sha256 } = await attach(world, world.partner, world.takesPart, pdf(`dowód ${randomUUID()}`));
    const path = join(world.folder, 'stored', sha256.slice(0, 2), sha256);
    const day = Number.parseInt(sha256.slice(0, 1), 16);
    const prove = (today: number) =>
      world.portal.app.get(Door).worker((manager) => proveFiles(manager, world.portal.app.get(FileStore), today));
    expect((await prove(day)).faulty).toBe(0);
    await writeFile(path, 'podmieniony');
    expect((await prove(day)).faulty).toBe(1);
    await rm(path);
    expect((await prove(day)).faulty).toBe(1);
    expect((await prove(day + 1)).faulty).toBe(0);
  });

  it('S-25: a row that names a file which is gone answers 404 with a sentence, and no path', async () => {
    const { id, sha256 } = await attach(world, world.partner, world.takesPart, pdf('zginie'));
    expect(sha256).toBe(sha256Of(pdf('zginie')));
    await rm(join(world.folder, 'stored', sha256.slice(0, 2), sha256));
    const answer = await world.partner.get<Problem>(`${world.root}/${id}/file`);
    expect([answer.status, answer.body.detail]).toEqual([404, words.lost]);
  });

  const faults = () => import('../files/store-faults');

  /** Sends a head and some bytes by hand; then hangs up, or waits for the answer. */
  async function raw(id: string, length: number, bytes: Buffer, { wait = false } = {}): Promise<string> {
    const socket = connect(Number(new URL(world.portal.url).port), '127.0.0.1');
    socket.on('error', () => socket.destroy());
    await once(socket, 'connect');
    socket.write(
      `PUT ${world.root}/${id} HTTP/1.1\r\nHost: x\r\nSec-Fetch-Site: same-origin\r\nCookie: zit=${world.partner.token}\r\n` +
        `Content-Type: application/octet-stream\r\nContent-Length: ${length}\r\n\r\n`,
    );
    await new Promise<void>((written) => void socket.write(bytes, () => written()));
    const answer = wait ? String((await once(socket, 'data'))[0]) : '';
    socket.destroy();
    return answer;
  }
});
