import { removeMember, totals, type ConsortiumFacts, type DocumentFacts } from '@zit/domain';
import { sopotFacts, sopotRuleSet } from '@zit/sample';
import { changing, paper, textsOf } from '../../../test/paper';
import { buildDocument } from '../build-document';
import { signed } from './tables';

const before = sopotFacts();
const annexOf = (now: ConsortiumFacts, more: Partial<DocumentFacts> = {}): string =>
  textsOf(
    buildDocument(
      paper('ANNEX', [now, sopotRuleSet()], {
        number: 'AN/2264/2015/01',
        annex: { ...changing(now), before },
        ...more,
      }),
    ),
  );

describe('annex to a partnership agreement', () => {
  test('J5: an NGO accedes: it is named, and signs; the money stays, and the rules are asked again', () => {
    const numbers = { nip: '9990000072', regon: '990000068', krs: '0000999006' };
    const joined = { ...before.members[1]!, ...numbers, id: 'M6', name: 'Stowarzyszenie Nowe', tasks: [] };
    const text = annexOf({ ...before, members: [...before.members, joined] });
    expect(text).toContain('Aneks nr AN/2264/2015/01');
    expect(text).toContain('aneks nr 1 do umowy o partnerstwie nr UP/2264/2015/01 z dnia 20 czerwca 2015 r.');
    expect(text).toContain('Do umowy przystępuje: Stowarzyszenie Nowe.');
    expect(text).toContain('4 z 6 członków');
    expect(text).toContain('Koszt całkowity | 330 000,00 | 330 000,00 | 0,00');
  });

  test('N21: an NGO leaves: its lines go to the heir line by line, who leaves signs, 2/4 is said', () => {
    const left = before.members.find(({ id }) => id === 'M3')!;
    const text = annexOf(removeMember(before, 'M3', 'M1'));
    expect(text).toContain(`Z partnerstwa występuje: ${left.name}.`.replace(/\u00a0/g, ' '));
    expect(text).toContain('2 z 4 członków (50,00 %)');
    const { byMember } = totals(before.lines ?? [], before.members);
    expect(byMember['M3']?.total).toBeGreaterThan(0);
    expect(text).toMatch(/Razem zmieniane pozycje \| {2}\| ([\d ]+,\d\d) \| \1 \| 0,00/);
    expect(text.split('Podpisy Stron')[1]).toContain(left.name.replace(/\u00a0/g, ' '));
  });

  test('a changed budget: before, after and difference of each line, of each party and of the whole', () => {
    const [first, ...rest] = before.lines ?? [];
    const changed = {
      ...first!,
      unitPriceGrosze: first!.amountGrosze - 150_00,
      quantity: 1,
      amountGrosze: first!.amountGrosze - 150_00,
    };
    const text = annexOf({ ...before, lines: [changed, ...rest] });
    expect(text).toContain('42 000,00 | 41 850,00 | −150,00');
    expect(text).toContain('Koszt całkowity | 330 000,00 | 329 850,00 | −150,00');
    expect(text).toContain('Środki ZIT | 280 500,00 | 280 350,00 | −150,00');
  });

  test('the second annex says after which it comes', () => {
    const annex = { ...changing(before), no: 2, previous: { number: 'AN/2264/2015/01', date: '2015-09-01' } };
    const text = annexOf(before, { annex });
    expect(text).toContain('aneks nr 2 do umowy');
    expect(text).toContain('w brzmieniu nadanym aneksem nr AN/2264/2015/01 z dnia 1 września 2015 r.');
  });

  test('without its agreement it cannot be', () =>
    expect(() => annexOf(before, { annex: undefined })).toThrow(RangeError));

  test('a difference has its sign', () =>
    expect([signed(0), signed(1), signed(-150_00)]).toEqual(['0,00', '+0,01', '−150,00']));
});
