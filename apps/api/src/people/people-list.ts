import type { PeoplePage, PersonGrant, PersonItem, SearchPeople } from '@zit/contracts';
import { peopleWords } from '@zit/words.pl/people';
import type { EntityManager } from 'typeorm';
import { readCursor, writeCursor } from '../http/cursor';
import { actsAs, type SignedIn } from '../http/signed-in';

const PAGE = 25;

interface PersonRecord {
  id: string;
  name: string;
  email: string;
  factor: boolean;
  seenAt: Date | null;
  grants: GrantRecord[];
}

/** `last`: the only owner of its organisation, or the only administrator of the programme. */
type GrantRecord = Omit<PersonGrant, 'may'> & { last: boolean };

/** Grants of person `p`; an owner sees those of the own organisation only ($1: everybody's, $2: organisation). */
const GRANTS = `
  select json_agg(json_build_object('id', g.id, 'role', g.role, 'organisationId', g.organisation_id,
           'organisationName', o.name, 'teryt', g.teryt,
           'grantedAt', to_char(g.granted_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
           'last', g.role in ('OWNER', 'ADMINISTRATOR') and not exists (
             select from role_grant other join person op on op.id = other.person_id
             where other.role = g.role and other.organisation_id is not distinct from g.organisation_id
               and op.left_at is null and other.person_id <> g.person_id))
         order by g.granted_at, g.id)
  from role_grant g left join organisation o on o.id = g.organisation_id
  where g.person_id = p.id and ($1 or g.organisation_id = $2)`;

/**
 * One page of people by their names, one query however many there are: everybody for the programme, the people of
 * the organisation acted for to its owner.
 */
export async function listPeople(manager: EntityManager, who: SignedIn, query: SearchPeople): Promise<PeoplePage> {
  const limit = query.limit ?? PAGE;
  const values: unknown[] = [actsAs(who, 'ADMINISTRATOR', 'AUDITOR'), who.actingFor];
  const value = (given: unknown): string => `$${values.push(given)}`;
  const where = [
    'p.erased_at is null and p.left_at is null',
    `($1 or exists (select from role_grant where person_id = p.id and organisation_id = $2))`,
  ];
  const search = query.search?.trim().replaceAll(/[\\%_]/g, '\\$&');
  if (search) {
    const like = value(`%${search}%`);
    where.push(`(p.name ilike ${like} or p.email ilike ${like})`);
  }
  if (query.after) {
    const [name, id] = readCursor(query.after, 2);
    where.push(`(p.name collate "pl-x-icu", p.id) > (${value(name)} collate "pl-x-icu", ${value(id)}::uuid)`);
  }
  const records = await manager.query<PersonRecord[]>(
    `select p.id, p.name, p.email, coalesce((${GRANTS}), '[]') as grants,
            exists (select from passkey where person_id = p.id)
              or exists (select from totp where person_id = p.id and confirmed_at is not null) as factor,
            (select max(seen_at) from session where person_id = p.id) as "seenAt"
     from person p where ${where.join(' and ')}
     order by p.name collate "pl-x-icu", p.id limit ${limit + 1}`,
    values,
  );
  const page = records.slice(0, limit);
  const last = page.at(-1);
  return {
    items: page.map((record) => itemOf(record, who)),
    next: records.length > limit && last ? writeCursor([last.name, last.id]) : null,
  };
}

const itemOf = ({ grants, seenAt, ...person }: PersonRecord, who: SignedIn): PersonItem => ({
  ...person,
  seenAt: seenAt?.toISOString() ?? null,
  grants: grants.map(({ last, ...grant }) => ({ ...grant, may: mayRevoke(grant, last, who) })),
  may: { viewAs: actsAs(who, 'ADMINISTRATOR') && person.id !== who.personId && !who.viewer },
});

function mayRevoke(grant: Omit<PersonGrant, 'may'>, last: boolean, who: SignedIn): PersonGrant['may'] {
  const programme = actsAs(who, 'ADMINISTRATOR');
  if (!programme && !(actsAs(who, 'OWNER') && grant.organisationId === who.actingFor))
    return { revoke: false, reason: peopleWords.ownerOrProgramme };
  const reason = revocationFault(grant.role, last, programme);
  return { revoke: reason === null, reason };
}

/** Why a role cannot be taken away now; null: it can. The programme may take the last owner's too and invite another. */
export function revocationFault(role: string, last: boolean, programme: boolean): string | null {
  if (!last) return null;
  if (role === 'ADMINISTRATOR') return peopleWords.lastAdministrator;
  return programme ? null : peopleWords.lastOwner;
}
