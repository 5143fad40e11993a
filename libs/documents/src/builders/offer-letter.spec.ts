import { textsOf } from '../../test/paper';
import { offerLetter, type OfferLetterFacts } from './offer-letter';

const facts: OfferLetterFacts = {
  ...{ kind: 'RESERVE', date: '2015-05-04', callNumber: 'LC/2264/2015/01', callTitle: 'Lokalne Centrum' },
  recipient: { name: 'Stowarzyszenie „Razem”', address: 'ul. Morska 1, Sopot' },
  ...{ offerTitle: 'Sopot Razem', receiptNumber: 'LC/2264/2015/01/0003' },
  paragraphs: ['Informujemy, że oferta znalazła się na liście rezerwowej.'],
  rows: [{ label: 'Miejsce', value: '2 z 2' }],
  points: [{ criterion: 'K2 Plan działań', weight: 20, mean: '8,00' }],
  reasons: ['80,83 pkt, remis z A; rozstrzyga K2: 8,33 > 8,00.'],
  instruction: ['Można żądać uzasadnienia do 3 czerwca 2015 włącznie.'],
};
const said = (more: Partial<OfferLetterFacts> = {}): string =>
  textsOf(offerLetter({ ...facts, ...more }, 'a'.repeat(64))).replaceAll('\u00a0', ' ');

describe('a letter about a result', () => {
  it('says to whom, about what, the place, points by criterion, reasons and what may be done', () => {
    const text = said();
    for (const part of ['ul. Morska 1, Sopot', '2 z 2', 'K2 Plan działań', '8,00', 'rozstrzyga K2', '3 czerwca 2015'])
      expect(text).toContain(part);
  });

  it('about no single offer names none, and leaves out what it does not have', () => {
    const text = said({ kind: 'REASONS', offerTitle: null, receiptNumber: null, points: [], instruction: [] });
    expect(text).toContain('Uzasadnienie wyniku naboru');
    for (const part of ['Numer potwierdzenia', 'Punkty według', 'Co można']) expect(text).not.toContain(part);
  });
});
