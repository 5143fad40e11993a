import { TestBed } from '@angular/core/testing';
import type {
  CallResult,
  PublicAwards,
  PublicResult,
  RankingPreview,
  ResultContents,
  ResultVersion,
} from '@zit/contracts';
import { readRankingCase, resultFile } from '@zit/domain';
import { sopotCase } from '@zit/sample';
import { grantOf, signedInAs } from '../../testing/signed-in-as';
import { requestSoon } from '../../testing/soon';
import { coordinator, openCalls, officer, settle } from '../call/call.fixture';
import { resultCsv } from './result-csv';
import { Verifier } from './verifier';

const chair = signedInAs([grantOf('CHAIR')], 'STEERING_GROUP');
const AT = '2015-04-20T10:00:00.000Z';

function sopotResult(): ResultContents {
  const read = readRankingCase(sopotCase);
  if (!read.ok) throw new Error('the case cannot be read');
  const about = {
    call: { number: 'LC/2264/2015/01', title: null, teryt: '2264011', edition: 1, sha256: null },
    ...{ ruleSet: 'OMT-2014/1', criteria: { K2: 'jakość usług' }, titles: { A: 'Kompas Sopocki' } },
    ...{ software: 'zit-portal', frozenAt: AT },
  };
  const { file } = resultFile(read.value, about, () => '0'.repeat(64));
  if (!file) throw new Error('the case has no ranking');
  return file.document;
}
const version = (more: Partial<ResultVersion> = {}): ResultVersion => ({
  ...{ no: 1, sha256: 'a'.repeat(64), signed: true, frozenAt: AT, replacesNo: null, reason: null },
  ...{ approvedAt: null, basis: null, publishedAt: null, ...more },
});
const published = version({ approvedAt: AT, basis: 'Zarządzenie nr 7', publishedAt: AT });
const rowsOf = (page: Element): string[] =>
  [...page.querySelectorAll('zit-result-table tbody tr')].map((row) =>
    [...row.children].map((cell) => (cell.textContent ?? '').replace(/\s+/g, ' ').trim()).join(' '),
  );

/** A page that asks its server is not still before it is answered. */
const soon = async (): Promise<void> => {
  for (let turn = 0; turn < 4; turn++) {
    await settle();
    TestBed.tick();
  }
};

