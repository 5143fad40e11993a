import type { SessionLevel } from '@zit/contracts';
import { bodyOf, type ActingBody, type Role } from '@zit/domain';
import type { EntityManager } from 'typeorm';
import type { NamedGrant, SignedIn } from '../http/signed-in';

/** Without a request a session ends after this; whoever decides for a public body gets the shorter one. */
const IDLE_MINUTES = { staff: 30, others: 60 };
const STAFF: readonly Role[] = [
  'ADMINISTRATOR',
  'COUNTY_OPERATOR',
  'MUNICIPALITY_OFFICER',
  'TREASURER',
  'MUNICIPALITY_SIGNER',
  'ASSESSOR',
  'CHAIR',
  'DEFS_OFFICER',
  'AUDITOR',
];
/** In all, and no extension helps. */
const ABSOLUTE_HOURS = 12;
/** How long a proof of who one is lasts. */
const CONFIRMED_MINUTES = 10;

export interface SessionRecord {
  id: string;
  personId: string;
  name: string;
  email: string;
  actingFor: string | null;
  actingBody: ActingBody | null;
  level: SessionLevel;
  confirmed: boolean;
  viewer: SignedIn['viewer'];
  expiresAt: string;
  /** What `expiresAt` becomes when this request counts as a sign of life. */
  extendedTo: string;
  endsAt: string;
  /** Seen within the last minute: no need to write that again. */
  fresh: boolean;
  grants: NamedGrant[];
}

const instant = (expression: string): string =>
  `to_char((${expression}) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

/** While an administrator looks through a person's eyes, everything but the session itself is that person's. */
const QUERY = `
  select s.id, p.id as "personId", p.name, p.email, s.acting_for as "actingFor", s.acting_body as "actingBody",
         case when s.level = 'ENROL' and (exists (select from passkey where person_id = own.id) or
                     exists (select from totp where person_id = own.id and confirmed_at is not null))
              then 'PASSWORD' else s.level end as level,
         s.viewed_person_id is null and s.confirmed_at > now() - interval '${CONFIRMED_MINUTES} minutes' as confirmed,
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
  from session s
  join person own on own.id = s.person_id and own.left_at is null
  join person p on p.id = coalesce(s.viewed_person_id, s.person_id) and p.left_at is null
  cross join lateral (
    select case when exists (select from role_grant where person_id = own.id and role = any($2))
                then interval '${IDLE_MINUTES.staff} minutes' else interval '${IDLE_MINUTES.others} minutes' end as idle,
           s.created_at + interval '${ABSOLUTE_HOURS} hours' as ends) as pace
  where s.token_sha256 = $1 and s.seen_at > now() - pace.idle and pace.ends > now()
    and (s.viewed_person_id is null or
         exists (select from role_grant where person_id = own.id and role = 'ADMINISTRATOR'))`;

/** The living session of a token, in one query; null when there is none (any more). */
export async function findSession(manager: EntityManager, tokenSha256: Buffer): Promise<SessionRecord | null> {
  const [session] = await manager.query<SessionRecord[]>(QUERY, [tokenSha256, STAFF]);
  return session ?? null;
}

/** Grants of the organisation acted for, or of the body; never of both, and for oneself only none. */
export const countsFor =
  ({ actingFor, actingBody }: Pick<SessionRecord, 'actingFor' | 'actingBody'>) =>
  (grant: NamedGrant): boolean =>
    grant.organisationId === null
      ? actingFor === null && actingBody !== null && actingBody === bodyOf(grant.role)
      : grant.organisationId === actingFor;
