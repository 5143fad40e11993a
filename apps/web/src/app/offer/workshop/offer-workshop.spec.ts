import { TestBed } from '@angular/core/testing';
import type { SheetCollision } from '@zit/contracts';
import { flatten, OFFER_FORM, readSheet, type SheetValues } from '@zit/domain';
import { kompasOffer, kompasValues, LEADER, offerSheetOf, PARTNER, partnersOffer } from '../../../testing/kompas-offer';
import { until } from '../../../testing/soon';
import { openOffer } from '../offer.fixture';

const ITEM = 'services.list.00000000-0000-4000-8000-000000000901';

describe('workshop of an offer', () => {
  const offer = kompasOffer();
  const nameOf = (id: string) => offer.members.find((each) => each.id === id)!.name;
  const field = (page: HTMLElement, path: string) =>
    page.querySelector<HTMLInputElement>(`#pole-${path.replaceAll('.', '-')}`)!;
  const type = (input: HTMLInputElement | HTMLTextAreaElement, text: string) => {
    input.value = text;
    input.dispatchEvent(new Event('input', { bubbles: true }));
  };
  /** Only the services of these members. */
  const withServices = (members: readonly string[]): SheetValues => {
    const contents = readSheet(OFFER_FORM, kompasValues());
    const list = contents.services.list.filter(({ member }) => members.includes(member ?? ''));
    return flatten(OFFER_FORM, { ...contents, services: { ...contents.services, list } });
  };

  it('U-03: says what it answers, until when in which time, and leads to signing and handing in', async () => {
    const { text, named } = await openOffer('/oferty/F1', offer, offerSheetOf(kompasValues()));
    expect(text()).toContain('Lokalne Centrum „Kompas Sopocki”');
    expect(text()).toContain('(czas polski)');
    expect(text()).toMatch(/zostało 1 dzień \d+ godz\. \d+ min/);
    expect(named('Nabór LC/2264/2015/01').getAttribute('href')).toBe('/ogloszenia/lc-2264-2015-01');
    expect(named('Podpisy').getAttribute('href')).toBe('/oferty/F1/podpisy');
    expect(named('Złożenie oferty').getAttribute('href')).toBe('/oferty/F1/zlozenie');
  });

  it('lists its parts with their state, what is missing and how much of it is one’s own', async () => {
    const values = kompasValues();
    const missing = { ...values, 'basics.summary': null, [`experience.members.${PARTNER}.experience`]: null };
    const { page } = await openOffer('/oferty/F1', offer, offerSheetOf(missing));
    const says = (title: string) =>
      [...page.querySelectorAll('zit-section-tasks a')]
        .find((each) => each.querySelector('.title')?.textContent === title)
        ?.querySelector('.says')
        ?.textContent.trim();
    expect(says('Podstawowe informacje')).toBe('w trakcie · brakuje: 1');
    expect(says('Grupy docelowe')).toBe('gotowa');
    expect(page.querySelectorAll('zit-section-tasks a')).toHaveLength(12);
  });

  it('leads from what is missing to its field, in another section too', async () => {
    const missing = { ...kompasValues(), 'groups.recruitment': null };
    Element.prototype.scrollIntoView = jest.fn();
    const { page, press } = await openOffer('/oferty/F1', offer, offerSheetOf(missing));
    await press('Pokaż miejsce: Grupy docelowe');
    await until(() => document.activeElement?.id === 'pole-groups-recruitment');
    expect(page.querySelector('#offer-section-title')?.textContent).toBe('Grupy docelowe');
  });

  it('Q19: warns who sits in a competing offer too, with the way out, and counts nothing as blocking', async () => {
    const elsewhere = [{ id: 'F9', consortium: 'Nowy Kurs', leads: true }];
    const { page, press } = await openOffer('/oferty/F1', { ...offer, elsewhere }, offerSheetOf(kompasValues()));
    const warnings = () => page.querySelector('section[data-verdict=warning]')?.textContent.replace(/\s+/g, ' ') ?? '';
    expect(warnings()).toContain('Twoja organizacja jest liderem także w konsorcjum „Nowy Kurs”');
    expect(warnings()).toContain('Lider składa w naborze jedną ofertę: drugiej portal nie przyjmie.');
    expect(warnings()).toContain('Zdecydujcie, w której ofercie zostajecie');
    await press('Tylko nasze');
    expect(warnings()).toContain('Nowy Kurs');
    TestBed.resetTestingModule();
    const partner = await openOffer(
      '/oferty/F1',
      { ...partnersOffer(), elsewhere: [{ id: 'F9', consortium: 'Nowy Kurs', leads: true }] },
      offerSheetOf(kompasValues()),
    );
    expect(partner.text()).toContain('Twoja organizacja jest także w konsorcjum „Nowy Kurs”');
    expect(partner.text()).toContain('Zasady tego nie zabraniają');
  });

  it('shows only one’s own gaps on demand', async () => {
    const missing = { ...kompasValues(), 'groups.recruitment': null };
    const { page, press } = await openOffer('/oferty/F1', partnersOffer(), offerSheetOf(missing));
    const findings = () => page.querySelector('zit-offer-check')!.textContent;
    expect(findings()).toContain('rekrutacja');
    await press('Tylko nasze');
    expect(findings()).not.toContain('rekrutacja');
  });

  describe('rights', () => {
    it('a partner reads what is the leader’s, and is told whose it is', async () => {
      const { page, text } = await openOffer('/oferty/F1', partnersOffer(), offerSheetOf(kompasValues()));
      expect(text()).toContain(`Tę część pisze lider konsorcjum: ${nameOf(LEADER)}.`);
      expect(page.querySelectorAll('zit-sheet-section :is(input, textarea, select)')).toHaveLength(0);
      expect(text()).toContain('Prowadzimy w Sopocie Lokalne Centrum');
    });

    it('a partner writes its own items, reads those of others with their owner, and adds in its own name', async () => {
      const values = withServices([LEADER, PARTNER]);
      const { page, text, press, saved } = await openOffer(
        '/oferty/F1?sekcja=uslugi',
        partnersOffer(),
        offerSheetOf(values),
      );
      const cards = [...page.querySelectorAll('zit-sheet-list:first-of-type li')];
      const own = cards.filter((each) => each.querySelector('select'));
      const foreign = cards.filter((each) => each.textContent.includes(`Wpisuje: ${nameOf(LEADER)}.`));
      expect([own.length > 0, foreign.length > 0, own.length + foreign.length]).toEqual([true, true, cards.length]);
      expect(foreign[0]?.querySelector('button')).toBeNull();
      // Names, not codes: also in the name of an item.
      expect(text()).not.toMatch(/LM_[A-Z]|SS_[A-Z]/);
      await press('Dodaj usługę');
      const { changes } = await saved();
      expect(changes.find(({ path }) => path.endsWith('.member'))?.value).toBe(PARTNER);
      expect(text()).not.toContain('Dodaj usługę spoza katalogu');
    });

    it('the leader gives an item to anybody, a partner only to itself', async () => {
      const values = { [ITEM]: 1, [`${ITEM}.member`]: PARTNER };
      const partner = await openOffer('/oferty/F1?sekcja=uslugi', partnersOffer(), offerSheetOf(values));
      const options = (page: HTMLElement) =>
        [...field(page, `${ITEM}.member`).querySelectorAll('option')].map((each) => each.textContent.trim());
      expect(options(partner.page)).toEqual(['Wybierz', nameOf(PARTNER)]);
    });

    it('one card for each member, one’s own first, which comes to be with its first word', async () => {
      const { page, saved } = await openOffer('/oferty/F1?sekcja=doswiadczenie', partnersOffer(), offerSheetOf({}));
      const names = [...page.querySelectorAll('h4')].map((each) => each.textContent);
      expect(names).toEqual([
        nameOf(PARTNER),
        ...offer.members.map(({ name }) => name).filter((n) => n !== nameOf(PARTNER)),
      ]);
      const own = `experience.members.${PARTNER}`;
      type(field(page, `${own}.similarProjects`), '4');
      const { changes } = await saved();
      expect(changes.map(({ path, value }) => [path, value])).toEqual([
        [own, 1],
        [`${own}.similarProjects`, 4],
      ]);
      expect(field(page, `experience.members.${LEADER}.similarProjects`)).toBeNull();
    });

    it('a lent part may be written, and says who lends it', async () => {
      const lent = partnersOffer({ loans: [{ part: 'basics', member: PARTNER }] });
      const { page, text } = await openOffer('/oferty/F1', lent, offerSheetOf(kompasValues()));
      expect(field(page, 'basics.summary')).not.toBeNull();
      expect(text()).toContain(`${nameOf(LEADER)} udostępnia Wam tę część.`);
    });

    it('who has no role that writes only reads, and hears why once', async () => {
      const me = { ...offer.me, edits: false };
      const { page, text } = await openOffer(
        '/oferty/F1?sekcja=uslugi',
        kompasOffer({ me }),
        offerSheetOf(kompasValues()),
      );
      expect(text().match(/W tej roli tylko czytasz ofertę/g)).toHaveLength(1);
      expect(page.querySelectorAll('zit-sheet-section :is(input, select, button), zit-sheet-bar')).toHaveLength(0);
    });
  });

  it('what was written into a part that is somebody else’s by now is shown, to be copied, and nothing is lost', async () => {
    const { page, text, press, saved } = await openOffer('/oferty/F1', offer, offerSheetOf(kompasValues()));
    type(field(page, 'basics.summary'), 'Moje zdanie');
    await saved(({ changes }) => ({
      taken: [],
      collisions: changes.map(({ path, value }): SheetCollision => ({
        path,
        because: 'NOT_YOURS',
        base: null,
        theirs: 'Ich zdanie',
        rev: 2,
        mine: value as string,
        by: null,
        at: '2015-03-20T12:00:00.000Z',
      })),
    }));
    expect(text()).toContain('Tej zmiany nie zapisano. Nic nie zginęło');
    expect(page.querySelector('zit-collisions dd')?.textContent).toBe('Moje zdanie');
    expect(page.querySelector('zit-collisions')?.textContent).not.toContain('Wpisz moje');
    expect(field(page, 'basics.summary').value).toBe('Ich zdanie');
    await press('Rozumiem, porzuć: Streszczenie');
    expect(page.querySelector('zit-collisions article')).toBeNull();
  });

  it('says which organisation writes where now', async () => {
    const name = 'Fundacja Przystań';
    const others = [{ member: PARTNER, name, section: 'budget' }];
    const { page, text } = await openOffer('/oferty/F1', offer, offerSheetOf(kompasValues()), others);
    await until(() => text().includes('Fundacja Przystań pisze: Budżet'));
    const budget = [...page.querySelectorAll('zit-section-tasks a')].find((each) =>
      each.textContent.includes('Budżet'),
    );
    expect(budget?.textContent).toContain('Teraz pisze tu: Fundacja Przystań');
  });

  it('lends a common part, and takes it back', async () => {
    const { http, press, text, tick } = await openOffer('/oferty/F1', offer, offerSheetOf(kompasValues()));
    await press('Udostępnij tę część…');
    const box = [...document.querySelectorAll<HTMLLabelElement>('zit-lend-dialog label')].find((each) =>
      each.textContent.includes(nameOf(PARTNER)),
    )!;
    box.click();
    await press('Zapisz udostępnienie');
    const request = http.expectOne({ method: 'PUT', url: '/api/v1/offers/F1/loans' });
    expect(request.request.body).toEqual({ part: 'basics', members: [PARTNER] });
    request.flush(kompasOffer({ loans: [{ part: 'basics', member: PARTNER }] }));
    await tick();
    await until(() => text().includes(`Udostępniono: ${nameOf(PARTNER)}.`));
  });

  it('is read and not written once it was handed in', async () => {
    const handedIn = kompasOffer({ state: 'SUBMITTED' });
    const { page, text } = await openOffer('/oferty/F1', handedIn, offerSheetOf(kompasValues(), { closed: true }));
    expect(text()).toContain('Oferta jest złożona i zamknięta.');
    expect(page.querySelectorAll('zit-sheet-section :is(input, textarea)')).toHaveLength(0);
  });
});
