import type { AddCallAttachment, CallResponse, PublishedFile } from '@zit/contracts';
import { OMT_2014, type CallFile } from '@zit/domain';
import { callResponse, publicCall, sopotValues } from '../../../testing/sopot-call';
import { coordinator, officer, openCalls, settle } from '../call.fixture';

const ROOT = '/api/v1/calls/C1/attachments';
const SHEET = '/api/v1/calls/C1/sheet';
const attached = (no: number, change: Partial<CallFile> = {}): CallFile => ({
  ...{ id: `00000000-0000-4000-8000-00000000080${no}`, name: `plik-${no}.pdf`, about: '' },
  ...{ mediaType: 'application/pdf', size: 1_400_000, sha256: String(no).repeat(64), replaces: null },
  ...change,
});
const published = (no: number): PublishedFile => ({ ...attached(no), path: `/pliki/${no}` });

describe('files that hang on a call', () => {
  const open = async (call: Partial<CallResponse> = {}, session = officer) => {
    const opened = await openCalls('/nabory/C1?sekcja=zalaczniki', session);
    const { http, page, stable } = opened;
    const answer = async (now: Partial<CallResponse>) => {
      http.expectOne('/api/v1/calls/C1').flush(callResponse(now));
      await stable();
    };
    http.expectOne('/api/v1/rule-sets').flush({ items: [OMT_2014] });
    await answer(call);
    const fields = Object.entries(sopotValues()).map(([path, value]) => ({ path, value, rev: 1 }));
    http.expectOne(({ url }) => url === SHEET).flush({ form: 'call/1', rev: 7, closed: false, fields });
    await stable();
    const choose = async (input: Element | null | undefined, ...files: File[]) => {
      Object.defineProperty(input, 'files', { value: files, configurable: true });
      Object.defineProperty(input, 'value', { value: '', writable: true, configurable: true });
      input?.dispatchEvent(new Event('change'));
      await stable();
    };
    const labelled = (label: string) =>
      [...page.querySelectorAll<HTMLElement>('a, button, input')].find(
        (each) => each.getAttribute('aria-label')?.replace(/\s/g, ' ') === label,
      );
    const click = async (label: string) => {
      labelled(label)?.click();
      await stable();
    };
    const inputs = () => [...page.querySelectorAll('zit-call-attachments input[type=file]')];
    return { ...opened, answer, choose, click, labelled, inputs };
  };
  const bytes = (name: string, size = 1_000): File => new File([new Uint8Array(size)], name);

  it('U-20: tells its rules before anything is chosen, and what becomes of the files', async () => {
    const { text, inputs, page } = await open({ attachments: [attached(1)] });
    expect(text()).toContain('Do naboru można dołączyć 20 plików');
    expect(text()).toContain('Teraz: 1 plik, 1,4 MB.');
    expect(text()).toContain('Po ogłoszeniu pliki pobierze każdy, bez logowania.');
    expect(inputs()[0]?.getAttribute('accept')).toBe('.pdf,.jpg,.jpeg,.png,.docx,.xlsx,.odt');
    expect(page.querySelector('zit-section-links [aria-current=step]')?.textContent?.replace(/\s+/g, ' ')).toContain(
      'Załączniki1 plik',
    );
  });

  it('are announced, sent, and there when the call is read again', async () => {
    const { http, answer, choose, inputs, text, stable } = await open();
    await choose(inputs()[0], bytes('mapa.pdf'));
    const place = http.expectOne({ method: 'POST', url: ROOT });
    const body = place.request.body as AddCallAttachment;
    expect(body).toEqual({ id: body.id, name: 'mapa.pdf', about: '', size: 1_000 });
    place.flush({ id: body.id, stored: null }, { status: 201, statusText: 'Created' });
    await stable();
    expect(text()).toContain('W drodze');
    http.expectOne({ method: 'PUT', url: `${ROOT}/${body.id}` }).flush(attached(1, { name: 'mapa.pdf' }));
    await stable();
    await answer({ attachments: [attached(1, { name: 'mapa.pdf' })] });
    expect(text()).toContain('Dołączono plik mapa.pdf.');
    expect(text()).toContain('1'.repeat(64));
  });

  it('take the place of another one, which then no longer counts', async () => {
    const twenty = Array.from({ length: 20 }, (_, no) => attached(no % 10, { id: `f${no}`, name: `plik-${no}.pdf` }));
    const { http, choose, click, inputs } = await open({ attachments: twenty });
    await click('Zastąp plik plik-3.pdf innym');
    await choose(inputs()[1], bytes('nowy.pdf'));
    expect(http.expectOne({ method: 'POST', url: ROOT }).request.body).toMatchObject({ replaces: 'f3' });
  });

  it('are put in order, and the focus goes along', async () => {
    const { http, answer, click, labelled, text } = await open({ attachments: [attached(1), attached(2)] });
    expect(labelled('Przesuń wyżej plik plik-1.pdf')).toHaveProperty('disabled', true);
    await click('Przesuń wyżej plik plik-2.pdf');
    const moved = http.expectOne({ method: 'PATCH', url: `${ROOT}/${attached(2).id}` });
    expect(moved.request.body).toEqual({ place: 0 });
    moved.flush(attached(2));
    await settle();
    await answer({ attachments: [attached(2), attached(1)] });
    await settle();
    expect(text()).toContain('Plik plik-2.pdf jest teraz 1. z 2.');
    expect(document.activeElement?.getAttribute('aria-label')).toBe('Przesuń niżej plik plik-2.pdf');
  });

  it('are removed, with the way back for a while', async () => {
    const { http, answer, click, text, stable } = await open({ attachments: [attached(1, { about: 'Mapa' })] });
    await click('Usuń plik plik-1.pdf');
    http.expectOne({ method: 'DELETE', url: `${ROOT}/${attached(1).id}` }).flush(null);
    await settle();
    await answer({ attachments: [] });
    document.querySelector<HTMLElement>('.mat-mdc-snack-bar-container button')?.click();
    await stable();
    const back = http.expectOne({ method: 'POST', url: ROOT });
    const { id, name, size } = attached(1);
    expect(back.request.body).toEqual({ id, name, about: 'Mapa', size });
    back.flush({ id, stored: attached(1, { about: 'Mapa' }) });
    await settle();
    await answer({ attachments: [attached(1, { about: 'Mapa' })] });
    expect(text()).toContain('Przywrócono plik plik-1.pdf.');
  });

  it('are shown to who only reads, without a way to change them', async () => {
    const { page, text } = await open({ attachments: [attached(1, { about: 'Mapa' })] }, coordinator);
    expect(text()).toContain('Mapa');
    expect(page.querySelectorAll('zit-call-attachments :is(input, button):not([hidden])')).toHaveLength(0);
  });
});

