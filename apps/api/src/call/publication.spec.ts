import { createHash, randomUUID } from 'node:crypto';
import type { CallEditionFile, CallResponse, Problem, SheetResponse } from '@zit/contracts';
import { CALL_FORM, canonicalJson, flatten, type CallRule, type SheetValues } from '@zit/domain';
import { draftCall, goodValues, publish, publishedCall, saveValues } from '../../test/calls';
import { refusal, startPortal, type Caller, type TestPortal } from '../../test/portal';
import { must } from '../../test/sopot';

const root = '/api/v1/calls';

describe('publishing a call', () => {
  let portal: TestPortal;
  let officer: Caller;
  beforeAll(async () => {
    portal = await startPortal();
    officer = await portal.as({ role: 'ADMINISTRATOR' });
  });
  afterAll(() => portal.stop());
  const read = async (id: string) => must(await officer.get<CallResponse>(`${root}/${id}`));
  const editions = (id: string) =>
    portal.dataSource.query<{ no: number; contents: string; sha256: string }[]>(
      'select no, contents, sha256 from call_edition where call_id = $1 order by no',
      [id],
    );

  it('freezes the whole call under a number, as one canonical text', async () => {
    const draft = await draftCall(officer, { values: goodValues() });
    expect(draft.findings.filter(({ verdict }) => verdict === 'fail')).toEqual([]);
    const call = must(await publish(officer, draft.id));
    expect(call.number).toMatch(/^LC\/2264\/\d{4}\/\d\d$/);
    expect(call.slug).toBe(call.number?.toLowerCase().replaceAll('/', '-'));
    expect(call).toMatchObject({ state: 'PUBLISHED', phase: 'OPEN', findings: [] });
    expect(call.deadlineAt).toBe(goodValues()['deadline.closesAt']);
    expect(call.editions).toMatchObject([{ no: 1, kind: 'NOTICE', reason: null, differences: [] }]);
    const [kept] = await editions(draft.id);
    const contents = JSON.parse(kept?.contents ?? '') as CallEditionFile;
    expect(canonicalJson(contents)).toBe(kept?.contents);
    expect(
      createHash('sha256')
        .update(kept?.contents ?? '', 'utf8')
        .digest('hex'),
    ).toBe(call.editions[0]?.sha256);
    expect(contents).toMatchObject({ form: 'call/1', number: call.number, edition: 1, kind: 'NOTICE' });
    expect(flatten(CALL_FORM, contents.contents as never)).toEqual(goodValues());
    const sheet = must(await officer.get<SheetResponse>(`${root}/${draft.id}/sheet`));
    expect(sheet.closed).toBe(true);
  });

  // What has to be amiss, so that exactly this rule refuses.
  const REFUSED: [CallRule, SheetValues][] = [
    ['C-FIELDS', { 'basics.purpose': null }],
    ['C-READ', { 'basics.centres': { typed: 'jedno albo dwa' } }],
    ['C-CONSULT', { 'consultations.list.2264011a-0000-4000-8000-000000000131.date': null }],
    ['C-CRITERIA', { 'criteria.list.2264011a-0000-4000-8000-000000000126.weight': 4 }],
    ['C-ADOPTED', { 'criteria.list.2264011a-0000-4000-8000-000000000120.name': 'zupełnie inne kryterium' }],
    ['C-SCORING', { 'rules.thresholdPoints': null }],
    ['C-REGIME', { 'basics.legalRegime': null }],
    ['C-RULES', { 'rules.ruleSet': 'NIEZNANY/9' }],
    ['C-CHANNELS', { 'notice.channels.2264011a-0000-4000-8000-000000000150.publishedOn': null }],
    ['C-DAYS', { 'notice.days': 300 }],
    ['C-DEADLINE', { 'deadline.closesAt': '2015-03-31T13:30:00.000Z' }],
    ['C-PERIOD', { 'basics.periodTo': null }],
    ['C-CAP', { 'basics.capGrosze': null }],
  ];
  it.each(REFUSED)('is refused by %s, with the way out, and nothing happens', async (rule, amiss) => {
    const { id } = await draftCall(officer, { values: { ...goodValues(), ...amiss } });
    const answer = await publish(officer, id);
    expect(refusal(answer)).toEqual({ status: 422, code: 'BLOCKED' });
    const { callFindings = [] } = answer.body as unknown as Problem;
    expect(callFindings.map(({ code }) => code)).toContain(rule);
    for (const { verdict, text, fix } of callFindings) {
      expect(verdict).toBe('fail');
      expect([text, fix?.text]).toEqual([expect.stringMatching(/\w{3}/), expect.stringMatching(/\w{3}/)]);
    }
    expect(await read(id)).toMatchObject({ state: 'DRAFT', number: null, editions: [] });
    expect(must(await officer.get<SheetResponse>(`${root}/${id}/sheet`)).closed).toBe(false);
  });

  it('publishes what was looked at, not what somebody wrote meanwhile', async () => {
    const { id } = await draftCall(officer, { values: goodValues() });
    const { checkedRev: rev } = await read(id);
    must(await saveValues(officer, id, { 'basics.purpose': 'Ktoś jeszcze pisze.' }));
    const answer = await officer.post(`${root}/${id}/editions`, { id: randomUUID(), rev });
    expect(refusal(answer)).toEqual({ status: 409, code: 'STALE' });
    expect(await editions(id)).toEqual([]);
  });

  it('happens once: a hundred clicks with one id get one answer', async () => {
    const { id } = await draftCall(officer, { values: goodValues() });
    const request = { id: randomUUID(), rev: (await read(id)).checkedRev };
    const click = () => officer.post<CallResponse>(`${root}/${id}/editions`, request);
    const answers = await Promise.all(Array.from({ length: 100 }, click));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([201]));
    const alike = answers.map(({ body: { serverTime: _, ...body } }) => JSON.stringify(body));
    expect(new Set(alike).size).toBe(1);
    expect(await editions(id)).toHaveLength(1);
    const other = await draftCall(officer, { values: goodValues() });
    expect(refusal(await officer.post(`${root}/${other.id}/editions`, request))).toEqual({
      status: 409,
      code: 'DUPLICATE',
    });
  }, 60_000);

  it('happens once also when two people publish at the same moment', async () => {
    const { id } = await draftCall(officer, { values: goodValues() });
    const { checkedRev: rev } = await read(id);
    const answers = await Promise.all(
      Array.from({ length: 6 }, () => officer.post(`${root}/${id}/editions`, { id: randomUUID(), rev })),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 403, 403, 403, 403, 403]);
    expect(await editions(id)).toHaveLength(1);
  });

  it('never freezes half a save: what was taken before is in, what comes after is told that it is closed', async () => {
    const { id } = await draftCall(officer, { values: goodValues() });
    const { checkedRev: rev } = await read(id);
    const path = `${root}/${id}`;
    const base = must(await officer.get<SheetResponse>(`${path}/sheet`)).fields.find(
      (field) => field.path === 'texts.contact',
    )?.rev;
    const [published, saved] = await Promise.all([
      officer.post<CallResponse>(`${path}/editions`, { id: randomUUID(), rev }),
      officer.patch(`${path}/sheet`, {
        save: randomUUID(),
        changes: [{ path: 'texts.contact', base, value: 'W ostatniej chwili' }],
      }),
    ]);
    const [edition] = await editions(id);
    if (saved.status === 200) expect([published.status, edition]).toEqual([409, undefined]);
    else
      expect([saved.status, published.status, edition?.contents.includes('W ostatniej chwili')]).toEqual([
        409,
        201,
        false,
      ]);
  });

  it('numbers the calls of a county without gaps, twenty at once, refused ones among them', async () => {
    const county = { teryt: '2262011' };
    const drafts = await Promise.all(
      Array.from({ length: 20 }, (_, at) =>
        draftCall(officer, {
          ...county,
          values: { ...goodValues(), ...(at % 5 === 0 ? { 'basics.purpose': null } : {}) },
        }),
      ),
    );
    const answers = await Promise.all(drafts.map(({ id }) => publish(officer, id)));
    const numbers = answers.flatMap(({ status, body }) => (status === 201 ? [body.number ?? ''] : []));
    expect(numbers).toHaveLength(16);
    const counted = numbers.map((number) => Number(number.split('/').at(-1))).sort((a, b) => a - b);
    expect(counted).toEqual(Array.from({ length: 16 }, (_, at) => at + 1));
  }, 60_000);

  it('freezes for ever: not even the owner of the tables changes an edition or takes a number away', async () => {
    const { id } = await publishedCall(officer);
    for (const sql of [
      `update call_edition set reason = 'inny' where call_id = '${id}'`,
      `delete from call_edition where call_id = '${id}'`,
      'truncate call_edition cascade',
      `update call set number = 'LC/1', slug = 'lc-1' where id = '${id}'`,
      `update call set state = 'DRAFT', number = null, slug = null, opens_at = null, deadline_at = null where id = '${id}'`,
      `insert into call_edition (call_id, no, kind, contents, sha256, differences, reason, published_at, published_by, request_id)
       select call_id, 2, 'ANNEX', contents, sha256, differences, 'bez aneksu', published_at, published_by, gen_random_uuid()
       from call_edition where call_id = '${id}'`,
    ])
      await expect(portal.dataSource.query(sql)).rejects.toThrow(/does not change|does not go on|does not follow/);
    await expect(
      portal.dataSource.query(
        `insert into call_edition (call_id, no, kind, contents, sha256, differences, reason, published_at, published_by, request_id)
         select call_id, 2, 'EXTENSION', contents || ' ', sha256, differences, 'inna treść', published_at, published_by,
           gen_random_uuid() from call_edition where call_id = '${id}'`,
      ),
    ).rejects.toThrow('call_edition_sha256_is_of_contents');
  });
});
