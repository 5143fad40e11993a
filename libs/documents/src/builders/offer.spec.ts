import { formatGrosze, OFFER_FORM, totals } from '@zit/domain';
import { offerFormWords } from '@zit/words.pl/offer-form';
import { hash, sopotOffer, sopotReceipt } from '../../test/offer';
import { textsOf } from '../../test/paper';
import { linesOf, textOf } from '../../test/read-pdf';
import { renderHtml } from '../render/html';
import { renderPdf } from '../render/pdf';
import { factsOf, offerPaper } from './offer';
import { receiptPaper } from './receipt';

jest.setTimeout(60_000);

const texts = (...args: Parameters<typeof sopotOffer>): string => textsOf(offerPaper(sopotOffer(...args)));

describe('the paper of an offer', () => {
  test('is a fresh, pure JSON object at each call, and leaves its facts alone', () => {
    const print = sopotOffer();
    const before = JSON.stringify(print);
    const model = offerPaper(print);
    expect(offerPaper(print)).toEqual(model);
    expect(offerPaper(print)).not.toBe(model);
    expect(JSON.parse(JSON.stringify(model))).toEqual(model);
    expect(JSON.stringify(print)).toBe(before);
  });

  test('has every section of the form, numbered in order, and every label of its lists and fields', () => {
    const text = texts();
    Object.keys(OFFER_FORM.sections).forEach((name, i) => {
      const { title, lists } = offerFormWords.sections[name as keyof typeof OFFER_FORM.sections];
      expect(text).toContain(`${i + 1}. ${title}\n`);
      for (const list of Object.values(lists)) expect(text).toContain(list.title);
    });
    expect(text).toContain('Jak powstało partnerstwo: Partnerstwo powstało po otwartym spotkaniu.');
    expect(text).toContain('Streszczenie oferty.\nDrugi akapit streszczenia.');
    expect(text).toContain(
      'struktura bezrobocia: stopa bezrobocia długotrwałego | wszystkie miejsca | 41,2 % | Powiatowy Urząd Pracy | 2014',
    );
    expect(text).toContain('liczba osób objętych wsparciem – produkt | osoba | – | 90,00');
    expect(text).toContain('Informacje w ofercie są zgodne z prawdą: nie');
    expect(text).toContain('statut.pdf – Fundacja „Przystań Integracji”; application/pdf, 1,2 MB');
    expect(text).toContain(`SHA-256: ${hash('1')}`);
    expect(text).toContain('List intencyjny nr LI/2264/2015/01');
  });

  test('counts the same grosze as the rules, by member, category and source', () => {
    const print = sopotOffer();
    const text = textsOf(offerPaper(print));
    const sums = totals(factsOf(print).lines ?? []);
    expect([sums.total, sums.zit, sums.own]).toEqual([33_000_000, 28_050_000, 4_950_000]);
    expect(text).toContain('Koszt całkowity 330 000,00 zł (słownie: trzysta trzydzieści tysięcy złotych 00/100)');
    expect(text).toContain('C7 Lokal i media | 7 500,00 | 0,00 | 21 000,00 | 28 500,00');
    expect(text).toContain(
      `Razem | 280 500,00 | 28 500,00 | 21 000,00 | ${formatGrosze(sums.total).replace(/\u00a0/g, ' ')}`,
    );
    expect(text).toContain('L16 | C8 | informacja i promocja | 1 | ZIT | 12 | 600,00 | 7 200,00');
  });

  test('leaves no line off: an incomplete one is named and not counted', () => {
    const line = 'budget.lines.33333333-0000-4000-8000-000000000001';
    const text = texts({}, { [line]: 99, [`${line}.item`]: 'wynajem sali', [`${line}.amountGrosze`]: 12_345 });
    expect(text).toContain('Pozycje niekompletne, których nie wliczono do sum');
    expect(text).toContain('L17 | bez wskazania członka | wynajem sali | 123,45 zł');
    expect(text).toContain('Koszt całkowity 330 000,00 zł');
  });

  test('a draft says so on every page; what was received has its number and instant', () => {
    expect(offerPaper(sopotOffer()).footer.number).toBe('projekt');
    expect(texts()).toContain('Oferta – projekt');
    const receipt = { number: 'LC/2264/2015/01/0007', receivedAt: '2015-03-31T13:29:59.412Z' };
    const received = texts({ receipt });
    expect(received).not.toContain('Oferta – projekt');
    expect(offerPaper(sopotOffer({ receipt })).footer.number).toBe(receipt.number);
    expect(received).toContain('Oferta nr LC/2264/2015/01/0007');
    expect(received).toContain('Chwila wpływu 31 marca 2015, 15:29:59,412 (czas polski, UTC+2)');
  });

  test('names who confirmed, for whom and when', () => {
    const member = sopotOffer().document.members[0]?.id ?? '';
    const at = '2015-03-30T09:00:00.000Z';
    const one = { member, person: 'Prezes Stowarzyszenia', function: 'prezes', capacity: 'SIGNER' as const, at };
    expect(texts({ confirmations: [one] })).toContain(
      'Stowarzyszenie „Kompas” | Prezes Stowarzyszenia – prezes | osoba reprezentująca | 30 marca 2015, 11:00:00,000',
    );
    expect(texts()).toContain('Nikt jeszcze nie potwierdził tej treści.');
  });

  test('holds with nothing filled in', () => {
    const print = sopotOffer();
    const empty = Object.fromEntries(
      Object.entries(OFFER_FORM.sections).map(([name, { fields, lists }]) => [
        name,
        {
          ...Object.fromEntries(Object.keys(fields).map((field) => [field, null])),
          ...Object.fromEntries(Object.keys(lists).map((list) => [list, []])),
        },
      ]),
    ) as unknown as (typeof print)['document']['contents'];
    const text = textsOf(
      offerPaper({ ...print, document: { ...print.document, contents: empty, attachments: [], papers: [] } }),
    );
    expect(text).toContain('Nie wypełniono.');
    expect(text).toContain('Budżet nie ma jeszcze pozycji.');
  });

  test('shows hostile text as text', () => {
    const hostile = '<script>alert(1)</script> & "x" \u202e=cmd()';
    const model = offerPaper(sopotOffer({}, { 'basics.summary': hostile, 'basics.title': hostile }));
    const html = renderHtml(model, { stylesheet: '/paper.css' });
    expect(html).not.toContain('<script');
    expect(html).not.toContain('\u202e');
    expect(html).toContain('&lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;x&quot; =cmd()');
  });

  test('as PDF it is tagged and says „projekt” and the SHA-256 at the foot of every page', async () => {
    const lines = linesOf(await renderPdf(offerPaper(sopotOffer())));
    const pages = new Set(lines.map(({ page }) => page)).size;
    const with_ = (part: string) =>
      new Set(lines.flatMap(({ page, text }) => (text.includes(part) ? [page] : []))).size;
    expect(pages).toBeGreaterThan(5);
    // Sixteen when whole entries moved on to the next page and left the last one half white.
    expect(pages).toBeLessThan(14);
    expect(with_(`SHA-256: ${hash('7')}`)).toBe(pages);
    expect(with_('projekt')).toBe(pages);
    expect(textOf(lines)).toContain('Razem 280 500,00 28 500,00 21 000,00 330 000,00');
  });
});

