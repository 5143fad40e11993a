import { randomUUID } from 'node:crypto';
import type { FormalCard, FormalList, OfferLetters, Problem } from '@zit/contracts';
import { seatIn } from '../../test/commissions';
import { answerFormal, decideFormal, openAll, passFormal } from '../../test/formal';
import { offering, type Offering } from '../../test/handing-in';
import { Snapshot } from '../../test/matrix/snapshot';
import { refusal, startPortal, type Caller, type TestPortal } from '../../test/portal';
import { useRenderWorker } from '../../test/render-worker';
import { must } from '../../test/sopot';

let portal: TestPortal;
let offer: Offering;
let chair: Caller;
let member: Caller;
let opened: Snapshot;
let list: string;
let card: string;
let clean: () => void;
beforeAll(async () => {
  portal = await startPortal();
  clean = await useRenderWorker(portal);
  offer = await offering(portal);
  await offer.confirmAll();
  must(await offer.submit());
  chair = await portal.as({ role: 'CHAIR' });
  member = await portal.as({ role: 'ASSESSOR' });
  await seatIn(portal, offer.callId, chair, { office: 'CHAIR' });
  await seatIn(portal, offer.callId, member);
  await offer.deadlineIn(-1);
  await openAll(portal);
  opened = await Snapshot.take(portal.dataSource, 'opened');
  list = `/api/v1/calls/${offer.callId}/formal`;
  card = `${list}/${offer.offerId}`;
});
beforeEach(() => opened.restore());
afterAll(async () => {
  await portal.stop();
  clean();
});

const sql = <Row>(text: string, values: unknown[] = []) => portal.dataSource.query<Row[]>(text, values);
const read = async (who: Caller) => must(await who.get<FormalCard>(card));
const cards = async (who: Caller) => must(await who.get<FormalList>(list));
const lacks = { answer: 'NO', note: 'Brakuje statutu lidera.', fields: ['attachments'] };
/** An offer that lacks an attachment and nothing else. */
async function lacking(): Promise<void> {
  must(await answerFormal(chair, offer, 'ATTACHMENTS', lacks));
  must(await answerFormal(chair, offer, 'GOALS'));
}

