import { type HttpTestingController } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { Router } from '@angular/router';
import type { CallResponse, SessionResponse } from '@zit/contracts';
import { OMT_2014, type SheetValue, type SheetValues } from '@zit/domain';
import { callResponse, publicCall, sopotValues } from '../../../testing/sopot-call';
import { requestSoon, until } from '../../../testing/soon';
import { coordinator, officer, openCalls, settle } from '../call.fixture';
import { grantOf, signedInAs } from '../../../testing/signed-in-as';

const SHEET = '/api/v1/calls/C1/sheet';

const question = {
  id: 'q',
  text: 'Czy można pocztą?',
  askedAt: '2015-03-05T08:00:00.000Z',
  answer: null as string | null,
  answerNo: 0,
  answeredAt: null as string | null,
  correctedAt: null as string | null,
  earlier: [],
};

const act = { seq: 3, at: '2015-03-20T08:00:00.000Z', who: 'Operator', text: 'przedłużono termin' };
const outage = {
  id: 'o',
  beganAt: '2031-03-30T13:05:00.000Z',
  endedAt: '2031-03-30T13:50:00.000Z',
  what: 'Portal nie przyjmował ofert.',
  minutes: 'Przerwa w zasilaniu.',
  recordedAt: '2031-03-30T14:00:00.000Z',
  corrects: null,
  correctedBy: null,
};
const wrong = { ...outage, id: 'w', correctedBy: 'o' };

