// Plants confirmed offers that only wait to be handed in, for benches: bundled beside them, never beside the server.
import 'reflect-metadata';
import { CALL_FORM } from '@zit/domain';
import { DataSource } from 'typeorm';
import { publishedCall } from './calls';
import { offering } from './handing-in';
import { copiesOf } from './many-offers';
import { portalOn, type TestPortal } from './portal';

/** An offer to be handed in, and the session that may. */
export interface WaitingOffer {
  offerId: string;
  sha256: string;
  token: string;
}

export interface Planted {
  /** By call. */
  calls: { callId: string; offers: WaitingOffer[] }[];
  /** Session of an administrator, and drafts of calls in which they write. */
  administrator: string;
  drafts: string[];
}

/** @param counts offers of each call @param drafts calls that are being written */
export async function plantOffers(url: string, counts: readonly number[], drafts = 0): Promise<Planted> {
  const portal = await portalOn({ url, drop: () => Promise.resolve() });
  const first = await offering(portal);
  await first.confirmAll();
  const calls: Planted['calls'] = [];
  let no = 1;
  for (const [at, count] of counts.entries()) {
    const callId = at === 0 ? first.callId : (await publishedCall(first.administrator)).id;
    const copies = await copiesOf({ ...first, callId }, count, no);
    no += count;
    const offers = copies.map(({ offerId, sha256, coordinator }) => ({
      ...{ offerId, sha256, token: coordinator.token ?? '' },
    }));
    calls.push({ callId, offers });
  }
  const { administrator } = first;
  const planted = {
    calls,
    administrator: administrator.token ?? '',
    drafts: await draftCalls(portal, administrator.personId, drafts),
  };
  await portal.stop();
  return planted;
}

async function draftCalls({ app }: TestPortal, by: string, count: number): Promise<string[]> {
  const rows = await app.get(DataSource).query<{ id: string }[]>(
    `insert into call (id, teryt, title, created_by) select gen_random_uuid(), '2264011', 'Nabór ' || n, $1
     from generate_series(1, $2::int) n returning id`,
    [by, count],
  );
  for (const { id } of rows)
    await app.get(DataSource).query('insert into sheet (id, form) values ($1, $2)', [id, CALL_FORM.version]);
  return rows.map(({ id }) => id);
}
