import { HttpEventType, type HttpRequest } from '@angular/common/http';
import type { HttpTestingController } from '@angular/common/http/testing';
import type { AddAttachment, OfferAttachment, OfferResponse } from '@zit/contracts';
import { kompasOffer, kompasValues, LEADER, offerSheetOf, PARTNER, partnersOffer } from '../../../testing/kompas-offer';
import { openOffer } from '../offer.fixture';

const ROOT = '/api/v1/offers/F1/attachments';
const attached = (change: Partial<OfferAttachment> = {}): OfferAttachment => ({
  id: '00000000-0000-4000-8000-000000000801',
  member: LEADER,
  name: 'statut.pdf',
  about: 'Statut fundacji',
  mediaType: 'application/pdf',
  size: 1_400_000,
  sha256: 'ab'.repeat(32),
  addedAt: '2015-03-20T12:00:00.000Z',
  ...change,
});
const file = (name: string, size = 1_000): File => new File([new Uint8Array(size)], name);

describe('files that hang on an offer', () => {
  const open = async (offer: OfferResponse = kompasOffer()) => {
    const opened = await openOffer('/oferty/F1?sekcja=zalaczniki', offer, offerSheetOf(kompasValues()));
    const { http, page, tick } = opened;
    const choose = async (...files: File[]) => {
      const input = page.querySelector<HTMLInputElement>('input[type=file]')!;
      Object.defineProperty(input, 'files', { value: files, configurable: true });
      Object.defineProperty(input, 'value', { value: '', writable: true, configurable: true });
      input.dispatchEvent(new Event('change'));
      await tick();
    };
    /** The announcement that is out, answered with a place for the bytes. */
    const place = async (): Promise<AddAttachment> => {
      const request = http.expectOne({ method: 'POST', url: ROOT });
      const body = request.request.body as AddAttachment;
      request.flush({ id: body.id, stored: null }, { status: 201, statusText: 'Created' });
      await tick();
      return body;
    };
    const bytes = (id: string) => http.expectOne({ method: 'PUT', url: `${ROOT}/${id}` });
    const look = async (now: OfferResponse) => {
      http.match('/api/v1/offers/F1').forEach((each) => each.flush(now));
      await tick();
    };
    const queue = () =>
      [...page.querySelectorAll('zit-upload-line')].map((each) => each.textContent.replace(/\s+/g, ' '));
    return { ...opened, choose, place, bytes, look, queue };
  };
  const puts = (http: HttpTestingController) =>
    http.match(({ method, url }: HttpRequest<unknown>) => method === 'PUT' && url.startsWith(ROOT));

  it('U-20: tells its rules before anything is chosen, and how much is used', async () => {
    const { page, text } = await open(kompasOffer({ attachments: [attached()] }));
    expect(text()).toContain(
      '20 plików: PDF, JPG, PNG, DOCX, XLSX albo ODT, każdy do 25\u00a0MB, razem do 100\u00a0MB.'.replace(/\s/g, ' '),
    );
    expect(text()).toContain('Teraz: 1 plik, 1,4 MB.');
    expect(page.querySelector('input[type=file]')?.getAttribute('accept')).toBe(
      '.pdf,.jpg,.jpeg,.png,.docx,.xlsx,.odt',
    );
  });

  it('shows of each whose it is, its size and its SHA-256, and saves it on a click', async () => {
    const { page, named } = await open(kompasOffer({ attachments: [attached()] }));
    const line = page.querySelector('zit-attachment-line')!.textContent;
    expect(line).toContain(kompasOffer().members[0]!.name);
    expect(line).toContain('ab'.repeat(32));
    const link = named('Pobierz statut.pdf (1,4\u00a0MB)'.replace(/\s/g, ' '));
    expect([link.getAttribute('href'), link.getAttribute('download')]).toEqual([
      `${ROOT}/${attached().id}/file`,
      'statut.pdf',
    ]);
  });

  it('U-20: sends several one after another, with progress, and says when each has arrived', async () => {
    const { choose, place, bytes, look, queue, tick, http, page } = await open();
    await choose(file('a.pdf', 2_000), file('b.pdf'));
    expect(queue()[1]).toContain('czeka na swoją kolej');
    const first = await place();
    expect(first).toMatchObject({ member: LEADER, name: 'a.pdf', size: 2_000, about: '' });
    const sending = bytes(first.id);
    expect(sending.request.headers.get('Content-Type')).toBe('application/octet-stream');
    sending.event({ type: HttpEventType.UploadProgress, loaded: 500, total: 2_000 });
    await tick();
    expect(queue()[0]).toContain('wysłano 25 %');
    expect(page.querySelector<HTMLProgressElement>('progress')?.value).toBe(500);
    sending.event({ type: HttpEventType.UploadProgress, loaded: 2_000, total: 2_000 });
    await tick();
    expect(queue()[0]).toContain('sprawdzanie zawartości');
    sending.flush(attached({ id: first.id, name: 'a.pdf' }));
    await tick();
    await look(kompasOffer({ attachments: [attached({ id: first.id, name: 'a.pdf' })] }));
    expect(page.querySelector('zit-offer-attachments > [role=status]')?.textContent).toBe('Dołączono plik a.pdf.');
    expect(queue()).toHaveLength(1);
    expect(page.querySelectorAll('zit-attachment-line')).toHaveLength(1);
    expect((await place()).name).toBe('b.pdf');
    expect(puts(http)).toHaveLength(1);
  });

  it('U-20: retries a broken one under the same id; one that is refused gives its place back', async () => {
    const { choose, place, bytes, queue, press, tick, http } = await open();
    await choose(file('a.pdf'));
    const first = await place();
    bytes(first.id).error(new ProgressEvent('error'), { status: 0 });
    await tick();
    expect(queue()[0]).toMatch(/Ponów/);
    await press('Ponów przesyłanie pliku a.pdf');
    const again = await place();
    expect(again.id).toBe(first.id);
    const problem = {
      type: '',
      title: '',
      status: 422,
      code: 'FILE_REFUSED',
      detail: 'Ten dokument zawiera makra.',
      trace: 't',
    };
    bytes(again.id).flush(problem, { status: 422, statusText: 'x' });
    await tick();
    expect(queue()[0]).toContain('Ten dokument zawiera makra.');
    expect(queue()[0]).not.toContain('Ponów');
    http.expectOne({ method: 'DELETE', url: `${ROOT}/${again.id}` }).flush(null);
  });

  it('U-20: breaks one off, gives its place back, and goes on with the next', async () => {
    const { choose, place, bytes, queue, press, http } = await open();
    await choose(file('a.pdf'), file('b.pdf'));
    const { id } = await place();
    const sending = bytes(id);
    await press('Przerwij przesyłanie pliku a.pdf');
    expect(sending.cancelled).toBe(true);
    http.expectOne({ method: 'DELETE', url: `${ROOT}/${id}` }).flush(null);
    expect(queue()).toHaveLength(1);
    expect((await place()).name).toBe('b.pdf');
  });

  it('refuses what cannot hang there before a byte is sent, with the way out', async () => {
    const { choose, queue, press, http } = await open();
    await choose(file('umowa.doc'), file('pusty.pdf', 0));
    expect(queue()[0]).toContain('Portal przyjmuje tylko pliki PDF, JPG, PNG, DOCX, XLSX albo ODT.');
    expect(queue()[1]).toContain('Ten plik jest pusty.');
    expect(queue().join()).not.toContain('Ponów');
    http.expectNone({ method: 'POST', url: ROOT });
    await press('Odłóż plik umowa.doc');
    expect(queue()).toHaveLength(1);
  });

  it('takes files that are dropped, and nothing else', async () => {
    const { page, tick, place, http } = await open();
    const zone = page.querySelector('.drop')!;
    const drop = (type: string, types: string[], files: File[]) => {
      const event = new Event(type, { bubbles: true, cancelable: true });
      Object.defineProperty(event, 'dataTransfer', { value: { types, files } });
      zone.dispatchEvent(event);
      return event;
    };
    expect(drop('dragover', ['text/plain'], []).defaultPrevented).toBe(false);
    expect(drop('dragover', ['Files'], []).defaultPrevented).toBe(true);
    await tick();
    expect(zone.textContent).toContain('Upuść, aby dodać');
    drop('drop', ['text/plain'], []);
    await tick();
    http.expectNone({ method: 'POST', url: ROOT });
    drop('drop', ['Files'], [file('a.pdf')]);
    await tick();
    expect((await place()).name).toBe('a.pdf');
  });

  it('removes with a way back: the same file under the same id', async () => {
    const { press, http, look, tick, text } = await open(kompasOffer({ attachments: [attached()] }));
    await press('Usuń plik statut.pdf');
    http.expectOne({ method: 'DELETE', url: `${ROOT}/${attached().id}` }).flush(null);
    await tick();
    await look(kompasOffer());
    expect(text()).toContain('Nie ma jeszcze załączników');
    await press('Cofnij');
    const back = http.expectOne({ method: 'POST', url: ROOT });
    const { id, member, name, about, size } = attached();
    expect(back.request.body).toEqual({ id, member, name, about, size });
    back.flush({ id, stored: attached() });
    await tick();
    await look(kompasOffer({ attachments: [attached()] }));
    expect(text()).toContain('statut.pdf');
  });

  it('keeps what it is in the words of who added it', async () => {
    const { page, http, tick } = await open(kompasOffer({ attachments: [attached()] }));
    const input = page.querySelector<HTMLInputElement>('zit-attachment-line input')!;
    expect(input.value).toBe('Statut fundacji');
    input.value = 'Statut z 2014 r.';
    input.dispatchEvent(new Event('change'));
    const request = http.expectOne({ method: 'PATCH', url: `${ROOT}/${attached().id}` });
    expect(request.request.body).toEqual({ about: 'Statut z 2014 r.' });
    request.flush(attached({ about: 'Statut z 2014 r.' }));
    await tick();
    expect(page.querySelector('zit-attachment-line [role=status]')?.textContent).toBe('Zapisano opis.');
  });

  describe('each member its own', () => {
    const both = [
      attached(),
      attached({ id: '00000000-0000-4000-8000-000000000802', member: PARTNER, name: 'nasz.pdf' }),
    ];

    it('a partner changes its own and reads those of others', async () => {
      const { page } = await open(partnersOffer({ attachments: both }));
      const editable = [...page.querySelectorAll('zit-attachment-line')].map(
        (each) => each.querySelector('input') !== null,
      );
      expect(editable).toEqual([false, true]);
      expect(page.querySelector('.drop select')).toBeNull();
    });

    it('who was lent a part says whose a file is', async () => {
      const loans = [{ part: LEADER, member: PARTNER }];
      const { page, choose, place, tick } = await open(partnersOffer({ loans }));
      const select = page.querySelector<HTMLSelectElement>('.drop select')!;
      expect([...select.options].map(({ value }) => value)).toEqual([PARTNER, LEADER]);
      select.value = LEADER;
      select.dispatchEvent(new Event('change'));
      await tick();
      await choose(file('a.pdf'));
      expect((await place()).member).toBe(LEADER);
    });

    it('a handed-in offer is only read, and says how to go on', async () => {
      const { page, text } = await open(kompasOffer({ state: 'SUBMITTED', attachments: both }));
      expect(text()).toContain('Oferta jest złożona, więc jej plików nie można zmieniać.');
      expect(page.querySelector('.drop')).toBeNull();
      expect(page.querySelector('zit-attachment-line input')).toBeNull();
      expect(page.querySelectorAll('zit-attachment-line a')).toHaveLength(2);
    });
  });
});
