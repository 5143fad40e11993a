import { randomUUID } from 'node:crypto';
import type { MemberResponse, OfferState } from '@zit/contracts';
import { OFFER_FORM } from '@zit/domain';
import type { TestPortal } from '../portal';
import type { CallThing } from './calls';
import type { ConsortiumThing, Thing } from './world';

export interface OfferThing extends Thing {
  state: OfferState;
  callId: string;
  consortiumId: string;
  /** The leader first. */
  members: MemberResponse[];
}

/** In Sopot one that is written and one that was handed in, in Gdynia one that is written. */
export async function makeOffers(
  portal: TestPortal,
  [sopot, gdynia]: readonly ConsortiumThing[],
  calls: readonly CallThing[],
): Promise<OfferThing[]> {
  const published = calls.find(({ state }) => state === 'PUBLISHED');
  const annexed = calls.find(({ state }) => state === 'ANNEX');
  return [
    await plant(portal, sopot, published, 'DRAFT'),
    await plant(portal, sopot, annexed, 'SUBMITTED'),
    await plant(portal, gdynia, published, 'DRAFT'),
  ];
}

/** Put there by hand: the acts that lead to these states have specs of their own. */
async function plant(
  { dataSource }: TestPortal,
  consortium: ConsortiumThing | undefined,
  call: CallThing | undefined,
  state: OfferState,
): Promise<OfferThing> {
  const id = randomUUID();
  if (!consortium || !call) throw new Error('the world has no such consortium or call');
  await dataSource.query(
    `insert into offer (id, call_id, consortium_id, state, created_by)
     select $1, $2, $3, $4, created_by from consortium where id = $3`,
    [id, call.id, consortium.id, state],
  );
  await dataSource.query('insert into sheet (id, form, closed) values ($1, $2, $3)', [
    id,
    OFFER_FORM.version,
    state === 'SUBMITTED',
  ]);
  return {
    name: `${consortium.name} offer ${state}`,
    id,
    version: 1,
    state,
    callId: call.id,
    consortiumId: consortium.id,
    members: consortium.members,
    standing: consortium.standing,
  };
}
