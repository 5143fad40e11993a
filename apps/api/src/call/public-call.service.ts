import { Inject, Injectable } from '@nestjs/common';
import type {
  CallEdition,
  CallQuestions,
  PublicCall,
  PublicCallItem,
  PublicCallList,
  PublicCallQuery,
  QuestionQuery,
} from '@zit/contracts';
import { formatInstantPl } from '@zit/domain';
import { callCalendarWords as words } from '@zit/words.pl/call-acts';
import type { EntityManager } from 'typeorm';
import { filesOf } from '../call-attachment/published-files';
import { Door } from '../database/door';
import { utc } from '../database/instant-text';
import { noCursor, readCursor, writeCursor } from '../http/cursor';
import { notFound } from '../http/problem-error';
import { SETTINGS, type Settings } from '../http/settings';
import { pageAt } from '../mail/link-to';
import { calendarFile } from './calendar-file';
import { EDITIONS, newestEdition } from './edition';
import type { CallRecord } from './open-call';
import { questionPage } from './question-page';
import { phaseNow } from './read-call';

/** Rows of one page. */
const USUAL = 25;

const SHOWN = `c.id, c.slug, c.number, c.title, c.teryt, c.state, m.name as municipality,
  ${utc('c.opens_at')} as "opensAt", ${utc('c.deadline_at')} as "deadlineAt"`;

// Open ones first, then those to come, closed and annulled: the next deadline first, of past ones the last. Each place
// is a walk along its index from where the page begins, so that a page costs the same however many calls there were.
const CURRENT = `c.state in ('PUBLISHED', 'ANNEX')`;
const AT = '$1::timestamptz';
const PLACES = [
  { is: `${CURRENT} and c.deadline_at >= ${AT} and c.opens_at <= ${AT}`, from: '>=', order: 'asc', first: '-infinity' },
  { is: `${CURRENT} and c.deadline_at >= ${AT} and c.opens_at > ${AT}`, from: '>=', order: 'asc', first: '-infinity' },
  { is: `${CURRENT} and c.deadline_at < ${AT}`, from: '<=', order: 'desc', first: 'infinity' },
  { is: `c.state = 'ANNULLED'`, from: '<=', order: 'desc', first: 'infinity' },
] as const;
/** Of a moment, and of the place, deadline and id after which the page begins; null: the first. */
export const PUBLIC_PAGE = `
  select ${SHOWN}, place from (${PLACES.map(
    ({ is, from, order, first }, place) => `
    (select c.id, c.slug, c.number, c.title, c.teryt, c.state, c.opens_at, c.deadline_at, ${place} as place from call c
     where ${is} and coalesce($2::int, 0) <= ${place}
       and c.deadline_at ${from} case when $2::int = ${place} then $3::timestamptz else '${first}' end
       and ($2::int is distinct from ${place} or c.deadline_at <> $3::timestamptz or c.id > $4::uuid)
     order by c.deadline_at ${order}, c.id limit ${USUAL + 1})`,
  ).join(' union all ')}
  ) c
  join municipality m on m.teryt = c.teryt
  order by place, case when place < 2 then c.deadline_at end, case when place >= 2 then c.deadline_at end desc, c.id
  limit ${USUAL + 1}`;
const NOW = `select ${utc('clock_timestamp()')} as now`;

type Shown = Pick<CallRecord, 'id' | 'teryt' | 'state' | 'municipality' | 'title' | 'now'> & {
  slug: string;
  number: string;
  opensAt: string;
  deadlineAt: string;
};

