import { randomUUID } from 'node:crypto';
import type { SessionLevel } from '@zit/contracts';
import { bodyOf, ROLES, type ActingBody, type Grant, type Role } from '@zit/domain';
import { newToken, sha256 } from '../../src/session/token';
import { caller, type Caller, type TestPortal } from '../portal';
import type { Thing, World } from './world';

/** Somebody who tries everything. */
export interface Asker {
  /** Role and relation, as a failing cell names them. */
  name: string;
  grants: Grant[];
  personId: string | null;
  /** Whose session it is, if not their own. */
  viewerId: string | null;
  sessionId: string;
  actingFor: string | null;
  actingBody: ActingBody | null;
  level: SessionLevel | null;
  /** Does an administrator look through this person's eyes? */
  viewed: boolean;
  caller: Caller;
  /** An organisation without people of its own that this person put into the register. */
  entered: Thing | null;
}

interface Wanted {
  name: string;
  grants?: Grant[];
  level?: SessionLevel;
  viewed?: boolean;
}

const SOPOT = '2264011';
const GDYNIA = '2262011';

/** Every role in every relation to the world, and those who have none: anonymous, half signed in, looked through. */
export async function gatherAskers(portal: TestPortal, world: World): Promise<Asker[]> {
  const { leader, partner, gmina, foreign } = world.organisations;
  const wanted = ROLES.flatMap((role): Wanted[] => {
    const grant = (organisationId: string | null, teryt: string | null): Grant[] => [{ role, organisationId, teryt }];
    switch (role) {
      case 'COORDINATOR':
      case 'EDITOR':
      case 'SIGNER':
      case 'OWNER':
        return [
          { name: `${role} of the leader`, grants: grant(leader.id, null) },
          { name: `${role} of a partner`, grants: grant(partner.id, null) },
          { name: `${role} of a foreign organisation`, grants: grant(foreign.id, GDYNIA) },
        ];
      case 'MUNICIPALITY_OFFICER':
      case 'TREASURER':
      case 'MUNICIPALITY_SIGNER':
        return [
          { name: `${role} of the place`, grants: grant(gmina.id, SOPOT) },
          { name: `${role} of another place`, grants: grant(foreign.id, GDYNIA) },
        ];
      case 'COUNTY_OPERATOR':
      case 'NGO_COUNCIL':
        return [
          { name: `${role} of the county`, grants: grant(null, SOPOT.slice(0, 4)) },
          { name: `${role} of another county`, grants: grant(null, GDYNIA.slice(0, 4)) },
        ];
      default:
        return [{ name: role, grants: grant(null, null) }];
    }
  });
  const coordinator: Grant = { role: 'COORDINATOR', organisationId: leader.id, teryt: null };
  wanted.push(
    { name: 'somebody without a role' },
    { name: 'COORDINATOR with half a sign-in', grants: [coordinator], level: 'PASSWORD' },
    { name: 'COORDINATOR without a factor', grants: [coordinator], level: 'ENROL' },
    { name: 'COORDINATOR looked through', grants: [coordinator], viewed: true },
  );
  const viewer = (
    await enter(portal, { name: 'viewer', grants: [{ role: 'ADMINISTRATOR', organisationId: null, teryt: null }] })
  ).personId;
  const askers: Asker[] = [];
  for (const one of wanted) askers.push(await enter(portal, one, viewer));
  return [anonymous(portal), ...askers];
}

const anonymous = (portal: TestPortal): Asker => ({
  name: 'anonymous',
  grants: [],
  personId: null,
  viewerId: null,
  sessionId: randomUUID(),
  actingFor: null,
  actingBody: null,
  level: null,
  viewed: false,
  caller: portal.stranger,
  entered: null,
});

async function enter(portal: TestPortal, wanted: Wanted, viewer: string | null = null): Promise<Asker> {
  const { name, grants = [], level = 'FULL', viewed = false } = wanted;
  const query = <Row>(sql: string, values: unknown[]) => portal.dataSource.query<Row[]>(sql, values);
  const [personId, sessionId] = [randomUUID(), randomUUID()];
  await query(`insert into person (id, name, email, password_hash) values ($1, $2, $3, 'no password')`, [
    personId,
    'Osoba z macierzy',
    `${personId}@example.test`,
  ]);
  for (const { role, organisationId, teryt } of grants)
    await query('insert into role_grant (person_id, role, organisation_id, teryt) values ($1, $2, $3, $4)', [
      personId,
      role,
      organisationId,
      teryt,
    ]);
  const [first] = grants;
  const actingFor = first?.organisationId ?? null;
  const actingBody = first && actingFor === null ? bodyOf(first.role as Role) : null;
  const token = newToken();
  // An administrator's session that looks through this person's eyes belongs to the administrator.
  await query(
    `insert into session (id, token_sha256, person_id, acting_for, acting_body, level, viewed_person_id, view_reason)
     values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    viewed
      ? [sessionId, sha256(token), viewer, actingFor, actingBody, level, personId, 'sprawdzenie uprawnień']
      : [sessionId, sha256(token), personId, actingFor, actingBody, level, null, null],
  );
  const [entered] = await query<{ id: string }>(
    `insert into organisation (name, name_key, sector, teryt, created_by) values ($1, $1, 'NGO', null, $2) returning id`,
    [`wpisana ${personId}`, personId],
  );
  return {
    name,
    grants,
    personId,
    viewerId: viewed ? viewer : null,
    sessionId,
    actingFor,
    actingBody,
    level,
    viewed,
    caller: caller(portal.url, personId, token),
    entered: {
      name: 'entered by them',
      id: entered?.id ?? '',
      version: 1,
      standing: { organisationId: entered?.id ?? '', enteredBy: personId },
    },
  };
}
