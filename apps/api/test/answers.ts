import { randomUUID } from 'node:crypto';
import type { RankingStability, ResultVersions } from '@zit/contracts';
import { addDays, inWarsaw } from '@zit/domain';
import type { Caller } from './portal';
import type { ScoredCall } from './results';
import { must } from './sopot';

/** Freezes what stands there now, has it approved and publishes it. @returns its number */
export async function publishResult(scored: ScoredCall, reason?: string): Promise<number> {
  const reasons = await lineReasons(scored);
  const { versions } = must(await scored.freeze({ reasons, ...(reason === undefined ? {} : { reason }) }));
  const no = versions[0]?.no ?? 0;
  const version = `${scored.root}/versions/${no}`;
  must(await scored.administrator.put<ResultVersions>(`${version}/approval`, { basis: `Zarządzenie nr ${no}/2015` }));
  must(await scored.administrator.put<ResultVersions>(`${version}/publication`, {}));
  return no;
}

/** A reason for each offer on the line. */
export async function lineReasons(scored: ScoredCall): Promise<{ offer: string; reason: string }[]> {
  const { stability } = must(await scored.assessors['S1']!.get<RankingStability>(`${scored.root}/stability`));
  return stability.offers
    .filter(({ verdict }) => verdict === 'line')
    .map(({ offer }) => ({ offer, reason: 'Przewaga w K2 jest zgodna z diagnozą.' }));
}

/** Somebody who hands in for the leader of an offer: the leader joins its consortium. */
export async function leaderOf({ portal, offers }: ScoredCall, name: string): Promise<Caller> {
  const [row] = await portal.dataSource.query<[{ leader: string; consortium: string }]>(
    `select s.leader_id as leader, o.consortium_id as consortium from offer_standing s join offer o on o.id = s.offer_id
     where o.id = $1`,
    [offers[name]],
  );
  await portal.dataSource.query(
    `insert into member (consortium_id, organisation_id, role, position)
     select $1, $2, 'LEADER', 1 where not exists (select from member where organisation_id = $2)`,
    [row.consortium, row.leader],
  );
  return portal.as({ role: 'COORDINATOR', organisationId: row.leader, name: `Koordynator ${name}` });
}

/** Puts a publication on another moment, past its guard: days are counted from it. */
export const publishedAt = ({ portal, call }: ScoredCall, no: number, at: string): Promise<unknown> =>
  portal.dataSource.transaction(async (manager) => {
    await manager.query('set local session_replication_role = replica');
    // What was frozen and approved lies before it.
    await manager.query('update call_result set published_at = $3::timestamptz where call_id = $1 and no = $2', [
      ...[call.id, no, at],
    ]);
  });

/** An instant in the middle of the day that was so many days ago in Warsaw. */
export const daysAgo = (days: number): string =>
  `${addDays(inWarsaw(new Date().toISOString()).date, -days)}T12:00:00.000Z`;

export const key = (): string => randomUUID();