describe('the paper of a receipt', () => {
  test('says number, instant to the millisecond, seal, what happens next and where to check', () => {
    const text = textsOf(receiptPaper(sopotReceipt()));
    for (const part of [
      'Potwierdzenie LC/2264/2015/01/0007',
      'Chwila wpływu 31 marca 2015, 15:29:59,412 (czas polski, UTC+2)',
      'Złożenie oferty W terminie',
      'Stowarzyszenie „Kompas”',
      'nr 12: 8888888888888888 8888888888888888',
      'Do 31 marca 2015, 15:30:00,000 (czas polski, UTC+2) możesz ofertę wycofać',
      'https://portal.example/sprawdz',
    ])
      expect(text).toContain(part);
  });

  test('says by how much an offer was late, and what a withdrawal withdraws', () => {
    expect(textsOf(receiptPaper(sopotReceipt({ lateMs: 1_000 })))).toContain('nie będzie oceniana');
    const withdrawal = textsOf(receiptPaper(sopotReceipt({ kind: 'WITHDRAWAL', replaces: 'LC/2264/2015/01/0003' })));
    expect(withdrawal).toContain('potwierdzenie wycofania oferty w naborze');
    expect(withdrawal).toContain('Wycofuje LC/2264/2015/01/0003');
  });

  test('fits one page, the same bytes each time', async () => {
    const [one, two] = [await renderPdf(receiptPaper(sopotReceipt())), await renderPdf(receiptPaper(sopotReceipt()))];
    expect(Buffer.from(one).equals(Buffer.from(two))).toBe(true);
    expect(new Set(linesOf(one).map(({ page }) => page)).size).toBe(1);
  });
});