describe('the page of a call', () => {
  let http: HttpTestingController;
  let values: Record<string, SheetValue>;
  let rev: number;
  beforeAll(() => {
    // The page of a spec has no height to scroll.
    Element.prototype.scrollIntoView = () => undefined;
  });
  afterEach(() => {
    // The page looks by itself whether somebody else has written.
    http.match(({ url, params }) => url === SHEET && params.has('after'));
    http.verify();
  });

  const sheet = () => ({
    form: 'call/1',
    rev,
    closed: false,
    fields: Object.entries(values).map(([path, value]) => ({ path, value, rev: 1 })),
  });

  const open = async (
    url: string,
    {
      call = {},
      change = {},
      session = officer,
    }: { call?: Partial<CallResponse>; change?: SheetValues; session?: SessionResponse },
  ) => {
    values = { ...sopotValues(), ...change };
    rev = 7;
    const opened = await openCalls(url, session);
    http = opened.http;
    http.expectOne('/api/v1/calls/C1').flush(callResponse(call));
    http.expectOne('/api/v1/rule-sets').flush({ items: [OMT_2014] });
    await settle();
    if (call.slug) http.expectOne(`/api/v1/public/calls/${call.slug}`).flush(publicCall());
    if (!call.state || call.state === 'DRAFT' || call.state === 'ANNEX') http.expectOne(SHEET).flush(sheet());
    await settle();
    TestBed.tick();
    if (url.endsWith('pytania'))
      http.expectOne('/api/v1/calls/C1/questions').flush({ questions: [question], next: null });
    if (url.endsWith('historia')) http.expectOne('/api/v1/calls/C1/history').flush({ items: [act], next: null });
    await opened.stable();
    return opened;
  };
  /** The server takes what was saved. */
  const saved = async () => {
    await settle();
    const sent = http.expectOne({ method: 'PATCH', url: SHEET });
    const body = sent.request.body as { changes: { path: string; value: SheetValue }[] };
    rev += 1;
    for (const { path, value } of body.changes) values[path] = value;
    sent.flush({
      from: rev - 1,
      rev,
      taken: body.changes.map(({ path, value }) => ({ path, value, rev })),
      collisions: [],
      savedAt: '2015-02-25T12:00:00.000Z',
    });
    await settle();
    TestBed.tick();
    return body.changes;
  };
  /** What stands under „Do poprawy”. */
  const failing = (page: HTMLElement): string =>
    (page.querySelector('zit-call-check [data-verdict=fail]')?.textContent ?? '').replace(/\s+/g, ' ');
  const weights = (): string => Object.keys(values).find((path) => /^criteria\.list\..*\.weight$/.test(path))!;

  it('lists the sections in order with their state, and opens the one in the address', async () => {
    const { page } = await open('/nabory/C1?sekcja=kryteria', {});
    const links = [...page.querySelectorAll('zit-section-links a')];
    expect(links).toHaveLength(10);
    expect(links[0]?.textContent).toContain('Podstawowe informacje');
    expect(links[9]?.textContent).toContain('Załączniki');
    expect(page.querySelector('[aria-current=step]')?.textContent).toContain('Kryteria');
    expect(page.querySelector('#call-section-title')?.textContent).toBe('Kryteria');
  });

  it('S1: names what stands in the way as it is typed, and lets it go when it is mended', async () => {
    values = sopotValues() as Record<string, SheetValue>;
    const path = weights();
    const { page, stable } = await open('/nabory/C1?sekcja=kryteria', { change: { [path]: 19 } });
    expect(failing(page)).toMatch(/99/);
    expect(page.querySelector('[aria-current=step]')?.getAttribute('data-mark')).toBe('block');
    const field = page.querySelector<HTMLInputElement>(`#pole-${path.replaceAll('.', '-')}`)!;
    field.value = '20';
    field.dispatchEvent(new Event('input'));
    await stable();
    expect(failing(page)).not.toMatch(/99/);
    field.dispatchEvent(new Event('blur'));
    field.dispatchEvent(new Event('focusout', { bubbles: true }));
    expect(await saved()).toEqual([expect.objectContaining({ path, value: 20 })]);
  });

  it('mends by one click what a machine can mend, saves it, and says what was done', async () => {
    const { page, press, stable } = await open('/nabory/C1?sekcja=uchwala', { change: { 'resolution.adopted': null } });
    const fix = page.querySelector<HTMLButtonElement>('zit-call-check [data-verdict=fail] button.fix');
    expect(fix).not.toBeNull();
    const before = failing(page);
    await press(fix!.textContent!.trim());
    const [change] = await saved();
    expect(change?.value).not.toBeNull();
    await stable();
    expect(failing(page)).not.toBe(before);
    expect(document.querySelector('.mat-mdc-snack-bar-container')?.textContent).toContain(
      'Wprowadzono poprawkę w części „Uchwała o trybie i zasadach”.',
    );
  });

  it('offers the criteria of the call and the two other ways to break a tie, and the rule sets that there are', async () => {
    const { page } = await open('/nabory/C1?sekcja=zasady', {});
    const offers = (label: string) =>
      [...page.querySelectorAll('zit-sheet-field')]
        .filter((field) => field.querySelector('label')?.textContent?.trim() === label)
        .map((field) => [...field.querySelectorAll('option')].map((option) => option.textContent?.trim()));
    const [first] = offers('Rozstrzyga');
    expect(first?.slice(-2)).toEqual(['mniejsza kwota z ZIT', 'losowanie']);
    expect(first).toEqual(expect.arrayContaining([expect.stringMatching(/^K2: /)]));
    expect(offers('Zestaw reguł')[0]).toContain('OMT-2014/1');
    const chosen = [...page.querySelectorAll<HTMLSelectElement>('zit-sheet-list select')].map(({ value }) => value);
    expect(chosen).toEqual(['K2', 'LOWER_ZIT', 'LOT']);
  });

  it('leads from a finding to its section', async () => {
    const { page, stable } = await open('/nabory/C1', { change: { 'deadline.closesAt': null } });
    const lead = [...page.querySelectorAll<HTMLButtonElement>('button.lead')].find((each) =>
      each.getAttribute('aria-label')?.includes('Termin'),
    );
    lead?.click();
    await until(() => TestBed.inject(Router).url.includes('sekcja=termin'));
    await stable();
  });

  it('lets who only reads a draft read it, and keeps every button that writes away', async () => {
    const auditor = signedInAs([grantOf('AUDITOR')], 'PROGRAMME');
    const { page, text } = await open('/nabory/C1', { session: auditor });
    expect(text()).toContain('Możesz czytać ten projekt');
    expect(text()).not.toContain('Przejdź do ogłoszenia');
    expect(page.querySelector('zit-sheet-section input')).toBeNull();
  });

  const published = { state: 'PUBLISHED', phase: 'OPEN', slug: 'x', number: 'LC/2264/2015/01' } as const;

  it('shows a published call as it is in force, with what may still be done', async () => {
    const { text, page } = await open('/nabory/C1', { call: { ...published, editions: publicCall().editions } });
    expect(text()).toContain('Jakość i komplementarność usług');
    expect([...page.querySelectorAll('zit-call-published > .acts button')].map((each) => each.textContent)).toEqual([
      'Przygotuj aneks',
      'Przedłuż termin',
      'Unieważnij',
    ]);
    expect(page.querySelector('input')).toBeNull();
  });

  it('offers none of it to who only reads', async () => {
    const { page } = await open('/nabory/C1?czesc=wydania', {
      call: { ...published, editions: publicCall().editions },
      session: coordinator,
    });
    expect(page.querySelector('zit-call-published > .acts')).toBeNull();
    expect(page.querySelector('code')?.textContent).toBe('a'.repeat(64));
  });

  it('extends the deadline with a reason, only to a later instant', async () => {
    const call = { ...published, deadlineAt: '2031-03-31T13:30:00.000Z' };
    const { press, root, stable } = await open('/nabory/C1', { call });
    await press('Przedłuż termin');
    (await requestSoon(http, '/api/v1/public/outages')).flush({ items: [outage, wrong], next: null, serverTime: '' });
    await stable();
    const dialog = document.querySelector('mat-dialog-container')!;
    const type = (selector: string, value: string) => {
      const field = dialog.querySelector<HTMLInputElement>(selector)!;
      field.value = value;
      field.dispatchEvent(new Event('input'));
    };
    expect(root).toBeDefined();
    type('input[type=date]', '2031-03-31');
    await settle();
    TestBed.tick();
    type('input[type=time]', '15:30');
    const named = dialog.querySelector<HTMLSelectElement>('#act-outage')!;
    expect([...named.options].map(({ value }) => value)).toEqual(['', 'o']);
    named.value = 'o';
    named.dispatchEvent(new Event('change'));
    await settle();
    TestBed.tick();
    expect(dialog.querySelector('textarea')?.value.replaceAll('\u00a0', ' ')).toContain(
      '30 marca 2031, 15:05–15:50 (czas polski), 45 minut',
    );
    type('textarea', 'Awaria sieci w całym mieście.');
    const submit = dialog.querySelector<HTMLButtonElement>('button[type=submit]')!;
    submit.click();
    await stable();
    expect(dialog.textContent).toContain('Nowy termin musi być późniejszy niż obecny.');
    type('input[type=date]', '2031-04-07');
    submit.click();
    const sent = http.expectOne({ method: 'POST', url: '/api/v1/calls/C1/extension' });
    expect(sent.request.body).toEqual({
      id: expect.stringMatching(/^[0-9a-f-]{36}$/),
      deadlineAt: '2031-04-07T13:30:00.000Z',
      reason: 'Awaria sieci w całym mieście.',
      outage: 'o',
    });
    sent.flush(callResponse({ ...call, deadlineAt: '2031-04-07T13:30:00.000Z' }));
    (await requestSoon(http, '/api/v1/public/calls/x')).flush(publicCall());
    await stable();
  });

  const answerWith = (page: HTMLElement, text: string) => {
    const field = page.querySelector<HTMLTextAreaElement>('#answer-q')!;
    field.value = text;
    field.dispatchEvent(new Event('input'));
  };
  const put = () => http.expectOne({ method: 'PUT', url: '/api/v1/calls/C1/questions/q/answer' });
  const reload = async (row: object) => {
    await settle();
    TestBed.tick();
    http.expectOne('/api/v1/calls/C1/questions').flush({ questions: [row], next: null });
  };
  const answered = {
    ...question,
    answer: 'Nie, tylko w portalu.',
    answerNo: 1,
    answeredAt: '2015-03-06T08:00:00.000Z',
  };

  it('answers a question from what one has seen, and corrects it with the earlier answer at hand', async () => {
    const { press, stable, text, page } = await open('/nabory/C1?czesc=pytania', { call: published });
    expect(text()).toContain('Czeka na odpowiedź');
    await press('Odpowiedz');
    answerWith(page, 'Nie, tylko w portalu.');
    await press('Opublikuj odpowiedź');
    const sent = put();
    expect(sent.request.body).toEqual({ base: 0, text: 'Nie, tylko w portalu.' });
    sent.flush(answered);
    await reload(answered);
    await stable();
    expect(text()).not.toContain('Czeka na odpowiedź');
    await press('Popraw odpowiedź');
    expect(page.querySelector<HTMLTextAreaElement>('#answer-q')?.value).toBe('Nie, tylko w portalu.');
    answerWith(page, 'Tylko w portalu.');
    await press('Opublikuj poprawioną odpowiedź');
    const corrected = put();
    expect(corrected.request.body).toEqual({ base: 1, text: 'Tylko w portalu.' });
    const now = {
      ...answered,
      answer: 'Tylko w portalu.',
      answerNo: 2,
      correctedAt: '2015-03-07T08:00:00.000Z',
      earlier: [{ no: 1, text: 'Nie, tylko w portalu.', answeredAt: answered.answeredAt }],
    };
    corrected.flush(now);
    await reload(now);
    await stable();
    expect(text()).toContain('poprawiono 7 marca 2015, 09:00');
    expect(page.querySelector('details summary')?.textContent).toBe('1\u00a0wcześniejsza odpowiedź');
  });

  it('shows what another answered meanwhile beside one’s own words, and overwrites it only on purpose', async () => {
    const { press, stable, text, page } = await open('/nabory/C1?czesc=pytania', { call: published });
    await press('Odpowiedz');
    answerWith(page, 'Można też pocztą.');
    await press('Opublikuj odpowiedź');
    const problem = { type: '', title: '', status: 409, code: 'STALE', detail: '', trace: '', current: answered };
    put().flush(problem, { status: 409, statusText: 'Conflict' });
    await stable();
    expect(text()).toContain('Ktoś odpowiedział w międzyczasie:Nie, tylko w portalu.');
    expect(page.querySelector<HTMLTextAreaElement>('#answer-q')?.value).toBe('Można też pocztą.');
    await press('Opublikuj moją zamiast tej');
    const sent = put();
    expect(sent.request.body).toEqual({ base: 1, text: 'Można też pocztą.' });
    sent.flush({ ...answered, answer: 'Można też pocztą.', answerNo: 2 });
    await reload({ ...answered, answer: 'Można też pocztą.', answerNo: 2 });
    await stable();
  });

  it('leads to publishing only when no typed words wait for a choice', async () => {
    const { page, stable, text } = await open('/nabory/C1?sekcja=podstawy', {});
    expect(text()).toContain('Przejdź do ogłoszenia');
    expect(page.querySelector('a[href="/nabory/C1/publikacja"]')).not.toBeNull();
    const field = page.querySelector<HTMLInputElement>('#pole-basics-title')!;
    field.value = 'Mój tytuł';
    field.dispatchEvent(new Event('input'));
    field.dispatchEvent(new Event('blur'));
    field.dispatchEvent(new Event('focusout', { bubbles: true }));
    await settle();
    const collision = {
      path: 'basics.title',
      because: 'CHANGED',
      base: 'Lokalne Centrum w Sopocie',
      theirs: 'Ich tytuł',
      rev: 8,
      mine: 'Mój tytuł',
      by: 'Operator',
      at: '2015-02-25T12:00:00.000Z',
    };
    http
      .expectOne({ method: 'PATCH', url: SHEET })
      .flush({ from: 7, rev: 8, taken: [], collisions: [collision], savedAt: '2015-02-25T12:00:00.000Z' });
    await stable();
    expect(page.querySelector('a[href="/nabory/C1/publikacja"]')).toBeNull();
    expect(text()).toContain('1 pole czeka na Twój wybór: wpisane słowa nie są jeszcze w treści naboru.');
  });

  it('shows its history from the journal', async () => {
    const { text } = await open('/nabory/C1?czesc=historia', { call: published });
    expect(text()).toContain('przedłużono termin');
  });
});
