// Plants confirmed offers that only wait to be handed in, for benches: bundled beside them, never beside the server.
import 'reflect-metadata';
import { DataSource } from 'typeorm';
import { publishedCall } from './calls';
import { offering } from './handing-in';
import { copiesOf, type ReadyOffer } from './many-offers';
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
  drafts: Draft[];
}

/** A field of an offer that is being written, and the session of the member that writes there. */
export interface Draft {
  offerId: string;
  path: string;
  token: string;
}

/** @param counts offers of each call @param drafts offers that are being written by two of their members each */
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
  const written: Draft[] = [];
  for (const copy of await copiesOf(first, drafts, no)) written.push(...(await fieldsOf(portal, copy)));
  await portal.stop();
  return { calls, drafts: written };
}

/** The leader writes what is common, another member its own. */
async function fieldsOf(portal: TestPortal, { offerId, coordinator }: ReadyOffer): Promise<Draft[]> {
  const [member] = await portal.app.get(DataSource).query<{ id: string; organisationId: string }[]>(
    `select m.id, m.organisation_id as "organisationId" from offer o join member m on m.consortium_id = o.consortium_id
     where o.id = $1 and m.role <> 'LEADER' order by m.id limit 1`,
    [offerId],
  );
  if (!member) throw new Error(`offer ${offerId} of a leader alone`);
  const editor = await portal.as({ role: 'EDITOR', organisationId: member.organisationId });
  return [
    { offerId, path: 'basics.summary', token: coordinator.token ?? '' },
    { offerId, path: `experience.members.${member.id}.experience`, token: editor.token ?? '' },
  ];
}
