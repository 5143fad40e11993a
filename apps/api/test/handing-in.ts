import { randomUUID } from 'node:crypto';
import type { ConsortiumResponse, OfferReceipt, OfferResponse, OfferSigning } from '@zit/contracts';
import { OFFER_FORM, type Period, type SheetValue, type SheetValues } from '@zit/domain';
import { sampleOffers, sampleOrganisations, type SampleOffer, type SampleOrganisation } from '@zit/sample';
import { goodValues, publishedCall } from './calls';
import type { Answer, Caller, Someone, TestPortal } from './portal';
import { must, SOPOT_CENTRE } from './sopot';

const root = '/api/v1';

/** An offer that lacks nothing but its confirmations, and everybody of its consortium. */
export interface Offering {
  portal: TestPortal;
  administrator: Caller;
  callId: string;
  consortiumId: string;
  offerId: string;
  /** Ids by the key of the sample: of organisations, and of members. */
  organisations: Record<string, string>;
  members: Record<string, string>;
  /** The leader's coordinator: hands in. */
  coordinator: Caller;
  /** Who confirms for each member, by its key, one for each entry of its representation; a municipality's treasurer last. */
  signers: Record<string, Caller[]>;
  read(): Promise<OfferResponse>;
  signing(): Promise<OfferSigning>;
  /** Everybody confirms what stands there now. */
  confirmAll(): Promise<OfferSigning>;
  /** Hands in what stands there now. */
  submit(more?: { key?: string; sha256?: string; by?: Caller }): Promise<Answer<OfferReceipt>>;
  /** Writes values over what stands there, past the routes. */
  write(values: SheetValues): Promise<void>;
  as(someone: Someone): Promise<Caller>;
  /** Moves the deadline of the call, past the routes. @param ms from now; negative: it is over */
  deadlineIn(ms: number): Promise<void>;
}

/** „Kompas Sopocki” and its complete offer to a call that is open. */
export async function offering(portal: TestPortal): Promise<Offering> {
  const administrator = await portal.as({ role: 'ADMINISTRATOR' });
  // Late offers may be admitted here: the sample's call admits none.
  const call = await publishedCall(administrator, { values: { 'deadline.admitsLate': true } });
  const values = goodValues();
  const period = { from: values['basics.periodFrom'], to: values['basics.periodTo'] } as Period;
  const sample = sampleOffers(period)[0] as SampleOffer;
  const { consortiumId, organisations, members } = await form(portal, administrator, sample);
  const offerId = await plantOffer(portal, { callId: call.id, consortiumId, by: administrator.personId });
  const memberId = (key: string): string => members[key] ?? '';
  await writeSheet(portal, offerId, administrator.personId, sample.values(memberId));
  const coordinator = await portal.as({ role: 'COORDINATOR', organisationId: organisations['kompas'] });
  const signers = await signersOf(portal, sample, organisations);
  const offer = `${root}/offers/${offerId}`;
  const read = async () => must(await coordinator.get<OfferResponse>(offer));
  const signing = async () => must(await coordinator.get<OfferSigning>(`${offer}/signing`));
  return {
    ...{ portal, administrator, callId: call.id, consortiumId, offerId, organisations, members },
    ...{ coordinator, signers, read, signing },
    confirmAll: async () => {
      const { sha256 } = await signing();
      for (const signer of Object.values(signers).flat())
        must(await signer.post(`${offer}/confirmations`, { id: randomUUID(), sha256 }));
      return signing();
    },
    submit: async ({ key = randomUUID(), sha256, by = coordinator } = {}) =>
      by.post<OfferReceipt>(`${offer}/submissions`, { id: key, sha256: sha256 ?? (await signing()).sha256 }),
    write: (values) => writeSheet(portal, offerId, administrator.personId, values),
    as: (someone) => portal.as(someone),
    deadlineIn: async (ms) => {
      const at = new Date(Date.now() + ms).toISOString();
      await portal.dataSource.query('update call set deadline_at = $2 where id = $1', [call.id, at]);
    },
  };
}

