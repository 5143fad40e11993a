import type { HttpTestingController } from '@angular/common/http/testing';
import { MatInputHarness } from '@angular/material/input/testing';
import type { ReceivedOffers } from '@zit/contracts';
import { OFFER_FORM, readSheet } from '@zit/domain';
import { kompasOffer, kompasValues } from '../../../testing/kompas-offer';
import { receivedOffer } from '../../../testing/offer-signing';
import { callResponse, publicCall, sopotCall } from '../../../testing/sopot-call';
import { grantOf, signedInAs } from '../../../testing/signed-in-as';
import { until } from '../../../testing/soon';
import { officer, openCalls, settle } from '../call.fixture';

const chair = signedInAs([grantOf('CHAIR')], 'STEERING_GROUP');

describe('offers of a call, for who works on it', () => {
  let http: HttpTestingController;
  afterEach(() => http.verify());

  const open = async (received: Partial<ReceivedOffers>, session = officer, admitsLate = true) => {
    const opened = await openCalls('/nabory/C1?czesc=oferty', session);
    http = opened.http;
    const contents = sopotCall();
    contents.deadline.admitsLate = admitsLate;
    http.expectOne('/api/v1/calls/C1').flush(
      callResponse({
        state: 'PUBLISHED',
        phase: 'OPEN',
        number: 'LC/2264/2015/01',
        slug: 'x',
        deadlineAt: IN_AN_HOUR,
      }),
    );
    http.match('/api/v1/rule-sets').forEach((each) => each.flush({ items: [] }));
    await opened.stable();
    http.match('/api/v1/public/calls/x').forEach((each) => each.flush(publicCall({ contents })));
    await settle();
    await settle();
    http.expectOne('/api/v1/calls/C1/offers').flush({ count: 0, offers: null, serverTime: NOW, ...received });
    await settle();
    await opened.stable();
    return opened;
  };
  const NOW = new Date().toISOString();
  const IN_AN_HOUR = new Date(Date.now() + 3_600_000).toISOString();

  it('O5: shows their number alone until the deadline, and says why', async () => {
    const { page, text } = await open({ count: 3 });
    expect(text().replaceAll('\u00a0', ' ')).toContain('3 oferty');
    expect(text()).toContain('Oferty są zapieczętowane do terminu.');
    expect(page.querySelector('zit-received-offers li')).toBeNull();
  });

  it('lists them afterwards with the instant and how late', async () => {
    const late = receivedOffer({ offerId: 'F2', title: 'Oferta D', lateMs: 1_000 });
    const attachments = [{ id: 'A1', name: 'statut.pdf', size: 12_345 }];
    const { page, text } = await open({ count: 2, offers: [receivedOffer({ attachments }), late] });
    const rows = [...page.querySelectorAll('zit-received-offers > ul > li')].map((each) =>
      each.textContent.replace(/\s+/g, ' '),
    );
    expect(rows[0]).toContain('W terminie');
    expect(rows[0]).toContain('15:29:59,999 (czas polski, UTC+2)');
    expect(rows[1]).toContain('Po terminie o 1 s');
    expect(page.querySelector('zit-received-offers li a')?.getAttribute('href')).toBe('/nabory/C1/oferty/F1');
    const files = [...page.querySelectorAll('zit-received-offers li:first-child .files a')];
    expect(files.map((each) => each.getAttribute('href'))).toEqual([
      '/api/v1/calls/C1/offers/F1',
      '/api/v1/calls/C1/offers/F1/attachments/A1/file',
    ]);
    expect(files[0]?.getAttribute('download')).toBe('oferta-LC-2264-2015-01-0007.json');
    expect(files[1]?.textContent.replaceAll('\u00a0', ' ')).toContain('statut.pdf (12');
    expect(text()).not.toContain('Dopuść do oceny');
  });

  it('lets the chair admit a late one by its minutes, where the call allows it', async () => {
    const late = receivedOffer({ offerId: 'F2', lateMs: 1_000 });
    const { press, root, text, stable } = await open({ count: 1, offers: [late] }, chair);
    await press('Dopuść do oceny');
    await until(() => document.querySelector('zit-reason-dialog') !== null);
    await press('Dopuść ofertę');
    expect(document.querySelector('zit-error-summary')?.textContent).toContain('Wpisz treść protokołu');
    await (await root.getHarness(MatInputHarness)).setValue('Awaria sieci w całym mieście.');
    await press('Dopuść ofertę');
    const sent = http.expectOne({ method: 'POST', url: '/api/v1/offers/F2/admission' });
    expect(sent.request.body).toMatchObject({ minutes: 'Awaria sieci w całym mieście.' });
    sent.flush({});
    await until(() => {
      const [again] = http.match('/api/v1/calls/C1/offers');
      again?.flush({ count: 1, offers: [{ ...late, admitted: true }], serverTime: NOW });
      return again !== undefined;
    });
    await stable();
    expect(text()).toContain('Dopuszczona');
  });

  it('says that a call admits no late offer', async () => {
    const late = receivedOffer({ offerId: 'F2', lateMs: 1_000 });
    const { page, text } = await open({ count: 1, offers: [late] }, chair, false);
    expect(text()).toContain('Ten nabór nie pozwala dopuścić spóźnionej oferty.');
    expect(page.querySelector('zit-received-offers button')).toBeNull();
  });

  it('reads one exactly as it was handed in', async () => {
    const opened = await openCalls('/nabory/C1/oferty/F1', officer);
    http = opened.http;
    const { members, call } = kompasOffer();
    const document = {
      form: 'offer/1',
      offerId: 'F1',
      call: { number: call.number, edition: 1, sha256: 'a'.repeat(64) },
      consortium: { id: 'K1', title: 'Kompas Sopocki' },
      members,
      contents: readSheet(OFFER_FORM, kompasValues()),
      attachments: [
        {
          id: 'A1',
          member: members[0]!.id,
          name: 'statut.pdf',
          about: '',
          mediaType: 'application/pdf',
          size: 9,
          sha256: 'b'.repeat(64),
        },
      ],
      papers: [],
    };
    http
      .expectOne('/api/v1/calls/C1/offers/F1')
      .flush({ format: 'zit-offer/1', document, receiptNumber: 'LC/2264/2015/01/0007' });
    await opened.stable();
    expect(opened.text()).toContain('Dokładnie to złożono; potwierdzenie LC/2264/2015/01/0007.');
    expect(opened.text()).toContain('Pozycje budżetu');
    expect(opened.text()).toContain(members[4]!.name);
    const [file] = [...opened.page.querySelectorAll('a')].filter((each) => each.textContent === 'statut.pdf');
    expect(file?.getAttribute('href')).toBe('/api/v1/calls/C1/offers/F1/attachments/A1/file');
    // Who reads an offer that was handed in begins with all of it open.
    expect([...opened.page.querySelectorAll('details')].every(({ open: isOpen }) => isOpen)).toBe(true);
  });
});
