import { randomUUID } from 'node:crypto';
import type { CardVersion, OfferScores, Problem, ScoringResponse, SheetResponse, SheetSaved } from '@zit/contracts';
import { pointsPath, reasonPath, type ScoringCriterion, type SheetValue } from '@zit/domain';
import { seatIn, type Seated } from './commissions';
import { offering, type Offering } from './handing-in';
import type { Answer, Caller, TestPortal } from './portal';
import { must } from './sopot';

/** „Kompas Sopocki” handed in to a call that is over, and a commission that has declared. */
export interface Scoring {
  given: Offering;
  callId: string;
  offerId: string;
  criteria: ScoringCriterion[];
  /** Where the offer's scoring is. */
  path: string;
  /** Sits in the commission from now on. */
  seat(more?: Seated & { role?: 'ASSESSOR' | 'CHAIR' }): Promise<Caller>;
  read(who: Caller): Promise<Answer<ScoringResponse & Problem>>;
  /** Saves points (by number of the criterion, from 1) and reasons over whatever stands there. */
  score(
    who: Caller,
    points: readonly SheetValue[],
    reasons?: Record<number, string>,
  ): Promise<Answer<SheetSaved & Problem>>;
  handIn(who: Caller, more?: { id?: string; rev?: number; reason?: string }): Promise<Answer<CardVersion & Problem>>;
  correct(who: Caller): Promise<Answer<SheetResponse & Problem>>;
  scores(who: Caller): Promise<Answer<OfferScores & Problem>>;
  sheet(who: Caller): Promise<SheetResponse>;
}

/** Complete without any reason: all points lie between half and nine tenths. */
export const PLAIN = [8, 9, 8, 9, 7, 8];

export async function scoring(portal: TestPortal): Promise<Scoring> {
  const given = await offering(portal);
  await given.confirmAll();
  must(await given.submit());
  await given.deadlineIn(-1_000);
  const { callId, offerId } = given;
  const root = `/api/v1/calls/${callId}/scoring`;
  const card = `${root}/offers/${offerId}`;
  const chair = await portal.as({ role: 'CHAIR' });
  await seatIn(portal, callId, chair, { office: 'CHAIR' });
  const { criteria } = must(await chair.get<ScoringResponse>(root));
  const sheet = async (who: Caller): Promise<SheetResponse> => must(await who.get<SheetResponse>(`${card}/sheet`));
  const idOf = (no: number): string => criteria[no - 1]?.id ?? '';
  return {
    given,
    callId,
    offerId,
    criteria,
    path: card,
    seat: async ({ role = 'ASSESSOR', ...more } = {}) => {
      const who = await portal.as({ role });
      await seatIn(portal, callId, who, more);
      return who;
    },
    read: (who) => who.get<ScoringResponse & Problem>(root),
    score: async (who, points, reasons = {}) => {
      const known = new Map((await sheet(who)).fields.map(({ path, rev }) => [path, rev]));
      const values: [string, SheetValue][] = [
        ...points.map((value, at): [string, SheetValue] => [pointsPath(idOf(at + 1)), value]),
        ...Object.entries(reasons).map(([no, value]): [string, SheetValue] => [reasonPath(idOf(Number(no))), value]),
      ];
      const changes = values.map(([path, value]) => ({ path, base: known.get(path) ?? 0, value }));
      return who.patch<SheetSaved & Problem>(`${card}/sheet`, { save: randomUUID(), changes });
    },
    handIn: async (who, { id = randomUUID(), rev, reason } = {}) =>
      who.post<CardVersion & Problem>(`${card}/versions`, {
        id,
        rev: rev ?? (await sheet(who)).rev,
        ...(reason === undefined ? {} : { reason }),
      }),
    correct: (who) => who.post<SheetResponse & Problem>(`${card}/correction`),
    scores: (who) => who.get<OfferScores & Problem>(card),
    sheet,
  };
}
