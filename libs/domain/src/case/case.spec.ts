import { sopotCase, sopotExpected, sopotFacts } from '@zit/sample';
import Ajv from 'ajv/dist/2020';
import addFormats from 'ajv-formats';
import { totals } from '../budget/totals';
import { factsOfCase } from './facts-of-case';
import { readCase } from './read-case';
import schema from './zit-case-1.schema.json';

const ajv = addFormats(new Ajv({ allErrors: true }));
const fitsSchema = ajv.compile(schema);

/** The Sopot case with one value put (or, without a value, taken away) at a pointer. */
function changed(at: string, ...value: unknown[]): unknown {
  const copy = JSON.parse(JSON.stringify(sopotCase)) as Record<string, unknown>;
  const keys = at.slice(1).split('/');
  const last = keys.pop() ?? '';
  const place = keys.reduce((node, key) => node[key] as Record<string, unknown>, copy);
  if (value.length === 0) delete place[last];
  else place[last] = value[0];
  return copy;
}

function pointersOfFaults(at: string, ...value: unknown[]): string[] {
  const read = readCase(changed(at, ...value));
  return read.ok ? [] : read.faults.map((fault) => fault.pointer);
}

describe('the Sopot case', () => {
  it('is read without a fault', () => expect(readCase(sopotCase)).toEqual({ ok: true, value: sopotCase }));

  it('adds up to exactly what it expects', () => {
    const facts = sopotFacts('A');
    const sums = totals(facts.lines ?? [], facts.members);
    expect([sums.total, sums.zit, sums.own, sums.ownCash, sums.ownInKind]).toEqual([
      sopotExpected.totalGrosze,
      sopotExpected.zitGrosze,
      sopotExpected.ownGrosze,
      sopotExpected.ownCashGrosze,
      sopotExpected.ownInKindGrosze,
    ]);
    const byMember = Object.entries(sums.byMember).map(([id, m]) => [id, [m.zit, m.cash, m.inKind]]);
    expect(Object.fromEntries(byMember)).toEqual(sopotExpected.byMember);
    expect({ ...sums.byCategory }).toEqual(sopotExpected.byCategory);
    expect({ ...sums.byArea }).toEqual(sopotExpected.byArea);
  });

  it('gives facts with the call around them', () => {
    expect(sopotFacts('A')).toMatchObject({
      title: 'Kompas Sopocki',
      centre: { teryt: '2264011', municipality: 'Sopot', callNo: 'LC/2264/2015/01' },
      period: { from: '2015-07-01', to: '2016-06-30' },
      capGrosze: 33_000_000,
      declared: { totalGrosze: 33_000_000, zitGrosze: null },
      distinctPersons: 110,
      letterOfIntentSignedOn: '2015-03-05',
    });
    expect(sopotFacts('A').servicePoints).toHaveLength(2);
  });

  it('knows offers B and C only by sectors and totals', () => {
    const facts = sopotFacts('B');
    expect(facts.lines).toBeNull();
    expect(facts.declared).toEqual({ totalGrosze: 33_000_000, zitGrosze: 28_050_000, ownGrosze: 4_950_000 });
    expect(facts.members.map((member) => [member.sector, member.anonymous])).toEqual([
      ['NGO', true],
      ['NGO', true],
      ['JST_UNIT', true],
      ['BUSINESS', true],
    ]);
  });

  it('has no offer of another name', () => {
    expect(() => factsOfCase(sopotCase, 'X')).toThrow(/Nie ma oferty „X”. Są: A, B, C/);
    expect(() => factsOfCase(sopotCase, 'constructor')).toThrow(RangeError);
  });
});

type Broken = [pointer: string, ...value: unknown[]];

const shapes: Broken[] = [
  ['/format', 'zit-case/2'],
  ['/call'],
  ['/call/teryt', '226401'],
  ['/call/period/to', '2016-06-31'],
  ['/offers', {}],
  ['/offers/A/members/1/sector', 'ONG'],
  ['/offers/A/budget/6/amountGrosze', -1],
  ['/offers/A/budget/6/amountGrosze', 1e309],
  ['/offers/A/budget/6/amountGrosze', Number.NaN],
  ['/offers/A/budget/6/unitPriceGrosze', 0.5],
  ['/offers/A/budget/6/unitPriceGrosze', '95000'],
  ['/offers/A/budget/6/unitPriceGrosze', 1e15],
  ['/offers/C/sectors', 'NGO'],
  ['/ruleSet/ngo/measure', 'HEADS'],
  ['/ruleSet/own'],
  ['/ruleSet/leader/turnoverFactor', '1,5'],
];

/** What only a reader can see: names that point at each other, decimals. */
const references: Broken[] = [
  ['/offers/A/members/2/id', 'M2'],
  ['/offers/A/budget/0/quantity', 1.0005],
  ['/offers/A/budget/0/member', 'M9'],
  ['/offers/A/budget/1/no', 'L01'],
];

describe('a file that cannot be read says where', () => {
  it.each([...shapes, ...references])('%s %j', (pointer, ...value) =>
    expect(pointersOfFaults(pointer, ...value)).toContain(pointer),
  );

  it('an offer without members', () => expect(pointersOfFaults('/offers/B/sectors')).toContain('/offers/B'));

  it('what the reader refuses for its shape, the JSON Schema refuses too', () => {
    expect(fitsSchema(sopotCase)).toBe(true);
    for (const [at, ...value] of shapes) expect([at, fitsSchema(changed(at, ...value))]).toEqual([at, false]);
    expect(fitsSchema(changed('/notes', 7))).toBe(true);
  });

  it('is not an object at all', () => {
    for (const bad of [null, 1, 'x', [], undefined]) expect(readCase(bad)).toMatchObject({ ok: false });
  });
});
