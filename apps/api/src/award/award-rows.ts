import type { AwardResponse, PublicAward } from '@zit/contracts';
import type { EntityManager } from 'typeorm';
import { utc } from '../database/instant-text';

const SHOWN = `a.receipt_number as offer, a.result_no as "resultNo", a.place, a.from_reserve as "fromReserve",
  a.total_grosze::float8 as "totalGrosze", a.zit_grosze::float8 as "zitGrosze", a.own_grosze::float8 as "ownGrosze",
  ${utc('a.awarded_at')} as "awardedAt", ${utc('a.ended_at')} as "endedAt"`;

const AWARD = `${SHOWN}, a.id, a.consortium_id as "consortiumId", a.reason, a.ended_reason as "endedReason",
  ${utc('a.carried_at')} as "carriedAt",
  (select json_build_object('number', d.number, 'issuedAt', ${utc('d.issued_at')}) from document d
    where d.award_id = a.id and d.number is not null order by d.issued_at desc limit 1) as agreement`;

/** Awards of a call that are in sight, the newest first. */
export const awardsOfCall = (manager: EntityManager, callId: string): Promise<AwardResponse[]> =>
  manager.query<AwardResponse[]>(`select ${AWARD} from award a where a.call_id = $1 order by a.awarded_at desc, a.id`, [
    callId,
  ]);

/** Those that stand, for everybody, in the order of the list. */
export const awardsPublished = (manager: EntityManager, callId: string): Promise<PublicAward[]> =>
  manager.query<PublicAward[]>(
    `select ${SHOWN} from award a where a.call_id = $1 and a.ended_at is null order by a.place, a.receipt_number`,
    [callId],
  );

/** An award of a consortium with the call it belongs to. */
export type AwardOfConsortium = AwardResponse & {
  callId: string;
  callNumber: string;
  callTitle: string;
  offerId: string;
};

/** The award of this consortium that stands, else the newest that fell through. */
export async function awardOfConsortium(
  manager: EntityManager,
  consortiumId: string,
): Promise<AwardOfConsortium | null> {
  const [row] = await manager.query<AwardOfConsortium[]>(
    `select ${AWARD}, a.offer_id as "offerId", c.id as "callId", c.number as "callNumber", c.title as "callTitle"
     from award a join call c on c.id = a.call_id where a.consortium_id = $1
     order by a.ended_at is not null, a.awarded_at desc, a.id limit 1`,
    [consortiumId],
  );
  return row ?? null;
}
