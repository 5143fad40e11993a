import { kompasFacts } from '@zit/sample';
import type { MemberFacts } from './facts';
import { legalPersons } from './legal-person';

const [one] = kompasFacts().members;
const member = (id: string, fields: Partial<MemberFacts>): MemberFacts => ({
  ...one!,
  id,
  nip: null,
  regon: null,
  krs: null,
  role: 'PARTNER',
  ...fields,
});
const ids = (members: MemberFacts[]) => legalPersons(members).map((person) => person.members.map((each) => each.id));

describe('legal persons', () => {
  it('are told by NIP, KRS or the entity’s REGON', () => {
    expect(ids([member('a', { nip: '999-000-00-14' }), member('b', { nip: 'PL9990000014' })])).toEqual([['a', 'b']]);
    expect(ids([member('a', { krs: '999001' }), member('b', { krs: '0000999001' })])).toEqual([['a', 'b']]);
    expect(ids([member('a', { regon: '990000016' }), member('b', { regon: '99000001600012' })])).toEqual([['a', 'b']]);
  });
  it('join through a third row', () => {
    const chain = [member('a', { nip: '1' }), member('b', { krs: '2' }), member('c', { nip: '1', krs: '2' })];
    expect(ids(chain)).toEqual([['a', 'b', 'c']]);
  });
  it('without numbers are each their own', () => {
    expect(
      ids([member('a', {}), member('b', {}), member('c', { nip: '0000000000' }), member('d', { nip: '0000000000' })]),
    ).toHaveLength(4);
  });
  it('are stood for by the municipality, whatever the order', () => {
    const pair = [member('a', { sector: 'JST_UNIT', nip: '1' }), member('b', { sector: 'JST', nip: '1' })];
    expect(legalPersons(pair)[0]?.chief.id).toBe('b');
    expect(legalPersons([...pair].reverse())[0]?.chief.id).toBe('b');
  });
});
