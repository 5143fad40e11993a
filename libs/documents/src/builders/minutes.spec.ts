import { sopotMinutes } from '../../test/minutes';
import { textsOf } from '../../test/paper';
import { linesOf, textOf } from '../../test/read-pdf';
import { renderHtml } from '../render/html';
import { renderPdf } from '../render/pdf';
import { minutesPaper } from './minutes';

jest.setTimeout(60_000);

const texts = (...args: Parameters<typeof sopotMinutes>): string => textsOf(minutesPaper(sopotMinutes(...args)));

describe('the minutes of a commission', () => {
  test('are a fresh, pure JSON object at each call, and leave their facts alone', () => {
    const facts = sopotMinutes();
    const before = JSON.stringify(facts);
    const model = minutesPaper(facts);
    expect(minutesPaper(facts)).toEqual(model);
    expect(JSON.parse(JSON.stringify(model))).toEqual(model);
    expect(JSON.stringify(facts)).toBe(before);
  });

  test('S6: have the quorum, the exclusion of S4, the tie with its rule, and the hashes', () => {
    const text = texts();
    expect(text).toContain('ważne są oceny co najmniej 3 osób; policzono karty 3 osób');
    expect(text).toContain(
      'Oceniający S4: konflikt interesów z ofertą B (do 2014 r. skarbnik lidera); zgodnie z zasadami naboru wyłączenie z oceny wszystkich ofert.',
    );
    expect(text).toContain('Remisy rozstrzyga się kolejno według: K2, K5, niższa kwota ZIT, losowanie.');
    expect(text).toContain('A: 80,83 pkt, remis z C; rozstrzyga K2: 8,33 > 8,00.');
    expect(text).toContain('Złożono 4 oferty, w tym po terminie 1; z powodów formalnych odrzucono 0.');
    expect(text).toContain('zit-portal 0.1.0');
    expect(text).toContain('OMT-2014/1');
  });

  test('count an admitted late offer that the formal check refused among the refused', () => {
    const [first, ...rest] = sopotMinutes().offers;
    if (!first) throw new Error('no offers in the sample');
    const refused = { ...first, late: true, rejection: 'brak podpisu' };
    const said = (offers: unknown): string => texts({ offers } as Parameters<typeof sopotMinutes>[0]);
    expect(said([{ ...refused, admitted: true }, ...rest])).toContain(
      'po terminie 2; z powodów formalnych odrzucono 1.',
    );
    expect(said([{ ...refused, admitted: false }, ...rest])).toContain(
      'po terminie 2; z powodów formalnych odrzucono 0.',
    );
  });

  test('F.4: print every sum and mean of the hand check, and nothing of S4', () => {
    const text = texts();
    expect(text).toContain('A | 83,00 | 78,00 | 81,50 | 80,83 | 485/6');
    expect(text).toContain('C | 81,00 | 78,00 | 83,50 | 80,83 | 485/6');
    expect(text).toContain('B | 58,00 | 58,50 | 59,50 | 58,67 | 176/3');
    expect(text).toContain('K2 jakość i komplementarność usług (25) | 8,33 | 8,00 | 5,67');
    expect(text).not.toContain('69,50');
    expect(text).not.toContain('| S4 |');
  });

  test('under OFFER_ONLY a column has a dash where the person does not count', () => {
    const text = texts({}, (call) => ({ ...call, rules: { ...call.rules, conflictPolicy: 'OFFER_ONLY' } }));
    expect(text).toContain('A | 83,00 | 78,00 | 81,50 | 69,50 | 78,00 | 78');
    expect(text).toContain('B | 58,00 | 58,50 | 59,50 | – | 58,67 | 176/3');
    expect(text).toContain('wyłączenie z oceny tej oferty');
  });

  test('recommend A for its amount, keep C in reserve, and say of B and of no dissent', () => {
    const text = texts();
    expect(text).toContain('1 | A | Kompas Sopocki | 80,83 | 280 500,00');
    expect(text).toContain('2 | C | Sopot Razem | 80,83 | 272 000,00');
    expect(text).toContain('B: 58,67 pkt, poniżej progu 60,00 pkt.');
    expect(text).toContain('Nikt nie zgłosił zdania odrębnego.');
    expect(texts({ dissent: ['S2: oferta C jest lepsza.'] })).toContain('S2: oferta C jest lepsza.');
  });

  test('a draft says that it is one', () => {
    const { title, footer } = minutesPaper(sopotMinutes({ number: null }));
    expect([title, footer.number]).toEqual(['Protokół (projekt)', 'projekt']);
  });

  test('PDF and HTML say the same, with headers of columns and rows', async () => {
    const model = minutesPaper(sopotMinutes());
    const pdf = textOf(await linesOf(await renderPdf(model)));
    const html = renderHtml(model);
    for (const said of ['485/6', '280 500,00', 'Protokół nr PK/2264/2015/01']) {
      expect(pdf.replace(/\s/g, ' ')).toContain(said);
      expect(html.replace(/\u00a0|&nbsp;/g, ' ')).toContain(said);
    }
    expect(html).toContain('scope="row"');
    expect(html).toContain('scope="col"');
  });
});
