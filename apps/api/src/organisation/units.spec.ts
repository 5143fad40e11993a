import type { OrganisationResponse } from '@zit/contracts';
import { startPortal, type Caller, type TestPortal } from '../../test/portal';
import { must } from '../../test/sopot';

const list = '/api/v1/organisations';

describe('units of legal persons', () => {
  let portal: TestPortal;
  let administrator: Caller;
  beforeAll(async () => {
    portal = await startPortal();
    administrator = await portal.as({ role: 'ADMINISTRATOR' });
  });
  afterAll(() => portal.stop());

  const register = async (name: string) =>
    must(await administrator.post<OrganisationResponse>(list, { name, sector: 'JST' }));
  const hang = (unit: OrganisationResponse, whole: OrganisationResponse) =>
    administrator.patch(`${list}/${unit.id}`, {
      version: unit.version,
      changes: { unitOfId: whole.id },
      base: { unitOfId: null },
    });
  const enter = (name: string, whole: OrganisationResponse) =>
    administrator.post(list, { name, sector: 'JST_UNIT', unitOfId: whole.id });

  it('never hang on units, not even when both are written at the same moment', async () => {
    for (let round = 0; round < 8; round++) {
      const [one, two, three] = [await register('Gmina A'), await register('Gmina B'), await register('Gmina C')];
      const answers = await Promise.all([
        hang(one, two),
        hang(two, three),
        hang(three, one),
        ...[one, two, three].map((whole) => enter('Ośrodek', whole)),
      ]);
      expect(answers.map((answer) => answer.status).filter((status) => status >= 500)).toEqual([]);
    }
    const chains = await portal.dataSource.query<unknown[]>(
      `select unit.id from organisation unit join organisation whole on whole.id = unit.unit_of_id
       where whole.unit_of_id is not null`,
    );
    expect(chains).toEqual([]);
  });
});
