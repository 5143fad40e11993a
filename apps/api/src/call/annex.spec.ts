import { randomUUID } from 'node:crypto';
import type { CallResponse, Problem, PublicCall, SheetResponse } from '@zit/contracts';
import { publish, publishedCall, saveValues } from '../../test/calls';
import { refusal, startPortal, type Caller, type TestPortal } from '../../test/portal';
import { must } from '../../test/sopot';
import type { CallContents } from './edition';

const root = '/api/v1/calls';
const CRITERION = 'criteria.list.2264011a-0000-4000-8000-000000000120';
const CHANNEL = 'notice.channels.2264011a-0000-4000-8000-000000000151';
const DAY = 86_400_000;

describe('what happens to a call after it was published', () => {
  let portal: TestPortal;
  let officer: Caller;
  beforeAll(async () => {
    portal = await startPortal();
    officer = await portal.as({ role: 'COUNTY_OPERATOR', teryt: '2264' });
  });
  afterAll(() => portal.stop());
  const shown = async ({ slug }: CallResponse) =>
    must(await portal.stranger.get<PublicCall>(`/api/v1/public/calls/${slug}`));
  const valuesOf = async (id: string) => {
    const { fields } = must(await officer.get<SheetResponse>(`${root}/${id}/sheet`));
    return Object.fromEntries(fields.map(({ path, value }) => [path, value]));
  };
  const beginAnnex = async (id: string) => must(await officer.post<CallResponse>(`${root}/${id}/annex`));
  const later = (call: CallResponse, by: number) => new Date(Date.parse(call.deadlineAt ?? '') + by).toISOString();

  it('an annex is read by the public only when it is published, and then with what it changed', async () => {
    const call = await publishedCall(officer);
    expect(await beginAnnex(call.id)).toMatchObject({ state: 'ANNEX', number: call.number });
    must(await saveValues(officer, call.id, { 'texts.contact': 'Pokój nr 5', 'basics.title': 'Nowy tytuł' }));
    expect(await shown(call)).toMatchObject({ title: call.title, editions: [{ no: 1 }] });
    const silent = await publish(officer, call.id);
    expect([refusal(silent).status, (silent.body as unknown as Problem).errors?.[0]?.pointer]).toEqual([
      400,
      '/reason',
    ]);
    const reason = 'Zmieniono miejsce udzielania wyjaśnień.';
    const annexed = must(await publish(officer, call.id, { reason }));
    expect(annexed).toMatchObject({ state: 'PUBLISHED', number: call.number, slug: call.slug, title: 'Nowy tytuł' });
    const { editions, contents, title } = await shown(call);
    expect(title).toBe('Nowy tytuł');
    expect((contents as CallContents).texts.contact).toBe('Pokój nr 5');
    expect(editions).toMatchObject([
      { no: 1, kind: 'NOTICE' },
      { no: 2, kind: 'ANNEX', reason },
    ]);
    expect(editions[1]?.differences.map(({ section, after }) => [section, after])).toEqual([
      ['basics', 'Nowy tytuł'],
      ['texts', 'Pokój nr 5'],
    ]);
  });

  it('an abandoned annex leaves what is published, also where items came and went', async () => {
    const call = await publishedCall(officer);
    const before = await valuesOf(call.id);
    await beginAnnex(call.id);
    const added = 'rules.ties.2264011a-0000-4000-8000-0000000001ff';
    const { rev } = must(await officer.get<SheetResponse>(`${root}/${call.id}/sheet`));
    must(await saveValues(officer, call.id, { [added]: 9, [`${added}.by`]: 'K1', 'basics.centres': 2 }));
    must(
      await officer.patch(`${root}/${call.id}/sheet`, {
        save: randomUUID(),
        changes: [{ path: CHANNEL, base: rev, value: null }],
      }),
    );
    const done = must(await officer.del<CallResponse>(`${root}/${call.id}/annex`));
    expect(done).toMatchObject({ state: 'PUBLISHED', findings: [] });
    expect(done.editions).toHaveLength(1);
    const { [added]: gone, [`${added}.by`]: kept, ...rest } = await valuesOf(call.id);
    expect([gone, kept]).toEqual([null, 'K1']);
    expect(rest).toEqual(before);
    expect(refusal(await saveValues(officer, call.id, { 'basics.centres': 3 })).code).toBe('SHEET_CLOSED');
    expect(refusal(await officer.del(`${root}/${call.id}/annex`))).toEqual({ status: 403, code: 'FORBIDDEN' });
  });

  it('an annex is checked as the call was: other criteria need another resolution', async () => {
    const call = await publishedCall(officer);
    await beginAnnex(call.id);
    must(await saveValues(officer, call.id, { [`${CRITERION}.name`]: 'inne kryterium' }));
    const refused = await publish(officer, call.id, { reason: 'Zmiana jednego z kryteriów.' });
    expect(refusal(refused)).toEqual({ status: 422, code: 'BLOCKED' });
    const findings = (refused.body as unknown as Problem).callFindings ?? [];
    const adopts = findings.find(({ code, fix }) => code === 'C-ADOPTED' && fix?.sets)?.fix?.sets ?? [];
    must(await saveValues(officer, call.id, Object.fromEntries(adopts.map(({ path, value }) => [path, value]))));
    const old = await publish(officer, call.id, { reason: 'Zmiana jednego z kryteriów.' });
    expect((old.body as unknown as Problem).callFindings).toMatchObject([{ path: 'resolution.number' }]);
    expect((await shown(call)).editions).toHaveLength(1);
    must(await saveValues(officer, call.id, { 'resolution.number': 'XII/99/nowa' }));
    expect(must(await publish(officer, call.id, { reason: 'Zmiana jednego z kryteriów.' })).editions).toHaveLength(2);
  });

  it('an extension is an edition that differs in its deadline alone, made once', async () => {
    const call = await publishedCall(officer);
    const request = { id: randomUUID(), deadlineAt: later(call, 7 * DAY), reason: 'Awaria łącza u składających.' };
    const extend = () => officer.post<CallResponse>(`${root}/${call.id}/extension`, request);
    const [first, again] = [must(await extend()), must(await extend())];
    expect(again.editions).toEqual(first.editions);
    const otherwise = (change: object, by = officer) =>
      by.post(`${root}/${call.id}/extension`, { ...request, ...change });
    const somebodyElse = await portal.as({ role: 'COUNTY_OPERATOR', teryt: '2264' });
    for (const answer of [
      await otherwise({ deadlineAt: later(call, 8 * DAY) }),
      await otherwise({ reason: 'Inna awaria łącza.' }),
      await otherwise({}, somebodyElse),
    ])
      expect(refusal(answer)).toEqual({ status: 409, code: 'DUPLICATE' });
    expect(first).toMatchObject({ state: 'PUBLISHED', deadlineAt: request.deadlineAt });
    const { editions, contents, deadlineAt } = await shown(call);
    expect(deadlineAt).toBe(request.deadlineAt);
    expect((contents as CallContents).deadline.closesAt).toBe(request.deadlineAt);
    expect(editions[1]).toMatchObject({ no: 2, kind: 'EXTENSION', reason: request.reason });
    expect(editions[1]?.differences.map(({ section }) => section)).toEqual(['deadline']);
    const values = await valuesOf(call.id);
    expect(values['deadline.closesAt']).toBe(request.deadlineAt);
    expect(refusal(await saveValues(officer, call.id, { 'basics.centres': 3 })).code).toBe('SHEET_CLOSED');
  });

  it('an extension goes forward only, and names its zone', async () => {
    const call = await publishedCall(officer);
    const faulty = async (deadlineAt: string) => {
      const reason = 'Przedłużenie na próbę.';
      const answer = await officer.post<Problem>(`${root}/${call.id}/extension`, {
        id: randomUUID(),
        deadlineAt,
        reason,
      });
      return [answer.status, answer.body.errors?.[0]?.pointer];
    };
    for (const deadlineAt of [
      call.deadlineAt ?? '',
      later(call, -1),
      '2015-03-31T13:30:00Z',
      '2031-03-31',
      '2031-03-31T15:30',
      'kiedyś',
      // What the field of the sheet could not say: the edition and the sheet would differ for ever.
      '2031-03-31T15:30:00.500Z',
      '2300-03-31T15:30:00Z',
      '9999-12-31T23:59:59-23:59',
    ])
      expect([deadlineAt, ...(await faulty(deadlineAt))]).toEqual([deadlineAt, 400, '/deadlineAt']);
    expect((await shown(call)).editions).toHaveLength(1);
  });

  it('an extension reaches an annex that is being written', async () => {
    const call = await publishedCall(officer);
    await beginAnnex(call.id);
    const deadlineAt = later(call, 3 * DAY);
    const body = { id: randomUUID(), deadlineAt, reason: 'Przerwa w działaniu portalu.' };
    expect(must(await officer.post<CallResponse>(`${root}/${call.id}/extension`, body)).state).toBe('ANNEX');
    expect((await valuesOf(call.id))['deadline.closesAt']).toBe(deadlineAt);
    must(await saveValues(officer, call.id, { 'texts.contact': 'Pokój nr 6' }));
    must(await publish(officer, call.id, { reason: 'Inny pokój po przerwie.' }));
    expect(await shown(call)).toMatchObject({ deadlineAt, editions: [{ no: 1 }, { no: 2 }, { no: 3, kind: 'ANNEX' }] });
  });

  it('an annulled call stays readable with its reason, and nothing more happens to it', async () => {
    const call = await publishedCall(officer);
    await beginAnnex(call.id);
    const body = { id: randomUUID(), reason: 'Brak środków w budżecie gminy.' };
    const annulled = must(await officer.post<CallResponse>(`${root}/${call.id}/annulment`, body));
    expect(must(await officer.post<CallResponse>(`${root}/${call.id}/annulment`, body)).editions).toEqual(
      annulled.editions,
    );
    expect(await shown(call)).toMatchObject({
      phase: 'ANNULLED',
      editions: [{ no: 1 }, { no: 2, kind: 'ANNULMENT', reason: body.reason, differences: [] }],
    });
    const again = { id: randomUUID(), reason: body.reason };
    for (const [path, sent] of [
      ['annulment', again],
      ['annex', undefined],
      ['extension', { ...again, deadlineAt: later(call, DAY) }],
      ['editions', { ...again, rev: annulled.checkedRev }],
      ['questions', { id: randomUUID(), text: 'Czy na pewno?' }],
    ] as const)
      expect([path, refusal(await officer.post(`${root}/${call.id}/${path}`, sent))]).toEqual([
        path,
        { status: 403, code: 'FORBIDDEN' },
      ]);
    expect(refusal(await saveValues(officer, call.id, { 'basics.centres': 3 })).code).toBe('SHEET_CLOSED');
  });
});
