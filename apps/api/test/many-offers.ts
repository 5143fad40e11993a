import { randomUUID } from 'node:crypto';
import type { OfferResponse } from '@zit/contracts';
import type { SheetValues } from '@zit/domain';
import { documentOf } from '../src/submission/document-now';
import type { Offering } from './handing-in';
import type { Caller } from './portal';
import { must } from './sopot';

/** A confirmed offer that only waits to be handed in. */
export interface ReadyOffer {
  offerId: string;
  /** Of its leader. */
  coordinator: Caller;
  sha256: string;
}

/**
 * Copies of a confirmed offer to the same call, each of a consortium of its own with another leader. `first`: number of
 * the first of them, another for each call of this.
 */
export async function copiesOf(offering: Offering, count: number, first = 1): Promise<ReadyOffer[]> {
  const copies: ReadyOffer[] = [];
  for (let no = first; no < first + count; no++) copies.push(await copy(offering, no));
  return copies;
}

async function copy(offering: Offering, no: number): Promise<ReadyOffer> {
  const { portal, members, organisations, consortiumId, offerId: from, callId } = offering;
  const { dataSource } = portal;
  const ids = new Map(Object.values(members).map((id) => [id, randomUUID()]));
  const [consortium, leader, offerId] = [randomUUID(), randomUUID(), randomUUID()];
  const another = (table: string, id: string, changed: object) =>
    dataSource.query(
      `insert into ${table} select (jsonb_populate_record(old, $2::jsonb)).* from ${table} old where id = $1`,
      [id, JSON.stringify(changed)],
    );
  await another('organisation', organisations['kompas'] ?? '', {
    ...{ id: leader, name: `Stowarzyszenie „Kompas ${no}”`, nip: nipNo(no), regon: regonNo(no) },
    krs: `00008${String(no).padStart(5, '0')}`,
  });
  await another('consortium', consortiumId, { id: consortium, title: `Kompas ${no}` });
  for (const [key, id] of Object.entries(members))
    await another('member', id, {
      ...{ id: ids.get(id), consortium_id: consortium },
      ...(key === 'kompas' ? { organisation_id: leader } : {}),
    });
  await another('offer', from, { id: offerId, consortium_id: consortium, call_id: callId, state: 'DRAFT' });
  await dataSource.query(`insert into sheet (id, form, rev) select $2, form, rev from sheet where id = $1`, [
    from,
    offerId,
  ]);
  const values = await copyFields(offering, offerId, ids);
  const coordinator = await portal.as({ role: 'COORDINATOR', organisationId: leader });
  const response = must(await coordinator.get<OfferResponse>(`/api/v1/offers/${offerId}`));
  const now = documentOf(response, { rev: 1, values });
  await dataSource.query('insert into offer_content (offer_id, sha256, contents) values ($1, $2, $3)', [
    offerId,
    now.sha256,
    now.text,
  ]);
  for (const [was, id] of ids)
    await dataSource.query(
      `insert into offer_confirmation (id, offer_id, member_id, person_id, capacity, person, office, sha256, cover_sha256)
       select gen_random_uuid(), $1, $2, person_id, capacity, person, office, $3, $4
       from offer_confirmation where offer_id = $5 and member_id = $6 and revoked_at is null`,
      [offerId, id, now.sha256, now.coverSha256(id), from, was],
    );
  return { offerId, coordinator, sha256: now.sha256 };
}

/** The fields of the sheet, with the members of the copy in paths and values. */
async function copyFields(
  { portal: { dataSource }, offerId: from }: Offering,
  offerId: string,
  ids: ReadonlyMap<string, string>,
): Promise<SheetValues> {
  const [{ fields }] = await dataSource.query<[{ fields: string }]>(
    'select json_object_agg(path, value)::text as fields from sheet_field where sheet_id = $1',
    [from],
  );
  const own = [...ids].reduce((text, [was, id]) => text.replaceAll(was, id), fields);
  await dataSource.query(
    `insert into sheet_field (sheet_id, path, value, rev, changed_by, changed_at)
     select $2, given.key, given.value, 1, f.changed_by, now()
     from jsonb_each($3::jsonb) given, (select changed_by from sheet_field where sheet_id = $1 limit 1) f`,
    [from, offerId, own],
  );
  return JSON.parse(own) as SheetValues;
}

const digitsOf = (text: string): number[] => [...text].map(Number);
const checkOf = (digits: string, weights: readonly number[]): number =>
  digitsOf(digits).reduce((sum, digit, at) => sum + digit * (weights[at] ?? 0), 0) % 11;

/** NIP numbers of the test range with right check digits; of ten of them one does not exist. */
function nipNo(no: number): string {
  for (let body = 99_910_0000 + no * 3; ; body++) {
    const check = checkOf(String(body), [6, 5, 7, 2, 3, 4, 5, 6, 7]);
    if (check < 10) return `${body}${check}`;
  }
}

function regonNo(no: number): string {
  const body = String(98_000_000 + no);
  return `${body}${checkOf(body, [8, 9, 2, 3, 4, 5, 6, 7]) % 10}`;
}
