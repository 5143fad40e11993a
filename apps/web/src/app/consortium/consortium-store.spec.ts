import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting, type TestRequest } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { problemInterceptor } from '../session/problem-interceptor';
import { UnsavedWork } from '../shell/unsaved-work';
import { kompas } from '../../testing/kompas';
import { ConsortiumStore } from './consortium-store';
import { ConflictQuestion } from './store/conflict-question';

const ROOT = '/api/v1/consortia/K1';
const ms = (time: number) => jest.advanceTimersByTimeAsync(time);

describe('the store of one consortium', () => {
  let store: ConsortiumStore;
  let http: HttpTestingController;
  const ask = jest.fn();

  beforeEach(async () => {
    jest.useFakeTimers();
    ask.mockReset();
    TestBed.configureTestingModule({
      providers: [
        provideHttpClient(withInterceptors([problemInterceptor])),
        provideHttpClientTesting(),
        { provide: ConflictQuestion, useValue: { ask } },
        ConsortiumStore,
      ],
    });
    store = TestBed.inject(ConsortiumStore);
    http = TestBed.inject(HttpTestingController);
    const opened = store.open('K1');
    http.expectOne(ROOT).flush(kompas());
    await opened;
  });

  afterEach(() => {
    http.verify();
    jest.useRealTimers();
  });

  const stale = (request: TestRequest) =>
    request.flush({ status: 409, code: 'STALE', detail: 'x', trace: '' }, { status: 409, statusText: 'Conflict' });

  it('shows the consortium, its sums and the rules over it', () => {
    expect(store.facts()?.title).toBe('Kompas Sopocki');
    expect(store.totals()).toMatchObject({ total: 33_000_000, zit: 28_050_000, own: 4_950_000 });
    expect(store.check()?.findings.find((finding) => finding.code === 'R-NGO')?.verdict).toBe('pass');
  });

  it('shows a change at once and saves it with its base after a breath', async () => {
    store.change({ title: 'Kompas' });
    expect(store.facts()?.title).toBe('Kompas');
    expect(store.saved()).toEqual({ state: 'unsaved', changes: 1 });
    await ms(800);
    const request = http.expectOne(ROOT);
    expect(request.request.method).toBe('PATCH');
    expect(request.request.body).toEqual({
      version: 1,
      changes: { title: 'Kompas' },
      base: { title: 'Kompas Sopocki' },
    });
    expect(store.saved()).toEqual({ state: 'saving' });
    request.flush(kompas({ title: 'Kompas', version: 2 }));
    await ms(0);
    expect(store.saved()).toMatchObject({ state: 'saved' });
    expect(store.facts()?.version).toBe(2);
  });

  it('keeps the rules live on what is not saved yet: one grosz short', async () => {
    const line = store.facts()!.lines.find((one) => one.no === 'L07')!;
    store.changeBudget({
      added: [],
      removed: [],
      order: null,
      changed: [
        {
          id: line.id,
          version: 1,
          changes: { quantity: 1, unitPriceGrosze: 2_849_999, amountGrosze: 2_849_999 },
          base: { quantity: 30, unitPriceGrosze: 95_000, amountGrosze: 2_850_000 },
        },
      ],
    });
    const own = store.check()!.findings.find((finding) => finding.code === 'R-OWN')!;
    expect(own.verdict).toBe('fail');
    expect(own.text).toContain('14,99');
    await ms(800);
    http.expectOne(`${ROOT}/budget`).flush({ lines: store.facts()!.lines });
    await ms(0);
    expect(store.saved()).toMatchObject({ state: 'saved' });
  });

  it('without a connection says how many wait, warns only then, and saves when it is back', async () => {
    const unsaved = TestBed.inject(UnsavedWork);
    expect(unsaved.any()).toBe(false);
    store.change({ title: 'Kompas' });
    store.saveNow();
    await ms(0);
    http.expectOne(ROOT).error(new ProgressEvent('error'));
    await ms(0);
    store.changeMember('M1', { votes: 2 });
    expect(store.saved()).toEqual({ state: 'offline', waiting: 2 });
    expect(unsaved.any()).toBe(true);
    dispatchEvent(new Event('online'));
    await ms(0);
    http.expectOne(ROOT).flush(kompas({ title: 'Kompas', version: 2 }));
    await ms(0);
    http.expectOne(`${ROOT}/members/M1`).flush(kompas({ title: 'Kompas', version: 3 }));
    await ms(0);
    expect(unsaved.any()).toBe(false);
  });

  it('merges with a person who changed another field, without asking', async () => {
    store.change({ title: 'Mój' });
    await ms(800);
    stale(http.expectOne(ROOT));
    await ms(0);
    http.expectOne({ method: 'GET', url: ROOT }).flush(kompas({ version: 2, distinctPersons: 99 }));
    await ms(0);
    const again = http.expectOne({ method: 'PATCH', url: ROOT });
    expect(again.request.body).toMatchObject({ version: 2, changes: { title: 'Mój' } });
    expect(store.facts()).toMatchObject({ title: 'Mój', distinctPersons: 99 });
    again.flush(kompas({ version: 3, title: 'Mój', distinctPersons: 99 }));
    await ms(0);
    expect(ask).not.toHaveBeenCalled();
  });

  it('asks about the same field, keeps mine on the screen meanwhile, and sends what was chosen', async () => {
    ask.mockImplementation(() => {
      expect(store.facts()?.title).toBe('Mój');
      return Promise.resolve(new Map([['title', 'theirs']]));
    });
    store.change({ title: 'Mój', distinctPersons: 5 });
    await ms(800);
    stale(http.expectOne(ROOT));
    await ms(0);
    http.expectOne({ method: 'GET', url: ROOT }).flush(kompas({ version: 2, title: 'Ich' }));
    await ms(0);
    expect(ask.mock.calls[0]?.[0]).toEqual([{ field: 'title', base: 'Kompas Sopocki', theirs: 'Ich', mine: 'Mój' }]);
    const again = http.expectOne({ method: 'PATCH', url: ROOT });
    expect(again.request.body).toMatchObject({ version: 2, changes: { distinctPersons: 5 } });
    again.flush(kompas({ version: 3, title: 'Ich', distinctPersons: 5 }));
    await ms(0);
    expect(store.facts()).toMatchObject({ title: 'Ich', distinctPersons: 5 });
  });

  it('keeps typed text that the server refuses, and says why', async () => {
    store.change({ callNo: 'x'.repeat(99) });
    await ms(800);
    http
      .expectOne(ROOT)
      .flush(
        { status: 400, code: 'VALIDATION', detail: 'Numer naboru jest za długi.', trace: '' },
        { status: 400, statusText: 'Bad Request' },
      );
    await ms(0);
    expect(store.facts()?.centre.callNo).toHaveLength(99);
    expect(store.saved()).toEqual({ state: 'failed', text: 'Nie zapisano: Numer naboru jest za długi.' });
    store.dropRefused();
    expect(store.facts()?.centre.callNo).toBe('LC/2264/2015/01');
  });

  it('does not add a member twice when the first answer was lost on the way', async () => {
    const added = store.addMember('O-M6', 'PARTNER');
    await ms(0);
    http.expectOne(`${ROOT}/members`).error(new ProgressEvent('error'));
    await ms(1_000);
    http
      .expectOne(`${ROOT}/members`)
      .flush({ status: 409, code: 'DUPLICATE', detail: 'x', trace: '' }, { status: 409, statusText: 'Conflict' });
    await ms(0);
    const now = kompas();
    const joined = { ...now.members[1]!, id: 'M6', organisationId: 'O-M6' };
    http.expectOne(ROOT).flush({ ...now, members: [...now.members, joined] });
    await ms(0);
    expect(await added).toMatchObject({ id: 'M6' });
  });

  it('saves what waits before leaving the page', async () => {
    store.change({ title: 'Kompas' });
    const left = store.saveAll();
    await ms(0);
    http.expectOne(ROOT).flush(kompas({ title: 'Kompas', version: 2 }));
    expect(await left).toBe(true);
  });

  it('a member who leaves takes nothing along: lines and services stay with the heir at once', async () => {
    const left = store.leave('M2', 'M1');
    expect(store.facts()?.members.map((member) => member.id)).toEqual(['M1', 'M3', 'M4', 'M5']);
    expect(store.totals().total).toBe(33_000_000);
    await ms(0);
    const request = http.expectOne(`${ROOT}/members/M2/exit`);
    expect(request.request.body).toEqual({ linesToMemberId: 'M1' });
    request.flush({ ...store.facts(), version: 2 });
    await left;
  });

  describe('whose right ends while the page is open', () => {
    const gone = { status: 404, code: 'NOT_FOUND', detail: 'Tego nie ma.', trace: '' };
    const refuse = (request: TestRequest) => request.flush(gone, { status: 404, statusText: 'Not Found' });
    const session = '/api/v1/session';
    const endSession = () => http.expectOne(session).flush(null, { status: 401, statusText: 'x' });

    it('closes at the next act and keeps what was typed as text to copy', async () => {
      store.change({ title: 'Kompas Sopocki bis' });
      store.changeMember('M2', { tasks: ['doradztwo zawodowe'] });
      await ms(800);
      refuse(http.expectOne(ROOT));
      await ms(0);
      refuse(http.expectOne(ROOT));
      await ms(0);
      endSession();
      await ms(0);
      expect(store.facts()).toBeNull();
      expect(store.lost()?.unsaved).toContain('Kompas Sopocki bis');
      expect(store.lost()?.unsaved).toContain('doradztwo zawodowe');
      expect(store.waiting()).toBe(0);
      // Leaving asks: the text is on this page alone.
      expect(TestBed.inject(UnsavedWork).any()).toBe(true);
    });

    it('closes by itself soon after, though nobody touches it, without prolonging the session', async () => {
      await ms(20_000);
      const request = http.expectOne(`${ROOT}/history?limit=1`);
      expect(request.request.headers.get('zit-background')).toBe('true');
      refuse(request);
      await ms(0);
      endSession();
      await ms(0);
      expect(store.facts()).toBeNull();
      expect(store.lost()).toEqual({ unsaved: '' });
      expect(TestBed.inject(UnsavedWork).any()).toBe(false);
      await ms(60_000);
      http.expectNone(`${ROOT}/history?limit=1`);
    });

    it('stays open on anything else that a look may bring', async () => {
      await ms(20_000);
      http.expectOne(`${ROOT}/history?limit=1`).error(new ProgressEvent('error'));
      await ms(0);
      expect(store.lost()).toBeNull();
      expect(store.facts()?.title).toBe('Kompas Sopocki');
    });

    it('becomes read-only when the role is still enough to read', async () => {
      store.change({ title: 'Kompas' });
      await ms(800);
      http
        .expectOne(ROOT)
        .flush(
          { status: 403, code: 'FORBIDDEN', detail: 'Tylko czytasz.', trace: '' },
          { status: 403, statusText: 'x' },
        );
      await ms(0);
      http.expectOne(ROOT).flush(kompas({ may: { edit: false, issue: false, reason: 'Tylko czytasz.' } }));
      await ms(0);
      expect(store.may().edit).toBe(false);
      expect(store.saved()).toEqual({ state: 'failed', text: 'Nie zapisano: Tylko czytasz.' });
      expect(store.facts()?.title).toBe('Kompas');
    });
  });
});