describe('a published result, for anybody', () => {
  const open = async (answer: PublicResult | null) => {
    const opened = await openCalls('/ogloszenia/x/wynik', null);
    opened.nobody();
    const asked = opened.http.expectOne('/api/v1/public/calls/x/result');
    if (answer) {
      asked.flush(answer);
      await soon();
      opened.http.expectOne('/api/v1/public/calls/x/awards').flush(awards);
    } else asked.flush({ status: 404, code: 'NOT_FOUND' }, { status: 404, statusText: 'Not Found' });
    await opened.stable();
    return opened;
  };
  const awards: PublicAwards = {
    items: [
      {
        ...{
          offer: 'A',
          resultNo: 1,
          place: 1,
          fromReserve: false,
          awardedAt: '2015-05-10T10:00:00.000Z',
          endedAt: null,
        },
        ...{ totalGrosze: 33_000_000, zitGrosze: 28_050_000, ownGrosze: 4_950_000 },
      },
    ],
  };
  const result: PublicResult = {
    ...{ slug: 'x', number: 'LC/2264/2015/01', title: 'Lokalne Centrum', municipality: 'Sopot' },
    ...{ versions: [published], document: sopotResult(), key: 'MCowBQ==' },
    ...{ id: 'C1', lastDays: { reasons: '2015-06-03', appeal: '2015-05-18' } },
    parties: [{ offer: 'A', consortium: 'Kompas Sopocki', leader: '=Fundacja „Kompas”' }],
  };

  it('F.4: has places, amounts, points by criterion and a sentence for each place, with headers for rows and columns', async () => {
    const { page, text } = await open(result);
    const [first, second, third] = rowsOf(page).map((row) => row.replaceAll('\u00a0', ' '));
    expect(first).toMatch(/^1 Kompas Sopocki A\s*Konsorcjum: Kompas Sopocki\. Lider: =Fundacja „Kompas” 280 500,00 zł/);
    expect(first).toContain('80,83 wybrana80,83 pkt, remis z C; rozstrzyga K2: 8,33 > 8,00');
    expect(second).toContain('lista rezerwowa');
    expect(third).toContain('poniżej progu 60,00 pkt');
    expect(page.querySelectorAll('th[scope="row"]')).toHaveLength(3);
    expect(text()).toContain('Zatwierdzono: Zarządzenie nr 7.');
    const awarded = text().replaceAll('\u00a0', ' ');
    expect(awarded).toContain('Oferta A, 1. miejsce: 330 000,00 zł, w tym środki ZIT 280 500,00 zł');
    const file = page.querySelector('a[href="/api/v1/public/calls/x/results/1.json"]');
    expect(file?.textContent).toContain('Pobierz plik wyniku');
    expect(text()).toContain('node verify-ranking.mjs wynik-LC-2264-2015-01-1.json MCowBQ==');
  });

  it('is worked out again here by the very file of the verifier, and a fault is named', async () => {
    const { press, http, text, stable } = await open(result);
    const verify = jest.spyOn(TestBed.inject(Verifier), 'verify');
    const answer = { ok: false, readable: true, faults: ['zmieniono: /cards/A/S1/K2, jest 8'], ranking: [] };
    verify.mockResolvedValueOnce(answer).mockResolvedValueOnce({ ...answer, ok: true, faults: [] });
    for (const said of ['zmieniono: /cards/A/S1/K2, jest 8', 'Zgodne: ranking i linia finansowania']) {
      await press('Policz od nowa');
      http.expectOne('/api/v1/public/calls/x/results/1.json').flush('{"bytes":1}');
      await stable();
      await stable();
      expect(text()).toContain(said);
    }
    expect(verify).toHaveBeenCalledWith('{"bytes":1}', 'MCowBQ==');
  });

  it('S-11: is there for spreadsheets, with whose the offers are, and with no cell that runs as a formula', async () => {
    const { page } = await open(result);
    expect(page.querySelector('a[download="wynik-LC-2264-2015-01-1.csv"]')).not.toBeNull();
    const [heads, first] = resultCsv(result).split('\r\n');
    expect(heads).toContain('Konsorcjum;Lider');
    expect(first).toContain(";Kompas Sopocki;'=Fundacja „Kompas”;");
  });

  it('says until when reasons may be asked for, and how who is not signed in asks', async () => {
    const { text } = await open(result);
    expect(text()).toMatch(/w terminie do 3.czerwca.2015 włącznie/);
    expect(text()).toContain('Zaloguj się');
  });

  it('takes a request of who is signed in, and shows it among their own', async () => {
    const opened = await openCalls('/ogloszenia/x/wynik', coordinator);
    const { http, page, text, stable } = opened;
    (await requestSoon(http, '/api/v1/public/calls/x/result')).flush(result);
    (await requestSoon(http, '/api/v1/public/calls/x/awards')).flush({ items: [] });
    (await requestSoon(http, '/api/v1/calls/C1/answers/own')).flush({ requests: [], lastDay: '2015-06-03' });
    await stable();
    const field = page.querySelector<HTMLTextAreaElement>('#reasons-text');
    if (!field) throw new Error('nothing to write in');
    field.value = 'Dlaczego wybrano ofertę A?';
    field.dispatchEvent(new Event('input'));
    page.querySelector('zit-text-form form')?.dispatchEvent(new Event('submit', { cancelable: true }));
    const asked = {
      ...{ id: 'R1', resultNo: 1, channel: 'PORTAL', asker: 'Koordynator', offer: null, text: field.value },
      ...{ receivedOn: '2015-06-04', day: 31, late: true, answeredAt: null, answer: null, letter: null },
    };
    (await requestSoon(http, '/api/v1/calls/C1/answers/requests')).flush(asked);
    (await requestSoon(http, '/api/v1/calls/C1/answers/own')).flush({ requests: [asked], lastDay: '2015-06-03' });
    await stable();
    expect(text()).toContain('Twoje wnioski');
    expect(text()).toContain('po terminie: 31. dzień');
  });

  it('says that it is not announced yet', async () => {
    expect((await open(null)).text()).toContain('Wynik tego naboru nie jest jeszcze ogłoszony.');
  });
});

