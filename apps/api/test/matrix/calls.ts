import { randomUUID } from 'node:crypto';
import type { CallQuestion, CallResponse } from '@zit/contracts';
import { draftCall, goodValues, publishedCall } from '../calls';
import type { Caller } from '../portal';
import { must } from '../sopot';
import type { Thing } from './world';

export interface CallThing extends Thing {
  state: CallResponse['state'];
  /** Revision that a publication names. */
  rev: number;
  slug: string;
  /** A question that waits for its answer; empty: there is none. */
  questionId: string;
}

/** In Sopot a call in every state, in Gdynia a draft; nothing stands in the way of any. */
export async function makeCalls(administrator: Caller): Promise<CallThing[]> {
  const values = goodValues();
  const at = (call: CallResponse, act: string, body?: object) =>
    administrator.post<CallResponse>(`/api/v1/calls/${call.id}/${act}`, body);
  const annexed = await publishedCall(administrator);
  must(await at(annexed, 'annex'));
  const annulled = await publishedCall(administrator);
  must(await at(annulled, 'annulment', { id: randomUUID(), reason: 'Unieważniony w macierzy.' }));
  const calls = [
    await draftCall(administrator, { values }),
    await publishedCall(administrator),
    annexed,
    annulled,
    await draftCall(administrator, { teryt: '2262011', values }),
  ];
  return Promise.all(calls.map((call) => thingOf(administrator, call)));
}

/** A call that no offer answers yet. */
export const makeOpenCall = async (administrator: Caller): Promise<CallThing> =>
  thingOf(administrator, await publishedCall(administrator));

async function thingOf(administrator: Caller, { id, municipality, teryt }: CallResponse): Promise<CallThing> {
  const path = `/api/v1/calls/${id}`;
  const { state, checkedRev, slug } = must(await administrator.get<CallResponse>(path));
  const asked = ['PUBLISHED', 'ANNEX'].includes(state)
    ? must(await administrator.post<CallQuestion>(`${path}/questions`, { id: randomUUID(), text: 'Czy można?' }))
    : null;
  return {
    name: `${municipality} ${state}`,
    id,
    version: 1,
    rev: checkedRev,
    slug: slug ?? '',
    questionId: asked?.id ?? '',
    standing: { teryt },
    state,
  };
}
