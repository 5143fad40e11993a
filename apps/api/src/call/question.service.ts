import { Injectable } from '@nestjs/common';
import type { AnswerQuestion, AskQuestion, CallQuestion, CallQuestions } from '@zit/contracts';
import { callDecision } from '@zit/domain';
import { callActWords as words } from '@zit/words.pl/call-acts';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../consortium/actor';
import { Door } from '../database/door';
import { isBlank } from '../http/blank';
import { duplicate, notFound, tooMany, validation } from '../http/problem-error';
import { note } from '../journal/note';
import { openCall, openPublished } from './open-call';

const utc = (column: string): string => `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
/** A question without who asked and who answered. */
export const QUESTION_COLUMNS = `q.id, q.text, ${utc('q.asked_at')} as "askedAt", q.answer,
  ${utc('q.answered_at')} as "answeredAt"`;
const ONE = `select ${QUESTION_COLUMNS} from call_question q where q.id = $1 and q.call_id = $2`;

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
  list(who: Actor, id: string): Promise<CallQuestions> {
    return this.door.read(who, async (manager) => {
      const call = await openPublished(manager, who, id, 'listQuestions');
      const questions = await manager.query<CallQuestion[]>(
        `select ${QUESTION_COLUMNS} from call_question q
         where q.call_id = $1 and ($2 or q.asked_by = $3) order by q.asked_at desc, q.id`,
        [id, callDecision(who, 'readCall', call).allow, who.personId],
      );
      return { questions };
    });
  }

  /** A repeated request asks once. @throws 429 while many questions of this person wait */
  ask(who: Actor, callId: string, { id, text }: AskQuestion): Promise<CallQuestion> {
    if (isBlank(text)) throw blank();
    return this.door.write(who, async (manager) => {
      await openPublished(manager, who, callId, 'askQuestion');
      const asked = await manager.query<unknown[]>(
        `insert into call_question (id, call_id, text, asked_by) values ($1, $2, $3, $4)
         on conflict (id) do nothing returning id`,
        [id, callId, text, who.personId],
      );
      if (asked.length === 0) {
        const [same] = await manager.query<unknown[]>(
          'select from call_question where id = $1 and call_id = $2 and asked_by = $3 and text = $4',
          [id, callId, who.personId, text],
        );
        if (!same) throw duplicate([{ pointer: '/id', message: words.idTaken }]);
      } else {
        const [{ waiting }] = await manager.query<[{ waiting: number }]>(WAITING, [callId, who.personId]);
        if (waiting > MAX_WAITING) throw tooMany(words.manyQuestions(MAX_WAITING), DAY);
        const subject = { kind: 'call', id: callId } as const;
        await note(manager, who, { act: 'ASK_QUESTION', subject, details: { question: id } });
      }
      return one(manager, id, callId);
    });
  }

  /** Answers, or corrects the answer; the same answer again changes nothing. */
  answer(who: Actor, callId: string, id: string, { text }: AnswerQuestion): Promise<CallQuestion> {
    if (isBlank(text)) throw blank();
    return this.door.write(who, async (manager) => {
      await openCall(manager, who, callId, 'answerQuestion');
      const before = await one(manager, id, callId);
      if (before.answer === text) return before;
      const [, changed] = await manager.query<[unknown, number]>(
        `update call_question set answer = $3, answered_by = $4, answered_at = clock_timestamp()
         where id = $1 and call_id = $2`,
        [id, callId, text, who.personId],
      );
      if (changed !== 1) throw notFound();
      const details = { question: id, corrected: before.answer !== null };
      await note(manager, who, { act: 'ANSWER_QUESTION', subject: { kind: 'call', id: callId }, details });
      return one(manager, id, callId);
    });
  }
}

async function one(manager: EntityManager, id: string, callId: string): Promise<CallQuestion> {
  const [question] = await manager.query<CallQuestion[]>(ONE, [id, callId]);
  if (!question) throw notFound();
  return question;
}

const blank = () => validation([{ pointer: '/text', message: words.blank }]);
