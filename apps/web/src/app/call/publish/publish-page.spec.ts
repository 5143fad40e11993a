import { type HttpTestingController } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { Router } from '@angular/router';
import { MatInputHarness } from '@angular/material/input/testing';
import type { CallResponse, SessionResponse } from '@zit/contracts';
import { CALL_FORM, flatten, type CallFinding } from '@zit/domain';
import { callResponse, publicCall, sopotCall } from '../../../testing/sopot-call';
import { until } from '../../../testing/soon';
import { coordinator, officer, openCalls, settle } from '../call.fixture';
import type { CallContents } from '../reading/call-reading';

const blocking: CallFinding = {
  code: 'C-CRITERIA',
  verdict: 'fail',
  text: 'Wagi kryteriów dają razem 99, a muszą dać 100.',
  fix: null,
  source: 'A.8',
  section: 'criteria',
  path: null,
};

describe('publishing a call', () => {
  let http: HttpTestingController;
  afterEach(() => http.verify());

  const answer = async (call: Partial<CallResponse> = {}, contents: CallContents = sopotCall(), rev = 7) => {
    http.expectOne('/api/v1/calls/C1').flush(callResponse({ checkedRev: rev, ...call }));
    const fields = Object.entries(flatten(CALL_FORM, contents)).map(([path, value]) => ({ path, value, rev: 1 }));
    http.expectOne('/api/v1/calls/C1/sheet?after=0').flush({ form: 'call/1', rev, closed: false, fields });
    await settle();
    if (call.slug) http.expectOne(`/api/v1/public/calls/${call.slug}`).flush(publicCall());
  };
  const open = async (
    call: Partial<CallResponse> = {},
    contents?: CallContents,
    session: SessionResponse = officer,
  ) => {
    const opened = await openCalls('/nabory/C1/publikacja', session);
    http = opened.http;
    await answer(call, contents);
    await opened.stable();
    return opened;
  };
  const posted = () => http.expectOne({ method: 'POST', url: '/api/v1/calls/C1/editions' });

  it('shows exactly what will be frozen and publishes the revision on the page, under one id', async () => {
    const { text, press, stable } = await open();
    expect(text()).toContain('Jakość i komplementarność usług');
    expect(text()).toContain('Nic nie stoi na przeszkodzie.');
    await press('Ogłoś nabór');
    const sent = posted();
    expect(sent.request.body).toEqual({
      id: expect.stringMatching(/^[0-9a-f-]{36}$/),
      rev: 7,
      attachmentsSha256: 'f'.repeat(64),
    });
    sent.flush(null, { status: 503, statusText: 'busy' });
    await stable();
    await press('Ogłoś nabór');
    const again = posted();
    expect(again.request.body).toEqual(sent.request.body);
    again.flush(callResponse({ state: 'PUBLISHED', phase: 'OPEN', number: 'LC/2264/2015/01', slug: 'x' }));
    await until(() => TestBed.inject(Router).url === '/nabory/C1');
    expect(document.querySelector('.mat-mdc-snack-bar-container')?.textContent).toContain(
      'Ogłoszono nabór LC/2264/2015/01',
    );
    http.match(() => true);
  });

  it('has no button while something stands in the way, and says how much', async () => {
    const { text, page } = await open({ findings: [blocking] });
    expect(text()).toContain('Nie można jeszcze ogłosić: 1 sprawa do poprawy');
    expect(text()).toContain('Wagi kryteriów dają razem 99');
    expect([...page.querySelectorAll('button')].map((each) => each.textContent?.trim())).not.toContain('Ogłoś nabór');
  });

  it('has none for who only reads', async () => {
    const { text } = await open({}, undefined, coordinator);
    expect(text()).toContain('Ogłasza gmina, operator powiatu albo program.');
  });

  it('publishes nothing that its reader has not seen: after a change by another it shows what changed', async () => {
    const { press, stable, text } = await open();
    await press('Ogłoś nabór');
    posted().flush({ code: 'STALE', detail: 'Zmieniono.', status: 409 }, { status: 409, statusText: 'Conflict' });
    await settle();
    const changed = sopotCall();
    changed.basics.centres = 2;
    await answer({}, changed, 8);
    await stable();
    expect(text()).toContain('Treść zmieniła się w międzyczasie');
    expect(text()).toContain('liczba lokalnych centrów');
    expect(text()).toMatch(/Było: 1\s*Jest: 2/);
    await press('Ogłoś nabór');
    const again = posted();
    expect(again.request.body.rev).toBe(8);
    again.flush(null, { status: 503, statusText: 'busy' });
    await stable();
  });

  it('shows what the server found in the way', async () => {
    const { press, stable, text } = await open();
    await press('Ogłoś nabór');
    posted().flush(
      { code: 'BLOCKED', detail: 'Są przeszkody.', status: 422 },
      { status: 422, statusText: 'Unprocessable' },
    );
    await settle();
    await answer({ findings: [blocking] });
    await stable();
    expect(text()).toContain('Są przeszkody.');
    expect(text()).toContain('Wagi kryteriów dają razem 99');
  });

  it('asks the reason of an annex and shows what it changes', async () => {
    const changed = sopotCall();
    changed.basics.centres = 2;
    const { press, text, loader } = await open({ state: 'ANNEX', phase: 'OPEN', slug: 'x' }, changed);
    expect(text()).toContain('Różnice wobec obowiązującego wydania');
    expect(text()).toMatch(/Było: 1\s*Jest: 2/);
    await press('Ogłoś aneks');
    expect(text()).toContain('Wpisz uzasadnienie aneksu');
    await (await loader.getHarness(MatInputHarness)).setValue('Dwa centra zamiast jednego.');
    await press('Ogłoś aneks');
    const sent = posted();
    expect(sent.request.body).toMatchObject({ rev: 7, reason: 'Dwa centra zamiast jednego.' });
    sent.flush(null, { status: 503, statusText: 'busy' });
  });

  it('publishes an annex that changes files alone, and shows which', async () => {
    const file = {
      ...{ id: 'a', name: 'mapa.pdf', about: 'Mapa', mediaType: 'application/pdf', size: 1_000 },
      ...{ sha256: 'c'.repeat(64), replaces: null },
    };
    const { text } = await open({ state: 'ANNEX', phase: 'OPEN', slug: 'x', attachments: [file] });
    expect(text()).toContain('Załączniki: dodano plik „mapa.pdf”');
    expect(text()).toContain('Ogłoś aneks');
  });

  it('does not publish an annex that changes nothing', async () => {
    const { text } = await open({ state: 'ANNEX', phase: 'OPEN', slug: 'x' });
    expect(text()).toContain('Aneks nic nie zmienia.');
  });
});
