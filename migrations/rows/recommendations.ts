import { listed } from './hat';
import { consortiaOf } from './offers';
import { joined } from './sight';

/** The same decisions as `libs/domain/src/access/policy-rows.ts`. */
const ASKS = ['COORDINATOR', 'MUNICIPALITY_OFFICER'];

/**
 * Counties for whose NGO council the hat of this transaction speaks, and consortia for which it asks; each is asked
 * once in a query that needs it.
 */
export const COUNCIL_FUNCTIONS: readonly string[] = [
  consortiaOf('scope_offers_asked', ASKS, `m.role = 'LEADER'`),
  `
  create function scope_councils() returns text[]
  language plpgsql stable security definer set search_path = pg_catalog, public as $$
  begin
    return array(select left(h.teryt, 4) from scope_hat() h where h.role in ${listed(['NGO_COUNCIL'])} and h.teryt <> '');
  end $$`,
];
export const COUNCIL_SIGNATURES: readonly string[] = ['scope_offers_asked()', 'scope_councils()'];

const ME = '(select scope_person())';
const COUNCIL = 'county = any ((select scope_councils())::text[])';
const ASKED = 'o.consortium_id = any ((select scope_offers_asked())::uuid[])';
const ofOffer = (condition: string): string => `exists (select from offer o where o.id = offer_id and (${condition}))`;

/**
 * A request is there for the members, and for the council that was asked; who works on the call sees it with the offer
 * itself, after the deadline. What the council reads is in the request: the offer stays closed to it.
 */
export const RECOMMENDATION_POLICIES: readonly string[] = [
  `create policy recommendation_seen on recommendation for select to zit_app
     using (${ofOffer('true')} or ${COUNCIL} and withdrawn_at is null)`,
  `create policy recommendation_added on recommendation for insert to zit_app
     with check (asked_by = ${ME} and ${ofOffer(ASKED)})`,
  `create policy recommendation_changed on recommendation for update to zit_app
     using (verdict is null and withdrawn_at is null and (${COUNCIL} or ${ofOffer(joined('o.consortium_id'))}))
     with check (verdict is not null and resolved_by = ${ME} and ${COUNCIL}
       or verdict is null and withdrawn_at is not null and ${ofOffer(ASKED)})`,
];
