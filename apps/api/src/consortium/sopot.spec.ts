import { check, totals } from '@zit/domain';
import { sopotExpected } from '@zit/sample';
import { startPortal, type TestPortal } from '../../test/portal';
import { formSopot, type Sopot } from '../../test/sopot';

describe('„Kompas Sopocki” formed through the API', () => {
  let portal: TestPortal;
  let sopot: Sopot;

  beforeAll(async () => {
    portal = await startPortal();
    sopot = await formSopot(portal);
  });
  afterAll(() => portal.stop());

  it('adds up to the grosz', async () => {
    const facts = await sopot.read();
    const sums = totals(facts.lines, facts.members);
    expect(sums).toMatchObject({
      total: sopotExpected.totalGrosze,
      zit: sopotExpected.zitGrosze,
      own: sopotExpected.ownGrosze,
      ownCash: sopotExpected.ownCashGrosze,
      ownInKind: sopotExpected.ownInKindGrosze,
      byArea: sopotExpected.byArea,
      byCategory: sopotExpected.byCategory,
    });
    for (const [name, [zit, cash, inKind]] of Object.entries(sopotExpected.byMember))
      expect(sums.byMember[sopot.members[name] ?? '']).toMatchObject({ zit, cash, inKind });
    expect(facts.lines.map((line) => line.no)).toEqual(
      Array.from({ length: 16 }, (_, at) => `L${String(at + 1).padStart(2, '0')}`),
    );
  });

  it('is structurally the facts that rules ask for', async () => {
    const facts = await sopot.read();
    expect(facts.centre).toEqual({
      teryt: '2264011',
      municipality: 'Sopot',
      name: 'Lokalne Centrum w Sopocie',
      callNo: 'LC/2264/2015/01',
    });
    expect(facts.period).toEqual({ from: '2015-07-01', to: '2016-06-30' });
    const { findings } = check(facts, facts.ruleSet);
    expect(findings.filter((finding) => finding.verdict === 'fail' && finding.code !== 'R-SERVICE')).toEqual([]);
  });

  it('is read with a constant number of queries', async () => {
    const few = await portal.countQueries(() => sopot.read());
    expect(few).toBeLessThanOrEqual(4);
  });
});
