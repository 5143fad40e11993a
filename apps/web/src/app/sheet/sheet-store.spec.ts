import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting, type TestRequest } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import type { SaveSheet, SheetField, SheetSaved } from '@zit/contracts';
import { ROW_A, ROW_B, sheetOf, TINY } from '../../testing/tiny-sheet';
import { problemInterceptor } from '../session/problem-interceptor';
import { SignInAgain } from '../session/sign-in-again';
import { signInAgainInterceptor } from '../session/sign-in-again-interceptor';
import { UnsavedWork } from '../shell/unsaved-work';
import { SheetStore } from './sheet-store';
import { WATCH_MS } from './sheet-watch';

const URL = '/api/v1/calls/C1/sheet';
const ms = (time: number) => jest.advanceTimersByTimeAsync(time);

describe('the store of one sheet', () => {
  let store: SheetStore;
  let http: HttpTestingController;
  const again = jest.fn<Promise<boolean>, []>();

  beforeEach(async () => {
    jest.useFakeTimers();
    again.mockReset();
    TestBed.configureTestingModule({
      providers: [
        provideHttpClient(withInterceptors([problemInterceptor, signInAgainInterceptor])),
        provideHttpClientTesting(),
        { provide: SignInAgain, useValue: { ask: again } },
        SheetStore,
      ],
    });
    store = TestBed.inject(SheetStore);
    http = TestBed.inject(HttpTestingController);
    const opened = store.open(URL, TINY);
    http
      .expectOne(URL)
      .flush(
        sheetOf({ 'card.title': 'Nabór', 'card.count': 3, [ROW_A]: 1, [`${ROW_A}.name`]: 'A', [ROW_B]: 2 }, { rev: 5 }),
      );
    await opened;
  });

  afterEach(() => {
    TestBed.resetTestingModule();
    jest.useRealTimers();
  });

  const patch = (): TestRequest => http.expectOne((request) => request.method === 'PATCH');
  const bodyOf = (request: TestRequest): SaveSheet => request.request.body as SaveSheet;
  const taken = (request: TestRequest, rev: number): SheetField[] =>
    bodyOf(request).changes.map(({ path, value }) => ({ path, value: value as SheetField['value'], rev }));
  const answer = async (request: TestRequest, rev: number, other: Partial<SheetSaved> = {}) => {
    request.flush({
      from: rev - 1,
      rev,
      taken: taken(request, rev),
      collisions: [],
      savedAt: '2026-11-22T07:00:00.000Z',
      ...other,
    });
    await ms(0);
  };
  const poll = (): TestRequest => http.expectOne((request) => request.method === 'GET' && request.params.has('after'));
  /** The next look at what others wrote. */
  const news = async (fields: SheetField[], rev: number, closed = false) => {
    await ms(WATCH_MS);
    const request = poll();
    request.flush({ form: 'tiny/1', rev, closed, fields });
    await ms(0);
    return request;
  };
  const lost = async (request: TestRequest) => {
    request.error(new ProgressEvent('error'));
    await ms(0);
  };
  const collision = (path: string, theirs: SheetField['value'], mine: SheetField['value'], rev: number) => ({
    path,
    because: 'CHANGED' as const,
    base: 'Nabór',
    theirs,
    mine,
    rev,
    by: 'Pracownik Gminy',
    at: '2026-11-22T06:59:00.000Z',
  });

  it('saves what was typed a breath after the last key, with the revision it was written over', async () => {
    store.set('card.title', 'Nabór 2');
    await ms(700);
    store.set('card.title', 'Nabór 26');
    expect(store.value('card.title')).toBe('Nabór 26');
    await ms(799);
    http.expectNone((request) => request.method === 'PATCH');
    await ms(1);
    const request = patch();
    expect(bodyOf(request).changes).toEqual([{ path: 'card.title', base: 5, value: 'Nabór 26' }]);
    expect(store.saved()).toEqual({ state: 'saving' });
    await answer(request, 6);
    expect(store.saved()).toMatchObject({ state: 'saved' });
    expect(store.waiting()).toBe(0);
  });

  it('saves nothing of what was typed and taken back before the breath was over', async () => {
    store.set('card.title', 'Inny');
    store.set('card.title', 'Nabór');
    await ms(1_000);
    http.expectNone((request) => request.method === 'PATCH');
    expect(store.waiting()).toBe(0);
  });

  it('sends the old word again when it was taken back after the new one had left', async () => {
    store.set('card.title', 'Inny');
    await ms(800);
    const first = patch();
    store.set('card.title', 'Inny jeszcze');
    store.set('card.title', 'Nabór');
    await answer(first, 6);
    expect(bodyOf(patch()).changes).toEqual([{ path: 'card.title', base: 6, value: 'Nabór' }]);
  });

  it('repeats a save whose answer was lost with the same id and words; what was typed since waits for the next', async () => {
    store.set('card.title', 'Pierwszy');
    await ms(800);
    const first = patch();
    store.set('card.title', 'Drugi');
    await lost(first);
    expect(store.value('card.title')).toBe('Drugi');
    await ms(1_000);
    const second = patch();
    expect(second.request.body).toEqual(first.request.body);
    await answer(second, 6);
    const third = patch();
    expect(bodyOf(third).save).not.toBe(bodyOf(first).save);
    // It stands on the person's own change, not on what they had read before.
    expect(bodyOf(third).changes).toEqual([{ path: 'card.title', base: 6, value: 'Drugi' }]);
    await answer(third, 7);
    expect(store.saved()).toMatchObject({ state: 'saved' });
  });

  it('without a connection counts what waits, warns before leaving, and goes on when it is back', async () => {
    const unsaved = TestBed.inject(UnsavedWork);
    store.set('card.title', 'A');
    store.saveNow();
    await ms(0);
    const first = patch();
    await lost(first);
    store.set('card.count', 4);
    store.set(`${ROW_A}.name`, 'B');
    expect(store.saved()).toEqual({ state: 'offline', waiting: 3 });
    expect(unsaved.any()).toBe(true);
    dispatchEvent(new Event('online'));
    await ms(0);
    const again = patch();
    expect(again.request.body).toEqual(first.request.body);
    await answer(again, 6);
    const rest = patch();
    expect(bodyOf(rest).changes.map(({ path }) => path)).toEqual(['card.count', `${ROW_A}.name`]);
    await answer(rest, 7);
    expect(unsaved.any()).toBe(false);
  });

  it('goes on as soon as the look at what others wrote is answered again', async () => {
    store.set('card.title', 'A');
    store.saveNow();
    await ms(0);
    await lost(patch());
    await ms(1_000);
    await lost(patch());
    await news([], 5);
    await answer(patch(), 6);
    expect(store.saved()).toMatchObject({ state: 'saved' });
  });

  it('takes in what others wrote, and leaves alone what is being written', async () => {
    await news([{ path: 'card.count', value: 9, rev: 6 }], 6);
    expect(store.value('card.count')).toBe(9);
    store.set('card.title', 'Mój');
    const request = await (async () => {
      store.saveNow();
      await ms(0);
      return patch();
    })();
    const look = await news([{ path: 'card.title', value: 'Ich', rev: 7 }], 7);
    expect(look.request.params.get('after')).toBe('6');
    expect(store.value('card.title')).toBe('Mój');
    await answer(request, 7, { taken: [], collisions: [collision('card.title', 'Ich', 'Mój', 7)] });
    expect(store.collisions()).toMatchObject([{ path: 'card.title', theirs: 'Ich', mine: 'Mój' }]);
    expect(store.value('card.title')).toBe('Mój');
  });

  it('saves over the revision from which the person started, also when somebody else wrote meanwhile', async () => {
    store.set('card.title', 'Mó');
    await ms(700);
    store.set('card.title', 'Mój');
    await ms(700);
    http
      .match(() => true)
      .forEach((request) =>
        request.flush({
          form: 'tiny/1',
          rev: 9,
          closed: false,
          fields: [{ path: 'card.title', value: 'Ich', rev: 9 }],
        }),
      );
    await ms(0);
    store.set('card.title', 'Mój!');
    await ms(800);
    expect(bodyOf(patch()).changes).toEqual([{ path: 'card.title', base: 5, value: 'Mój!' }]);
  });

  it('an answer that was overtaken on its way changes nothing', async () => {
    await news([{ path: 'card.count', value: 9, rev: 8 }], 8);
    await news([{ path: 'card.count', value: 7, rev: 6 }], 6);
    expect(store.value('card.count')).toBe(9);
    expect((await news([], 8)).request.params.get('after')).toBe('8');
  });

  describe('when two people changed the same field', () => {
    const collide = async () => {
      store.set('card.title', 'Mój');
      store.set('card.count', 4);
      store.saveNow();
      await ms(0);
      const request = patch();
      store.set('card.title', 'Mój dalej');
      await answer(request, 8, {
        taken: [{ path: 'card.count', value: 4, rev: 8 }],
        collisions: [collision('card.title', 'Ich', 'Mój', 7)],
      });
      poll().flush({ form: 'tiny/1', rev: 8, closed: false, fields: [] });
      await ms(0);
    };

    it('writes what did not collide, and keeps mine with all that was typed since', async () => {
      await collide();
      expect(store.collisions()).toMatchObject([{ theirs: 'Ich', mine: 'Mój dalej', by: 'Pracownik Gminy' }]);
      expect(store.saved()).toEqual({ state: 'unsaved', changes: 1 });
      expect(TestBed.inject(UnsavedWork).any()).toBe(true);
      store.set('card.title', 'Mój do końca');
      await ms(5_000);
      http.expectNone((request) => request.method === 'PATCH');
      expect(store.collisions()).toMatchObject([{ mine: 'Mój do końca' }]);
    });

    it('theirs stays when it is chosen, and mine can still be brought back', async () => {
      await collide();
      store.keepTheirs('card.title');
      expect(store.value('card.title')).toBe('Ich');
      expect(store.waiting()).toBe(0);
      store.undo();
      await ms(0);
      expect(bodyOf(patch()).changes).toEqual([{ path: 'card.title', base: 7, value: 'Mój dalej' }]);
    });

    it('mine is written over theirs, or what was made of both', async () => {
      await collide();
      store.keepMine('card.title', 'Ich i mój');
      await ms(0);
      const request = patch();
      expect(bodyOf(request).changes).toEqual([{ path: 'card.title', base: 7, value: 'Ich i mój' }]);
      await answer(request, 9);
      expect(store.collisions()).toEqual([]);
      expect(store.value('card.title')).toBe('Ich i mój');
    });

    it('shows what was written once more while the choice waited', async () => {
      await collide();
      await news([{ path: 'card.title', value: 'Ich znowu', rev: 9 }], 9);
      expect(store.collisions()).toMatchObject([{ theirs: 'Ich znowu', rev: 9, at: null }]);
      store.keepMine('card.title');
      await ms(0);
      expect(bodyOf(patch()).changes).toMatchObject([{ base: 9 }]);
    });

    it('mine in an item that was removed brings the item back', async () => {
      store.set(`${ROW_A}.name`, 'Moja');
      store.saveNow();
      await ms(0);
      await answer(patch(), 8, { taken: [], collisions: [collision(`${ROW_A}.name`, 'A', 'Moja', 5)] });
      poll().flush({ form: 'tiny/1', rev: 8, closed: false, fields: [{ path: ROW_A, value: null, rev: 7 }] });
      await ms(0);
      expect(store.isRemoved(`${ROW_A}.name`)).toBe(true);
      store.keepMine(`${ROW_A}.name`);
      await ms(0);
      expect(bodyOf(patch()).changes).toEqual([
        { path: ROW_A, base: 7, value: 3 },
        { path: `${ROW_A}.name`, base: 5, value: 'Moja' },
      ]);
    });
  });

  describe('lists', () => {
    it('adds at the end, moves by changing places, and never more than fit', async () => {
      const added = store.addItem('card', 'rows', { name: 'C' })!;
      expect(store.items('card', 'rows')).toEqual([ROW_A, ROW_B, added]);
      expect(store.addItem('card', 'rows')).toBeNull();
      store.moveItem(added, -1);
      expect(store.items('card', 'rows')).toEqual([ROW_A, added, ROW_B]);
      await ms(800);
      expect(bodyOf(patch()).changes).toEqual([
        { path: added, base: 0, value: 2 },
        { path: `${added}.name`, base: 0, value: 'C' },
        { path: ROW_B, base: 5, value: 3 },
      ]);
    });

    it('keeps what was typed into an item before it goes, so that it comes back whole', async () => {
      store.set(`${ROW_A}.name`, 'Ostatnie słowo');
      store.removeItem(ROW_A);
      expect(store.items('card', 'rows')).toEqual([ROW_B]);
      store.saveNow();
      await ms(0);
      const first = patch();
      expect(bodyOf(first).changes).toEqual([{ path: `${ROW_A}.name`, base: 5, value: 'Ostatnie słowo' }]);
      await answer(first, 6);
      const second = patch();
      // The removal has seen the person's own last word.
      expect(bodyOf(second).changes).toEqual([{ path: ROW_A, base: 6, value: null }]);
      await answer(second, 7);
      store.undo();
      expect(store.items('card', 'rows')).toEqual([ROW_A, ROW_B]);
      expect(store.value(`${ROW_A}.name`)).toBe('Ostatnie słowo');
      await ms(0);
      expect(bodyOf(patch()).changes).toEqual([{ path: ROW_A, base: 7, value: 1 }]);
    });

    it('removes nothing that somebody wrote unseen, though an own save came after it', async () => {
      store.set(`${ROW_A}.name`, 'Moje');
      store.saveNow();
      await ms(0);
      // Revision 6 is somebody else's; the page has seen everything up to 5.
      await answer(patch(), 7);
      store.removeItem(ROW_A);
      store.saveNow();
      await ms(0);
      expect(bodyOf(patch()).changes).toEqual([{ path: ROW_A, base: 5, value: null }]);
    });
  });

  describe('the way back', () => {
    it('takes typing into one field back as one step, the newest step first', () => {
      store.set('card.title', 'N');
      store.set('card.title', 'No');
      store.set('card.count', 8);
      expect(store.undoable()).toBe('Liczba centrów');
      expect(store.undo()).toBe('Cofnięto: Liczba centrów.');
      expect(store.value('card.count')).toBe(3);
      store.undo();
      expect(store.value('card.title')).toBe('Nabór');
      expect(store.undo()).toBe('Nie ma czego cofać.');
    });

    it('leaves alone what somebody else has changed since', async () => {
      store.set('card.title', 'Mój');
      store.saveNow();
      await ms(0);
      await answer(patch(), 6);
      await news([{ path: 'card.title', value: 'Ich', rev: 7 }], 7);
      expect(store.undo()).toContain('ktoś zmienił');
      expect(store.value('card.title')).toBe('Ich');
    });

    it('restores an older value from the history as a new change', async () => {
      const line = { rev: 4, path: 'card.title', before: 'Dawny', after: 'Nabór', setAside: false, by: null, at: '' };
      store.restore(line);
      await ms(0);
      const request = patch();
      expect(bodyOf(request).changes).toEqual([{ path: 'card.title', base: 5, value: 'Dawny' }]);
      await answer(request, 6);
      store.restore({ ...line, after: 'Odłożony', setAside: true });
      await ms(0);
      expect(bodyOf(patch()).changes).toEqual([{ path: 'card.title', base: 6, value: 'Odłożony' }]);
    });
  });

  describe('sessions and rights', () => {
    const refuse = (request: TestRequest, status: number, code: string) =>
      request.flush({ type: 'x', title: code, status, code, detail: code, trace: '' }, { status, statusText: code });

    it('keeps everything when the session has ended and goes on after signing in again', async () => {
      again.mockResolvedValue(true);
      store.set('card.title', 'Po zalogowaniu');
      await ms(800);
      const first = patch();
      refuse(first, 401, 'UNAUTHENTICATED');
      await ms(0);
      // Somebody is asked first whether only the cookie was renewed.
      http.expectOne('/api/v1/session').flush({}, { status: 401, statusText: 'x' });
      await ms(0);
      expect(again).toHaveBeenCalledTimes(1);
      const second = patch();
      expect(second.request.body).toEqual(first.request.body);
      await answer(second, 6);
      expect(store.saved()).toMatchObject({ state: 'saved' });
    });

    it('a look by itself never asks to sign in, and loses nothing', async () => {
      store.set('card.title', 'Czeka');
      await ms(700);
      await ms(WATCH_MS - 700);
      refuse(poll(), 401, 'UNAUTHENTICATED');
      await ms(0);
      expect(again).not.toHaveBeenCalled();
      expect(store.value('card.title')).toBe('Czeka');
      expect(store.lost()).toBeNull();
    });

    it('closes when the right is gone, and hands out what was not saved', async () => {
      store.set('card.title', 'Niezapisane');
      await ms(700);
      await ms(WATCH_MS - 700);
      http.match((request) => request.method === 'PATCH').forEach((request) => refuse(request, 404, 'NOT_FOUND'));
      refuse(poll(), 404, 'NOT_FOUND');
      await ms(0);
      http.match('/api/v1/session').forEach((request) => request.flush({}, { status: 401, statusText: 'x' }));
      await ms(0);
      expect(store.lost()).toEqual({ unsaved: 'Tytuł: Niezapisane' });
      expect(store.ready()).toBe(false);
      expect(TestBed.inject(UnsavedWork).any()).toBe(true);
    });

    it('keeps what the server refuses, says why, and sends it mended under a new id', async () => {
      store.set('card.title', 'Zły');
      await ms(800);
      const first = patch();
      refuse(first, 400, 'VALIDATION');
      await ms(0);
      expect(store.saved()).toMatchObject({ state: 'failed' });
      expect(store.value('card.title')).toBe('Zły');
      store.set('card.title', 'Dobry');
      await ms(800);
      const second = patch();
      expect(bodyOf(second).save).not.toBe(bodyOf(first).save);
      expect(bodyOf(second).changes).toEqual([{ path: 'card.title', base: 5, value: 'Dobry' }]);
    });

    it('writes nothing into a sheet that was closed meanwhile', async () => {
      await news([], 6, true);
      expect(store.closed()).toBe(true);
      store.set('card.title', 'Za późno');
      await ms(2_000);
      http.expectNone((request) => request.method === 'PATCH');
      expect(store.value('card.title')).toBe('Nabór');
    });
  });

  it('does not look while nobody does', async () => {
    jest.spyOn(document, 'visibilityState', 'get').mockReturnValue('hidden');
    await ms(10 * WATCH_MS);
    http.expectNone((request) => request.params.has('after'));
    jest.restoreAllMocks();
  });

  it('keeps nothing in the storage of the browser', async () => {
    const [local, session] = [jest.spyOn(Storage.prototype, 'setItem'), sessionStorage.length];
    store.set('card.title', 'Tajne');
    await ms(800);
    await lost(patch());
    expect(local).not.toHaveBeenCalled();
    expect(sessionStorage.length).toBe(session);
    jest.restoreAllMocks();
  });
});
