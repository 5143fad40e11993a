import { randomUUID } from 'node:crypto';
import { mkdtemp, rename, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ReceivedOffers } from '@zit/contracts';
import { attach } from '../../test/attached';
import { pdf } from '../../test/attachments';
import { seatIn } from '../../test/commissions';
import { offering, type Offering } from '../../test/handing-in';
import { startPortal, type Caller, type TestPortal } from '../../test/portal';
import { must } from '../../test/sopot';
import { Door, type DoorUser } from '../database/door';
import { FileStore } from '../files/file-store';
import { proveFiles } from './prove-files';

describe('files of an offer that was received', () => {
  let folder: string;
  let portal: TestPortal;
  let offer: Offering;
  let root: string;
  let statute: { id: string; sha256: string };
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'zit-received-'));
    portal = await startPortal({ settings: { filesDirectory: folder } });
    offer = await offering(portal);
    root = `/api/v1/offers/${offer.offerId}/attachments`;
    statute = await attach({ portal, root }, offer.coordinator, offer.members['kompas'] ?? '', pdf('statut'));
    await offer.confirmAll();
    must(await offer.submit());
  });
  afterAll(async () => {
    await portal.stop();
    await rm(folder, { recursive: true, force: true });
  });

  const ask = (who: Caller, id: string, call = offer.callId, of = offer.offerId) =>
    who.get<string>(`/api/v1/calls/${call}/offers/${of}/attachments/${id}/file`);
  const operator = () => portal.as({ role: 'COUNTY_OPERATOR', teryt: '2264' });
  const seenBy = (who: DoorUser) =>
    portal.app.get(Door).read(who, (manager) => manager.query<unknown[]>('select id from offer_attachment'));

  it('nobody outside the consortium sees them before the deadline, the programme not excepted', async () => {
    for (const outside of [await operator(), offer.administrator]) {
      expect((await ask(outside, statute.id)).status).toBe(404);
      expect((await outside.get(`${root}/${statute.id}/file`)).status).toBe(404);
    }
    expect((await portal.stranger.get(`${root}/${statute.id}/file`)).status).toBe(401);
  });

  it('the second wall holds alone: in the database a foreign hat finds no row of them', async () => {
    const { personId } = offer.administrator;
    expect(await seenBy({ personId, actingFor: null, actingBody: 'PROGRAMME' })).toEqual([]);
    const own = {
      personId: offer.coordinator.personId,
      actingFor: offer.organisations['kompas'] ?? '',
      actingBody: null,
    };
    expect(await seenBy(own)).toEqual([{ id: statute.id }]);
  });

  it('afterwards who works on the call reads exactly what was handed in, whatever hangs there by now', async () => {
    must(await offer.coordinator.post(`/api/v1/offers/${offer.offerId}/amendment`));
    expect((await offer.coordinator.del(`${root}/${statute.id}`)).status).toBe(204);
    const late = await attach({ portal, root }, offer.coordinator, offer.members['kompas'] ?? '', pdf('inny statut'));
    await offer.deadlineIn(-1_000);
    const { offers } = must(await (await operator()).get<ReceivedOffers>(`/api/v1/calls/${offer.callId}/offers`));
    expect(offers?.map(({ attachments }) => attachments.map(({ id }) => id))).toEqual([[statute.id]]);

    const chair = await portal.as({ role: 'CHAIR' });
    expect((await ask(chair, statute.id)).status).toBe(403);
    await seatIn(portal, offer.callId, chair, { office: 'CHAIR' });
    for (const inside of [await operator(), offer.administrator, chair]) {
      const answer = await ask(inside, statute.id);
      expect([answer.status, answer.body]).toEqual([200, pdf('statut').toString('latin1')]);
      expect(answer.headers.get('content-disposition')).toMatch(/^attachment; /);
      expect(answer.headers.get('content-security-policy')).toContain('sandbox');
      expect((await ask(inside, late.id)).status).toBe(404);
      expect((await inside.get(`${root}/${late.id}/file`)).status).toBe(404);
    }
  });

  it('stay proved though they were removed since; what was removed before the receipt is nobody’s loss', async () => {
    const { dataSource, app } = portal;
    const digit = Number.parseInt(statute.sha256.slice(0, 1), 16);
    const faulty = async (): Promise<number> =>
      (await app.get(Door).worker((manager) => proveFiles(manager, app.get(FileStore), digit))).faulty;
    const path = join(folder, 'stored', statute.sha256.slice(0, 2), statute.sha256);
    expect(await faulty()).toBe(0);
    await rename(path, `${path}.away`);
    expect(await faulty()).toBe(1);
    const removed = async (): Promise<Date | undefined> =>
      (
        await dataSource.query<{ at: Date }[]>('select removed_at as at from offer_attachment where id = $1', [
          statute.id,
        ])
      )[0]?.at;
    const at = await removed();
    await dataSource.query(`update offer_attachment set removed_at = $2 where id = $1`, [statute.id, new Date(0)]);
    expect(await faulty()).toBe(0);
    await dataSource.query(`update offer_attachment set removed_at = $2 where id = $1`, [statute.id, at]);
    await rename(`${path}.away`, path);
  });

  it('of another county, of another call, of no offer: there is nothing', async () => {
    const elsewhere = await portal.as({ role: 'COUNTY_OPERATOR', teryt: '2261' });
    expect((await ask(elsewhere, statute.id)).status).toBe(404);
    const inside = await operator();
    expect((await ask(inside, statute.id, randomUUID())).status).toBe(404);
    expect((await ask(inside, statute.id, offer.callId, randomUUID())).status).toBe(404);
    expect((await ask(inside, randomUUID())).status).toBe(404);
  });
});
