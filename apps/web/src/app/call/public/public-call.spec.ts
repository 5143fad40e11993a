import { type HttpTestingController } from '@angular/common/http/testing';
import type { PublicCall, PublicCallItem } from '@zit/contracts';
import { publicCall, sopotCall } from '../../../testing/sopot-call';
import { requestSoon } from '../../../testing/soon';
import { coordinator, openCalls } from '../call.fixture';

const REFUSED = { type: '', title: '', status: 400, code: 'VALIDATION', detail: '', trace: '' };
const BAD_REQUEST = { status: 400, statusText: 'Bad Request' };

describe('calls for the public', () => {
  let http: HttpTestingController;
  afterEach(() => {
    jest.restoreAllMocks();
    http.verify();
  });

  const open = async (change: Partial<PublicCall> = {}) => {
    const opened = await openCalls('/ogloszenia/lc-2264-2015-01', null);
    http = opened.http;
    opened.nobody();
    http.expectOne('/api/v1/public/calls/lc-2264-2015-01').flush(publicCall(change));
    await opened.stable();
    return opened;
  };

  it('lists them with phase, place and the exact deadline, and brings the next page by its cursor', async () => {
    const { slug, number, title, municipality, phase, opensAt, deadlineAt } = publicCall({ phase: 'OPEN' });
    const item: PublicCallItem = { slug, number, title, municipality, phase, opensAt, deadlineAt };
    const { text, page, press, stable, nobody, http: net } = await openCalls('/ogloszenia', null);
    http = net;
    nobody();
    const serverTime = new Date().toISOString();
    http.expectOne('/api/v1/public/calls').flush({ items: [item], next: 'dalej', serverTime });
    await stable();
    expect(text()).toContain('Otwarty');
    expect(text()).toContain('Sopot · LC/2264/2015/01');
    expect(text()).toContain('do 31 marca 2015, 15:30 (czas polski)');
    expect(page.querySelector('li a')?.getAttribute('href')).toBe('/ogloszenia/lc-2264-2015-01');
    await press('Pokaż więcej');
    const announced = { ...item, slug: 'b', phase: 'ANNOUNCED' as const };
    http.expectOne('/api/v1/public/calls?after=dalej').flush({ items: [announced], next: null, serverTime });
    await stable();
    expect(text()).toContain('Pokazano 2 nabory');
    expect(text()).toContain('Oferty można składać od 2 marca 2015, 9:00'.replace('9:00', '09:00'));
  });

  it('teaches when there is none', async () => {
    const { text, stable, nobody, http: net } = await openCalls('/ogloszenia', null);
    http = net;
    nobody();
    http.expectOne('/api/v1/public/calls').flush({ items: [], next: null, serverTime: '' });
    await stable();
    expect(text()).toContain('Nie ma ogłoszonych naborów');
  });

  it('P1: shows one call without a session: deadline, zone, what counts, criteria with their sum, all editions', async () => {
    const { text, page } = await open();
    expect(page.querySelector('h1')?.textContent).toContain('Lokalne Centrum w Sopocie');
    expect(text()).toContain('31 marca 2015, 15:30 (czas polski)');
    expect(text()).toContain('Decyduje chwila wpływu według zegara serwera, co do milisekundy, włącznie.');
    const foot = page.querySelector('tfoot');
    expect(foot?.textContent?.replace(/\s+/g, ' ')).toMatch(/Suma wag\s*100/);
    expect(text()).toContain('a'.repeat(64));
    expect(page.querySelector('header a[href^="/logowanie"]')?.textContent).toContain('Zaloguj się');
    const files = [...page.querySelectorAll('.files a')].map((each) => each.getAttribute('href'));
    expect(files).toEqual([
      '/api/v1/public/calls/lc-2264-2015-01/calendar.ics',
      '/api/v1/public/calls/lc-2264-2015-01/editions/1.json',
    ]);
  });

  it('leads whoever is signed in to the portal instead', async () => {
    const opened = await openCalls('/ogloszenia/lc-2264-2015-01', coordinator);
    http = opened.http;
    http.expectOne('/api/v1/public/calls/lc-2264-2015-01').flush(publicCall());
    (await requestSoon(http, '/api/v1/calls/C1/questions')).flush({ questions: [], next: null });
    await opened.stable();
    expect(opened.page.querySelector('header a[href="/nabory"]')?.textContent).toContain('Przejdź do portalu');
  });

  it('N7b: counts down by the server and says so when the clock at hand is wrong', async () => {
    // The clock stands while the page is made, however long that takes.
    const atHand = Date.now();
    jest.spyOn(Date, 'now').mockReturnValue(atHand);
    const server = atHand + 10 * 60_000;
    const { text, page } = await open({
      phase: 'OPEN',
      serverTime: new Date(server).toISOString(),
      deadlineAt: new Date(server + 2 * 3_600_000 + 30_500).toISOString(),
    });
    expect(page.querySelector('[role=timer]')?.textContent?.replaceAll('\u00a0', ' ')).toContain('2 godz. 0 min');
    expect(text()).toContain('Zegar w tym urządzeniu spóźnia się o 600 sekund');
  });

  it('asks again when the deadline goes by under the eyes of its reader', async () => {
    const { text, stable, nobody, http: net } = await openCalls('/ogloszenia/lc-2264-2015-01', null);
    http = net;
    nobody();
    const late = publicCall({ phase: 'OPEN', deadlineAt: new Date(Date.now() - 1).toISOString() });
    http.expectOne('/api/v1/public/calls/lc-2264-2015-01').flush(late);
    const again = await requestSoon(http, '/api/v1/public/calls/lc-2264-2015-01');
    again.flush(publicCall({ phase: 'CLOSED' }));
    await stable();
    expect(text()).toContain('Zamknięty');
    expect(text()).not.toContain('Do terminu zostało');
  });

  it('tells what an annex changed, why, and keeps every edition with its file', async () => {
    const [notice] = publicCall().editions;
    const { text, page } = await open({
      editions: [
        notice!,
        {
          no: 2,
          kind: 'EXTENSION',
          reason: 'Awaria sieci w mieście.',
          publishedAt: '2015-03-20T08:00:00.000Z',
          sha256: 'b'.repeat(64),
          differences: [{ section: 'deadline', label: 'Termin', before: '31 marca', after: '7 kwietnia' }],
          attachments: [],
          outage: {
            id: 'o',
            beganAt: '2015-03-19T13:05:00.000Z',
            endedAt: '2015-03-19T15:10:00.000Z',
            what: 'Portal nie działał.',
          },
        },
      ],
    });
    expect(text()).toContain('Obowiązuje wydanie 2, ogłoszone 20 marca 2015, 09:00');
    expect(text()).toContain('Uzasadnienie: Awaria sieci w mieście.');
    expect(text()).toContain('Było: 31 marca');
    expect(text()).toContain(
      'Awaria portalu: 19 marca 2015, 14:05–16:10 (czas polski), 2 godz. 5 min. Portal nie działał.',
    );
    expect(page.querySelector('a[href="/ogloszenia/awarie#o"]')).not.toBeNull();
    expect([...page.querySelectorAll('zit-editions h3')].map((each) => each.textContent)).toEqual([
      'Wydanie 2. Przedłużenie terminu',
      'Wydanie 1. Ogłoszenie',
    ]);
  });

  it('keeps an annulled call readable, with its reason', async () => {
    const [notice] = publicCall().editions;
    const { text, page } = await open({
      phase: 'ANNULLED',
      editions: [notice!, { ...notice!, no: 2, kind: 'ANNULMENT', reason: 'Brak środków w budżecie.' }],
    });
    expect(text()).toContain('Nabór unieważniono');
    expect(text()).toContain('Powód: Brak środków w budżecie.');
    // The deadline is struck through, and nothing says that it counts.
    expect(text()).toContain('Termin składania ofert, który przestał obowiązywać');
    expect(page.querySelector('.deadline s')?.textContent).toContain('31\u00a0marca 2015');
    expect(text()).not.toContain('Decyduje chwila wpływu');
    expect(text()).not.toContain('zadać pytanie');
    expect(text()).toContain('Jakość i komplementarność usług');
  });

  const question = {
    id: 'q',
    text: 'Czy można składać pocztą?',
    askedAt: '2015-03-05T08:00:00.000Z',
    answer: 'Nie, tylko w portalu.',
    answerNo: 2,
    answeredAt: '2015-03-06T08:00:00.000Z',
    correctedAt: '2015-03-07T08:00:00.000Z',
  };

  it('shows questions with their answers, when one was corrected, and the rest by its cursor', async () => {
    const { text, press, stable, page } = await open({ questions: [question], questionsNext: 'dalej' });
    expect(text()).toContain('Czy można składać pocztą?');
    expect(text()).toContain('Nie, tylko w portalu.');
    expect(text()).toContain('Odpowiedziano 6 marca 2015, 09:00 (czas polski), poprawiono 7 marca 2015, 09:00');
    expect(page.querySelector('zit-public-questions a')?.getAttribute('href')).toContain('/logowanie?powrot=');
    await press('Pokaż więcej');
    const rest = { questions: [{ ...question, id: 'r', text: 'Czy jest druga strona?' }], next: null };
    http.expectOne('/api/v1/public/calls/lc-2264-2015-01/questions?after=dalej').flush(rest);
    await stable();
    expect(text()).toContain('Czy jest druga strona?');
  });

  it('lets who is signed in ask, and shows them which of their own questions wait', async () => {
    const opened = await openCalls('/ogloszenia/lc-2264-2015-01', coordinator);
    http = opened.http;
    const later = new Date(Date.now() + 3_600_000).toISOString();
    const call = publicCall({ phase: 'OPEN', deadlineAt: later, questions: [question] });
    http.expectOne('/api/v1/public/calls/lc-2264-2015-01').flush(call);
    const own = '/api/v1/calls/C1/questions';
    (await requestSoon(http, own)).flush({ questions: [], next: null });
    await opened.stable();
    const field = opened.page.querySelector<HTMLTextAreaElement>('#question-text')!;
    await opened.press('Wyślij pytanie');
    expect(opened.text()).toContain('Napisz pytanie, co najmniej 5 znaków.');
    expect(document.activeElement).toBe(field);
    field.value = 'Czy wolontariat się liczy?';
    field.dispatchEvent(new Event('input'));
    await opened.press('Wyślij pytanie');
    const message = 'Pytanie: tekst zawiera niewidoczny znak. Usuń go.';
    http
      .expectOne({ method: 'POST', url: own })
      .flush({ ...REFUSED, errors: [{ pointer: '/text', message }] }, BAD_REQUEST);
    await opened.stable();
    expect(opened.page.querySelector('#question-fault')?.textContent).toBe(message);
    await opened.press('Wyślij pytanie');
    const sent = http.expectOne({ method: 'POST', url: own });
    expect(sent.request.body).toEqual({
      id: expect.stringMatching(/^[0-9a-f-]{36}$/),
      text: 'Czy wolontariat się liczy?',
    });
    const waits = { ...question, id: 'w', text: 'Czy wolontariat się liczy?', answer: null, answerNo: 0 };
    sent.flush({ ...waits, answeredAt: null, correctedAt: null });
    (await requestSoon(http, own)).flush({
      questions: [{ ...waits, answeredAt: null, correctedAt: null }],
      next: null,
    });
    await opened.stable();
    expect(opened.text()).toContain('Twoje pytania, które czekają na odpowiedźCzy wolontariat się liczy?');
  });

  it('shows hostile text as text, and opens no address but those of the web', async () => {
    const contents = sopotCall();
    contents.basics.purpose = '<img src=x onerror=alert(1)>';
    contents.notice.channels[0]!.link = 'javascript:alert(1)';
    const { page } = await open({ contents });
    expect(page.querySelector('img[src="x"]')).toBeNull();
    expect([...page.querySelectorAll('a')].some((each) => each.href.startsWith('javascript:'))).toBe(false);
  });

  it('says that there is no such call', async () => {
    const { text, stable, nobody, http: net } = await openCalls('/ogloszenia/nie-ma', null);
    http = net;
    nobody();
    http.expectOne('/api/v1/public/calls/nie-ma').flush(null, { status: 404, statusText: 'Not Found' });
    await stable();
    expect(text()).toContain('Nie ma takiego naboru');
  });
});
