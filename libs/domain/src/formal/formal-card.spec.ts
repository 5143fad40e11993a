import { plain, sampleOffers } from '@zit/sample';
import { aboutOf, memberId } from '../../test/sample-offer';
import { checkOffer } from '../offer/check-offer';
import type { OfferFinding } from '../offer/finding';
import { cureDueOn, formalCard, formalState, unlockedBy, type FormalReceipt, type FormalVerdict } from './formal-card';
import { FORMAL_CODES, FORMAL_ITEMS } from './formal-item';

const [A, , C] = sampleOffers({ from: '2015-07-01', to: '2016-06-30' });
const findingsOf = (of = A): OfferFinding[] => {
  if (!of) throw new RangeError('no such offer');
  return checkOffer(of.contents(memberId), aboutOf(of.consortium));
};

const received = (more: Partial<FormalReceipt> = {}): FormalReceipt => ({
  ...{ lateMs: 0, admitted: false, rightForm: true, unsigned: [], otherOffer: null, unchanged: true },
  recommendation: 'POSITIVE',
  ...more,
});
/** What the person who checks answers to what no rule can. */
const answered: FormalVerdict[] = [
  { code: 'ATTACHMENTS', answer: 'YES', note: null, fields: [] },
  { code: 'GOALS', answer: 'YES', note: null, fields: [] },
];
const answerOf = (card: ReturnType<typeof formalCard>, code: string) => card.find((one) => one.code === code);

describe('the formal card', () => {
  it('F.3: offer A is answered by the rules with their numbers, and two items wait for a person', () => {
    const card = formalCard(findingsOf(), received());
    expect(card.filter(({ answer }) => answer === 'ASKED').map(({ code }) => code)).toEqual(['ATTACHMENTS', 'GOALS']);
    expect(formalState(card)).toBe('OPEN');
    expect(plain(answerOf(card, 'OWN')?.texts.join(' ') ?? '')).toContain('49 500,00 zł');
    expect(formalState(formalCard(findingsOf(), received(), answered))).toBe('PASSED');
  });

  it('S3: without a business C passes, and the card says so', () => {
    const findings = findingsOf(C).filter(({ code }) => code === 'R-COMP');
    const card = formalCard(findings, received(), answered);
    expect(answerOf(card, 'COMPOSITION')?.answer).toBe('YES');
    expect(findings.some(({ verdict }) => verdict === 'warning')).toBe(true);
    expect(answerOf(card, 'COMPOSITION')?.texts).toEqual(findings.map(({ text }) => text));
  });

  it('N7: D is late by a second and rejected, whatever else it has; the chair may have admitted it', () => {
    const card = formalCard(findingsOf(), received({ lateMs: 1_000 }));
    expect([formalState(card), plain(answerOf(card, 'IN_TIME')?.texts[0] ?? '')]).toEqual([
      'REJECTED',
      'Oferta wpłynęła po terminie o 1 s.',
    ]);
    const admitted = formalCard(findingsOf(), received({ lateMs: 1, admitted: true }), answered);
    expect([formalState(admitted), plain(answerOf(admitted, 'IN_TIME')?.texts[0] ?? '')]).toEqual([
      'PASSED',
      'Oferta wpłynęła po terminie o 0,001 s; przewodniczący komisji dopuścił ją z uzasadnieniem w protokole.',
    ]);
  });

  it('N14: without a recommendation the formal check passes', () => {
    const card = formalCard(findingsOf(), received({ recommendation: null }), answered);
    expect([formalState(card), answerOf(card, 'RECOMMENDATION')?.answer]).toEqual(['PASSED', 'NOT_APPLICABLE']);
    const against = formalCard(findingsOf(), received({ recommendation: 'NEGATIVE' }), answered);
    expect(formalState(against)).toBe('PASSED');
  });

  it('N15: signed by one of two it is to be cured', () => {
    const card = formalCard(
      findingsOf(),
      received({ unsigned: ['Przystań: brakuje podpisu drugiej osoby.'] }),
      answered,
    );
    expect([formalState(card), answerOf(card, 'SIGNED')?.texts]).toEqual([
      'TO_CURE',
      ['Przystań: brakuje podpisu drugiej osoby.'],
    ]);
  });

  it('a fault that can be cured opens its fields and nothing else', () => {
    const verdicts: FormalVerdict[] = [
      { code: 'ATTACHMENTS', answer: 'NO', note: 'Brakuje statutu lidera.', fields: ['attachments'] },
      { code: 'GOALS', answer: 'YES', note: null, fields: ['basics'] },
    ];
    const findings: OfferFinding[] = [
      { code: 'R-SUM', verdict: 'fail', section: 'budget', path: 'budget.declaredTotalGrosze', text: 'x' },
      { code: 'R-AREA', verdict: 'pass', section: 'services', text: 'y' },
    ];
    const card = formalCard(findings, received(), verdicts);
    expect([formalState(card), unlockedBy(card)]).toEqual(['TO_CURE', ['attachments', 'budget.declaredTotalGrosze']]);
  });

  it('what cannot be cured is rejected, and opens nothing of its own', () => {
    const findings: OfferFinding[] = [
      { code: 'R-OWN', verdict: 'fail', section: 'budget', path: 'budget.lines.x', text: 'brakuje 0,01 zł' },
    ];
    const card = formalCard(findings, received(), answered);
    expect([formalState(card), unlockedBy(card)]).toEqual(['REJECTED', []]);
  });

  it('every rule of a call has one item, and no item asks two kinds', () => {
    const rules = FORMAL_CODES.flatMap((code) => FORMAL_ITEMS[code].rules);
    expect(new Set(rules).size).toBe(rules.length);
    const unanswered = findingsOf().filter(({ code }) => !rules.includes(code));
    // Told while it is written; nothing that is received can have them.
    expect([...new Set(unanswered.map(({ code }) => code))].sort()).toEqual(['O-LEFT', 'O-PLACES', 'O-READ']);
  });

  it('O6: a call for correction sent on 2 April 2015 is due on 10 April: Easter Monday is no day of work', () => {
    expect(cureDueOn('2015-04-02', 5)).toBe('2015-04-10');
    expect(cureDueOn('2015-04-30', 5)).toBe('2015-05-08');
  });
});
