import type { HttpTestingController } from '@angular/common/http/testing';
import type { SaveSheet, ScoringResponse } from '@zit/contracts';
import { pointsPath, reasonPath } from '@zit/domain';
import { grantOf, signedInAs } from '../../testing/signed-in-as';
import { requestSoon, until } from '../../testing/soon';
import { openCalls, settle } from '../call/call.fixture';
import { criteria, scoringOf } from './scoring.fixture';

const assessor = signedInAs([grantOf('ASSESSOR')], 'STEERING_GROUP');
const SHEET = (offer: string): string => `/api/v1/calls/C1/scoring/offers/${offer}/sheet`;

describe('the grid of an assessor', () => {
  let http: HttpTestingController;
  let page: HTMLElement;
  let opened: Awaited<ReturnType<typeof openCalls>>;
  /** Keys since the last look. */
  let pressed = 0;

  // What waits is sent before the page goes.
  afterEach(() =>
    until(() => {
      for (const save of http.match(({ method }) => method === 'PATCH'))
        save.flush(savedAs(save.request.body as SaveSheet, 9));
      const saved = page.querySelector('zit-saved-state');
      return saved === null || saved.getAttribute('data-state') === 'saved';
    }),
  );

  const open = async (scoring: ScoringResponse = scoringOf()) => {
    opened = await openCalls('/nabory/C1/ocena', assessor);
    ({ http, page } = opened);
    http.expectOne('/api/v1/calls/C1/scoring').flush(scoring);
    await look();
    pressed = 0;
  };
  /** Lets the page draw; what stands beside the grid is asked for, and is not this spec's. */
  const look = async () => {
    await settle();
    opened.harness.detectChanges();
    await settle();
    http.match((request) => /\/scoring\/offers\/F\d$|\/calls\/C1\/offers\/F\d$/.test(request.url));
  };
  const cell = (row: number, column: number) => {
    const found = page.querySelector<HTMLElement>(`[data-row="${row}"][data-column="${column}"]`);
    if (!found) throw new Error(`no cell ${row} ${column}`);
    return found;
  };
  const press = async (...keys: string[]) => {
    for (const key of keys) {
      pressed += 1;
      document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
      await look();
    }
  };
  const here = () => {
    const { row, column } = (document.activeElement as HTMLElement).dataset;
    return [Number(row), Number(column)];
  };
  const line = (row: number) => {
    const parts = cell(row, 0).closest('tr')?.querySelectorAll('.total, .rank, .state') ?? [];
    return [...parts].map((part) => part.textContent.trim());
  };

  it('is a grid for a screen reader, with one cell for the keyboard and names in Polish', async () => {
    await open();
    const grid = page.querySelector('[role=grid]');
    expect(grid?.getAttribute('aria-rowcount')).toBe('4');
    expect(grid?.getAttribute('aria-colcount')).toBe('11');
    expect(page.querySelectorAll('[role=gridcell][tabindex="0"]')).toHaveLength(1);
    expect(cell(0, 0).getAttribute('aria-label')).toBe('K1: brak punktów');
    expect(cell(0, 6).getAttribute('aria-label')).toBe('K7: 10\u00a0punktów, liczone samo: rada rekomenduje ofertę');
    expect(cell(0, 6).getAttribute('aria-readonly')).toBe('true');
  });

  it('scores an offer with at most two keys for each criterion and two more, total and place at once', async () => {
    await open();
    cell(0, 0).focus();
    // S1's points for A (F.4): 83,00.
    await press(
      '8',
      'ArrowRight',
      '9',
      'ArrowRight',
      '8',
      'ArrowRight',
      '9',
      'ArrowRight',
      '7',
      'ArrowRight',
      '8',
      'Enter',
    );
    expect(pressed).toBeLessThanOrEqual(criteria.length * 2 + 2);
    expect(here()).toEqual([1, 0]);
    expect(line(0)).toEqual(['83,00', '1', 'gotowa']);
    // Ten by its own key costs no more.
    pressed = 0;
    await press(
      'x',
      'ArrowRight',
      'x',
      'ArrowRight',
      'x',
      'ArrowRight',
      'x',
      'ArrowRight',
      'x',
      'ArrowRight',
      'x',
      'Enter',
    );
    expect(pressed).toBeLessThanOrEqual(criteria.length * 2 + 2);
    expect(line(1)).toEqual(['100,00', '1', '6\u00a0braków']);
    expect(line(0)[1]).toBe('2');
  });

  it('takes 1 and 0 for ten, begins anew after a move, and passes over what is computed', async () => {
    await open();
    cell(0, 5).focus();
    await press('1', '0');
    expect(cell(0, 5).textContent).toContain('10');
    await press('ArrowLeft', 'ArrowRight', '1', '5');
    expect(cell(0, 5).textContent.trim()).toBe('5');
    await press('ArrowRight');
    expect(here()).toEqual([0, 5]);
    await press('Delete');
    expect(cell(0, 5).textContent.trim()).toBe('');
  });

  it('marks a missing reason, leads to it by a key and back by another', async () => {
    await open();
    cell(0, 1).focus();
    await press('4');
    expect(cell(0, 1).getAttribute('aria-label')).toBe('K2: 4\u00a0punkty, brakuje uzasadnienia');
    expect(cell(0, 1).getAttribute('aria-invalid')).toBe('true');
    await press('u');
    const field = document.activeElement as HTMLTextAreaElement;
    expect(field.id).toBe('score-reason');
    expect(page.querySelector('#score-reason-hint')?.textContent).toContain('mniej niż połowa');
    field.value = 'Brak planu.';
    field.dispatchEvent(new Event('input'));
    await press('Escape');
    expect(here()).toEqual([0, 1]);
    expect(cell(0, 1).getAttribute('aria-label')).toBe('K2: 4\u00a0punkty, z uzasadnieniem');
  });

  it('saves a card as one request, by field and revision, and keeps what could not be sent', async () => {
    await open();
    cell(0, 0).focus();
    await press('8', 'ArrowRight', '9');
    const first = await requestSoon(http, { method: 'PATCH', url: SHEET('F1') });
    const body = first.request.body as SaveSheet;
    expect(body.changes).toEqual([
      { path: pointsPath(criteria[0]!.id), base: 0, value: 8 },
      { path: pointsPath(criteria[1]!.id), base: 0, value: 9 },
    ]);
    first.error(new ProgressEvent('error'));
    await look();
    expect(opened.text()).toContain('Brak połączenia');
    await press('7');
    window.dispatchEvent(new Event('online'));
    const again = await requestSoon(http, { method: 'PATCH', url: SHEET('F1') });
    expect(again.request.body).toEqual(body);
    again.flush(savedAs(body, 1));
    const next = await requestSoon(http, { method: 'PATCH', url: SHEET('F1') });
    expect((next.request.body as SaveSheet).changes).toEqual([
      { path: pointsPath(criteria[1]!.id), base: 1, value: 7 },
    ]);
    next.flush(savedAs(next.request.body as SaveSheet, 2));
    await look();
    expect(opened.text()).toContain('Zapisano');
  });

  it('shows what another window wrote first, and says so', async () => {
    await open();
    cell(0, 0).focus();
    await press('8');
    const save = await requestSoon(http, { method: 'PATCH', url: SHEET('F1') });
    const path = pointsPath(criteria[0]!.id);
    const theirs = { path, because: 'CHANGED', base: null, theirs: 5, rev: 1, mine: 8, by: null, at: '' };
    save.flush({ from: 1, rev: 1, taken: [], collisions: [theirs], savedAt: '' });
    await until(() => cell(0, 0).textContent.trim() === '5');
    expect(opened.text()).toContain('K1, Oferta 1: w innej karcie przeglądarki');
  });

  it('hands a complete card in, after which its cells are read only', async () => {
    const fields = criteria
      .filter(({ automatic }) => !automatic)
      .flatMap(({ id }) => [
        { path: pointsPath(id), value: 8, rev: 3 },
        { path: reasonPath(id), value: '', rev: 3 },
      ]);
    const scoring = scoringOf();
    scoring.offers[0]!.card = { id: 'S1', rev: 3, closed: false, fields, handedIn: null };
    await open(scoring);
    await opened.press('Oddaj kartę');
    const handing = await requestSoon(http, { method: 'POST', url: '/api/v1/calls/C1/scoring/offers/F1/versions' });
    expect(handing.request.body).toMatchObject({ rev: 3 });
    handing.flush({ no: 1, handedAt: '2015-04-20T18:00:00.000Z', sha256: 'a', contents: '{}', reason: null });
    await until(() => line(0)[2] === 'oddana');
    cell(0, 0).focus();
    await press('3');
    expect(cell(0, 0).textContent.trim()).toBe('8');
    expect(opened.text()).toContain('Popraw kartę');
  });

  it('is for reading only once the result is frozen, and for the secretary', async () => {
    await open(scoringOf({ frozenAt: '2015-04-21T10:00:00.000Z' }));
    cell(0, 0).focus();
    await press('8');
    expect(cell(0, 0).textContent.trim()).toBe('');
    expect(opened.text()).toContain('Wynik naboru jest zamrożony');
  });

  it('is open once more for the one offer whose appeal was upheld', async () => {
    const scoring = scoringOf({ frozenAt: '2015-04-21T10:00:00.000Z' });
    const offers = scoring.offers.map((offer, at) => ({ ...offer, reopened: at === 1 }));
    await open({ ...scoring, offers });
    cell(0, 0).focus();
    await press('8');
    cell(1, 0).focus();
    await press('8');
    expect([cell(0, 0), cell(1, 0)].map(({ textContent }) => textContent.trim())).toEqual(['', '8']);
    expect(opened.text()).toContain('Po uwzględnieniu odwołania');
  });
});

const savedAs = ({ changes }: SaveSheet, rev: number) => ({
  from: rev - 1,
  rev,
  taken: changes.map(({ path, value }) => ({ path, value, rev })),
  collisions: [],
  savedAt: '2015-04-20T18:00:00.000Z',
});
