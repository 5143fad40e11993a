/**
 * What the person of this transaction sees and may change, worked out from their grants by the database itself:
 * the API says who asks and for whom they act, nothing else is believed. The same decisions as
 * `libs/domain/src/access/policy-rows.ts`; a spec compares the two.
 *
 * The functions belong to zit_scope, which reads the tables they need without their policies: otherwise the policies
 * of consortium and member would ask each other for ever. plpgsql keeps the plans of a connection.
 */
const BODIES = `case role
  when 'ADMINISTRATOR' then 'PROGRAMME' when 'AUDITOR' then 'PROGRAMME' when 'COUNTY_OPERATOR' then 'COUNTY'
  when 'ASSESSOR' then 'STEERING_GROUP' when 'CHAIR' then 'STEERING_GROUP' when 'NGO_COUNCIL' then 'NGO_COUNCIL'
  when 'DEFS_OFFICER' then 'DEFS' end`;

/** Who reads all, by place, by county, as a member; and the same for editing and issuing. */
const SEES = {
  all: ['ADMINISTRATOR', 'AUDITOR'],
  place: ['MUNICIPALITY_OFFICER', 'TREASURER', 'MUNICIPALITY_SIGNER'],
  county: ['COUNTY_OPERATOR'],
  member: ['COORDINATOR', 'EDITOR', 'SIGNER', 'OWNER'],
};
const EDITS = { all: ['ADMINISTRATOR'], place: ['MUNICIPALITY_OFFICER'], member: ['COORDINATOR', 'EDITOR'] };
const ENTERS = ['ADMINISTRATOR', 'COUNTY_OPERATOR', 'MUNICIPALITY_OFFICER', 'COORDINATOR', 'EDITOR'];

const listed = (roles: readonly string[]): string => `(${roles.map((role) => `'${role}'`).join(', ')})`;
const holds = (roles: readonly string[]): string =>
  `exists (select from scope_hat() h where h.role in ${listed(roles)})`;

/**
 * A member that leaves keeps its sight to the end of the very transaction in which it leaves, so that the act can note
 * itself and answer; every later one is without.
 */
const STILL = 'm.left_at is null or m.left_at >= transaction_timestamp()';

const byPlace = (roles: readonly string[]): string => `
  select c.id from hat h join consortium c on c.teryt = h.teryt
  where h.role in ${listed(roles)} and length(h.teryt) = 7`;
const byCounty = (roles: readonly string[]): string => `
  select c.id from hat h join consortium c on left(c.teryt, 4) = left(h.teryt, 4)
  where h.role in ${listed(roles)} and h.teryt <> ''`;
const byMember = (roles: readonly string[], leading = ''): string => `
  select m.consortium_id from hat h join member m on m.organisation_id = h.organisation_id
  where h.role in ${listed(roles)} and (${STILL}) ${leading}`;
/** The hat is looked up once for all of them. */
const idsOf = (...queries: string[]): string =>
  `array(with hat as materialized (select * from scope_hat()) ${queries.join(' union ')})`;

interface ScopeFunction {
  name: string;
  takes?: string;
  gives: string;
  is: string;
}

