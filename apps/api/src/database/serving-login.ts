import { ROLES } from '@zit/migrations';
import { serverCommandWords } from '@zit/words.pl/server-commands';
import type { Settings } from '../http/settings';
import { withDoor } from './own-door';

const words = serverCommandWords.login;

/** What a login has by itself, without taking a role of the portal first. */
interface OwnRights {
  login: string;
  superuser: boolean;
  bypasses: boolean;
  owner: boolean;
  inherited: string[];
}

/** On PostgreSQL 15 and on newer ones alike: USAGE is what a login may without `set role`. */
const OWN_RIGHTS = `
  select r.rolname as login, r.rolsuper as superuser, r.rolbypassrls as bypasses,
         exists (select from pg_class c where c.relnamespace = to_regnamespace('public') and c.relkind in ('r', 'p')
                   and pg_has_role(r.oid, c.relowner, 'USAGE')) as owner,
         array(select z.rolname::text from pg_roles z
               where z.rolname = any ($1) and z.rolname <> 'zit_public' and pg_has_role(r.oid, z.oid, 'USAGE')
               order by z.rolname) as inherited
  from pg_roles r where r.rolname = session_user`;

/** The process must not serve with this login: row-level security would not hold for it. */
export class LoginFault extends Error {}

/**
 * Proves that the login that serves has no rights of its own: the second wall stands only before somebody who has to
 * take a role first. Not asked where the whole portal is one process with its own database (`PORTAL_WORKER=inline`) or
 * a demo: there the login owns everything anyway.
 * @throws LoginFault with what is wrong and the statements that mend it
 */
export async function refuseMightyLogin({ databaseUrl, mode, worker }: Settings): Promise<void> {
  if (mode === 'demo' || worker === 'inline') return;
  const [own] = await withDoor(databaseUrl, (door) =>
    door.bare((manager) => manager.query<OwnRights[]>(OWN_RIGHTS, [ROLES])),
  );
  const fault = own && faultOf(own);
  if (fault) throw new LoginFault(fault);
}

/** The gravest one; null: none. */
function faultOf({ login, superuser, bypasses, owner, inherited }: OwnRights): string | null {
  const name = `"${login.replaceAll('"', '""')}"`;
  if (superuser || bypasses) return words.mighty(login);
  if (owner) return words.owner(login);
  if (inherited.length > 0) return words.inherits(login, inherited, mendingOf(name, inherited));
  return null;
}

/** Since PostgreSQL 16 each membership says itself whether it is inherited; before, only the role does. */
const mendingOf = (name: string, inherited: readonly string[]): string =>
  `alter role ${name} noinherit; revoke ${inherited.join(', ')} from ${name}; grant ${inherited.join(', ')} to ${name};`;
