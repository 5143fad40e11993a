import type { OfferMember, OfferOpenings, OfferResponse, SessionResponse, TotpStarted } from '@zit/contracts';
import { isLocalGovernment } from '@zit/domain';
import { DEMO_PASSWORD, kompasFacts, sampleOffers } from '@zit/sample';
import type { BrowserContext } from 'playwright-core';
import { codeOfApp } from './one-time-code';
import type { Portal } from './portal';

/** Asks the portal in the name of whoever is signed in. @throws when it refuses */
export type Ask = <T>(method: 'GET' | 'POST' | 'PUT' | 'PATCH', path: string, body?: object) => Promise<T>;

export const asks =
  (context: BrowserContext, portal: Portal): Ask =>
  async <T>(method: string, path: string, body?: object) => {
    const answer = await context.request.fetch(path, { method, data: body, headers: { origin: portal.address } });
    const text = await answer.text();
    if (!answer.ok()) throw new Error(`${method} ${path}: ${answer.status()} ${text}`);
    return (text === '' ? null : JSON.parse(text)) as T;
  };

/** The offer of „Kompas Sopocki” to the open call, with all that its members wrote on other days. */
export async function kompasOffer(ask: Ask, portal: Portal): Promise<OfferResponse> {
  const { openings } = await ask<OfferOpenings>('GET', '/api/v1/offers/openings');
  const [found] = openings.flatMap(({ callId, consortia }) =>
    consortia.filter(({ title }) => title === 'Kompas Sopocki').map(({ id, offerId }) => ({ callId, id, offerId })),
  );
  if (!found) throw new Error('„Kompas Sopocki” has no call to answer');
  const begun = { id: crypto.randomUUID(), callId: found.callId, consortiumId: found.id };
  const offer = found.offerId
    ? await ask<OfferResponse>('GET', `/api/v1/offers/${found.offerId}`)
    : await ask<OfferResponse>('POST', '/api/v1/offers', begun);
  await write(offer, portal);
  return offer;
}

/** Each member writes its own part, so this goes behind the portal's back; items that the beginning made are removed. */
async function write({ id, call, members }: OfferResponse, portal: Portal): Promise<void> {
  const nameOf = new Map(kompasFacts().members.map((member) => [member.id, member.name]));
  const memberId = (key: string) => members.find(({ name }) => name === nameOf.get(key))?.id ?? '';
  const period = { from: call.periodFrom ?? '', to: call.periodTo ?? '' };
  const values = sampleOffers(period)[0]?.values(memberId) ?? {};
  await portal.inDatabase(
    `update sheet_field set value = 'null' where sheet_id = $1 and path ~ '^[a-zA-Z]+[.][a-zA-Z]+[.][0-9a-f-]{36}$'`,
    [id],
  );
  await portal.inDatabase(
    `insert into sheet_field (sheet_id, path, value, rev, changed_by, changed_at)
     select sheet.id, each.key, each.value, greatest(sheet.rev, 1), offer.created_by, now()
       from jsonb_each($2::jsonb) each, sheet join offer on offer.id = sheet.id where sheet.id = $1
     on conflict (sheet_id, path) do update set value = excluded.value`,
    [id, JSON.stringify(values)],
  );
}

export interface OfferSigner {
  name: string;
  email: string;
}

/** People of the names that the register has for the members, each with the role that confirms; and the treasurer. */
export async function signersOf({ members }: OfferResponse, portal: Portal): Promise<OfferSigner[]> {
  const signers = members.flatMap((member) => {
    const local = isLocalGovernment(member.sector);
    const representing = member.representation.map(({ person }) => ({
      ...signer(member, person),
      role: local ? 'MUNICIPALITY_SIGNER' : 'SIGNER',
    }));
    return local ? [...representing, { ...signer(member, 'Skarbnik miasta'), role: 'TREASURER' }] : representing;
  });
  for (const [index, each] of signers.entries()) {
    each.email = `podpis-${index}@zit.example`;
    await portal.inDatabase(
      `with person as (
         insert into person (name, email, password_hash)
         select $1, $2, password_hash from person where email = 'koordynator@zit.example' returning id)
       insert into role_grant (person_id, role, organisation_id, teryt)
       select person.id, $3, organisation.id, case when $3 = 'SIGNER' then null else organisation.teryt end
         from person, organisation where organisation.id = $4`,
      [each.name, each.email, each.role, each.organisation],
    );
    await portal.inDatabase(
      `insert into acknowledgement (person_id, clause, version)
       select own.id, seen.clause, seen.version from person own, acknowledgement seen join person known on known.id = seen.person_id
        where own.email = $1 and known.email = 'koordynator@zit.example'`,
      [each.email],
    );
  }
  return signers;
}

const signer = ({ organisationId }: OfferMember, name: string) => ({ name, email: '', organisation: organisationId });

/** Signs in with the password and adds the second factor that the role demands. */
export async function signedIn(context: BrowserContext, portal: Portal, { email }: OfferSigner): Promise<void> {
  const ask = asks(context, portal);
  await ask<SessionResponse>('POST', '/api/v1/session', { email, password: DEMO_PASSWORD });
  const { secret } = await ask<TotpStarted>('POST', '/api/v1/account/totp', {});
  await ask('PUT', '/api/v1/account/totp', { code: codeOfApp(secret, Date.now() / 1_000) });
}
