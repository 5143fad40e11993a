/**
 * Every request begins with this question, so the database answers it in one go and keeps its plan: as a statement of
 * the gate it was planned anew each time, with the policies of seven tables. It answers about the session of this very
 * token and about nobody else, as the policies would.
 *
 * While an administrator looks through a person's eyes, everything but the session itself is that person's. The
 * periods come from the API. A living session whose person has just done something is written down as seen, at most
 * once a minute.
 */
export const RECOGNISE = `
  create function recognise(token bytea, staff text[], idle_staff interval, idle_others interval, lifetime interval,
                            proven interval, awake boolean) returns json
  language plpgsql security definer set search_path = pg_catalog, public as $$
  declare
    living record;
  begin
    select s.id, p.id as "personId", p.name, p.email, s.acting_for as "actingFor", s.acting_body as "actingBody",
           case when s.level = 'ENROL' and (exists (select from passkey k where k.person_id = own.id) or
                       exists (select from totp t where t.person_id = own.id and t.confirmed_at is not null))
                then 'PASSWORD' else s.level end as level,
           coalesce(s.viewed_person_id is null and s.confirmed_at > now() - proven, false) as confirmed,
           case when s.viewed_person_id is not null
                then json_build_object('personId', own.id, 'name', own.name, 'reason', s.view_reason) end as viewer,
           ${instant('pace.ends')} as "endsAt",
           ${instant('least(s.seen_at + pace.idle, pace.ends)')} as "expiresAt",
           ${instant('least(now() + pace.idle, pace.ends)')} as "extendedTo",
           s.seen_at > now() - interval '1 minute' as fresh,
           coalesce((select json_agg(json_build_object('role', g.role, 'organisationId', g.organisation_id,
                       'organisationName', o.name, 'teryt', coalesce(g.teryt, o.teryt)) order by g.granted_at, g.id)
                     from role_grant g left join organisation o on o.id = g.organisation_id
                     where g.person_id = p.id), '[]') as grants
      into living
      from session s
      join person own on own.id = s.person_id and own.left_at is null
      join person p on p.id = coalesce(s.viewed_person_id, s.person_id) and p.left_at is null
      cross join lateral (
        select case when exists (select from role_grant g where g.person_id = own.id and g.role = any (staff))
                    then idle_staff else idle_others end as idle,
               s.created_at + lifetime as ends) as pace
      where s.token_sha256 = token and s.seen_at > now() - pace.idle and pace.ends > now()
        and (s.viewed_person_id is null or
             exists (select from role_grant g where g.person_id = own.id and g.role = 'ADMINISTRATOR'));
    if living.id is null then
      return null;
    end if;
    if awake and not living.fresh then
      update session set seen_at = now() where id = living.id;
    end if;
    return row_to_json(living);
  end $$`;
export const RECOGNISE_SIGNATURE = 'recognise(bytea, text[], interval, interval, interval, interval, boolean)';

/** ISO 8601 in UTC, to the millisecond. */
function instant(expression: string): string {
  return `to_char((${expression}) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
}

/** What it reads and writes, beyond what sight already needs. */
export const RECOGNISE_GRANTS: readonly string[] = [
  `grant select (acting_for, acting_body, level, confirmed_at, view_reason, seen_at, created_at), update (seen_at)
     on session to zit_scope`,
  'grant select (name) on organisation to zit_scope',
  'grant select (person_id, confirmed_at) on totp to zit_scope',
];
