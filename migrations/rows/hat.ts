const BODIES = `case role
  when 'ADMINISTRATOR' then 'PROGRAMME' when 'AUDITOR' then 'PROGRAMME' when 'COUNTY_OPERATOR' then 'COUNTY'
  when 'ASSESSOR' then 'STEERING_GROUP' when 'CHAIR' then 'STEERING_GROUP' when 'NGO_COUNCIL' then 'NGO_COUNCIL'
  when 'DEFS_OFFICER' then 'DEFS' end`;

/** The person of this transaction; null: nobody. */
export const PERSON = `
  create function scope_person() returns uuid language sql stable
  return nullif(current_setting('app.person', true), '')::uuid`;

/** The grants that count now: of the organisation or of the body acted for, never of both. */
export const HAT_QUERY = `select g.role, g.organisation_id,
             coalesce(g.teryt, (select o.teryt from organisation o where o.id = g.organisation_id)) as teryt
      from role_grant g
      where g.person_id = scope_person()
        and exists (select from person p where p.id = scope_person() and p.left_at is null)
        and case when g.organisation_id is null
              then nullif(current_setting('app.acting_for', true), '') is null
                and nullif(current_setting('app.acting_body', true), '') = ${BODIES}
              else g.organisation_id = nullif(current_setting('app.acting_for', true), '')::uuid end`;

/** As SQL lists them. */
export const listed = (roles: readonly string[]): string => `(${roles.map((role) => `'${role}'`).join(', ')})`;
