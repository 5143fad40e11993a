import { randomUUID } from 'node:crypto';
import type { AnnouncedAttachment, OfferAttachment, OfferResponse, Problem } from '@zit/contracts';
import { attachmentWords as words } from '@zit/words.pl/attachments';
import { announce, attach, attachedWorld, send, sha256Of, type AttachedWorld } from '../../test/attached';
import { docx, pdf, png } from '../../test/attachments';
import { refusal, type Answer } from '../../test/portal';
import { must } from '../../test/sopot';

const detail = (answer: Answer<unknown>): string => (answer.body as Problem).detail;

describe('files that hang on an offer', () => {
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
  const acts = async () =>
    (
      await world.portal.dataSource.query<{ act: string }[]>(
        `select act from journal where subject_kind = 'offer' and act like '%ATTACHMENT' order by seq`,
      )
    ).map(({ act }) => act);
  const listed = async () => must(await world.leader.get<OfferResponse>(`/api/v1/offers/${world.offerId}`)).attachments;

  it('are announced, sent, shown to all members with their SHA-256, and leave as they came', async () => {
    const { partner, leader, takesPart, root } = world;
    const bytes = pdf('Statut fundacji');
    const place = must(await announce(world, partner, takesPart, { size: bytes.length, name: 'Statut (żółty).pdf' }));
    expect(place.stored).toBeNull();
    expect(await listed()).toEqual([]);
    const stored = must(await send(world, partner, place.id, bytes));
    expect(stored).toMatchObject({
      ...{ id: place.id, member: takesPart, name: 'Statut (żółty).pdf', about: 'Statut' },
      ...{ mediaType: 'application/pdf', size: bytes.length, sha256: sha256Of(bytes) },
    });
    expect(await listed()).toEqual([stored]);

    const answer = await fetch(`${world.portal.url}${root}/${place.id}/file`, {
      headers: { Cookie: `zit=${leader.token}` },
    });
    expect(Buffer.from(await answer.arrayBuffer())).toEqual(bytes);
    expect(await acts()).toContain('ADD_ATTACHMENT');
  });

  it('S-25, S-26: are only saved, never shown: whatever runs in them runs nowhere here', async () => {
    const name = "Umowa „A” (1)'; x=y.pdf";
    const { id } = await attach(world, world.partner, world.takesPart, pdf(), { name });
    const answer = await world.partner.get(`${world.root}/${id}/file`);
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'content-type': 'application/pdf',
      'content-length': String(pdf().length),
      'content-security-policy': "sandbox; default-src 'none'; frame-ancestors 'none'",
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
      'cross-origin-resource-policy': 'same-origin',
    });
    const disposition = answer.headers.get('content-disposition') ?? '';
    expect(disposition).toMatch(/^attachment; filename="[a-z0-9-]+\.pdf"; filename\*=UTF-8''[A-Za-z0-9.%_~-]+$/);
    expect(decodeURIComponent(disposition.split("''")[1] ?? '')).toBe(name);
  });

  it('R-18: the same bytes twice are two entries and one content', async () => {
    const bytes = png();
    const first = await attach(world, world.partner, world.takesPart, bytes, { name: 'a.png' });
    const second = await attach(world, world.leader, world.leads, bytes, { name: 'b.png' });
    expect(first.sha256).toBe(second.sha256);
    expect((await listed()).map(({ name }) => name)).toEqual(['a.png', 'b.png']);
  });

  it('R-10: a repeated request finds the same place, and the same file', async () => {
    const { partner, takesPart } = world;
    const bytes = docx();
    const given = { id: randomUUID(), size: bytes.length, name: 'pismo.docx' };
    must(await announce(world, partner, takesPart, given));
    must(await announce(world, partner, takesPart, given));
    const stored = must(await send(world, partner, given.id, bytes));
    expect(must(await announce(world, partner, takesPart, given))).toEqual({ id: given.id, stored });
    expect(must(await send(world, partner, given.id, bytes))).toEqual(stored);
    const other = Buffer.from(bytes);
    other.writeUInt8(0, 40);
    expect(refusal(await send(world, partner, given.id, other))).toEqual({ status: 409, code: 'DUPLICATE' });
    expect(refusal(await announce(world, partner, takesPart, { ...given, name: 'inne.docx' })).status).toBe(409);
    expect(await listed()).toEqual([stored]);
  });

  it('are removed by a mark and come back as they were', async () => {
    const { partner, takesPart, root } = world;
    const stored = await attach(world, partner, takesPart, pdf());
    expect((await partner.del(`${root}/${stored.id}`)).status).toBe(204);
    expect((await partner.del(`${root}/${stored.id}`)).status).toBe(204);
    expect(await listed()).toEqual([]);
    expect((await partner.get(`${root}/${stored.id}/file`)).status).toBe(404);
    const { name, size, about } = stored;
    const back = must(await announce(world, partner, takesPart, { id: stored.id, name, size, about }));
    expect(back).toEqual<AnnouncedAttachment>({ id: stored.id, stored });
    expect(await listed()).toEqual([stored]);
    expect((await acts()).slice(-3)).toEqual(['ADD_ATTACHMENT', 'REMOVE_ATTACHMENT', 'RESTORE_ATTACHMENT']);
  });

  it('that were given up on the way are announced again under the same id', async () => {
    const { partner, takesPart, root } = world;
    const given = { id: randomUUID(), size: pdf().length };
    must(await announce(world, partner, takesPart, given));
    expect((await partner.del(`${root}/${given.id}`)).status).toBe(204);
    expect((await send(world, partner, given.id, pdf())).status).toBe(404);
    expect(must(await announce(world, partner, takesPart, given)).stored).toBeNull();
    must(await send(world, partner, given.id, pdf()));
  });

  it('are described anew', async () => {
    const stored = await attach(world, world.partner, world.takesPart, pdf());
    const answer = await world.partner.patch<OfferAttachment>(`${world.root}/${stored.id}`, {
      about: 'Statut z 2014 r.',
    });
    expect(must(answer)).toEqual({ ...stored, about: 'Statut z 2014 r.' });
    expect((await acts()).at(-1)).toBe('CHANGE_ATTACHMENT');
  });

  describe('each member its own', () => {
    it('others, the leader among them, are told whose they are', async () => {
      const { leader, partner, takesPart, leads, root } = world;
      const stored = await attach(world, partner, takesPart, pdf());
      const answers = [
        await announce(world, leader, takesPart, { size: 1 }),
        await leader.patch(`${root}/${stored.id}`, { about: 'inny' }),
        await leader.del(`${root}/${stored.id}`),
        await send(world, leader, stored.id, pdf()),
        await announce(world, partner, leads, { size: 1 }),
      ];
      for (const answer of answers) {
        expect(refusal(answer)).toEqual({ status: 403, code: 'FORBIDDEN' });
        expect(detail(answer)).toMatch(/^Pliki dodaje i usuwa ich właściciel \(.+\) albo/);
      }
      expect((await listed()).map(({ about }) => about)).toEqual(['Statut']);
    });

    it('but who was lent its part writes them as well', async () => {
      const { leader, takesPart, leads, offerId, portal } = world;
      await portal.dataSource.query('insert into offer_loan (offer_id, part, member_id) values ($1, $2, $3)', [
        offerId,
        takesPart,
        leads,
      ]);
      const stored = await attach(world, leader, takesPart, pdf());
      expect(stored.member).toBe(takesPart);
      await portal.dataSource.query('delete from offer_loan where offer_id = $1', [offerId]);
      expect((await leader.del(`${world.root}/${stored.id}`)).status).toBe(403);
    });

    it('who only reads the offer reads its files', async () => {
      const { portal, sopot, root } = world;
      const stored = await attach(world, world.partner, world.takesPart, pdf());
      const signer = await portal.as({ role: 'SIGNER', organisationId: sopot.organisations['M1'] });
      expect((await signer.get(`${root}/${stored.id}/file`)).status).toBe(200);
      expect((await signer.del(`${root}/${stored.id}`)).status).toBe(403);
    });

    it('of somebody who is no member: there is no such file', async () => {
      const { portal, sopot, root } = world;
      const stored = await attach(world, world.partner, world.takesPart, pdf());
      const other = must(
        await sopot.administrator.post<{ id: string }>('/api/v1/organisations', { name: 'Obca', sector: 'NGO' }),
      );
      for (const stranger of [
        sopot.administrator,
        await portal.as({ role: 'COORDINATOR', organisationId: other.id }),
        await portal.as({ role: 'COUNTY_OPERATOR', teryt: '2264' }),
      ]) {
        expect((await stranger.get(`${root}/${stored.id}/file`)).status).toBe(404);
        expect((await stranger.del(`${root}/${stored.id}`)).status).toBe(404);
        expect((await announce(world, stranger, world.takesPart, { size: 1 })).status).toBe(404);
      }
      expect((await portal.stranger.get(`${root}/${stored.id}/file`)).status).toBe(401);
    });
  });

  describe('bounds that are told beforehand', () => {
    it('a name that ends otherwise, has a folder, or a misleading sign', async () => {
      const { partner, takesPart } = world;
      const named = (name: string) => announce(world, partner, takesPart, { name, size: 1 });
      expect([refusal(await named('umowa.exe')), detail(await named('umowa.svg'))]).toEqual([
        { status: 422, code: 'FILE_REFUSED' },
        words.announce.EXTENSION,
      ]);
      expect(refusal(await named('../umowa.pdf'))).toEqual({ status: 400, code: 'VALIDATION' });
      expect(refusal(await named('umowa\u202efdp.pdf'))).toEqual({ status: 400, code: 'VALIDATION' });
    });

    it('twenty files, also when the last ones are announced at once', async () => {
      const { partner, takesPart } = world;
      const some = () => announce(world, partner, takesPart, { size: 1 });
      for (let number = 0; number < 17; number++) must(await some());
      const answers = await Promise.all(Array.from({ length: 6 }, some));
      expect(answers.filter(({ status }) => status === 201)).toHaveLength(3);
      const refused = answers.find(({ status }) => status !== 201);
      expect(refused && [refusal(refused), detail(refused)]).toEqual([
        { status: 422, code: 'FILE_REFUSED' },
        words.announce.MANY,
      ]);
    });

    it('a hundred megabytes together, 25 for one', async () => {
      const { partner, takesPart } = world;
      const sized = (size: number) => announce(world, partner, takesPart, { size });
      for (let number = 0; number < 3; number++) must(await sized(25_000_000));
      must(await sized(24_999_990));
      const refused = await sized(11);
      expect([refusal(refused), detail(refused)]).toEqual([
        { status: 413, code: 'TOO_LARGE' },
        words.announce.TOGETHER,
      ]);
      must(await sized(10));
      expect((await sized(25_000_001)).status).toBe(400);
    });

    it('what was announced and never sent stops nobody after twenty minutes, and comes late if there is room', async () => {
      const { partner, takesPart, portal, offerId } = world;
      const bytes = pdf('spóźniony');
      const late = must(await announce(world, partner, takesPart, { size: bytes.length }));
      await portal.dataSource.query(`alter table offer_attachment disable trigger offer_attachment_goes_on`);
      await portal.dataSource.query(
        `update offer_attachment set added_at = now() - interval '21 minutes' where offer_id = $1`,
        [offerId],
      );
      await portal.dataSource.query(`alter table offer_attachment enable trigger offer_attachment_goes_on`);
      const full = [];
      for (let number = 0; number < 4; number++)
        full.push(must(await announce(world, partner, takesPart, { size: 25_000_000 })));
      const refused = await send(world, partner, late.id, bytes);
      expect([refusal(refused), detail(refused)]).toEqual([
        { status: 413, code: 'TOO_LARGE' },
        words.announce.TOGETHER,
      ]);
      expect((await partner.del(`${world.root}/${full[0]?.id}`)).status).toBe(204);
      must(await send(world, partner, late.id, bytes));
    });
  });

  it('a closed offer takes, gives away and changes none', async () => {
    const { partner, takesPart, root, portal, offerId } = world;
    const stored = await attach(world, partner, takesPart, pdf());
    const waiting = must(await announce(world, partner, takesPart, { size: pdf().length }));
    await portal.dataSource.query(`update offer set state = 'SUBMITTED' where id = $1`, [offerId]);
    expect((await announce(world, partner, takesPart, { size: 1 })).status).toBe(403);
    expect((await send(world, partner, waiting.id, pdf())).status).toBe(403);
    expect((await partner.patch(`${root}/${stored.id}`, { about: 'inny' })).status).toBe(403);
    expect((await partner.del(`${root}/${stored.id}`)).status).toBe(403);
    expect((await partner.get(`${root}/${stored.id}/file`)).status).toBe(200);
    await portal.dataSource.query(`update offer set state = 'AMENDING' where id = $1`, [offerId]);
    must(await send(world, partner, waiting.id, pdf()));
  });
});
