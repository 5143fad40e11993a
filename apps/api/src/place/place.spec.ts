import type {
  CatalogueResponse,
  LocalCentreList,
  LocalCentreResponse,
  Problem,
  RuleSetList,
  TerritoryResponse,
  TimeResponse,
} from '@zit/contracts';
import { OMT_2014, SERVICES, TARGET_GROUPS } from '@zit/domain';
import { refusal, startPortal, type Caller, type TestPortal } from '../../test/portal';

describe('places and lists', () => {
  let portal: TestPortal;
  let administrator: Caller;
  beforeAll(async () => {
    portal = await startPortal();
    administrator = await portal.as({ role: 'ADMINISTRATOR' });
  });
  afterAll(() => portal.stop());

  it('knows the counties and the municipalities of today, in Polish order', async () => {
    const { body } = await administrator.get<TerritoryResponse>('/api/v1/territory');
    expect(body.counties).toHaveLength(20);
    expect(body.municipalities).toHaveLength(47);
    expect(body.municipalities).toContainEqual({
      teryt: '2264011',
      name: 'Sopot',
      county: '2264',
      kind: 'URBAN',
      zit: 'PARTY',
    });
    const names = body.municipalities.map((one) => one.name);
    expect(names).toEqual([...names].sort(new Intl.Collator('pl').compare));
  });

  it('does not offer a code that has ended, though old entries keep it', async () => {
    const { body } = await administrator.get<TerritoryResponse>('/api/v1/territory');
    const codes = body.municipalities.filter((one) => one.name === 'Władysławowo').map((one) => one.teryt);
    expect(codes).toEqual(['2211043']);
    const kept = await portal.dataSource.query(
      `select valid_to::text as until from municipality where teryt = '2211041'`,
    );
    expect(kept).toEqual([{ until: '2014-12-31' }]);
  });

  it('plans a centre once in a municipality', async () => {
    const centre = { name: 'Lokalne Centrum w Gdyni', teryt: '2262011', phase: 2 };
    const planned = await administrator.post<LocalCentreResponse>('/api/v1/local-centres', centre);
    expect(planned.body).toEqual({ id: expect.any(String), ...centre, municipality: 'Gdynia' });
    const { body } = await administrator.get<LocalCentreList>('/api/v1/local-centres');
    expect(body.items.map((one) => one.municipality)).toEqual(['Gdynia', 'Sopot']);
    const again = await administrator.post<Problem>('/api/v1/local-centres', centre);
    expect(refusal(again)).toEqual({ status: 409, code: 'DUPLICATE' });
    const nowhere = await administrator.post<Problem>('/api/v1/local-centres', { ...centre, teryt: '9999999' });
    expect(nowhere.body.errors?.map((error) => error.pointer)).toEqual(['/teryt']);
  });

  it('lists the rule sets and the catalogue as the domain knows them', async () => {
    const rules = await administrator.get<RuleSetList>('/api/v1/rule-sets');
    expect(rules.body.items).toEqual([OMT_2014]);
    const { body } = await administrator.get<CatalogueResponse>('/api/v1/catalogue');
    expect(body.services).toEqual(SERVICES);
    expect(body.targetGroups).toHaveLength(TARGET_GROUPS.length);
    expect(body.legalForms[0]).toEqual({ code: '155', pl: 'stowarzyszenie', sector: 'NGO' });
  });

  it('tells its time', async () => {
    const before = Date.now();
    const { body } = await portal.stranger.get<TimeResponse>('/api/v1/time');
    expect(body.zone).toBe('Europe/Warsaw');
    expect(Date.parse(body.serverTime)).toBeGreaterThanOrEqual(before - 1);
    expect(Date.parse(body.serverTime)).toBeLessThanOrEqual(Date.now() + 1);
  });
});
