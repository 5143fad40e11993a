import type { MemberFacts, Representation } from '@zit/domain';
import { sopotFacts } from '@zit/sample';
import { plain } from '../model/rich-text';
import { partyText, signatories, signatureSlot } from './party';

const person = (name: string, mode: Representation['mode'], more: Partial<Representation> = {}): Representation => ({
  person: name,
  function: 'członek zarządu',
  mode,
  validFrom: null,
  validTo: null,
  evidence: null,
  ...more,
});

const member = (representation: Representation[]): MemberFacts => ({
  ...(sopotFacts().members[0] as MemberFacts),
  representation,
});

const names = (representation: Representation[], date = '2015-06-20') =>
  signatories(member(representation), date)?.people.map(({ person: name }) => name) ?? null;

describe('who signs for a party', () => {
  test('one who may sign alone', () => expect(names([person('A', 'JOINT_2'), person('B', 'SOLE')])).toEqual(['B']));
  test('two jointly', () =>
    expect(names([person('A', 'JOINT_2'), person('B', 'JOINT_2'), person('C', 'JOINT_2')])).toEqual(['A', 'B']));
  test('all jointly', () => expect(names([person('A', 'JOINT_ALL'), person('B', 'JOINT_ALL')])).toEqual(['A', 'B']));
  test('a proxy', () => expect(names([person('A', 'PROXY')])).toEqual(['A']));
  test('nobody known', () => expect(names([])).toBeNull());
  test('only those in office on the day of the paper', () => {
    const terms = [
      person('dawny', 'SOLE', { validTo: '2015-06-19' }),
      person('obecny', 'SOLE', { validFrom: '2015-06-20' }),
    ];
    expect(names(terms)).toEqual(['obecny']);
    expect(names(terms, '2015-06-19')).toEqual(['dawny']);
  });

  test('a second of two who is not known yet gets a line of his own', () => {
    const one = member([person('A', 'JOINT_2')]);
    expect(signatureSlot(one, '2015-06-20', { cash: 0, inKind: 0 }).signatories).toHaveLength(2);
    expect(plain(partyText(one, '2015-06-20', []))).toMatch(/A\s– członek zarządu oraz …/);
  });

  test('what is not known is left to be filled in by hand', () => {
    const bare: MemberFacts = { ...member([]), address: null, krs: null, nip: null, regon: null };
    const text = plain(partyText(bare, '2015-06-20', []));
    expect(text.match(/…+/g)).toHaveLength(5);
  });
});
