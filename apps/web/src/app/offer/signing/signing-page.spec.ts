import type { HttpTestingController, TestRequest } from '@angular/common/http/testing';
import type { OfferResponse, OfferSigning } from '@zit/contracts';
import { kompasOffer, kompasValues, LEADER, offerSheetOf } from '../../../testing/kompas-offer';
import { confirmation, offerSigning, SHA } from '../../../testing/offer-signing';
import { openOffer } from '../offer.fixture';

const signer = (change: Partial<OfferResponse> = {}): OfferResponse =>
  kompasOffer({ me: { member: LEADER, leads: true, edits: false, confirms: 'SIGNER', submits: true }, ...change });
/** The leader's signer has not confirmed yet. */
const open = () =>
  offerSigning({}, (_, index) =>
    index === 0 ? { complete: false, missing: 'Brakuje potwierdzenia: prezes zarządu.', confirmations: [] } : {},
  );

describe('the signing of an offer', () => {
  let http: HttpTestingController;
  // The open sheet asks for news in its own rhythm.
  afterEach(() => http.match(() => true));

  const visit = async (signing: OfferSigning, offer = signer()) => {
    const opened = await openOffer(`/oferty/${offer.id}/podpisy`, offer, offerSheetOf(kompasValues()));
    http = opened.http;
    http.match('/api/v1/offers/F1/signing').forEach((each) => each.flush(signing));
    await opened.tick();
    await opened.tick();
    return opened;
  };
  const posted = (): TestRequest => http.expectOne({ method: 'POST', url: '/api/v1/offers/F1/confirmations' });
  const buttons = (page: HTMLElement) => [...page.querySelectorAll('button')].map((each) => each.textContent?.trim());

  it('says of every member who confirmed and when, and what is missing', async () => {
    const { page, text } = await visit(open());
    const cards = [...page.querySelectorAll('zit-member-card')].map((each) => each.textContent.replace(/\s+/g, ' '));
    expect(cards).toHaveLength(5);
    expect(cards[0]).toContain('Brakuje potwierdzenia: prezes zarządu.');
    expect(cards[1]).toContain('Komplet');
    expect(cards[1]).toContain('potwierdzono 30 marca 2015, 12:11:12,345 (czas polski, UTC+2)');
    expect(text()).toContain('Treść potwierdziło 4 z 5 członków.');
  });

  it('names the field by which an edit has voided a confirmation', async () => {
    const voided = confirmation({
      holds: false,
      changed: [{ label: 'Budżet: animator, kwota', before: '100,00 zł', after: '200,00 zł' }],
    });
    const { page } = await visit(
      offerSigning({}, (_, index) => (index === 2 ? { complete: false, confirmations: [voided] } : {})),
    );
    const card = page.querySelectorAll('zit-member-card')[2]?.textContent.replace(/\s+/g, ' ');
    expect(card).toContain('Do ponowienia');
    expect(card).toContain('Przestało obowiązywać. Po tym potwierdzeniu zmieniono:Budżet: animator, kwota');
    expect(card).toMatch(/Było: 100,00 zł\s*Jest: 200,00 zł/);
  });

  it('shows exactly what is confirmed before the button, and confirms that hash under one key', async () => {
    const { page, press, tick, text } = await visit(open());
    const content = page.querySelector('zit-offer-contents');
    expect(content?.textContent).toContain('Pozycje budżetu');
    const button = [...page.querySelectorAll('button')].find(
      (each) => each.textContent?.trim() === 'Potwierdzam treść',
    );
    const order = content!.compareDocumentPosition(button!);
    expect(order & Node.DOCUMENT_POSITION_FOLLOWING).toBeTruthy();
    await press('Potwierdzam treść');
    const first = posted();
    expect(first.request.body).toEqual({ id: expect.stringMatching(/^[0-9a-f-]{36}$/), sha256: SHA });
    first.flush(null, { status: 503, statusText: 'busy' });
    await tick();
    await tick();
    await press('Potwierdzam treść');
    const again = posted();
    expect(again.request.body).toEqual(first.request.body);
    again.flush(
      offerSigning({}, (_, index) =>
        index === 0 ? { confirmations: [confirmation({ id: 'MINE', mine: true })] } : {},
      ),
    );
    await tick();
    await tick();
    await press('Wycofaj potwierdzenie');
    expect(text()).toContain('Twoje potwierdzenie tej treści obowiązuje od 30 marca 2015, 12:11:12,345');
    http.expectOne({ method: 'DELETE', url: '/api/v1/offers/F1/confirmations/MINE' }).flush(open());
  });

  it('opens what is one’s own and what an edit has changed; the rest is one press away, and paper shows all', async () => {
    const voided = confirmation({
      holds: false,
      changed: [{ label: 'Doświadczenie i zasoby: opis', before: 'a', after: 'b' }],
    });
    const { page, press, tick } = await visit(
      offerSigning({}, (_, index) => (index === 0 ? { complete: false, confirmations: [voided] } : {})),
    );
    const sections = () => [...page.querySelectorAll<HTMLDetailsElement>('zit-offer-contents details')];
    const named = (title: string) => sections().find((each) => each.querySelector('h2')?.textContent === title)!;
    const said = (title: string) => named(title).querySelector('summary')!.textContent.replace(/\s+/g, ' ');
    expect([named('Budżet').open, named('Konsorcjum').open]).toEqual([true, false]);
    expect(said('Budżet')).toContain('z Waszymi pozycjami');
    expect(said('Doświadczenie i zasoby')).toContain('zmienione');
    dispatchEvent(new Event('beforeprint'));
    expect(sections().every(({ open: isOpen }) => isOpen)).toBe(true);
    dispatchEvent(new Event('afterprint'));
    expect(named('Konsorcjum').open).toBe(false);

    Element.prototype.scrollIntoView = jest.fn();
    const link = [...page.querySelectorAll<HTMLAnchorElement>('zit-offer-contents nav a')][0]!;
    expect(link.getAttribute('href')).toBe('/oferty/F1/podpisy#read-parties');
    link.click();
    await tick();
    expect(named('Konsorcjum').open).toBe(true);
    expect(document.activeElement?.textContent).toContain('Konsorcjum');
    await press('Rozwiń wszystko');
    expect(sections().every(({ open: isOpen }) => isOpen)).toBe(true);
    await press('Zwiń wszystko');
    expect(sections().some(({ open: isOpen }) => isOpen)).toBe(false);
  });

  it('confirms nothing that its reader has not seen', async () => {
    const { page, press, tick, text } = await visit(open());
    await press('Potwierdzam treść');
    posted().flush({ code: 'STALE', detail: 'Zmieniono.', status: 409 }, { status: 409, statusText: 'Conflict' });
    const changed = offerSheetOf({}, { rev: 2, fields: [{ path: 'basics.title', value: 'Inny tytuł', rev: 2 }] });
    for (let round = 0; round < 4; round += 1) {
      await tick();
      http.match('/api/v1/offers/F1').forEach((each) => each.flush(signer()));
      http.match('/api/v1/offers/F1/signing').forEach((each) => each.flush({ ...open(), sha256: 'f'.repeat(64) }));
      http.match(({ url }) => url.startsWith('/api/v1/offers/F1/sheet')).forEach((each) => each.flush(changed));
    }
    expect(text()).toContain('Niczego nie potwierdzono.');
    expect(page.querySelector('.panel zit-differences')?.textContent).toContain('Inny tytuł');
    await press('Potwierdzam treść');
    expect(posted().request.body).toMatchObject({ sha256: 'f'.repeat(64) });
  });

  it('has no button for who confirms nothing, and says who does', async () => {
    const { page, text } = await visit(open(), kompasOffer());
    expect(text()).toContain('Potwierdzają osoby z rolą podpisującego');
    expect(buttons(page)).not.toContain('Potwierdzam treść');
  });

  it('closes with the offer', async () => {
    const { page, text } = await visit(offerSigning(), signer({ state: 'SUBMITTED' }));
    expect(text()).toContain('Te potwierdzenia są jej częścią.');
    expect(buttons(page)).not.toContain('Wycofaj potwierdzenie');
  });

  it('warns that mending will void confirmations', async () => {
    const { text } = await visit({ ...open(), blocking: 2 });
    expect(text()).toContain('W ofercie są 2 sprawy do poprawy.');
  });
});
