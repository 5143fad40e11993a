import type { FormalCard, FormalList, ReceivedOffers } from '@zit/contracts';
import { openAll } from '../../test/formal';
import { startPortal, type TestPortal } from '../../test/portal';
import { must } from '../../test/sopot';
import { DEMO_SECRET_KEY, readSettings } from '../http/settings';
import { plantDemo } from './demo-seed';
import { plantReceived, type PlantedReceived } from './plant-received';

const CALL = '2264011a-0000-4000-8000-000000000103';

describe('the call of the demo that is over', () => {
  let portal: TestPortal;
  let planted: PlantedReceived[];
  beforeAll(async () => {
    const settings = { ...readSettings({ DATABASE_URL: 'postgres://nobody' }), secretKey: DEMO_SECRET_KEY };
    portal = await startPortal({ settings: { mode: 'demo', secretKey: DEMO_SECRET_KEY } });
    await plantDemo(portal.dataSource);
    planted = [await plantReceived(portal.dataSource, settings), await plantReceived(portal.dataSource, settings)];
  }, 180_000);
  afterAll(() => portal.stop());

  it('F.1: A, B and C came in time, D a second too late; nothing comes in the second run', async () => {
    expect(planted).toEqual([
      { calls: 1, consortia: 1, offers: 4 },
      { calls: 0, consortia: 0, offers: 0 },
    ]);
    const administrator = await portal.as({ role: 'ADMINISTRATOR' });
    const { offers } = must(await administrator.get<ReceivedOffers>(`/api/v1/calls/${CALL}/offers`));
    const told = (offers ?? []).map(({ consortium, lateMs, receiptNumber }) => [
      consortium,
      lateMs,
      receiptNumber.slice(-4),
    ]);
    expect(told).toEqual([
      ['Kompas Sopocki', 0, '0001'],
      ['Nowy Kurs', 0, '0002'],
      ['Sopot Razem', 0, '0003'],
      ['Spóźniona Kotwica', 1_000, '0004'],
    ]);
  });

  it('has a commission of six, who have declared nothing yet', async () => {
    const [row] = await portal.dataSource.query<{ seats: string; declared: number }[]>(
      `select (select string_agg(office, ' ' order by office) from commission_seat where call_id = $1) as seats,
         (select count(*)::int from impartiality) as declared`,
      [CALL],
    );
    expect(row).toEqual({ seats: 'CHAIR MEMBER MEMBER MEMBER MEMBER SECRETARY', declared: 0 });
  });

  it('F.3: is opened once; A, B and C lack nothing that rules ask, C without a business, and D is late', async () => {
    const administrator = await portal.as({ role: 'ADMINISTRATOR' });
    await openAll(portal);
    expect(await openAll(portal)).toEqual({ calls: 0, cards: 0 });
    const root = `/api/v1/calls/${CALL}/formal`;
    const { opening, items } = must(await administrator.get<FormalList>(root));
    expect(opening).toMatchObject({ offers: 4, inTime: 3, late: 1 });
    expect(items.map(({ follows, asked, faults }) => [follows, asked, faults])).toEqual([
      ...[1, 2, 3].map(() => ['OPEN', 2, 0]),
      ['REJECTED', 2, 1],
    ]);
    const [, , C, D] = items;
    const itemOf = async (offer: string | undefined, code: string) =>
      must(await administrator.get<FormalCard>(`${root}/${offer}`)).items.find((item) => item.code === code);
    const composition = await itemOf(C?.offerId, 'COMPOSITION');
    expect(composition?.answer).toBe('YES');
    expect(composition?.texts.join()).toContain('przedsiębior');
    expect((await itemOf(D?.offerId, 'IN_TIME'))?.texts).toEqual(['Oferta wpłynęła po terminie o 1\u00a0s.']);
  });

  it('leaves the open call with its drafts as they were', async () => {
    const rows = await portal.dataSource.query<{ state: string; n: number }[]>(
      `select state, count(*)::int as n from offer where call_id <> $1 group by state`,
      [CALL],
    );
    expect(rows).toEqual([{ state: 'DRAFT', n: 3 }]);
  });
});