describe('files of a published call', () => {
  const [notice] = publicCall().editions;
  const open = async (change: Parameters<typeof publicCall>[0]) => {
    const opened = await openCalls('/ogloszenia/lc-2264-2015-01', null);
    opened.nobody();
    opened.http.expectOne('/api/v1/public/calls/lc-2264-2015-01').flush(publicCall(change));
    await opened.stable();
    return opened;
  };

  it('are named with kind, size and SHA-256, and saved from their address', async () => {
    const { page } = await open({ attachments: [published(1)] });
    const part = page.querySelector('#attachments');
    expect(part?.textContent).toContain('1'.repeat(64));
    const link = part?.querySelector('a');
    expect([link?.getAttribute('href'), link?.getAttribute('download')]).toEqual(['/pliki/1', 'plik-1.pdf']);
    expect(link?.getAttribute('aria-label')?.replace(/\s/g, ' ')).toBe('Pobierz plik-1.pdf (PDF, 1,4 MB)');
  });

  it('of earlier editions stay where their edition is', async () => {
    const editions = [
      { ...notice!, attachments: [published(1)] },
      { ...notice!, no: 2, kind: 'ANNEX' as const, reason: 'Nowa mapa.', attachments: [published(2)] },
    ];
    const { page } = await open({ attachments: [published(2)], editions });
    expect([...page.querySelectorAll('#editions ul a')].map((link) => link.getAttribute('href'))).toEqual(['/pliki/1']);
    expect(page.querySelector('#editions')?.textContent).toContain('Załączniki wydania 1');
  });

  it('have no part when there are none', async () => {
    const { page } = await open({});
    expect(page.querySelector('#attachments')).toBeNull();
  });
});
