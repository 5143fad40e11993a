import type { OfferDocumentFacts } from '@zit/domain';
import { canonicalJson } from '@zit/domain';
import { createHash, randomUUID } from 'node:crypto';
import { offering, type Offering } from './handing-in';
import type { TestPortal } from './portal';
import { must } from './sopot';

export interface Party {
  name: string;
  sector: string;
  nip: string | null;
  krs: string | null;
  unitOfNip: string | null;
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** An offer that was handed in to a call whose deadline is over, and others like it, past the routes. */
export interface ReceivedCase extends Offering {
  /** Another standing offer of the same call with these parties. @returns its id */
  another(title: string, parties: readonly Party[]): Promise<string>;
}

export async function receivedCase(portal: TestPortal): Promise<ReceivedCase> {
  const offer = await offering(portal);
  await offer.confirmAll();
  must(await offer.submit());
  await offer.deadlineIn(-1_000);
  return { ...offer, another: (title, parties) => plantAnother(portal, offer, title, parties) };
}

async function plantAnother(
  { dataSource }: TestPortal,
  { callId, offerId, consortiumId }: Offering,
  title: string,
  parties: readonly Party[],
): Promise<string> {
  const sql = <Row>(text: string, values: unknown[]): Promise<Row[]> => dataSource.query(text, values);
  const [id, consortium, organisation] = [randomUUID(), randomUUID(), randomUUID()];
  const [{ contents }] = (await sql<{ contents: string }>(
    'select contents from offer_content where offer_id = $1 order by kept_at limit 1',
    [offerId],
  )) as [{ contents: string }];
  const document = JSON.parse(contents) as OfferDocumentFacts;
  const members = parties.map((party, at) => ({
    ...document.members[0],
    ...{ id: randomUUID(), role: at === 0 ? 'LEADER' : 'PARTNER', ...party },
  }));
  const text = canonicalJson({ ...document, offerId: id, consortium: { id: consortium, title }, members });
  await sql(
    `insert into consortium select (jsonb_populate_record(c, jsonb_build_object('id', $2::uuid, 'title', $3::text))).*
     from consortium c where id = $1`,
    [consortiumId, consortium, title],
  );
  await sql(`insert into organisation (id, name, name_key, sector) values ($1, $2, lower($2), 'NGO')`, [
    organisation,
    `Lider ${title}`,
  ]);
  await sql(
    `insert into offer (id, call_id, consortium_id, created_by, state)
     select $2, call_id, $3, created_by, 'SUBMITTED' from offer where id = $1`,
    [offerId, id, consortium],
  );
  await sql('insert into offer_content (offer_id, sha256, contents) values ($1, $2, $3)', [id, sha256(text), text]);
  await sql(
    `insert into offer_receipt (number, call_id, no, offer_id, kind, received_at, deadline_at, sha256, salt, receipt,
       receipt_sha256, leader_id, person_id, request_id, request_sha256)
     select 'R/' || $2::uuid, r.call_id, last.no + 1, $2::uuid, 'SUBMISSION', c.deadline_at, c.deadline_at, $3, r.salt,
       made.receipt, encode(sha256(convert_to(made.receipt, 'UTF8')), 'hex'), $4, r.person_id, gen_random_uuid(), r.request_sha256
     from offer_receipt r join call c on c.id = r.call_id
     cross join (select max(no) as no from offer_receipt where call_id = $5) last
     cross join (select json_build_object('consortium', $6::text, 'leader', $6::text)::text as receipt) made
     where r.offer_id = $1 limit 1`,
    [offerId, id, sha256(text), organisation, callId, title],
  );
  await sql(
    `insert into offer_standing (offer_id, call_id, leader_id, number) select $1::uuid, $2, $3, 'R/' || $1::uuid`,
    [id, callId, organisation],
  );
  return id;
}
