import { createHash, webcrypto } from 'node:crypto';
import { TextDecoder, TextEncoder } from 'node:util';
import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { Location } from '@angular/common';
import { ActivatedRoute, provideRouter } from '@angular/router';
import { of } from 'rxjs';
import {
  canonicalJson,
  digestPaths,
  fieldText,
  OFFER_FORM,
  offerDocument,
  readSheet,
  receiptText,
  type SheetValues,
} from '@zit/domain';
import { kompasOffer, kompasValues } from '../../testing/kompas-offer';
import { offerReceipt } from '../../testing/offer-signing';
import { until } from '../../testing/soon';
import { problemInterceptor } from '../session/problem-interceptor';
import { VerifyPage } from './verify-page';

const SALT = '5'.repeat(64);
const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** An offer's file and its receipt, as the portal exports them. */
function exported(values: SheetValues = kompasValues()) {
  const { members, call } = kompasOffer();
  const document = offerDocument('F1', readSheet(OFFER_FORM, values), {
    call,
    consortium: { id: 'K1', title: 'Kompas Sopocki' },
    members,
    attachments: [],
    papers: [],
    unread: [],
  });
  const digests = digestPaths(document).map(([path, text]) => [path, sha256(fieldText(SALT, path, text))]);
  const said = { ...offerReceipt(), sha256: sha256(canonicalJson(document)), digests: Object.fromEntries(digests) };
  return {
    offer: { format: 'zit-offer/1', document, salt: SALT, receiptNumber: said.number },
    receipt: { ...said, receiptSha256: sha256(receiptText(said)) },
  };
}

