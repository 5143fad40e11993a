import { randomUUID } from 'node:crypto';
import type { BudgetResponse, ConsortiumResponse, Problem } from '@zit/contracts';
import { MAX_GROSZE } from '@zit/domain';
import { refusal, startPortal, type TestPortal } from '../../test/portal';
import { formSopot, must, type Sopot } from '../../test/sopot';

describe('a budget and odd lines', () => {
  let portal: TestPortal;
  let sopot: Sopot;
  beforeAll(async () => {
    portal = await startPortal();
    sopot = await formSopot(portal);
  });
  afterAll(() => portal.stop());

  const save = <Body = BudgetResponse>(change: object) =>
    sopot.administrator.patch<Body>(`/api/v1/consortia/${sopot.id}/budget`, change);

  it.each([1e-9, 0.000_000_1, 1e-300])('refuses a quantity of %p at its field', async (quantity) => {
    const answer = await save<Problem>({ added: [{ id: randomUUID(), fields: { quantity } }] });
    expect(refusal(answer)).toEqual({ status: 400, code: 'VALIDATION' });
    expect(answer.body.errors?.map((error) => error.pointer)).toEqual(['/added/0/fields/quantity']);
  });

  it('takes an id in capitals for the same id', async () => {
    const id = randomUUID();
    const added = [{ id: id.toUpperCase(), fields: { member: sopot.members['M2']?.toUpperCase() } }];
    const first = must(await save({ added }));
    expect(first.lines.at(-1)).toMatchObject({ id, member: sopot.members['M2'] });
    expect(must(await save({ added }))).toEqual(first);
    const order = first.lines.map((line) => line.id.toUpperCase()).reverse();
    expect(must(await save({ order })).lines[0]?.id).toBe(id);
    must(await save({ order: order.reverse() }));
    const twice = await save<Problem>({
      added: [
        { id: id.replace(/^.{8}/, 'aaaaaaaa'), fields: {} },
        { id: id.replace(/^.{8}/, 'AAAAAAAA'), fields: {} },
      ],
    });
    expect(refusal(twice)).toEqual({ status: 400, code: 'VALIDATION' });
    must(await save({ removed: [{ id: id.toUpperCase(), version: 1 }] }));
    expect((await sopot.read()).lines.map((line) => line.id)).not.toContain(id);
  });

  it('hands the lines to an heir named in capitals', async () => {
    const answer = await sopot.administrator.post<ConsortiumResponse>(
      `/api/v1/consortia/${sopot.id}/members/${sopot.members['M5']}/exit`,
      { linesToMemberId: sopot.members['M1']?.toUpperCase() },
    );
    expect(answer.status).toBe(201);
  });

  it('refuses a sum that no amount of the portal can hold, so that every sum is exact', async () => {
    const dear = () => ({ id: randomUUID(), fields: { quantity: 1, unitPriceGrosze: MAX_GROSZE } });
    const answer = await save<Problem>({ added: [dear(), dear()] });
    expect(refusal(answer)).toEqual({ status: 400, code: 'VALIDATION' });
    expect(answer.body.errors).toEqual([
      { pointer: '/added', message: expect.stringContaining('99\u00a0999\u00a0999\u00a0999,99') },
    ]);
  });
});
