import { DOCUMENT_KINDS, type LegalRegime } from '@zit/domain';
import { sopotFacts, sopotRuleSet } from '@zit/sample';
import { enlarged, paper, textsOf } from '../../test/paper';
import { buildDocument } from './build-document';

const sopot = () => [sopotFacts(), sopotRuleSet()] as [ReturnType<typeof sopotFacts>, ReturnType<typeof sopotRuleSet>];

describe.each(DOCUMENT_KINDS)('%s', (kind) => {
  test('is a fresh, pure JSON object at each call, and leaves its facts alone', () => {
    const facts = paper(kind, sopot());
    const before = JSON.stringify(facts);
    const model = buildDocument(facts);
    expect(buildDocument(facts)).toEqual(model);
    expect(buildDocument(facts)).not.toBe(model);
    expect(JSON.parse(JSON.stringify(model))).toEqual(model);
    expect(JSON.stringify(facts)).toBe(before);
  });

  test('carries the note for the legal counsel, the template version and its number, or says „projekt”', () => {
    const { footer } = buildDocument(paper(kind, sopot()));
    expect(footer.note).toBe('wzór do weryfikacji przez radcę prawnego');
    expect(footer.template).toMatch(/^wzór (LI|LP|UP|AN)\/\d+$/);
    expect(footer.number).toBe('nr UP/2264/2015/01');
    expect(buildDocument(paper(kind, sopot(), { number: null })).footer.number).toBe('projekt');
    expect(footer.seal).toBeUndefined();
    const hash = 'ab'.repeat(32);
    expect(buildDocument(paper(kind, sopot(), { journalSeal: { batch: 12, hash } })).footer.seal).toBe(
      `Pieczęć dziennika portalu nr 12: ${hash}`,
    );
  });

  test('holds with nothing known but names', () => {
    const [consortium, ruleSet] = sopot();
    const bare = {
      ...consortium,
      lines: null,
      period: null,
      services: [],
      targetGroups: [],
      servicePoints: [],
      distinctPersons: null,
    };
    expect(textsOf(buildDocument(paper(kind, [bare, ruleSet], { place: '' })))).toContain('………');
  });

  test('names the law on personal data of its day', () => {
    const textOn = (date: string) => textsOf(buildDocument(paper(kind, sopot(), { date })));
    expect(textOn('2018-05-24')).toContain('ustawy z dnia 29 sierpnia 1997 r. o ochronie danych osobowych');
    expect(textOn('2018-05-24')).not.toContain('2016/679');
    expect(textOn('2018-05-25')).toContain('2016/679');
  });

  test('prints what people added in their own words', () => {
    expect(textsOf(buildDocument(paper(kind, sopot(), { note: 'Ustalenie własne.\n\nDrugie.' })))).toContain(
      'Ustalenie własne.\nDrugie.',
    );
  });

  test('50 members', () => {
    const [consortium, ruleSet] = sopot();
    const text = textsOf(buildDocument(paper(kind, [enlarged(consortium, 50, 200), ruleSet], { memberId: 'M50' })));
    expect(text).toContain('nr 50');
  });
});

describe('letter of intent', () => {
  const text = () => textsOf(buildDocument(paper('LETTER_OF_INTENT', sopot(), { number: 'LI/2264/2015/01' })));

  test.each([
    ['(1) place and date', 'Sopot, dnia 20 czerwca 2015 r.'],
    ['(2) parties with identifiers', 'KRS 0000999001, NIP 9990000014, REGON 990000016'],
    ['(3) recitals: programme, centre, call', 'LC/2264/2015/01'],
    ['(4) purpose', 'Celem współpracy jest'],
    ['(5) roles and services', 'Fundacja „Przystań Integracji” | partner | trenerzy pracy; coaching'],
    [
      '(6) declared contribution',
      'wkład pieniężny 28 500,00 zł (słownie: dwadzieścia osiem tysięcy pięćset złotych 00/100) oraz wkład rzeczowy 21 000,00 zł (słownie: dwadzieścia jeden tysięcy złotych 00/100)',
    ],
    ['(7) leader', 'powierza się Stronie: Stowarzyszenie „Kompas”.'],
    ['(8) NGO share', 'co najmniej 50 % członków konsorcjum'],
    ['(8) openness', 'otwarte na kolejne organizacje pozarządowe'],
    ['(9) validity', 'nie dłużej jednak niż 6 miesięcy, czyli do dnia 20 grudnia 2015 r.'],
    ['(10) not binding', 'nie rodzi zobowiązań finansowych'],
    ['(11) personal data', 'o ochronie danych osobowych'],
    ['(12) contacts', 'Osoby do kontaktu'],
    ['(13) copies', 'w liczbie egzemplarzy: 6'],
    ['(14) signatures', 'kontrasygnata skarbnika'],
  ])('%s', (_, expected) => expect(text()).toContain(expected));

  test('only the municipality that promises money needs its treasurer', () => {
    expect(text().match(/kontrasygnata skarbnika/g)).toHaveLength(1);
    const [consortium, ruleSet] = sopot();
    const none = { ...consortium, lines: [] };
    expect(textsOf(buildDocument(paper('LETTER_OF_INTENT', [none, ruleSet])))).not.toContain('kontrasygnata');
  });

  test('declared amounts go before budgeted ones', () => {
    const [consortium, ruleSet] = sopot();
    const members = consortium.members.map((member) => ({
      ...member,
      declaredCashGrosze: member.id === 'M1' ? 12_34 : 0,
      declaredInKindGrosze: 0,
    }));
    const declared = textsOf(buildDocument(paper('LETTER_OF_INTENT', [{ ...consortium, members }, ruleSet])));
    expect(declared).toContain('wkład własny w łącznej wysokości 12,34 zł (słownie: dwanaście złotych 34/100)');
  });
});

