import { randomUUID } from 'node:crypto';
import type { FormalCard } from '@zit/contracts';
import { Door } from '../src/database/door';
import { openOffers } from '../src/formal/open-offers';
import type { Answer, Caller, TestPortal } from './portal';
import { must } from './sopot';

/** Opens the offers of every call whose deadline is over, as the worker does. */
export const openAll = ({ app }: TestPortal): Promise<{ calls: number; cards: number }> =>
  app.get(Door, { strict: false }).worker((manager) => openOffers(manager));

const root = (callId: string, offerId: string): string => `/api/v1/calls/${callId}/formal/${offerId}`;

/** Answers one item of a card. */
export const answerFormal = (
  who: Caller,
  of: { callId: string; offerId: string },
  code: string,
  given: { id?: string; answer?: string; note?: string; fields?: string[] } = {},
): Promise<Answer<FormalCard>> =>
  who.post<FormalCard>(`${root(of.callId, of.offerId)}/verdicts`, { id: randomUUID(), code, answer: 'YES', ...given });

export const decideFormal = (
  who: Caller,
  of: { callId: string; offerId: string },
  state: string,
  given: { id?: string; businessDays?: number } = {},
): Promise<Answer<FormalCard>> =>
  who.post<FormalCard>(`${root(of.callId, of.offerId)}/decision`, { id: randomUUID(), state, ...given });

/** Opens the offers and lets one pass that lacks nothing. */
export async function passFormal(
  portal: TestPortal,
  who: Caller,
  of: { callId: string; offerId: string },
): Promise<FormalCard> {
  await openAll(portal);
  for (const code of ['ATTACHMENTS', 'GOALS']) must(await answerFormal(who, of, code));
  return must(await decideFormal(who, of, 'PASSED'));
}
