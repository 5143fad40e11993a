import { randomUUID } from 'node:crypto';
import type { CallResponse, SheetResponse, SheetSaved } from '@zit/contracts';
import { inWarsaw, type SheetValues } from '@zit/domain';
import { sampleCalls } from '@zit/sample';
import type { Answer, Caller } from './portal';
import { must } from './sopot';

const root = '/api/v1/calls';

/** Today in Poland. */
export const today = (): string => inWarsaw(new Date().toISOString()).date;

/** Values of a call in which nothing stands in the way of publishing today. */
export const goodValues = (): SheetValues => sampleCalls(today())[0]?.values ?? {};

/** A draft made by this person, with these values in its sheet. */
export async function draftCall(
  who: Caller,
  given: { teryt?: string; title?: string; values?: SheetValues } = {},
): Promise<CallResponse> {
  const { teryt = '2264011', title = 'Lokalne Centrum w Sopocie', values = {} } = given;
  const { id } = must(await who.post<CallResponse>(root, { id: randomUUID(), teryt, title }));
  if (Object.keys(values).length > 0) must(await saveValues(who, id, values));
  return must(await who.get<CallResponse>(`${root}/${id}`));
}

/** Saves values over whatever stands there, as somebody would who has just read the sheet. */
export async function saveValues(who: Caller, id: string, values: SheetValues): Promise<Answer<SheetSaved>> {
  const { fields } = must(await who.get<SheetResponse>(`${root}/${id}/sheet`));
  const revs = new Map(fields.map(({ path, rev }) => [path, rev]));
  const changes = Object.entries(values).map(([path, value]) => ({ path, base: revs.get(path) ?? 0, value }));
  return who.patch<SheetSaved>(`${root}/${id}/sheet`, { save: randomUUID(), changes });
}

/** Publishes what stands in the sheet now. */
export async function publish(
  who: Caller,
  id: string,
  more: { id?: string; reason?: string } = {},
): Promise<Answer<CallResponse>> {
  const { checkedRev } = must(await who.get<CallResponse>(`${root}/${id}`));
  return who.post<CallResponse>(`${root}/${id}/editions`, { id: randomUUID(), rev: checkedRev, ...more });
}

/** A call as it is announced today. */
export async function publishedCall(
  who: Caller,
  given: { teryt?: string; values?: SheetValues } = {},
): Promise<CallResponse> {
  const { id } = await draftCall(who, { ...given, values: { ...goodValues(), ...given.values } });
  return must(await publish(who, id));
}
