import type { CallQuestion, CallQuestions, QuestionQuery } from '@zit/contracts';
import type { EntityManager } from 'typeorm';
import { utc } from '../database/instant-text';
import { noCursor, readCursor, writeCursor } from '../http/cursor';

/** Rows of one page. */
export const QUESTIONS_SHOWN = 50;

/** A question without who asked and who answered. */
export const QUESTION_COLUMNS = `q.id, q.text, ${utc('q.asked_at')} as "askedAt", q.answer,
  q.answer_no as "answerNo", ${utc('q.first_answered_at')} as "answeredAt",
  case when q.answer_no > 1 then ${utc('q.answered_at')} end as "correctedAt"`;

/** The answers before the last one, for who works on the call. */
export const WITH_EARLIER = `${QUESTION_COLUMNS}, (
  select coalesce(json_agg(json_build_object('no', a.no, 'text', a.text, 'answeredAt', ${utc('a.answered_at')})
           order by a.no desc), '[]')
  from call_answer a where a.question_id = q.id and a.no < q.answer_no) as earlier`;

/** Whose questions, and which moment puts them in their order; each is a walk along its index. */
const KINDS = {
  all: { columns: WITH_EARLIER, where: 'true', by: 'q.asked_at' },
  own: { columns: QUESTION_COLUMNS, where: 'q.asked_by = $4', by: 'q.asked_at' },
  answered: { columns: QUESTION_COLUMNS, where: 'q.answered_at is not null', by: 'q.answered_at' },
} as const;

const pageOf = ({ columns, where, by }: (typeof KINDS)[keyof typeof KINDS]): string => `
  select ${columns}, ${utc(by)} as moment from call_question q
  where q.call_id = $1 and ${where}
    and (${by}, q.id) < (coalesce($2::timestamptz, 'infinity'),
                         coalesce($3::uuid, 'ffffffff-ffff-ffff-ffff-ffffffffffff'))
  order by ${by} desc, q.id desc limit ${QUESTIONS_SHOWN + 1}`;

/** One page of questions: all of the call with earlier answers, those of one person, or what the public reads. */
export async function questionPage(
  manager: EntityManager,
  callId: string,
  whose: 'all' | 'answered' | { own: string },
  { after }: QuestionQuery = {},
): Promise<CallQuestions> {
  const [moment = null, id = null] = after ? cursorOf(after) : [];
  const own = typeof whose === 'object' ? [whose.own] : [];
  const sql = pageOf(KINDS[typeof whose === 'object' ? 'own' : whose]);
  const rows = await manager.query<(CallQuestion & { moment: string })[]>(sql, [callId, moment, id, ...own]);
  const questions = rows.slice(0, QUESTIONS_SHOWN).map(({ moment: _, ...question }) => question);
  const last = rows[QUESTIONS_SHOWN - 1];
  return { questions, next: rows.length > QUESTIONS_SHOWN && last ? writeCursor([last.moment, last.id]) : null };
}

/** @throws 400 when it is no cursor of ours */
function cursorOf(after: string): string[] {
  const values = readCursor(after, 2);
  const [moment = ''] = values;
  if (!/^\d{4}(-\d\d){2}T\d\d(:\d\d){2}\.\d{3}Z$/.test(moment) || !Number.isFinite(Date.parse(moment)))
    throw noCursor(after);
  return values;
}