describe('letter of confirmation', () => {
  test('is of one party', () => {
    const text = textsOf(buildDocument(paper('LETTER_OF_CONFIRMATION', sopot(), { memberId: 'M1' })));
    expect(text).toContain('członkostwo w konsorcjum w roli: lider');
    expect(text).toContain('w ostatnich 3 latach wynosi 2');
    expect(text).toContain('610 000,00 zł');
    expect(text).not.toContain('Molo Praca');
  });

  test('without its member it cannot be', () =>
    expect(() => buildDocument(paper('LETTER_OF_CONFIRMATION', sopot(), { memberId: 'M9' }))).toThrow(RangeError));
});

describe('partnership agreement', () => {
  const agreement = (more = {}) => textsOf(buildDocument(paper('PARTNERSHIP_AGREEMENT', sopot(), more)));

  test('has §1 to §20, each once and in order', () => {
    const numbers = [...agreement().matchAll(/^§ (\d+)\. /gm)].map(([, number]) => Number(number));
    expect(numbers).toEqual(Array.from({ length: 20 }, (_, i) => i + 1));
  });

  test.each<[LegalRegime, string, string]>([
    ['OWN_REGULATIONS', '2015-06-20', 'regulaminu partnerstwa przyjętego przez Strony oraz art. 353¹'],
    ['PARTNER_2006_ART28A', '2014-06-20', 'art. 28a ustawy z dnia 6 grudnia 2006 r.'],
    ['PARTNER_2014_ART33', '2015-06-20', 'art. 33 ustawy z dnia 11 lipca 2014 r.'],
    ['PARTNER_2022_ART39', '2023-06-20', 'art. 39 ustawy z dnia 28 kwietnia 2022 r.'],
    ['GRANT_PROJECT', '2015-06-20', 'art. 35 ustawy z dnia 11 lipca 2014 r.'],
    ['GRANT_PROJECT', '2023-06-20', 'na podstawie ustawy z dnia 28 kwietnia 2022 r.'],
    ['PUBLIC_BENEFIT_COMPETITION', '2015-06-20', 'ustawy z dnia 24 kwietnia 2003 r.'],
    ['REGRANTING_16A', '2017-06-20', 'art. 16a ustawy z dnia 24 kwietnia 2003 r.'],
  ])('rests on the law of its regime and day: %s, %s', (legalRegime, date, basis) => {
    const [consortium, ruleSet] = sopot();
    const text = textsOf(
      buildDocument(paper('PARTNERSHIP_AGREEMENT', [{ ...consortium, legalRegime }, ruleSet], { date })),
    );
    expect(text).toContain(basis);
  });

  test.each([
    ['total', '330 000,00 zł (słownie: trzysta trzydzieści tysięcy złotych 00/100)'],
    ['ZIT', '280 500,00 zł (słownie: dwieście osiemdziesiąt tysięcy pięćset złotych 00/100), czyli 85,00 %'],
    ['own', '49 500,00 zł (słownie: czterdzieści dziewięć tysięcy pięćset złotych 00/100), czyli 15,00 %'],
    ['by member', 'Gmina Miasta Sopotu | 7 500,00 | 28 500,00 | 21 000,00 | 57 000,00'],
    ['by member and category', 'C7 Lokal i media | 7 500,00 | 0,00 | 21 000,00 | 28 500,00'],
    ['sums', 'Razem | 280 500,00 | 28 500,00 | 21 000,00 | 330 000,00'],
    ['valuation', 'L14 | Gmina Miasta Sopotu | lokal (cennik wynajmu) | cennik wynajmu lokali gminy | 21 000,00'],
    ['grant of each partner', 'Stowarzyszenie „Kompas” | 102 000,00 | sto dwa tysiące złotych 00/100'],
    [
      'task',
      'trenerzy pracy | LM_JOB_COACH | Włączenie na rynek pracy | Fundacja „Przystań Integracji” | 1.07.2015 – 30.06.2016',
    ],
    ['accession', 'Umowa jest otwarta na przystąpienie kolejnych organizacji pozarządowych'],
    ['exit', 'sprawdza ponownie'],
    ['annex', 'L16 | C8 | informacja i promocja | 1 | ZIT | 12 | 600,00 | 7 200,00'],
  ])('%s', (_, expected) => expect(agreement()).toContain(expected));

  test('rows of every category sum to the row of their member, and members to the total', () => {
    const plan = buildDocument(paper('PARTNERSHIP_AGREEMENT', sopot())).blocks.find(
      (block) => block.kind === 'table' && block.caption.startsWith('Plan finansowy'),
    );
    if (plan?.kind !== 'table') throw new Error('no plan');
    const grosze = (row: { cells: { text: string }[][] }) => Number(row.cells.at(-1)?.[0]?.text.replace(/\D/g, ''));
    const groups = plan.rows.filter(({ group }) => group);
    const categories = plan.rows.filter(({ group }) => !group);
    const sum = (rows: typeof plan.rows) => rows.reduce((total, row) => total + grosze(row), 0);
    expect([sum(groups), sum(categories), sum(plan.foot)]).toEqual([33_000_000, 33_000_000, 33_000_000]);
  });
});