const sampleOrganisation = (key: string): SampleOrganisation => {
  const found = sampleOrganisations.find((one) => one.key === key);
  if (!found) throw new Error(`no sample organisation ${key}`);
  return found;
};

async function form(
  { dataSource }: TestPortal,
  administrator: Caller,
  { consortium }: SampleOffer,
): Promise<Pick<Offering, 'consortiumId' | 'organisations' | 'members'>> {
  const created = must(
    await administrator.post<ConsortiumResponse>(`${root}/consortia`, {
      title: consortium.title,
      localCentreId: SOPOT_CENTRE,
    }),
  );
  const organisations: Record<string, string> = {};
  const members: Record<string, string> = {};
  for (const { organisation: key, role, votes } of consortium.members) {
    const { name, sector, nip, regon, krs, legalForm, teryt, address, representation } = sampleOrganisation(key);
    const [row] = await dataSource.query<[{ id: string }]>(
      `insert into organisation (id, name, name_key, sector, nip, regon, krs, legal_form, teryt, address, representation, created_by)
       values (gen_random_uuid(), $1, lower($1), $2, $3, $4, $5, $6, $7, $8, $9, $10) returning id`,
      [
        name,
        sector,
        nip,
        regon,
        krs,
        legalForm,
        teryt,
        address,
        JSON.stringify(representation),
        administrator.personId,
      ],
    );
    organisations[key] = row.id;
    const { members: joined } = must(
      await administrator.post<ConsortiumResponse>(`${root}/consortia/${created.id}/members`, {
        organisationId: row.id,
        role,
      }),
    );
    members[key] = joined.find(({ organisationId }) => organisationId === row.id)?.id ?? '';
    await dataSource.query('update member set votes = $2 where id = $1', [members[key], votes]);
  }
  return { consortiumId: created.id, organisations, members };
}

/** An empty offer with its sheet, past the routes. */
export async function plantOffer(
  { dataSource }: TestPortal,
  { callId, consortiumId, by }: { callId: string; consortiumId: string; by: string },
): Promise<string> {
  const id = randomUUID();
  await dataSource.query('insert into offer (id, call_id, consortium_id, created_by) values ($1, $2, $3, $4)', [
    id,
    callId,
    consortiumId,
    by,
  ]);
  await dataSource.query('insert into sheet (id, form) values ($1, $2)', [id, OFFER_FORM.version]);
  return id;
}

async function writeSheet({ dataSource }: TestPortal, id: string, by: string, values: SheetValues): Promise<void> {
  const rows = Object.entries(values).map(([path, value]: [string, SheetValue]) => ({ path, value }));
  await dataSource.query(
    `with next as (update sheet set rev = rev + 1 where id = $1 returning rev)
     insert into sheet_field (sheet_id, path, value, rev, changed_by, changed_at)
     select $1, given ->> 'path', given -> 'value', rev, $2, now()
     from next, jsonb_array_elements($3::jsonb) given
     on conflict (sheet_id, path) do update set value = excluded.value, rev = excluded.rev`,
    [id, by, JSON.stringify(rows)],
  );
}

async function signersOf(
  portal: TestPortal,
  { consortium }: SampleOffer,
  organisations: Record<string, string>,
): Promise<Record<string, Caller[]>> {
  const signers: Record<string, Caller[]> = {};
  for (const { organisation: key } of consortium.members) {
    const { representation, sector } = sampleOrganisation(key);
    const organisationId = organisations[key];
    const isGmina = sector === 'JST';
    const people = representation.map(({ person: name }) => {
      return portal.as({ role: isGmina ? 'MUNICIPALITY_SIGNER' : 'SIGNER', organisationId, name });
    });
    if (isGmina) people.push(portal.as({ role: 'TREASURER', organisationId }));
    signers[key] = await Promise.all(people);
  }
  return signers;
}