describe('settling a call', () => {
  const nothing: CallResult = { versions: [], document: null, maySettle: true, mayAnnounce: false, key: null };
  const preview: RankingPreview = {
    ...{ checked: 'c'.repeat(64), document: sopotResult(), blocks: [], appeals: [], lot: null },
    commission: [
      { personId: 'P1', name: 'Oceniający S1', office: 'CHAIR', assessor: 'S1', stands: true },
      { personId: 'P4', name: 'Oceniający S4', office: 'MEMBER', assessor: 'S4', stands: false },
    ],
    exclusions: [{ name: 'Oceniający S4', offer: 'B', reason: 'skarbnik lidera' }],
  };
  const stability = {
    ...{ seed: 7, trials: 10_000, weightPercent: 10 },
    offers: [{ offer: 'A', selected: 7_407, verdict: 'line' as const, withoutAssessor: ['S1'], withWeight: [] }],
  };

  const open = async (more: Partial<RankingPreview> = {}) => {
    const opened = await openCalls('/nabory/C1/wynik', chair);
    opened.http.expectOne('/api/v1/calls/C1').flush(null, { status: 404, statusText: 'Not Found' });
    opened.http.expectOne('/api/v1/calls/C1/result').flush(nothing);
    await soon();
    opened.http.expectOne('/api/v1/calls/C1/result/ranking').flush({ ...preview, ...more });
    await soon();
    return opened;
  };

  it('shows what stands in the way, and offers no freeze', async () => {
    const text = 'Ranking nie powstanie: kworum wynosi 3.';
    const { text: said, page } = await open({ blocks: [{ code: 'QUORUM', text }] });
    expect(said()).toContain(text);
    expect(page.querySelector('zit-freeze-form')).toBeNull();
  });

  it('tells how firmly it stands in a picture and a table, and freezes only with a reason for what is on the line', async () => {
    const { http, page, press, text } = await open();
    http.expectOne('/api/v1/calls/C1/result/stability').flush({ checked: preview.checked, stability });
    await soon();
    expect(page.querySelector('zit-stability-view .picture svg')).not.toBeNull();
    expect(page.querySelector('zit-stability-view tbody')?.textContent).toContain('na granicy');
    await press('Zamroź wynik');
    expect(text()).toContain('Uzasadnij miejsce oferty A.');
    for (const [id, value] of [
      ['freeze-place', 'Sopot'],
      ['freeze-began', '2015-04-20T10:00'],
      ['freeze-ended', '2015-04-20T12:30'],
      ['reason-0', 'Przewaga w K2.'],
    ] as const) {
      const field = page.querySelector(`#${id}`) as HTMLInputElement;
      field.value = value;
      field.dispatchEvent(new Event('input'));
    }
    await press('Zamroź wynik');
    const { body } = http.expectOne('/api/v1/calls/C1/result/versions').request;
    expect(body).toMatchObject({
      ...{ checked: preview.checked, place: 'Sopot', present: ['P1'], dissent: [] },
      beganAt: '2015-04-20T08:00:00.000Z',
      reasons: [{ offer: 'A', reason: 'Przewaga w K2.' }],
    });
  });

  it('the executive approves and announces what was frozen; nobody else is offered it', async () => {
    const { http, page, stable } = await openCalls('/nabory/C1/wynik', officer);
    http.expectOne('/api/v1/calls/C1').flush(null, { status: 404, statusText: 'Not Found' });
    const frozen = { ...nothing, maySettle: false, mayAnnounce: true, versions: [version()], document: sopotResult() };
    http.expectOne('/api/v1/calls/C1/result').flush(frozen);
    await stable();
    await settle();
    const buttons = [...page.querySelectorAll('button')].map((each) => (each.textContent ?? '').trim());
    expect(buttons).toEqual(['Zatwierdź wynik']);
    expect(page.querySelector('a[href="/api/v1/calls/C1/result/versions/1/minutes.pdf"]')).not.toBeNull();
  });
});
