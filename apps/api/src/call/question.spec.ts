import { randomUUID } from 'node:crypto';
import type { CallQuestion, CallQuestions, HistoryPage, Problem, PublicCall } from '@zit/contracts';
import { publishedCall } from '../../test/calls';
import { refusal, startPortal, type Caller, type TestPortal } from '../../test/portal';
import { must } from '../../test/sopot';
import { Door, type DoorUser } from '../database/door';

const root = '/api/v1/calls';

describe('questions about a call', () => {
  let portal: TestPortal;
  let officer: Caller;
  let path: string;
  let slug: string;
  let callId: string;
  beforeAll(async () => {
    portal = await startPortal();
    officer = await portal.as({ role: 'COUNTY_OPERATOR', teryt: '2264', name: 'Operator z testu' });
  });
  beforeEach(async () => {
    const call = await publishedCall(officer);
    callId = call.id;
    slug = `/api/v1/public/calls/${call.slug}`;
    path = `${root}/${call.id}/questions`;
  });
  afterAll(() => portal.stop());
  const coordinator = async (name = 'Koordynatorka z testu') => {
    const [{ id }] = await portal.dataSource.query<[{ id: string }]>(
      `insert into organisation (name, name_key, sector) values ('Fundacja', 'fundacja', 'NGO') returning id`,
    );
    return portal.as({ role: 'COORDINATOR', organisationId: id, name });
  };
  const ask = (who: Caller, text = 'Czy wolontariat liczy się do wkładu?', id = randomUUID()) =>
    who.post<CallQuestion>(path, { id, text });
  const answer = (who: Caller, { id }: { id: string }, base: number, text: string) =>
    who.put<CallQuestion & Problem>(`${path}/${id}/answer`, { base, text });
  const list = async (who: Caller, after = '') =>
    must(await who.get<CallQuestions>(after ? `${path}?after=${after}` : path));
  const shown = async () => must(await portal.stranger.get<PublicCall>(slug));

  it('are asked by anybody signed in and read by everybody once they are answered', async () => {
    const [works, asker] = [await portal.as({ role: 'AUDITOR' }), await coordinator()];
    const key = randomUUID();
    const question = must(await ask(asker, 'Czy wolontariat się liczy?', key));
    expect(must(await ask(asker, 'Czy wolontariat się liczy?', key))).toEqual(question);
    expect(refusal(await ask(asker, 'Inne pytanie', key))).toEqual({ status: 409, code: 'DUPLICATE' });
    const stranger = await portal.as({ role: 'NGO_COUNCIL', teryt: '2264' });
    const seen = await Promise.all([officer, asker, works, stranger].map((who) => list(who)));
    expect(seen.map(({ questions }) => questions.map(({ id }) => id))).toEqual([
      [question.id],
      [question.id],
      [question.id],
      [],
    ]);
    expect((await shown()).questions).toEqual([]);
    expect(refusal(await answer(asker, question, 0, 'Tak')).status).toBe(404);
    expect(refusal(await answer(works, question, 0, 'Tak')).status).toBe(403);
    must(await answer(officer, question, 0, 'Tak.'));
    expect((await shown()).questions).toMatchObject([{ id: question.id, answer: 'Tak.', correctedAt: null }]);
    expect(JSON.stringify(await shown())).not.toContain(asker.personId);
    const acts = await portal.dataSource.query(
      `select act, person_id as by from journal where subject_id = $1 and act like '%QUESTION' order by seq`,
      [callId],
    );
    expect(acts).toEqual([
      { act: 'ASK_QUESTION', by: asker.personId },
      { act: 'ANSWER_QUESTION', by: officer.personId },
    ]);
  });

  it('tell nobody that another person asked under the same id', async () => {
    const [one, other] = [await coordinator(), await coordinator()];
    const key = randomUUID();
    const first = must(await ask(one, 'Pytanie pierwszej osoby?', key));
    const second = must(await ask(other, 'Pytanie drugiej osoby?', key));
    expect(new Set([first.id, second.id, key]).size).toBe(3);
  });

  it('keep every answer: who started from an older one is told, and what was corrected stays readable', async () => {
    const asker = await coordinator();
    const question = must(await ask(asker));
    const first = must(await answer(officer, question, 0, 'Tak.'));
    expect(first).toMatchObject({ answerNo: 1, answer: 'Tak.', correctedAt: null, earlier: [] });
    const late = await answer(officer, question, 0, 'Nie.');
    expect(refusal(late)).toEqual({ status: 409, code: 'STALE' });
    expect(late.body.conflicts).toEqual([{ field: 'answer', base: null, theirs: 'Tak.', mine: 'Nie.' }]);
    expect(must(await answer(officer, question, 0, 'Tak.'))).toEqual(first);
    const second = must(await answer(officer, question, 1, 'Tak, do całego wkładu.'));
    expect(second.correctedAt).not.toBeNull();
    expect(second.earlier).toEqual([{ no: 1, text: 'Tak.', answeredAt: first.answeredAt }]);
    const third = await answer(officer, question, 1, 'Jednak nie.');
    expect(third.body.conflicts).toEqual([
      { field: 'answer', base: 'Tak.', theirs: 'Tak, do całego wkładu.', mine: 'Jednak nie.' },
    ]);
    // The public and the one who asked learn that it was corrected, and not what it said before.
    const { earlier: _, ...open } = second;
    expect((await shown()).questions).toEqual([open]);
    expect((await list(asker)).questions).toEqual([open]);
    expect((await list(officer)).questions).toEqual([second]);
  });

  it('get one answer of two that are given at once', async () => {
    const question = must(await ask(await coordinator()));
    const given = await Promise.all(['Tak.', 'Nie.', 'Może.'].map((text) => answer(officer, question, 0, text)));
    expect(given.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
  });

  it('wait at most twenty of one person at a call, also when they are sent at once', async () => {
    const [asker, other] = [await portal.as({ role: 'DEFS_OFFICER' }), await portal.as({ role: 'AUDITOR' })];
    const sent = await Promise.all(Array.from({ length: 26 }, (_, at) => ask(asker, `Pytanie numer ${at + 1}?`)));
    expect(sent.filter(({ status }) => status === 201)).toHaveLength(20);
    expect(refusal(await ask(asker))).toEqual({ status: 429, code: 'TOO_MANY_ATTEMPTS' });
    const { questions } = await list(asker);
    expect(questions).toHaveLength(20);
    must(await ask(other));
    must(await answer(officer, { id: questions[0]?.id ?? '' }, 0, 'Tak.'));
    must(await ask(asker));
  });

  it('come page by page, each once, for who answers, who asked and the public', async () => {
    const asker = await coordinator();
    await portal.dataSource.query(
      `insert into call_question (id, call_id, text, asked_by, asked_at, answer, answered_by, answered_at, answer_no,
         first_answered_at)
       select gen_random_uuid(), $1, 'Pytanie ' || at, $2, now() - at / 3 * interval '1 second', 'Tak.', $3,
         now() - at / 7 * interval '1 second', 1, now() - at / 7 * interval '1 second' from generate_series(1, 120) at`,
      [callId, asker.personId, officer.personId],
    );
    for (const pages of [
      () => walk(officer, path),
      () => walk(asker, path),
      () => walk(portal.stranger, `${slug}/questions`),
    ]) {
      const read = await pages();
      expect(read.map((page) => page.length)).toEqual([50, 50, 20]);
      expect(new Set(read.flat().map(({ id }) => id)).size).toBe(120);
    }
    const open = await shown();
    expect([open.questions.length, open.id]).toEqual([50, callId]);
    const rest = must(await portal.stranger.get<CallQuestions>(`${slug}/questions?after=${open.questionsNext}`));
    expect(rest.questions).toHaveLength(50);
    for (const after of ['x', Buffer.from(JSON.stringify(['x', randomUUID()])).toString('base64url')])
      expect((await officer.get(`${path}?after=${after}`)).status).toBe(400);
  });

  it('name nobody who asked to who works on the call: not in its history, and not in the database', async () => {
    const asker = await coordinator('Pytająca z testu');
    must(await answer(officer, must(await ask(asker)), 0, 'Tak.'));
    const { items } = must(await officer.get<HistoryPage>(`${root}/${callId}/history`));
    expect(items[0]).toMatchObject({ who: 'Operator z testu' });
    expect(items.map(({ text }) => text)).toContainEqual(expect.stringContaining('na pytanie do naboru'));
    expect(items.map(({ who }) => who)).not.toContain('Pytająca z testu');
    const who: DoorUser = { personId: officer.personId, actingFor: null, actingBody: 'COUNTY' };
    const look = (sql: string) =>
      portal.app.get(Door).read(who, (manager) => manager.query<unknown[]>(sql, [asker.personId]));
    expect(await look('select id from person where id = $1')).toEqual([]);
    expect(await look('select seq from journal where person_id = $1')).toEqual([]);
  });
});

/** All pages of a list of questions. */
async function walk(who: Pick<Caller, 'get'>, path: string): Promise<CallQuestion[][]> {
  const pages: CallQuestion[][] = [];
  for (let next: string | null = ''; next !== null;) {
    const page: CallQuestions = must(await who.get<CallQuestions>(next ? `${path}?after=${next}` : path));
    pages.push(page.questions);
    ({ next } = page);
  }
  return pages;
}