describe('the page that compares an offer with its receipt', () => {
  const was = globalThis.crypto;
  let http: HttpTestingController;
  beforeAll(() => {
    Object.assign(globalThis, { TextEncoder, TextDecoder });
    Object.defineProperty(globalThis, 'crypto', { value: webcrypto, configurable: true });
  });
  afterAll(() => Object.defineProperty(globalThis, 'crypto', { value: was, configurable: true }));
  afterEach(() => http.verify());

  const visit = (fragment: string | null = null) => {
    TestBed.configureTestingModule({
      providers: [
        provideHttpClient(withInterceptors([problemInterceptor])),
        provideHttpClientTesting(),
        provideRouter([]),
        { provide: ActivatedRoute, useValue: { fragment: of(fragment) } },
      ],
    });
    if (fragment) TestBed.inject(Location).go(`/sprawdz#${fragment}`);
    http = TestBed.inject(HttpTestingController);
    const fixture = TestBed.createComponent(VerifyPage);
    TestBed.tick();
    http.expectOne('/api/v1/session').flush(null, { status: 401, statusText: 'Unauthorized' });
    const page = fixture.nativeElement as HTMLElement;
    const text = () => page.textContent.replace(/\s+/g, ' ');
    const says = async (wanted: string) => {
      await until(() => {
        TestBed.tick();
        return text().includes(wanted);
      });
    };
    /** All files dropped anywhere on the page. */
    const drop = (...files: [name: string, content: unknown][]) => {
      const dropped = new Event('drop', { bubbles: true, cancelable: true });
      const given = files.map(([name, content]) => fileOf(name, content));
      Object.defineProperty(dropped, 'dataTransfer', { value: { files: given } });
      page.dispatchEvent(dropped);
      return dropped;
    };
    return { page, text, says, drop };
  };
  const check = async (known: boolean) => {
    await until(() => {
      TestBed.tick();
      const [asked] = http.match('/api/v1/public/receipts/check');
      asked?.flush({ known, receivedAt: known ? '2015-03-31T13:29:59.999Z' : null, kind: known ? 'SUBMISSION' : null });
      return asked !== undefined;
    });
  };

  it('says that they are the same, sends nothing of the offer, and asks whether the portal knows the receipt', async () => {
    const { offer, receipt } = exported();
    const { drop, says } = visit();
    drop(['potwierdzenie.json', receipt], ['oferta.json', offer]);
    let body: unknown;
    await until(() => {
      TestBed.tick();
      const [asked] = http.match('/api/v1/public/receipts/check');
      body = asked?.request.body;
      asked?.flush({ known: true, receivedAt: receipt.receivedAt, kind: 'SUBMISSION' });
      return asked !== undefined;
    });
    expect(body).toEqual({ number: receipt.number, receiptSha256: receipt.receiptSha256 });
    await says('Plik oferty jest dokładnie tym, co złożono.');
    await says('Portal zna to potwierdzenie; wpływ 31 marca 2015, 15:29:59,999');
  });

  it('a file that is refused takes the earlier verdict with it', async () => {
    const { offer, receipt } = exported();
    const { drop, page, says, text } = visit();
    drop(['oferta.json', offer], ['potwierdzenie.json', receipt]);
    await check(true);
    await says('Plik oferty jest dokładnie tym, co złożono.');
    const input = page.querySelector<HTMLInputElement>('#offer-file')!;
    Object.defineProperty(input, 'files', { value: [fileOf('inny.json', {})], configurable: true });
    input.dispatchEvent(new Event('change'));
    await says('„inny.json” nie jest ani plikiem oferty, ani potwierdzeniem.');
    expect(text()).not.toContain('jest dokładnie tym');
    expect(text()).not.toContain('Wybrano: oferta.json');
    // The other one was not meant and stays.
    expect(text()).toContain('Wybrano: potwierdzenie.json');
  });

  it('names the fields that differ, in words', async () => {
    const { receipt } = exported();
    const { offer } = exported({ ...kompasValues(), 'basics.title': 'Inny tytuł' });
    const first = offer.document.members[1]!;
    offer.document.members[1] = { ...first, nip: '1111111111' };
    const { drop, page, says } = visit();
    drop(['oferta.json', offer], ['potwierdzenie.json', receipt]);
    await check(true);
    await says('Plik oferty różni się od tego, co złożono.');
    const fields = [...page.querySelectorAll('.verdict li')].map((each) =>
      each.textContent.replace(/\s+/g, ' ').trim(),
    );
    expect(fields).toEqual([
      `Członek konsorcjum: ${first.name}, NIP (zmienione)`,
      'Podstawowe informacje: tytuł oferty (zmienione)',
    ]);
  });

  it('finds a receipt that was changed after it was issued, and one that the portal does not know', async () => {
    const { offer, receipt } = exported();
    const { drop, says } = visit();
    drop(['oferta.json', offer], ['potwierdzenie.json', { ...receipt, receivedAt: '2015-03-31T12:00:00.000Z' }]);
    await check(false);
    await says('Potwierdzenie zostało zmienione po wydaniu.');
    await says('Portal nie zna potwierdzenia o tym numerze i skrócie.');
  });

  it('takes the number out of the printed code, keeps it out of the address, and asks with the hash on the paper', async () => {
    const { page, says, text } = visit('LC/2264/2015/01/0007');
    await says('Numer pochodzi z kodu na potwierdzeniu.');
    expect(page.querySelector<HTMLInputElement>('#paper-number')!.value).toBe('LC/2264/2015/01/0007');
    expect(TestBed.inject(Location).path(true)).toBe('/sprawdz');
    const form = page.querySelector('form')!;
    form.dispatchEvent(new Event('submit', { cancelable: true }));
    await says('Wpisz skrót potwierdzenia.');
    const hash = page.querySelector<HTMLTextAreaElement>('#paper-sha')!;
    const write = (value: string) => {
      hash.value = value;
      hash.dispatchEvent(new Event('input'));
      form.dispatchEvent(new Event('submit', { cancelable: true }));
    };
    write('abc');
    await says('Skrót ma 64 znaki; wpisano 3 znaki.');
    // As the paper groups it.
    write(`${'E'.repeat(16)} ${'e'.repeat(16)}\n${'e'.repeat(16)} ${'e'.repeat(16)}`);
    const asked = http.expectOne('/api/v1/public/receipts/check');
    expect(asked.request.body).toEqual({ number: 'LC/2264/2015/01/0007', receiptSha256: 'e'.repeat(64) });
    asked.flush({ known: true, receivedAt: '2015-03-31T13:29:59.999Z', kind: 'SUBMISSION' });
    await says('Portal zna to potwierdzenie; wpływ 31 marca 2015, 15:29:59,999');
    write('f'.repeat(64));
    TestBed.tick();
    expect(text()).not.toContain('Portal zna to');
    http.expectOne('/api/v1/public/receipts/check').flush({ known: false, receivedAt: null, kind: null });
    await says('Portal nie zna potwierdzenia o tym numerze i skrócie.');
  });

  it('does not take any file for one of these, and says which is missing', async () => {
    const { drop, says } = visit();
    const dropped = drop(['zdjecie.json', 'nie JSON {'], ['inny.json', { a: 1 }], ['oferta.json', exported().offer]);
    expect(dropped.defaultPrevented).toBe(true);
    await says('„zdjecie.json” nie jest plikiem JSON z tego portalu.');
    await says('„inny.json” nie jest ani plikiem oferty, ani potwierdzeniem.');
    await says('Potrzebne są oba pliki');
  });
});

/** The files of the test's document cannot be read as text, as those of browsers can. */
function fileOf(name: string, content: unknown): File {
  const text = typeof content === 'string' ? content : JSON.stringify(content);
  const file = new File([text], name, { type: 'application/json' });
  Object.defineProperty(file, 'text', { value: () => Promise.resolve(text) });
  return file;
}
