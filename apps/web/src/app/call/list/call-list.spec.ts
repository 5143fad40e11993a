import { type HttpTestingController } from '@angular/common/http/testing';
import { MatDialogHarness } from '@angular/material/dialog/testing';
import { MatInputHarness } from '@angular/material/input/testing';
import { MatSelectHarness } from '@angular/material/select/testing';
import { TestBed } from '@angular/core/testing';
import { Router } from '@angular/router';
import type { SessionResponse } from '@zit/contracts';
import { reasonOf } from '../../../testing/closed-button';
import { callItem, callResponse } from '../../../testing/sopot-call';
import { until } from '../../../testing/soon';
import { coordinator, officer, openCalls } from '../call.fixture';

const territory = {
  counties: [],
  municipalities: [
    { teryt: '2264011', name: 'Sopot', county: '2264', kind: 'URBAN', zit: 'PARTY' },
    { teryt: '2262011', name: 'Gdynia', county: '2262', kind: 'URBAN', zit: 'PARTY' },
  ],
};

describe('list of calls', () => {
  let http: HttpTestingController;
  afterEach(() => http.verify());

  const open = async (session: SessionResponse, items = [callItem()]) => {
    const opened = await openCalls('/nabory', session);
    http = opened.http;
    http.expectOne('/api/v1/calls').flush({ items, next: null });
    await opened.stable();
    return opened;
  };

  it('says state, place and deadline in words', async () => {
    const { text, page } = await open(officer, [
      callItem({
        id: 'C2',
        state: 'ANNEX',
        phase: 'OPEN',
        number: 'LC/2264/2015/01',
        deadlineAt: '2015-03-31T13:30:00.000Z',
      }),
      callItem(),
    ]);
    expect(text()).toContain('Otwarty');
    expect(text()).toContain('Aneks w przygotowaniu');
    expect(text()).toContain('31 marca 2015, 15:30 (czas polski)');
    expect(text()).toContain('Projekt');
    expect(text()).toContain('Sopot · bez numeru');
    expect(text()).toContain('termin nieustalony');
    expect([...page.querySelectorAll('li a')].map((each) => each.getAttribute('href'))).toEqual([
      '/nabory/C2',
      '/nabory/C1',
    ]);
  });

  it('leads who does not work on a call to what everybody reads', async () => {
    const { page } = await open(coordinator, [
      callItem({ state: 'PUBLISHED', phase: 'OPEN', number: 'LC/2264/2015/01', slug: 'lc-2264-2015-01' }),
    ]);
    expect(page.querySelector('li a')?.getAttribute('href')).toBe('/ogloszenia/lc-2264-2015-01');
  });

  it('tells who may begin a call to who may not', async () => {
    const { page } = await open(coordinator);
    expect(reasonOf(page, 'Nowy nabór')).toContain('Nabór zakłada gmina');
  });

  it('begins one in the own municipality, asks what is missing, and sends it once', async () => {
    const { press, root, stable } = await open(officer, []);
    await press('Nowy nabór');
    http.expectOne('/api/v1/territory').flush(territory);
    http.expectOne('/api/v1/calls').flush({ items: [callItem({ id: 'stary', title: 'Wcześniejszy' })], next: null });
    await stable();
    const dialog = await root.getHarness(MatDialogHarness);
    const [place, earlier] = await dialog.getAllHarnesses(MatSelectHarness);
    expect(await place?.getValueText()).toBe('Sopot');
    await press('Utwórz projekt');
    expect(await dialog.getText()).toContain('Wpisz tytuł naboru.');
    http.expectNone('/api/v1/calls');
    await (await dialog.getHarness(MatInputHarness.with({ selector: '#call-title' }))).setValue('  Nowe Centrum ');
    await earlier?.clickOptions({ text: /Wcześniejszy/ });
    await press('Utwórz projekt');
    const sent = http.expectOne({ method: 'POST', url: '/api/v1/calls' });
    expect(sent.request.body).toEqual({
      id: expect.stringMatching(/^[0-9a-f-]{36}$/),
      teryt: '2264011',
      title: 'Nowe Centrum',
      copyOf: 'stary',
    });
    sent.flush(null, { status: 503, statusText: 'busy' });
    await stable();
    await press('Utwórz projekt');
    const again = http.expectOne({ method: 'POST', url: '/api/v1/calls' });
    expect(again.request.body.id).toBe(sent.request.body.id);
    again.flush(callResponse({ id: 'C9' }));
    await until(() => TestBed.inject(Router).url === '/nabory/C9');
    http.match(() => true);
  });
});
