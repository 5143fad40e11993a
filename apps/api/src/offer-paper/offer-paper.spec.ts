import { randomUUID } from 'node:crypto';
import type { OfferFile, OfferResponse } from '@zit/contracts';
import { OFFER_FORM, beginOffer, canonicalJson, formatZloty, type OfferDocumentFacts } from '@zit/domain';
import { publishedCall } from '../../test/calls';
import { refusal, startPortal, type Caller, type TestPortal } from '../../test/portal';
import { useRenderWorker } from '../../test/render-worker';
import { formSopot, must, type Sopot } from '../../test/sopot';
import { sha256 } from '../journal/sha256';
import { digestsOf, issue, keepReceipt, newSalt } from '../submission/receipt';

jest.setTimeout(120_000);

describe('files and papers of an offer', () => {
  let portal: TestPortal;
  let sopot: Sopot;
  let cleanUp: () => void;
  let member: Caller;
  let offerId: string;
  let root: string;
  beforeAll(async () => {
    portal = await startPortal();
    cleanUp = await useRenderWorker(portal);
    sopot = await formSopot(portal);
    member = await portal.as({ role: 'EDITOR', organisationId: sopot.organisations.M2 });
    const call = await publishedCall(sopot.administrator);
    offerId = randomUUID();
    root = `/api/v1/offers/${offerId}`;
    await portal.dataSource.query(
      'insert into offer (id, call_id, consortium_id, created_by) values ($1, $2, $3, $4)',
      [offerId, call.id, sopot.id, member.personId],
    );
    await portal.dataSource.query('insert into sheet (id, form) values ($1, $2)', [offerId, OFFER_FORM.version]);
    const values = beginOffer(await sopot.read(), { periodFrom: null, periodTo: null }, randomUUID);
    const changes = Object.entries(values).map(([path, value]) => ({ path, base: 0, value }));
    await plantValues(changes);
  });
  afterAll(async () => {
    await portal.stop();
    cleanUp();
  });

  const plantValues = (changes: { path: string; value: unknown }[]) =>
    portal.dataSource.query(
      `insert into sheet_field (sheet_id, path, value, rev, changed_by, changed_at)
       select $1, x.path, x.value, 1, $3, now() from jsonb_to_recordset($2::jsonb) as x (path text, value jsonb)`,
      [offerId, JSON.stringify(changes), member.personId],
    );
  const text = async (path: string, who = member) => {
    const answer = await fetch(`${portal.url}${root}${path}`, { headers: { Cookie: `zit=${who.token}` } });
    return { status: answer.status, headers: answer.headers, body: Buffer.from(await answer.arrayBuffer()) };
  };
  /** What stands now is received, as handing in would have it. */
  const receive = async (): Promise<{ no: string; number: string }> => {
    const { document } = must(await member.get<OfferFile>(`${root}/file.json`));
    const offer = must(await member.get<OfferResponse>(root));
    const contents = canonicalJson(document);
    const [hash, salt] = [sha256(contents), newSalt()];
    await portal.dataSource.query(
      'insert into offer_content (offer_id, sha256, contents) values ($1, $2, $3) on conflict do nothing',
      [offerId, hash, contents],
    );
    const [{ no }] = await portal.dataSource.query<[{ no: number }]>(
      'select coalesce(max(no), 0) + 1 as no from offer_receipt where call_id = $1',
      [offer.call.id],
    );
    const number = `${offer.call.number}/${String(no).padStart(4, '0')}`;
    const leader = document.members[0];
    const said = {
      ...{ number, kind: 'SUBMISSION' as const, offerId, callNumber: offer.call.number, edition: 1 },
      ...{ consortium: offer.consortium, leader: leader?.name ?? '', receivedAt: new Date().toISOString() },
      ...{ deadlineAt: offer.call.deadlineAt, lateMs: 0, sha256: hash, seal: null, replaces: null },
      digests: digestsOf(document as OfferDocumentFacts, salt),
    };
    await keepReceipt(portal.dataSource.manager, {
      ...{ issued: issue(said, salt), no, callId: offer.call.id, leaderId: leader?.organisationId ?? '' },
      ...{ personId: member.personId, requestId: randomUUID(), requestSha256: hash, reason: null },
    });
    await portal.dataSource.query(
      `insert into offer_standing (offer_id, call_id, leader_id, number) values ($1, $2, $3, $4)
       on conflict (offer_id) do update set number = excluded.number`,
      [offerId, offer.call.id, leader?.organisationId, number],
    );
    return { no: String(no).padStart(4, '0'), number };
  };

  it('gives its members the file of what stands now, and nobody else', async () => {
    const answer = await member.get<OfferFile>(`${root}/file.json`);
    const file = must(answer);
    expect(file).toMatchObject({ format: 'zit-offer/1', receiptNumber: null });
    expect(file.document).toMatchObject({ form: OFFER_FORM.version, offerId });
    expect(answer.headers.get('content-disposition')).toMatch(/^attachment; filename="oferta-[\w-]+\.json"$/);
    const stranger = await portal.as({ role: 'AUDITOR' });
    for (const path of ['/file.json', '/paper.html', '/paper.pdf', '/file/0001.json', '/receipts/0001.pdf']) {
      expect(refusal(await stranger.get(root + path)).status).toBe(404);
      expect(refusal(await sopot.administrator.get(root + path)).status).toBe(404);
    }
  });

  it('prints a draft as such, with the grosze of its file; what the browser has is not rendered again', async () => {
    const { headers, body } = await text('/paper.html');
    const html = body.toString('utf8');
    expect(headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(headers.get('content-type')).toContain('text/html');
    expect(html).toContain('Oferta\u00a0– projekt');
    const { document } = must(await member.get<OfferFile>(`${root}/file.json`));
    const { lines } = (document as unknown as OfferDocumentFacts).contents.budget;
    const total = lines.reduce((sum, { amountGrosze }) => sum + (amountGrosze ?? 0), 0);
    expect(total).toBe(33_000_000);
    expect(html).toContain(`<strong>${formatZloty(total)}</strong>`);
    expect(html).toContain(`SHA-256: ${sha256(canonicalJson(document))}`);
    const tag = headers.get('etag') ?? '';
    const again = await fetch(`${portal.url}${root}/paper.html`, {
      headers: { Cookie: `zit=${member.token}`, 'If-None-Match': tag },
    });
    expect(again.status).toBe(304);
  });

  it('gives what was received for ever as it was received, with its receipt as a PDF', async () => {
    const { no, number } = await receive();
    const received = must(await member.get<OfferFile>(`${root}/file/${no}.json`));
    expect(received.receiptNumber).toBe(number);
    expect(must(await member.get<OfferFile>(`${root}/file.json`))).toEqual(received);

    const receipt = await text(`/receipts/${no}.pdf`);
    expect(receipt.headers.get('content-type')).toBe('application/pdf');
    expect(receipt.body.subarray(0, 5).toString()).toBe('%PDF-');
    const html = (await text(`/receipts/${no}.html`)).body.toString('utf8');
    expect(html).toContain(`Potwierdzenie ${number}`);
    expect((await text('/paper.html')).body.toString('utf8')).toContain(`Oferta nr\u00a0${number}`);
    expect((await text('/paper.pdf')).body.subarray(0, 5).toString()).toBe('%PDF-');

    await plantValues([{ path: 'basics.needs', value: 'Później dopisane.' }]);
    const now = must(await member.get<OfferFile>(`${root}/file.json`));
    expect(now).toMatchObject({ receiptNumber: null, salt: received.salt });
    expect(JSON.stringify(now.document)).toContain('Później dopisane.');
    expect(must(await member.get<OfferFile>(`${root}/file/${no}.json`))).toEqual(received);
    expect((await text('/paper.html')).body.toString('utf8')).toContain('Oferta\u00a0– projekt');
  });

  it.each(['9999', '0', 'x', '1;drop', '99999999999999999999'])('knows no receipt „%s”', async (no) => {
    expect(refusal(await member.get(`${root}/file/${encodeURIComponent(no)}.json`)).status).toBe(404);
    expect(refusal(await member.get(`${root}/receipts/${encodeURIComponent(no)}.pdf`)).status).toBe(404);
  });
});