export const SCOPE: readonly ScopeFunction[] = [
  { name: 'scope_sees_all', gives: 'boolean', is: holds(SEES.all) },
  { name: 'scope_seen', gives: 'uuid[]', is: idsOf(byPlace(SEES.place), byCounty(SEES.county), byMember(SEES.member)) },
  { name: 'scope_edits_all', gives: 'boolean', is: holds(EDITS.all) },
  { name: 'scope_edited', gives: 'uuid[]', is: idsOf(byPlace(EDITS.place), byMember(EDITS.member)) },
  {
    name: 'scope_issued',
    gives: 'uuid[]',
    is: idsOf(byPlace(EDITS.place), byMember(['COORDINATOR'], `and m.role = 'LEADER'`)),
  },
  { name: 'scope_enters', gives: 'boolean', is: holds(ENTERS) },
  {
    name: 'scope_founds_at',
    takes: 'place text',
    gives: 'boolean',
    is: `exists (select from scope_hat() h where h.role = 'ADMINISTRATOR'
           or h.role = 'MUNICIPALITY_OFFICER' and h.teryt = place
           or h.role = 'COORDINATOR' and h.organisation_id is not null)`,
  },
  {
    // The first member of a consortium that this person has just founded is the leader they coordinate.
    name: 'scope_leads_first',
    takes: 'consortium_of uuid, organisation_of uuid',
    gives: 'boolean',
    is: `exists (select from scope_hat() h
             where h.role = 'COORDINATOR' and h.organisation_id = organisation_of)
         and exists (select from consortium c where c.id = consortium_of and c.created_by = scope_person())
         and not exists (select from member m where m.consortium_id = consortium_of)`,
  },
  {
    name: 'organisation_has_people',
    takes: 'organisation_of uuid',
    gives: 'boolean',
    is: 'exists (select from role_grant g where g.organisation_id = organisation_of)',
  },
  {
    name: 'scope_edits_organisation',
    takes: 'organisation_of uuid, place text, entered_by uuid',
    gives: 'boolean',
    is: `exists (select from scope_hat() h where h.role = 'ADMINISTRATOR'
           or h.role in ('MUNICIPALITY_OFFICER', 'COORDINATOR', 'EDITOR', 'OWNER') and h.organisation_id = organisation_of
           or h.role = 'MUNICIPALITY_OFFICER' and length(h.teryt) = 7 and h.teryt = place
           or h.role in ${listed(ENTERS)} and entered_by = scope_person()
              and not organisation_has_people(organisation_of))`,
  },
  {
    name: 'scope_owned',
    gives: 'uuid[]',
    is: `array(select h.organisation_id from scope_hat() h where h.role = 'OWNER' and h.organisation_id is not null)`,
  },
];

/** The person of this transaction; null: nobody. */
const PERSON = `
  create function scope_person() returns uuid language sql stable
  return nullif(current_setting('app.person', true), '')::uuid`;

/** The grants that count now: of the organisation or of the body acted for, never of both. */
const HAT = `
  create function scope_hat() returns table (role text, organisation_id uuid, teryt text)
  language plpgsql stable security definer set search_path = pg_catalog, public as $$
  #variable_conflict use_column
  begin
    return query select g.role, g.organisation_id, coalesce(g.teryt, o.teryt)
      from role_grant g
      join person p on p.id = g.person_id and p.left_at is null
      left join organisation o on o.id = g.organisation_id
      where g.person_id = scope_person()
        and case when g.organisation_id is null
              then nullif(current_setting('app.acting_for', true), '') is null
                and nullif(current_setting('app.acting_body', true), '') = ${BODIES}
              else g.organisation_id = nullif(current_setting('app.acting_for', true), '')::uuid end;
  end $$`;

const makeScope = ({ name, takes = '', gives, is }: ScopeFunction): string => `
  create function ${name}(${takes}) returns ${gives}
  language plpgsql stable security definer set search_path = pg_catalog, public as $$
  begin
    return ${is};
  end $$`;

/**
 * Holds an organisation to the end of the transaction, so that nobody makes a unit of it meanwhile: who may not change
 * a row may not lock it either, but may hang a unit on it.
 */
const HOLD = `
  create function hold_organisation(organisation_of uuid) returns void
  language plpgsql security definer set search_path = pg_catalog, public as $$
  begin
    perform from organisation where id = organisation_of for share;
  end $$`;

/** In the order in which they can be made. */
export const SCOPE_FUNCTIONS: readonly string[] = [PERSON, HAT, ...SCOPE.map(makeScope), HOLD];

/** With the types of what they take, as `alter` and `drop` want them; the last made first. */
export const SCOPE_SIGNATURES: readonly string[] = [
  'hold_organisation(uuid)',
  ...SCOPE.map(({ name, takes = '' }) => `${name}(${takes.replaceAll(/\w+ (\w+)/g, '$1')})`).reverse(),
  'scope_hat()',
  'scope_person()',
];