describe('the formal check', () => {
  it('shows the opening and each card, and what waits for a person', async () => {
    const { opening, items, closed } = await cards(chair);
    expect(opening).toMatchObject({ offers: 1, inTime: 1, late: 0 });
    expect(items).toMatchObject([{ state: 'OPEN', follows: 'OPEN', asked: 2, faults: 0, lateMs: 0, dueOn: null }]);
    expect(closed).toBeNull();
    const { items: asked } = await read(chair);
    expect(asked.find(({ code }) => code === 'OWN')?.texts.join()).toContain('49\u00a0500,00\u00a0zł');
  });

  it('is led by the chair, the secretary and who writes the call; others of the commission read', async () => {
    expect((await cards(member)).closed).not.toBeNull();
    expect(refusal(await answerFormal(member, offer, 'GOALS')).status).toBe(403);
    expect(refusal(await decideFormal(member, offer, 'PASSED')).status).toBe(403);
    expect((await cards(offer.administrator)).closed).toBeNull();
    must(await answerFormal(offer.administrator, offer, 'GOALS'));
    expect(refusal(await offer.coordinator.get(list)).status).toBe(404);
  });

  it('passes when all is answered, once', async () => {
    expect(refusal(await decideFormal(chair, offer, 'PASSED')).status).toBe(403);
    const passed = await passFormal(portal, chair, offer);
    expect(passed).toMatchObject({ state: 'PASSED', letters: [], cure: null });
    expect(passed.items.find(({ code }) => code === 'GOALS')?.answeredAt).not.toBeNull();
    expect(must(await decideFormal(chair, offer, 'PASSED'))).toEqual({ ...passed, closed: null });
    expect(refusal(await answerFormal(chair, offer, 'GOALS')).status).toBe(403);
  });

  it('asks for reasons and for what may be changed, and takes no answer to what the portal answers', async () => {
    const { body } = await answerFormal(chair, offer, 'ATTACHMENTS', { answer: 'NO' });
    expect((body as unknown as Problem).errors?.map(({ pointer }) => pointer)).toEqual(['/note', '/fields']);
    expect(refusal(await answerFormal(chair, offer, 'OWN')).status).toBe(400);
    expect(refusal(await answerFormal(chair, offer, 'ATTACHMENTS', { ...lacks, fields: ['nothing'] })).status).toBe(
      400,
    );
  });

  it('keeps a repeated answer once, and refuses the key with other contents', async () => {
    const id = randomUUID();
    must(await answerFormal(chair, offer, 'GOALS', { id }));
    must(await answerFormal(chair, offer, 'GOALS', { id }));
    expect(await sql('select from formal_verdict')).toHaveLength(1);
    expect(refusal(await answerFormal(chair, offer, 'GOALS', { id, answer: 'NOT_APPLICABLE' }))).toEqual({
      status: 409,
      code: 'DUPLICATE',
    });
  });

  it('calls once for a correction: letter, days of work, mails, and a list for the consortium', async () => {
    await lacking();
    const [before] = await sql<{ n: number }>(`select count(*)::int as n from mail where template = 'FORMAL_CURE'`);
    const sent = must(await decideFormal(chair, offer, 'TO_CURE'));
    expect(sent).toMatchObject({ state: 'TO_CURE', cure: { fields: ['attachments'], businessDays: 5 } });
    expect(sent.cure?.items).toMatchObject([{ code: 'ATTACHMENTS', texts: ['Brakuje statutu lidera.'] }]);
    must(await decideFormal(chair, offer, 'TO_CURE'));
    expect(await sql('select from cure')).toHaveLength(1);
    const [after] = await sql<{ n: number }>(`select count(*)::int as n from mail where template = 'FORMAL_CURE'`);
    expect((after?.n ?? 0) - (before?.n ?? 0)).toBeGreaterThan(0);

    const letters = `/api/v1/offers/${offer.offerId}/formal-letters`;
    const own = must(await offer.coordinator.get<OfferLetters>(letters));
    expect(own.cure).toEqual(sent.cure);
    const html = await offer.coordinator.get<string>(`/api/v1/letters/${own.letters[0]?.id}.html`);
    expect(JSON.stringify(html.body)).toContain('Brakuje statutu lidera.');
    const stranger = await portal.as({ role: 'NGO_COUNCIL', teryt: '2264' });
    expect(refusal(await stranger.get(`/api/v1/letters/${own.letters[0]?.id}.html`)).status).toBe(404);
    expect(refusal(await offer.coordinator.get(card)).status).toBe(404);
  });

  it('passes when the second look finds it put right', async () => {
    await lacking();
    must(await decideFormal(chair, offer, 'TO_CURE'));
    const looked = must(await answerFormal(chair, offer, 'ATTACHMENTS', { note: 'Statut przyszedł w terminie.' }));
    expect(looked).toMatchObject({ state: 'TO_CURE', follows: 'PASSED' });
    expect(must(await decideFormal(chair, offer, 'PASSED'))).toMatchObject({
      state: 'PASSED',
      letters: [{ kind: 'CURE' }],
    });
  });

  it('refuses what is not put right when the days are over', async () => {
    await lacking();
    must(await decideFormal(chair, offer, 'TO_CURE'));
    expect((await read(chair)).follows).toBe('TO_CURE');
    expect(refusal(await decideFormal(chair, offer, 'REJECTED')).status).toBe(403);
    await sql('alter table cure disable trigger user');
    await sql(`update cure set sent_at = sent_at - interval '30 days', due_on = current_date - 1`);
    await sql('alter table cure enable trigger user');
    expect((await read(chair)).follows).toBe('REJECTED');
    const rejected = must(await decideFormal(chair, offer, 'REJECTED'));
    expect(rejected.letters.map(({ kind }) => kind)).toEqual(['REJECTION', 'CURE']);
  });

  it('decides nothing any more once the result is frozen', async () => {
    await passFormalAnswers();
    await sql('insert into call_scoring (call_id, frozen_at) values ($1, now())', [offer.callId]);
    expect(refusal(await decideFormal(chair, offer, 'PASSED')).status).toBe(403);
    await expect(
      sql(`update formal_card set state = 'REJECTED', decided_at = now(), decided_by = $1`, [chair.personId]),
    ).rejects.toThrow('frozen');
  });

  it('is not there for who is barred: no card, no count, no letter, no entry', async () => {
    await lacking();
    const sent = must(await decideFormal(chair, offer, 'TO_CURE'));
    await sql(
      `insert into offer_bar (offer_id, person_id, call_id, cause) select $1, p, $2, 'DECLARED' from unnest($3::uuid[]) p`,
      [offer.offerId, offer.callId, [chair.personId, offer.administrator.personId]],
    );
    for (const who of [chair, offer.administrator]) {
      expect(await cards(who)).toMatchObject({ items: [], opening: { offers: 0, inTime: 0, late: 0 } });
      expect(refusal(await who.get(card)).status).toBe(404);
      expect(refusal(await answerFormal(who, offer, 'GOALS')).status).toBe(404);
      expect(refusal(await decideFormal(who, offer, 'PASSED')).status).toBe(404);
      expect(refusal(await who.get(`/api/v1/letters/${sent.letters[0]?.id}.html`)).status).toBe(404);
      const history = must(await who.get(`/api/v1/calls/${offer.callId}/history`));
      expect(JSON.stringify(history)).not.toMatch(/otwarto|ocen[ęy] formaln/);
    }
  });
});

async function passFormalAnswers(): Promise<void> {
  for (const code of ['ATTACHMENTS', 'GOALS']) must(await answerFormal(chair, offer, code));
}
