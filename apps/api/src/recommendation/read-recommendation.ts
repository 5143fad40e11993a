import type { Recommendation } from '@zit/contracts';
import type { EntityManager } from 'typeorm';
import { utc } from '../database/instant-text';
import { notFound } from '../http/problem-error';

/** Columns of a recommendation `r` with its county `k`, as the answer has them. */
export const RECOMMENDATION = `
  select r.id, r.offer_id as "offerId", r.county, k.name as "countyName", r.shown, ${utc('r.asked_at')} as "askedAt",
    case when r.verdict is null then null else json_build_object(
      'verdict', r.verdict, 'resolutionNumber', r.resolution_number, 'sessionOn', r.session_on,
      'votesFor', r.votes_for, 'votesAgainst', r.votes_against, 'votesAbstained', r.votes_abstained,
      'excluded', r.excluded, 'reasons', r.reasons, 'resolvedAt', ${utc('r.resolved_at')}) end as resolution
  from recommendation r join county k on k.teryt = r.county`;

/** The request of an offer that was not taken back; null: none. */
export async function ofOffer(manager: EntityManager, offerId: string): Promise<Recommendation | null> {
  const rows = await manager.query<Recommendation[]>(
    `${RECOMMENDATION} where r.offer_id = $1 and r.withdrawn_at is null`,
    [offerId],
  );
  return rows[0] ?? null;
}

/** For the council that was asked. @throws 404 when it is not there, was taken back, or is another council's */
export async function readRecommendation(manager: EntityManager, id: string): Promise<Recommendation> {
  const [row] = await manager.query<Recommendation[]>(
    `${RECOMMENDATION} where r.id = $1 and r.withdrawn_at is null and r.county = any (scope_councils())`,
    [id],
  );
  if (!row) throw notFound();
  return row;
}
