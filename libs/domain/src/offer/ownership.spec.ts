import type { SheetValue } from '../sheet/form';
import { memberOfItemIn, mayWrite, type OfferLoanFact, type OfferWriter, ownerOf, refusedChanges } from './ownership';

const id = (no: number): string => `00000000-0000-4000-8000-${String(no).padStart(12, '0')}`;
const [LEADER, SECOND, THIRD, GONE] = [id(1), id(2), id(3), id(4)];
const MEMBERS = new Set([LEADER, SECOND, THIRD]);
const line = (no: number): string => `budget.lines.${id(100 + no)}`;
const STORED: Record<string, SheetValue> = {
  [line(1)]: 1,
  [`${line(1)}.member`]: SECOND,
  [line(2)]: 2,
  [line(3)]: 3,
  [`${line(3)}.member`]: GONE,
  [line(4)]: null,
  [`${line(4)}.member`]: THIRD,
};
const memberOf = memberOfItemIn(STORED, MEMBERS);
const writer = (member: string, more: Partial<OfferWriter> = {}): OfferWriter => ({
  member,
  leads: member === LEADER,
  edits: true,
  ...more,
});
const refused = (
  who: OfferWriter,
  changes: Record<string, SheetValue>,
  loans: readonly OfferLoanFact[] = [],
): string[] => {
  const edits = Object.entries(changes).map(([path, value]) => ({ path, value }));
  return [...refusedChanges(edits, who, loans, STORED, MEMBERS)];
};

describe('whose a path of an offer is', () => {
  it.each([
    ['basics.title', { is: 'LEADER' }],
    ['services.additions', null],
    [`services.additions.${id(9)}.name`, { is: 'LEADER' }],
    [`${line(1)}.item`, { is: 'MEMBER', member: SECOND }],
    [line(1), { is: 'MEMBER', member: SECOND }],
    [`${line(2)}.item`, { is: 'LEADER' }],
    [`${line(3)}.item`, { is: 'LEADER' }],
    [`experience.members.${THIRD}.people`, { is: 'MEMBER', member: THIRD }],
    [`experience.members.${GONE}.people`, { is: 'LEADER' }],
    ['constructor.title', null],
    [`${line(1)}.toString`, null],
  ])('%s', (path, owner) => {
    expect(ownerOf(path, memberOf)).toEqual(owner);
  });

  it('is written by its owner, by whom it was lent to, and by nobody who only reads', () => {
    const own = `${line(1)}.item`;
    expect(mayWrite(own, writer(SECOND), [], memberOf)).toBe(true);
    expect(mayWrite(own, writer(LEADER), [], memberOf)).toBe(false);
    expect(mayWrite(own, writer(SECOND, { edits: false }), [], memberOf)).toBe(false);
    expect(mayWrite(own, writer(THIRD), [{ part: SECOND, member: THIRD }], memberOf)).toBe(true);
    expect(mayWrite(own, writer(THIRD), [{ part: 'budget', member: THIRD }], memberOf)).toBe(false);
    expect(mayWrite('basics.title', writer(THIRD), [{ part: 'basics', member: THIRD }], memberOf)).toBe(true);
    expect(mayWrite('groups.recruitment', writer(THIRD), [{ part: 'basics', member: THIRD }], memberOf)).toBe(false);
    expect(mayWrite('basics.title', { member: null, leads: true, edits: true }, [], memberOf)).toBe(false);
    expect(mayWrite('basics.nothing', writer(LEADER), [], memberOf)).toBe(false);
  });
});

describe('a save of an offer', () => {
  const fresh = line(9);
  const added = (member: string | null): Record<string, SheetValue> => ({
    [fresh]: 9,
    ...(member === null ? {} : { [`${fresh}.member`]: member }),
    [`${fresh}.item`]: 'koordynator',
  });

  it('adds items for oneself; the leader for anybody, also for nobody yet', () => {
    expect(refused(writer(SECOND), added(SECOND))).toEqual([]);
    expect(refused(writer(SECOND), added(THIRD))).toEqual(Object.keys(added(THIRD)));
    expect(refused(writer(SECOND), added(null))).toEqual(Object.keys(added(null)));
    for (const member of [SECOND, GONE, null]) expect(refused(writer(LEADER), added(member))).toEqual([]);
    expect(refused(writer(SECOND), added(null), [{ part: 'budget', member: SECOND }])).toEqual([]);
    expect(refused(writer(SECOND), added(THIRD), [{ part: THIRD, member: SECOND }])).toEqual([]);
    expect(refused(writer(LEADER, { edits: false }), added(LEADER))).toEqual(Object.keys(added(LEADER)));
  });
  it('takes nothing away from another member by naming oneself', () => {
    expect(refused(writer(THIRD), { [`${line(1)}.member`]: THIRD, [`${line(1)}.item`]: 'x' })).toHaveLength(2);
    expect(refused(writer(THIRD), { [`${line(2)}.member`]: THIRD })).toHaveLength(1);
    expect(refused(writer(SECOND), { [line(4)]: 4, [`${line(4)}.member`]: SECOND })).toHaveLength(2);
    expect(refused(writer(LEADER), { [line(1)]: null })).toEqual([line(1)]);
  });
  it('hands on what is one’s own only to whom one may write for; the leader to anybody', () => {
    expect(refused(writer(SECOND), { [`${line(1)}.member`]: THIRD, [`${line(1)}.item`]: 'x' })).toEqual([
      `${line(1)}.member`,
    ]);
    expect(refused(writer(SECOND), { [`${line(1)}.member`]: null })).toEqual([`${line(1)}.member`]);
    expect(refused(writer(LEADER), { [`${line(2)}.member`]: SECOND, [`${line(2)}.item`]: 'x' })).toEqual([]);
    expect(refused(writer(LEADER), { [`${line(3)}.member`]: SECOND })).toEqual([]);
  });
  it('has one item for each present member; of one who left the leader only takes it away', () => {
    const [mine, gone] = [`declarations.members.${SECOND}`, `declarations.members.${GONE}`];
    expect(refused(writer(SECOND), { [mine]: 1, [`${mine}.truth`]: true })).toEqual([]);
    expect(refused(writer(LEADER), { [`${mine}.truth`]: true })).toEqual([`${mine}.truth`]);
    expect(refused(writer(LEADER), { [gone]: 1, [`${gone}.truth`]: true })).toEqual([gone, `${gone}.truth`]);
    expect(refused(writer(LEADER), { [gone]: null })).toEqual([]);
    expect(refused(writer(SECOND), { [gone]: null })).toEqual([gone]);
    expect(refused(writer(LEADER), { 'no.such': 1 })).toEqual(['no.such']);
  });
});
