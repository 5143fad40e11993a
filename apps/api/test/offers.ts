import { randomUUID } from 'node:crypto';
import type { CallResponse, OfferResponse, SheetResponse, SheetSaved } from '@zit/contracts';
import type { SheetValues } from '@zit/domain';
import { publishedCall } from './calls';
import type { Answer, Caller, TestPortal } from './portal';
import { formSopot, must, type Sopot } from './sopot';

export const offersRoot = '/api/v1/offers';

/** „Kompas Sopocki” with the people of its five members, and a call that it answers. */
export interface OfferCase extends Sopot {
  call: CallResponse;
  /** Who writes for the member, by the name that the case gives it: M1 leads, M4 is the municipality. */
  writers: Record<'M1' | 'M2' | 'M3' | 'M4' | 'M5', Caller>;
  /** Begun by the leader. */
  offer: OfferResponse;
}

export async function beginSopot(portal: TestPortal, own: { fresh?: boolean } = {}): Promise<OfferCase> {
  const sopot = await formSopot(portal, own);
  const call = await publishedCall(sopot.administrator);
  const organisationId = (key: string): string => sopot.organisations[key] ?? '';
  const editor = (key: string) => portal.as({ role: 'EDITOR', organisationId: organisationId(key) });
  const writers = {
    M1: await portal.as({ role: 'COORDINATOR', organisationId: organisationId('M1') }),
    M2: await portal.as({ role: 'COORDINATOR', organisationId: organisationId('M2') }),
    M3: await editor('M3'),
    M4: await portal.as({ role: 'MUNICIPALITY_OFFICER', organisationId: organisationId('M4'), teryt: '2264011' }),
    M5: await editor('M5'),
  };
  return { ...sopot, call, writers, offer: must(await beginOffer(writers.M1, call.id, sopot.id)) };
}

export const beginOffer = (
  who: Caller,
  callId: string,
  consortiumId: string,
  more: { id?: string; copyOf?: string } = {},
): Promise<Answer<OfferResponse>> =>
  who.post<OfferResponse>(offersRoot, { id: randomUUID(), callId, consortiumId, ...more });

export const readOfferSheet = async (who: Caller, id: string, after = 0): Promise<SheetResponse> =>
  must(await who.get<SheetResponse>(`${offersRoot}/${id}/sheet?after=${after}`));

export const valuesIn = ({ fields }: SheetResponse): SheetValues =>
  Object.fromEntries(fields.map(({ path, value }) => [path, value]));

/** Saves values over whatever stands there, as somebody would who has just read the sheet. */
export async function saveOffer(who: Caller, id: string, values: SheetValues): Promise<Answer<SheetSaved>> {
  const { rev, fields } = await readOfferSheet(who, id);
  const revs = new Map(fields.map((field) => [field.path, field.rev]));
  const changes = Object.entries(values).map(([path, value]) => {
    const removes = value === null && path.split('.').length === 3;
    return { path, base: removes ? rev : (revs.get(path) ?? 0), value };
  });
  return who.patch<SheetSaved>(`${offersRoot}/${id}/sheet`, { save: randomUUID(), changes });
}