/** What anybody may read: editions, never drafts. */
@Injectable()
export class PublicCallService {
  constructor(
    private readonly door: Door,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /** The order is that of the first page's moment, so that no call is left out while phases change. */
  page({ after }: PublicCallQuery): Promise<PublicCallList> {
    const [asked, ...from] = after ? cursorOf(after) : [null, null, null, null];
    return this.door.open(async (manager) => {
      const [{ now }] = await manager.query<[{ now: string }]>(NOW);
      const at = asked ?? now;
      const rows = await manager.query<(Shown & { place: number })[]>(PUBLIC_PAGE, [at, ...from]);
      const items = rows.slice(0, USUAL);
      const last = items.at(-1);
      return {
        items: items.map((row) => itemOf({ ...row, now })),
        next: rows.length > USUAL && last ? writeCursor([at, String(last.place), last.deadlineAt, last.id]) : null,
        serverTime: now,
      };
    });
  }

  read(slug: string): Promise<PublicCall> {
    return this.door.open(async (manager) => {
      const call = await find(manager, slug);
      const edition = await newestEdition(manager, call.id);
      const [{ editions }] = await manager.query<[{ editions: CallEdition[] }]>(EDITIONS, [call.id]);
      const { questions, next } = await questionPage(manager, call.id, 'answered');
      return {
        ...itemOf(call),
        id: call.id,
        contents: edition?.contents,
        attachments: edition ? filesOf(edition) : [],
        editions,
        questions,
        questionsNext: next,
        serverTime: call.now,
      };
    });
  }

  /** Answered questions, the newest answer first. */
  questions(slug: string, query: QuestionQuery): Promise<CallQuestions> {
    return this.door.open(async (manager) => {
      const { id } = await find(manager, slug);
      return questionPage(manager, id, 'answered', query);
    });
  }

  /** The very text whose SHA-256 the edition shows. */
  edition(slug: string, no: string): Promise<string> {
    if (!/^[1-9]\d{0,5}$/.test(no)) throw notFound();
    return this.door.open(async (manager) => {
      const [row] = await manager.query<{ contents: string }[]>(
        `select e.contents from call_edition e join call c on c.id = e.call_id
         where c.slug = $1 and c.state <> 'DRAFT' and e.no = $2`,
        [slug, Number(no)],
      );
      if (!row) throw notFound();
      return row.contents;
    });
  }

  calendar(slug: string): Promise<string> {
    return this.door.open(async (manager) => {
      const call = await find(manager, slug);
      const newest = await newestEdition(manager, call.id);
      if (!newest) throw notFound();
      const { edition, publishedAt } = newest;
      const { phase, title, number, municipality, deadlineAt } = itemOf(call);
      const address = pageAt(this.settings, `/ogloszenia/${slug}`);
      const annulled = phase === 'ANNULLED';
      return calendarFile({
        id: call.id,
        edition,
        publishedAt,
        deadlineAt,
        phase,
        summary: annulled ? words.annulledSummary(title) : words.summary(title),
        description: annulled
          ? words.annulledDescription(number, municipality, address)
          : words.description(number, municipality, formatInstantPl(deadlineAt), address),
        address,
      });
    });
  }
}

async function find(manager: EntityManager, slug: string): Promise<Shown> {
  const [call] = await manager.query<Shown[]>(
    `select ${SHOWN}, ${utc('clock_timestamp()')} as now
     from call c join municipality m on m.teryt = c.teryt where c.slug = $1 and c.state <> 'DRAFT'`,
    [slug],
  );
  if (!call) throw notFound();
  return call;
}

const itemOf = (call: Shown): PublicCallItem => {
  const { slug, number, title, municipality, opensAt, deadlineAt } = call;
  const phase = phaseNow({ ...call, updatedAt: call.now });
  return { slug, number, title, municipality, phase, opensAt, deadlineAt };
};

/** @throws 400 when it is no cursor of ours */
function cursorOf(after: string): string[] {
  const values = readCursor(after, 4);
  const [now = '', place = '', deadlineAt = ''] = values;
  const right = isMoment(now) && /^[0-3]$/.test(place) && isMoment(deadlineAt);
  if (!right) throw noCursor(after);
  return values;
}

/** To the millisecond, as the database tells it. */
const isMoment = (text: string): boolean =>
  /^\d{4}(-\d\d){2}T\d\d(:\d\d){2}\.\d{3}Z$/.test(text) && Number.isFinite(Date.parse(text));
