import { textsOf } from '../../test/paper';
import { formalLetter, type FormalLetterFacts } from './formal-letter';

const facts: FormalLetterFacts = {
  ...{ kind: 'CURE', callNumber: 'LC/2264/2015/01', callTitle: 'Lokalne Centrum', date: '2015-04-02' },
  ...{ receiptNumber: 'LC/2264/2015/01/0001', consortium: 'Kompas Sopocki' },
  leader: { name: 'Stowarzyszenie „Kompas”', address: null },
  items: [{ name: 'Załączniki są kompletne', texts: ['Brakuje statutu lidera.'] }],
  fields: ['Załączniki'],
  term: { businessDays: 5, dueOn: '2015-04-10' },
};
const said = (more: Partial<FormalLetterFacts> = {}): string =>
  textsOf(formalLetter({ ...facts, ...more }, 'a'.repeat(64))).replaceAll('\u00a0', ' ');

describe('a letter of the formal check', () => {
  it('O6: calls for what is missing, with what it may be about and its last day', () => {
    const text = said();
    expect(text).toContain('Niespełnione: „Załączniki są kompletne”.');
    expect(text).toContain('Brakuje statutu lidera.');
    expect(text).toContain('5 dni roboczych');
    expect(text).toContain('do 10 kwietnia 2015 włącznie');
  });

  it('rejects with its reasons, and names no term', () => {
    const text = said({ kind: 'REJECTION', fields: [], term: null });
    expect(text).toContain('została odrzucona');
    expect(text).toContain('Brakuje statutu lidera.');
    expect(text).not.toContain('roboczych');
  });
});
