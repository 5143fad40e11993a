import { Injectable } from '@nestjs/common';
import type { Recommendation, RecommendationPage, RecommendationQuery, ResolveRecommendation } from '@zit/contracts';
import { councilDecision, formatDatePl, inWarsaw, isLocalDate, type Instant, type PolicyAct } from '@zit/domain';
import { councilWords as words, recommendationWords } from '@zit/words.pl/recommendation';
import { viewOnlyReason } from '@zit/words.pl/view-only';
import type { Actor } from '../consortium/actor';
import { Door } from '../database/door';
import { isBlank } from '../http/blank';
import { noCursor, readCursor, writeCursor } from '../http/cursor';
import { duplicate, forbidden, notFound, validation } from '../http/problem-error';
import { note } from '../journal/note';
import { RECOMMENDATION, readRecommendation } from './read-recommendation';

/** Rows of one page. */
const USUAL = 25;
/** To the millisecond, as the database tells it. */
const MOMENT = /^\d{4}(-\d\d){2}T\d\d(:\d\d){2}\.\d{3}Z$/;
const PAGE = `${RECOMMENDATION}
  where r.withdrawn_at is null and r.county = any ($1) and r.county = any (scope_councils())
    and ($2::timestamptz is null or (r.asked_at, r.id) < ($2::timestamptz, $3::uuid))
  order by r.asked_at desc, r.id desc limit ${USUAL + 1}`;

/** The county's NGO council: what it was asked, and what it resolved. */
@Injectable()
export class CouncilService {
  constructor(private readonly door: Door) {}

  page(who: Actor, { after }: RecommendationQuery): Promise<RecommendationPage> {
    const [askedAt = null, id = null] = after ? cursorOf(after) : [];
    const asked = who.viewer ? [] : who.grants;
    const counties = asked.filter(({ role }) => role === 'NGO_COUNCIL').map(({ teryt }) => teryt?.slice(0, 4));
    return this.door.read(who, async (manager) => {
      const rows = await manager.query<Recommendation[]>(PAGE, [counties, askedAt, id]);
      const items = rows.slice(0, USUAL);
      const last = items.at(-1);
      return { items, next: rows.length > USUAL && last ? writeCursor([last.askedAt, last.id]) : null };
    });
  }

  read(who: Actor, id: string): Promise<Recommendation> {
    return this.door.read(who, async (manager) => {
      const found = await readRecommendation(manager, id);
      requireCouncil(who, 'readAskedRecommendation', found);
      return found;
    });
  }

  /** Once and for ever; the same resolution sent again changes nothing. @throws 409 when another one stands */
  resolve(who: Actor, id: string, given: ResolveRecommendation): Promise<Recommendation> {
    return this.door.write(who, async (manager) => {
      await manager.query('select from recommendation where id = $1 for no key update', [id]);
      const before = await readRecommendation(manager, id);
      requireCouncil(who, 'resolveRecommendation', before);
      if (before.resolution && isSame(before.resolution, given)) return before;
      if (before.resolution) throw duplicate([{ pointer: '/resolutionNumber', message: recommendationWords.resolved }]);
      const [{ now }] = await manager.query<[{ now: Date }]>('select clock_timestamp()::timestamptz(3) as now');
      checkResolution(given, now.toISOString());
      const { resolutionNumber, sessionOn, votesFor, votesAgainst, votesAbstained, excluded, reasons } = given;
      const verdict = votesFor > votesAgainst ? 'POSITIVE' : 'NEGATIVE';
      const votes = [votesFor, votesAgainst, votesAbstained, excluded];
      await manager.query(
        `update recommendation set verdict = $2, resolution_number = $3, session_on = $4, votes_for = $5,
           votes_against = $6, votes_abstained = $7, excluded = $8, reasons = $9, resolved_by = $10, resolved_at = $11
         where id = $1`,
        [id, verdict, resolutionNumber, sessionOn, ...votes, reasons, who.personId, now],
      );
      const details = { recommendation: id, verdict, resolutionNumber, votesFor, votesAgainst };
      await note(manager, who, {
        act: 'RESOLVE_RECOMMENDATION',
        subject: { kind: 'offer', id: before.offerId },
        details,
      });
      return readRecommendation(manager, id);
    });
  }
}

/** @throws 404, 403 with the reason */
function requireCouncil(who: Actor, act: PolicyAct, { county }: Recommendation): void {
  const { see, allow, reason } = councilDecision(who, act, county);
  if (!see) throw notFound();
  if (!allow) throw forbidden(reason === 'VIEW_ONLY' ? viewOnlyReason : recommendationWords.refusal);
}

/** @throws 400 with every fault named */
function checkResolution(given: ResolveRecommendation, now: Instant): void {
  const errors: { pointer: string; message: string }[] = [];
  const { resolutionNumber, reasons, sessionOn, votesFor, votesAgainst, votesAbstained } = given;
  if (isBlank(resolutionNumber)) errors.push({ pointer: '/resolutionNumber', message: words.blankNumber });
  if (isBlank(reasons)) errors.push({ pointer: '/reasons', message: words.blankReasons });
  if (!isLocalDate(sessionOn)) errors.push({ pointer: '/sessionOn', message: words.noDay(sessionOn) });
  else if (sessionOn > inWarsaw(now).date)
    errors.push({ pointer: '/sessionOn', message: words.future(formatDatePl(sessionOn)) });
  if (votesFor + votesAgainst + votesAbstained === 0) errors.push({ pointer: '/votesFor', message: words.noVotes });
  if (errors.length > 0) throw validation(errors);
}

const isSame = (kept: NonNullable<Recommendation['resolution']>, given: ResolveRecommendation): boolean =>
  (Object.keys(given) as (keyof ResolveRecommendation)[]).every((key) => kept[key] === given[key]);

/** @throws 400 when it is no cursor of ours */
function cursorOf(after: string): string[] {
  const values = readCursor(after, 2);
  const right = MOMENT.test(values[0] ?? '') && Number.isFinite(Date.parse(values[0] ?? ''));
  if (!right) throw noCursor(after);
  return values;
}
