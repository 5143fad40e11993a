import { GATE_FUNCTIONS, GATE_SIGNATURES } from './gate';
import { HAT_QUERY, listed, PERSON } from './hat';
import { SCOPE_BEGIN } from './sight';

/**
 * What the person of this transaction sees and may change, worked out from their grants by the database itself:
 * the API says who asks and for whom they act, nothing else is believed. The same decisions as
 * `libs/domain/src/access/policy-rows.ts`; a spec compares the two.
 *
 * The functions belong to zit_scope, which reads the tables they need without their policies: otherwise the policies
 * of consortium and member would ask each other for ever. plpgsql keeps the plans of a connection.
 */
const ENTERS = ['ADMINISTRATOR', 'COUNTY_OPERATOR', 'MUNICIPALITY_OFFICER', 'COORDINATOR', 'EDITOR'];

const holds = (roles: readonly string[]): string =>
  `exists (select from scope_hat() h where h.role in ${listed(roles)})`;

interface ScopeFunction {
  name: string;
  takes?: string;
  gives: string;
  is: string;
}

export const SCOPE: readonly ScopeFunction[] = [
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

const HAT = `
  create function scope_hat() returns table (role text, organisation_id uuid, teryt text)
  language plpgsql stable security definer set search_path = pg_catalog, public as $$
  #variable_conflict use_column
  begin
    return query ${HAT_QUERY};
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
export const SCOPE_FUNCTIONS: readonly string[] = [
  PERSON,
  HAT,
  ...SCOPE.map(makeScope),
  HOLD,
  SCOPE_BEGIN,
  ...GATE_FUNCTIONS,
];

/** With the types of what they take, as `alter` and `drop` want them; the last made first. */
export const SCOPE_SIGNATURES: readonly string[] = [
  ...GATE_SIGNATURES,
  'scope_begin()',
  'hold_organisation(uuid)',
  ...SCOPE.map(({ name, takes = '' }) => `${name}(${takes.replaceAll(/\w+ (\w+)/g, '$1')})`).reverse(),
  'scope_hat()',
  'scope_person()',
];
