import type {
  CallPage,
  CallResponse,
  ConsortiumPage,
  ConsortiumResponse,
  DocumentDetail,
  DocumentList,
  OfferPage,
  OfferResponse,
  PublicCall,
  SheetResponse,
} from '@zit/contracts';
import { check, checkOffer, inWarsaw, OFFER_FORM, readSheet, unreadPaths, type DocumentKind } from '@zit/domain';
import { DEMO_PASSWORD, samplePeople, sampleConsortia, sampleOrganisations } from '@zit/sample';
import { caller, startPortal, type Caller, type TestPortal } from '../../test/portal';
import { must } from '../../test/sopot';
import { DEMO_SECRET_KEY } from '../http/settings';
import { aboutOf } from '../offer/read-offer';
import { plantDemo } from './demo-seed';
import { NotADemo, seedDemo } from './seed-demo';

describe('the demo metropolis in the database', () => {
  let portal: TestPortal;
  let administrator: Caller;
  const consortium = async (title: string): Promise<ConsortiumResponse> => {
    const { items } = must(await administrator.get<ConsortiumPage>('/api/v1/consortia'));
    const found = items.find((item) => item.title === title);
    return must(await administrator.get<ConsortiumResponse>(`/api/v1/consortia/${found?.id}`));
  };
  const everything = async (): Promise<string> => {
    const tables = [
      'organisation',
      'person',
      'role_grant',
      'consortium',
      'member',
      'budget_line',
      'document',
      'call',
      'call_edition',
      'offer',
      'sheet_field',
      'journal',
    ];
    const parts = [];
    for (const table of tables) {
      const [row] = await portal.dataSource.query<{ all: string }[]>(
        `select md5(coalesce(string_agg(t::text, ',' order by t::text), '')) as all from ${table} t`,
      );
      parts.push(`${table} ${row?.all}`);
    }
    return parts.join('\n');
  };

  beforeAll(async () => {
    portal = await startPortal({ settings: { mode: 'demo', secretKey: DEMO_SECRET_KEY } });
    await plantDemo(portal.dataSource);
    administrator = await portal.as({ role: 'ADMINISTRATOR' });
  });
  afterAll(() => portal.stop());

  it('has everybody of the sample, and everybody can sign in', async () => {
    const { body } = await portal.stranger.get<{ items: { email: string }[] }>('/api/v1/demo-logins');
    expect(body.items.map((login) => login.email)).toEqual(samplePeople.map((person) => person.email));
    for (const { email } of samplePeople.slice(0, 2)) {
      const answer = await portal.stranger.post('/api/v1/session', { email, password: DEMO_PASSWORD });
      expect(answer.status).toBe(201);
    }
  });

  it('holds „Kompas Sopocki”, whose agreement waits to be issued', async () => {
    const kompas = await consortium('Kompas Sopocki');
    expect(kompas.lines.reduce((sum, line) => sum + line.amountGrosze, 0)).toBe(33_000_000);
    expect(check(kompas, kompas.ruleSet).findings.filter((finding) => finding.verdict === 'fail')).toEqual([]);
    const { items } = must(await administrator.get<DocumentList>(`/api/v1/consortia/${kompas.id}/documents`));
    expect(items.map((one): DocumentKind => one.kind).sort()).toEqual(['LETTER_OF_INTENT', 'PARTNERSHIP_AGREEMENT']);
    for (const { id } of items) {
      const { check: result } = must(await administrator.get<DocumentDetail>(`/api/v1/documents/${id}`));
      expect(result.findings.filter((finding) => finding.verdict === 'fail')).toEqual([]);
    }
  });

  it('holds „Gdyńska Kotwica”, which breaks rules to learn from', async () => {
    const kotwica = await consortium('Gdyńska Kotwica');
    const broken = check(kotwica, kotwica.ruleSet).findings.filter((finding) => finding.verdict === 'fail');
    expect(broken.map((finding) => finding.code)).toEqual(
      expect.arrayContaining(['R-NGO', 'R-OWN', 'R-COMP', 'R-LEADER', 'R-PERIOD', 'R-VALUATION']),
    );
  });

  it('holds a call that is open to offers, and a draft that was begun', async () => {
    const { items } = must(await administrator.get<CallPage>('/api/v1/calls'));
    expect(items.map(({ state, phase, municipality }) => [state, phase, municipality])).toEqual([
      ['DRAFT', 'DRAFT', 'Sopot'],
      ['PUBLISHED', 'OPEN', 'Sopot'],
    ]);
    const [draft, open] = items;
    const { findings } = must(await administrator.get<CallResponse>(`/api/v1/calls/${draft?.id}`));
    expect(findings.some(({ verdict }) => verdict === 'fail')).toBe(true);
    const shown = must(await portal.stranger.get<PublicCall>(`/api/v1/public/calls/${open?.slug}`));
    expect(shown.editions).toHaveLength(1);
    expect(inWarsaw(shown.deadlineAt).time).toBe('15:30');
  });

  it('holds three offers that are nearly complete, each there for its members alone', async () => {
    const under = async (key: string) => {
      const answer = await portal.stranger.post('/api/v1/demo-session', { email: `${key}@zit.example` });
      return caller(portal.url, '', /zit=([\w-]{43});/.exec(answer.headers.get('set-cookie') ?? '')?.[1] ?? '');
    };
    const open: Record<string, number> = {};
    for (const [key, title] of [
      ['koordynator', 'Kompas Sopocki'],
      ['nowe-jutro', 'Nowy Kurs'],
      ['razem-na-molo', 'Sopot Razem'],
    ] as const) {
      const who = await under(key);
      const { items } = must(await who.get<OfferPage>('/api/v1/offers'));
      expect(items).toMatchObject([{ title: `Lokalne Centrum „${title}”`, consortium: title, state: 'DRAFT' }]);
      const offer = must(await who.get<OfferResponse>(`/api/v1/offers/${items[0]?.id}`));
      const { fields } = must(await who.get<SheetResponse>(`/api/v1/offers/${offer.id}/sheet`));
      const values = Object.fromEntries(fields.map(({ path, value }) => [path, value]));
      const about = aboutOf(offer, unreadPaths(OFFER_FORM, values));
      const found = checkOffer(readSheet(OFFER_FORM, values), about);
      open[title] = found.filter(({ verdict }) => verdict === 'fail').length;
    }
    for (const [title, left] of Object.entries(open)) expect([title, left > 0 && left < 8]).toEqual([title, true]);
    const { items } = must(await administrator.get<OfferPage>('/api/v1/offers'));
    expect(items).toEqual([]);
  });

  it('changes nothing when it is planted again, not even after people changed it', async () => {
    const kompas = await consortium('Kompas Sopocki');
    must(
      await administrator.patch(`/api/v1/consortia/${kompas.id}`, {
        version: kompas.version,
        changes: { title: 'Kompas po zmianie' },
        base: { title: kompas.title },
      }),
    );
    const before = await everything();
    expect(await plantDemo(portal.dataSource)).toEqual({
      organisations: 0,
      people: 0,
      consortia: 0,
      calls: 0,
      offers: 0,
    });
    expect(await everything()).toBe(before);
  });

  it('is not planted into a real portal, and --reset does not touch one', async () => {
    const settings = { mode: 'real', databaseUrl: '', databaseDirectUrl: '' } as never;
    await expect(seedDemo(settings, { reset: true })).rejects.toThrow(NotADemo);
  });

  it('is built anew by --reset, issued documents and journal included', async () => {
    const options = portal.dataSource.options as { url?: string };
    const url = options.url ?? '';
    const settings = { mode: 'demo', databaseUrl: url, databaseDirectUrl: url } as never;
    const planted = await seedDemo(settings, { reset: true });
    expect(planted).toEqual({
      organisations: sampleOrganisations.length,
      people: samplePeople.length,
      // „Nowy Kurs”, „Sopot Razem” and „Spóźniona Kotwica” come with their offers.
      consortia: sampleConsortia().length + 3,
      calls: 3,
      offers: 7,
    });
    const [row] = await portal.dataSource.query<{ n: number }[]>(
      `select count(*)::int as n from consortium where title = 'Kompas po zmianie'`,
    );
    expect(row?.n).toBe(0);
  }, 180_000);
});
