import { randomUUID } from 'node:crypto';
import type { Offering } from './handing-in';

/**
 * Another consortium of the same members, but for some, with the same offer to the same call, past the routes: each
 * place that names a member names the one of the new consortium.
 *
 * @param without organisations by their key in the sample
 * @returns id of its offer
 */
export async function rivalOf(
  { portal, offerId, consortiumId, organisations }: Offering,
  { title, without = [] }: { title: string; without?: readonly string[] },
): Promise<string> {
  const sql = <T>(text: string, values: unknown[]) => portal.dataSource.query<T[]>(text, values);
  const [rival, offer] = [randomUUID(), randomUUID()];
  await sql(
    `insert into consortium select (jsonb_populate_record(c, jsonb_build_object('id', $2::uuid, 'title', $3::text))).*
     from consortium c where id = $1`,
    [consortiumId, rival, title],
  );
  const left = without.map((key) => organisations[key]);
  const members = await sql<{ id: string }>(
    'select id from member where consortium_id = $1 and organisation_id <> all ($2) order by position',
    [consortiumId, left],
  );
  const fresh = members.map(({ id }) => ({ id, now: randomUUID() }));
  for (const { id, now } of fresh)
    await sql(
      `insert into member select (jsonb_populate_record(m, jsonb_build_object('id', $2::uuid, 'consortium_id', $3::uuid))).*
       from member m where id = $1`,
      [id, now, rival],
    );
  await sql(
    `insert into offer (id, call_id, consortium_id, created_by) select $2, call_id, $3, created_by from offer where id = $1`,
    [offerId, offer, rival],
  );
  await sql('insert into sheet (id, form, rev) select $2, form, rev from sheet where id = $1', [offerId, offer]);
  const fields = await sql<{ field: string }>(
    `select to_jsonb(f) - 'sheet_id' as field from sheet_field f where sheet_id = $1`,
    [offerId],
  );
  const renamed = fresh.reduce((text, { id, now }) => text.replaceAll(id, now), JSON.stringify(fields));
  await sql(
    `insert into sheet_field select (jsonb_populate_record(null::sheet_field,
       (each -> 'field') || jsonb_build_object('sheet_id', $1::uuid))).* from jsonb_array_elements($2::jsonb) each`,
    [offer, renamed],
  );
  return offer;
}
