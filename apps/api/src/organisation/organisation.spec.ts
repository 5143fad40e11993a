import type {
  DuplicateResponse,
  FindDuplicates,
  OrganisationPage,
  OrganisationResponse,
  Problem,
} from '@zit/contracts';
import { refusal, startPortal, type Caller, type TestPortal } from '../../test/portal';

const SOPOT = '2264011';
const list = '/api/v1/organisations';

describe('the register of organisations', () => {
  let portal: TestPortal;
  let administrator: Caller;
  beforeAll(async () => {
    portal = await startPortal();
    administrator = await portal.as({ role: 'ADMINISTRATOR' });
  });
  afterEach(async () => {
    // Only here may the journal forget: every test begins with an empty register.
    await portal.dataSource.query('alter table journal disable trigger user');
    await portal.dataSource.query('delete from journal');
    await portal.dataSource.query('delete from role_grant where organisation_id is not null');
    await portal.dataSource.query('update session set acting_for = null');
    await portal.dataSource.query('delete from organisation');
  });
  afterAll(() => portal.stop());

  const create = async (fields: Record<string, unknown>, who = administrator): Promise<OrganisationResponse> => {
    const { status, body } = await who.post<OrganisationResponse>(list, { sector: 'NGO', ...fields });
    expect([status, body]).toEqual([201, expect.objectContaining({ version: 1 })]);
    return body;
  };
  const names = async (query: string): Promise<string[]> => {
    const { body } = await administrator.get<OrganisationPage>(`${list}?${query}`);
    return body.items.map((item) => item.name);
  };

  it('keeps identifiers without spaces and hyphens, and a KRS with its zeros', async () => {
    const { id } = await create({
      name: 'Stowarzyszenie „Kompas”',
      nip: '999-000-00-14',
      regon: '990 000 016',
      krs: '999001',
      teryt: SOPOT,
    });
    const { body } = await administrator.get<OrganisationResponse>(`${list}/${id}`);
    expect(body).toMatchObject({
      name: 'Stowarzyszenie „Kompas”',
      nip: '9990000014',
      regon: '990000016',
      krs: '0000999001',
      municipality: 'Sopot',
      unitOfName: null,
      representation: [],
      may: { edit: true, reason: null },
    });
  });

  it('keeps who may represent it, with all they state', async () => {
    const person = { person: 'Prezes Zarządu', function: 'prezes', mode: 'JOINT_2' };
    const { representation } = await create({ name: 'Fundacja', representation: [person] });
    expect(representation).toEqual([{ ...person, validFrom: null, validTo: null, evidence: null }]);
  });

  it('N5b: refuses a wrong NIP at its field, with the reason', async () => {
    const answer = await administrator.post<Problem>(list, { name: 'Fundacja', sector: 'NGO', nip: '9990000021' });
    expect(refusal(answer)).toEqual({ status: 400, code: 'VALIDATION' });
    expect(answer.body.errors).toEqual([{ pointer: '/nip', message: expect.stringContaining('NIP') }]);
  });

  describe('finds', () => {
    beforeEach(async () => {
      for (const [name, nip] of [
        ['Łódź Żeglarska', '9990000014'],
        ['Bielsko-Bialskie „Światełko”', '9990000020'],
        ['Ćma', null],
        ['Cień', null],
        ['Lodołamacz', null],
      ])
        await create({ name, nip });
    });

    it.each([
      ['lodz', ['Łódź Żeglarska']],
      ['ŁÓDŹ', ['Łódź Żeglarska']],
      ['bielsko bialskie', ['Bielsko-Bialskie „Światełko”']],
      ['swiatelko bielsko', ['Bielsko-Bialskie „Światełko”']],
      ['999-000-00-20', ['Bielsko-Bialskie „Światełko”']],
      ['PL 9990000014', ['Łódź Żeglarska']],
      ['%', []],
      ['_', []],
      ["'; drop table organisation; --", []],
    ])('by %s', async (search, found) => {
      expect(await names(`search=${encodeURIComponent(search)}`)).toEqual(found);
    });

    it('in the order of the Polish alphabet', async () => {
      const all = await names('');
      expect(all).toEqual([...all].sort(new Intl.Collator('pl').compare));
      expect(all[0]).toBe('Bielsko-Bialskie „Światełko”');
      expect(all.slice(1, 3)).toEqual(['Cień', 'Ćma']);
    });

    it('page by page, each once', async () => {
      const seen: string[] = [];
      let after: string | null = '';
      for (let page = 0; after !== null; page++) {
        const query: string = after ? `&after=${encodeURIComponent(after)}` : '';
        const { body }: { body: OrganisationPage } = await administrator.get(`${list}?limit=2${query}`);
        seen.push(...body.items.map((item) => item.name));
        after = body.next;
        expect(page).toBeLessThan(4);
      }
      expect(seen).toEqual(await names(''));
    });
  });

  it('sends the same number of statements however long the list is', async () => {
    const load = () => administrator.get(`${list}?limit=100`);
    await create({ name: 'Pierwsza' });
    const few = await portal.countQueries(load);
    await portal.dataSource.query(
      `insert into organisation (name, name_key, sector) select 'Organizacja ' || n, 'organizacja ' || n, 'NGO'
       from generate_series(1, 300) n`,
    );
    const many = await portal.countQueries(load);
    expect(many).toBe(few);
    expect(many).toBeLessThanOrEqual(2);
  });

  describe('duplicates', () => {
    it('are certain by an identifier, also by the nine digits of a longer REGON', async () => {
      const { id } = await create({ name: 'Stowarzyszenie „Kompas”', nip: '9990000014', regon: '990000016' });
      const ask = async (asked: FindDuplicates) => {
        const { body } = await administrator.post<DuplicateResponse>(`${list}/duplicates`, asked);
        return body.certain.map(({ id, by }) => ({ id, by }));
      };
      expect(await ask({ nip: '999-000-00-14' })).toEqual([{ id, by: ['nip'] }]);
      expect(await ask({ nip: '9990000014', regon: '99000001600012' })).toEqual([{ id, by: ['nip', 'regon'] }]);
      expect(await ask({ nip: '9990000014', exceptId: id })).toEqual([]);
      expect(await ask({ nip: '9990000020' })).toEqual([]);
    });

    it('are likely by a similar name', async () => {
      const { id } = await create({ name: 'Fundacja „Przystań Integracji”' });
      await create({ name: 'Fundacja „Zupełnie Inna”' });
      const { body } = await administrator.post<DuplicateResponse>(`${list}/duplicates`, {
        name: 'fundacja PRZYSTAN-INTEGRACJA',
      });
      expect(body.likely.map((item) => item.id)).toEqual([id]);
    });

    it('are refused by name when one is created or made by a change', async () => {
      await create({ name: 'Stowarzyszenie „Kompas”', nip: '9990000014' });
      const second = await administrator.post<Problem>(list, { name: 'Kompas', sector: 'NGO', nip: '9990000014' });
      expect(refusal(second)).toEqual({ status: 409, code: 'DUPLICATE' });
      expect(second.body.errors).toEqual([{ pointer: '/nip', message: expect.stringContaining('„Kompas”') }]);
      const other = await create({ name: 'Inna' });
      const change = { version: 1, changes: { nip: '9990000014' }, base: { nip: null } };
      const third = await administrator.patch<Problem>(`${list}/${other.id}`, change);
      expect(refusal(third)).toEqual({ status: 409, code: 'DUPLICATE' });
      expect(third.body.errors?.[0]?.pointer).toBe('/changes/nip');
    });

    it('cannot slip in through two requests at once', async () => {
      const fields = { name: 'Bliźniacza', sector: 'NGO', nip: '9990000037' };
      const answers = await Promise.all(Array.from({ length: 6 }, () => administrator.post(list, fields)));
      expect(answers.map((answer) => answer.status).sort()).toEqual([201, 409, 409, 409, 409, 409]);
    });

    it('N5c: a unit of a municipality may share its NIP, but a unit has no units', async () => {
      const city = await create({ name: 'Gmina Miasta Sopotu', sector: 'JST', nip: '9990000043' });
      const unit = await create({ name: 'Ośrodek Pomocy', sector: 'JST_UNIT', nip: '9990000043', unitOfId: city.id });
      expect(unit.unitOfName).toBe('Gmina Miasta Sopotu');
      const answer = await administrator.post<Problem>(list, { name: 'Filia', sector: 'JST_UNIT', unitOfId: unit.id });
      expect(refusal(answer)).toEqual({ status: 400, code: 'VALIDATION' });
      expect(answer.body.errors?.[0]?.pointer).toBe('/unitOfId');
    });
  });

  it.each([
    ['teryt', '2264021'],
    ['legalForm', '999'],
    ['unitOfId', '6f1c1b1e-0000-4000-8000-000000000000'],
  ])('names the field when its %s does not exist', async (field, value) => {
    const answer = await administrator.post<Problem>(list, { name: 'Fundacja', sector: 'NGO', [field]: value });
    expect(refusal(answer)).toEqual({ status: 400, code: 'VALIDATION' });
    expect(answer.body.errors?.map((error) => error.pointer)).toEqual([`/${field}`]);
  });

  describe('two people edit the same entry', () => {
    it('different fields merge', async () => {
      const { id } = await create({ name: 'Fundacja' });
      const path = `${list}/${id}`;
      await administrator.patch(path, { version: 1, changes: { email: 'a@example.test' }, base: { email: null } });
      const second = await administrator.patch<OrganisationResponse>(path, {
        version: 1,
        changes: { phone: '58 000 00 00' },
        base: { phone: null },
      });
      expect(second.body).toMatchObject({ version: 3, email: 'a@example.test', phone: '58 000 00 00' });
    });

    it('the same field answers both values and writes nothing', async () => {
      const { id } = await create({ name: 'Fundacja' });
      const path = `${list}/${id}`;
      await administrator.patch(path, { version: 1, changes: { name: 'Ich nazwa' }, base: { name: 'Fundacja' } });
      const changes = { name: 'Moja nazwa', phone: '58 000 00 00' };
      const answer = await administrator.patch<Problem>(path, {
        version: 1,
        changes,
        base: { name: 'Fundacja', phone: null },
      });
      expect(refusal(answer)).toEqual({ status: 409, code: 'STALE' });
      expect(answer.body.conflicts).toEqual([
        { field: 'name', base: 'Fundacja', theirs: 'Ich nazwa', mine: 'Moja nazwa' },
      ]);
      expect(answer.body.current).toMatchObject({ name: 'Ich nazwa', phone: null, version: 2 });
    });

    it('the same change sent twice is written once', async () => {
      const { id } = await create({ name: 'Fundacja' });
      const change = { version: 1, changes: { name: 'Nowa' }, base: { name: 'Fundacja' } };
      const both = await Promise.all(
        [1, 2].map(() => administrator.patch<OrganisationResponse>(`${list}/${id}`, change)),
      );
      expect(both.map(({ status, body }) => [status, body.version])).toEqual([
        [200, 2],
        [200, 2],
      ]);
    });
  });

  describe('may be changed', () => {
    const phone = { version: 1, changes: { phone: '1' }, base: { phone: null } };
    it.each([
      ['an editor of the organisation', 'EDITOR', 'own', null, 200],
      ['an editor of another', 'EDITOR', 'other', null, 403],
      ['the officer of the seat', 'MUNICIPALITY_OFFICER', 'other', SOPOT, 200],
      ['the officer of another place', 'MUNICIPALITY_OFFICER', 'other', '2262011', 403],
      ['the auditor', 'AUDITOR', null, null, 403],
    ] as const)('by %s', async (_, role, where, teryt, status) => {
      const own = await create({ name: 'Fundacja', teryt: SOPOT });
      const other = await create({ name: 'Inna' });
      const organisationId = where && { own, other }[where].id;
      const someone = await portal.as({ role, organisationId, teryt });
      expect((await someone.patch(`${list}/${own.id}`, phone)).status).toBe(status);
      const { body } = await someone.get<OrganisationResponse>(`${list}/${own.id}`);
      expect(body.may).toEqual({ edit: status === 200, reason: status === 200 ? null : expect.any(String) });
    });

    it('by who entered it, until it has people of its own', async () => {
      const home = await create({ name: 'Dom' });
      const author = await portal.as({ role: 'EDITOR', organisationId: home.id });
      const { id } = await create({ name: 'Wprowadzona' }, author);
      expect((await author.patch(`${list}/${id}`, phone)).status).toBe(200);
      await portal.as({ role: 'EDITOR', organisationId: id });
      const again = { version: 2, changes: { phone: '2' }, base: { phone: '1' } };
      expect(refusal(await author.patch(`${list}/${id}`, again))).toEqual({ status: 403, code: 'FORBIDDEN' });
    });
  });
});
