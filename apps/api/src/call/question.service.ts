import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { AnswerQuestion, AskQuestion, CallQuestion, CallQuestions, QuestionQuery } from '@zit/contracts';
import { callDecision } from '@zit/domain';
import { callActWords as words } from '@zit/words.pl/call-acts';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../consortium/actor';
import { Door } from '../database/door';
import { isBlank } from '../http/blank';
import { duplicate, notFound, stale, tooMany, validation } from '../http/problem-error';
import { note } from '../journal/note';
import { openCall, openPublished } from './open-call';
import { QUESTION_COLUMNS, questionPage, WITH_EARLIER } from './question-page';

const one = (columns: string): string => `select ${columns} from call_question q where q.id = $1 and q.call_id = $2`;

/** Questions of one person that may wait at a call: who answers reads them all on one page. */
const MAX_WAITING = 20;
const WAITING = `select count(*)::int as waiting from call_question
  where call_id = $1 and asked_by = $2 and answered_at is null`;
/** Seconds until it makes sense to ask again, when nobody answers sooner. */
const DAY = 86_400;

/** Questions about a published call: anybody signed in asks, who writes the call answers, everybody reads the answers. */
@Injectable()
export class QuestionService {
  constructor(private readonly door: Door) {}

  /** All of them for who works on the call, otherwise one's own; the newest first. */
  list(who: Actor, id: string, query: QuestionQuery): Promise<CallQuestions> {
    return this.door.read(who, async (manager) => {
      const call = await openPublished(manager, who, id, 'listQuestions');
      const works = callDecision(who, 'readCall', call).allow;
      return questionPage(manager, id, works ? 'all' : { own: who.personId }, query);
    });
  }

  /** A repeated request asks once. @throws 429 while many questions of this person wait */
  ask(who: Actor, callId: string, { id: requestId, text }: AskQuestion): Promise<CallQuestion> {
    if (isBlank(text)) throw blank();
    return this.door.write(who, async (manager) => {
      await openPublished(manager, who, callId, 'askQuestion');
      // One question of a person after the other, so that the count below holds.
      await manager.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`${callId} ${who.personId}`]);
      const id = randomUUID();
      const asked = await manager.query<unknown[]>(
        `insert into call_question (id, call_id, text, asked_by, asked_for, request_id) values ($1, $2, $3, $4, $5, $6)
         on conflict (asked_by, request_id) do nothing returning id`,
        [id, callId, text, who.personId, who.actingFor, requestId],
      );
      if (asked.length === 0) return this.askedBefore(manager, who, callId, { id: requestId, text });
      const [{ waiting }] = await manager.query<[{ waiting: number }]>(WAITING, [callId, who.personId]);
      if (waiting > MAX_WAITING) throw tooMany(words.manyQuestions(MAX_WAITING), DAY);
      const subject = { kind: 'call', id: callId } as const;
      await note(manager, who, { act: 'ASK_QUESTION', subject, details: { question: id } });
      return read(manager, QUESTION_COLUMNS, id, callId);
    });
  }

  /**
   * Answers, or corrects the answer; every answer is kept. The same answer again changes nothing.
   * @throws 409 `STALE` when somebody answered since
   */
  answer(who: Actor, callId: string, id: string, { base, text }: AnswerQuestion): Promise<CallQuestion> {
    if (isBlank(text)) throw blank();
    return this.door.write(who, async (manager) => {
      await openCall(manager, who, callId, 'answerQuestion');
      await manager.query('select from call_question where id = $1 and call_id = $2 for no key update', [id, callId]);
      const before = await read(manager, WITH_EARLIER, id, callId);
      if (before.answer === text) return before;
      if (before.answerNo !== base) throw answeredMeanwhile(before, base, text);
      const no = before.answerNo + 1;
      const [{ now }] = await manager.query<[{ now: Date }]>('select clock_timestamp()::timestamptz(3) as now');
      await manager.query(
        'insert into call_answer (question_id, no, text, answered_by, answered_at) values ($1, $2, $3, $4, $5)',
        [id, no, text, who.personId, now],
      );
      await manager.query(
        `update call_question set answer = $2, answered_by = $3, answered_at = $4, answer_no = $5,
           first_answered_at = coalesce(first_answered_at, $4) where id = $1`,
        [id, text, who.personId, now, no],
      );
      const details = { question: id, corrected: no > 1 };
      await note(manager, who, { act: 'ANSWER_QUESTION', subject: { kind: 'call', id: callId }, details });
      return read(manager, WITH_EARLIER, id, callId);
    });
  }

  /** @throws 409 when this person asked something else under the same id */
  private async askedBefore(
    manager: EntityManager,
    who: Actor,
    callId: string,
    { id, text }: AskQuestion,
  ): Promise<CallQuestion> {
    const [same] = await manager.query<{ id: string }[]>(
      'select id from call_question where request_id = $1 and call_id = $2 and asked_by = $3 and text = $4',
      [id, callId, who.personId, text],
    );
    if (!same) throw duplicate([{ pointer: '/id', message: words.idTaken }]);
    return read(manager, QUESTION_COLUMNS, same.id, callId);
  }
}

async function read(manager: EntityManager, columns: string, id: string, callId: string): Promise<CallQuestion> {
  const [question] = await manager.query<CallQuestion[]>(one(columns), [id, callId]);
  if (!question) throw notFound();
  return question;
}

/** The answer from which one started, theirs and mine. */
function answeredMeanwhile(now: CallQuestion, base: number, mine: string) {
  const started = now.earlier?.find(({ no }) => no === base)?.text ?? null;
  return stale([{ field: 'answer', base: started, theirs: now.answer, mine }], now);
}

const blank = () => validation([{ pointer: '/text', message: words.blank }]);
