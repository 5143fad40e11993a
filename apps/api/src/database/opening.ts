import { ACTING_BODIES, type ActingBody } from '@zit/domain';
import { naming, type GateKey } from './gate-key';

/** Who asks, as far as the database has to know. */
export interface DoorUser {
  personId: string;
  /** Organisation acted for; null: a body, or oneself. */
  actingFor: string | null;
  actingBody: ActingBody | null;
  /** Somebody else who looks through this person's eyes; not said: nobody does. */
  viewer?: object | null;
}

/** The database role that a piece of work takes; migration 012 says what each may touch. */
export type DoorRole = 'zit_app' | 'zit_public' | 'zit_gate' | 'zit_worker' | 'zit_auditor';

export interface Opening {
  /** Null: the login's own rights. */
  role: DoorRole | null;
  /** Null: nobody. */
  who: DoorUser | null;
  readOnly: boolean;
  /** Of the gate: whom the work is about; null: everybody. */
  key?: GateKey | null;
}

/**
 * Begins a transaction, takes the role and says who asks, all in one statement text: one round trip. Everything in it
 * ends with the transaction. Such a text takes no parameters, so the values are proved to be ids before they stand in it.
 */
export function openingOf({ role, who, readOnly, key = null }: Opening): string {
  const begin = readOnly ? 'START TRANSACTION READ ONLY' : 'START TRANSACTION';
  return [begin, ...(role ? taking(role, who, key) : [])].join('; ');
}

/**
 * Takes the role and says who asks, as settings of the transaction; nobody is said as well, in case somebody was said
 * before. What a person at work sees is worked out from that at once, for the whole transaction.
 */
export const taking = (role: DoorRole, who: DoorUser | null, key: GateKey | null = null): string[] => [
  `SET LOCAL ROLE ${role}`,
  `SET LOCAL app.person = '${idOf(who?.personId)}'`,
  `SET LOCAL app.acting_for = '${idOf(who?.actingFor)}'`,
  `SET LOCAL app.acting_body = '${bodyOf(who?.actingBody)}'`,
  ...(role === 'zit_app' ? ['SELECT scope_begin()', ...(who?.viewer ? SEALED : [])] : []),
  ...(role === 'zit_gate' ? (key === null ? EVERYBODY : naming(key)) : []),
];

/**
 * For what is asked before there are roles: the login by itself, or what anybody may, as soon as there is a role for
 * it. A login that inherits nothing may not even ask which migrations ran.
 */
export const BARE_OPENING = `START TRANSACTION READ ONLY; SELECT set_config('role', rolname, true) FROM pg_roles
  WHERE rolname = 'zit_public' AND pg_has_role(session_user, oid, 'MEMBER')`;

/** What belongs to members alone, offers and all that hangs on them, is not in sight of another's eyes (decision 11). */
const SEALED = [`SET LOCAL app.joined = ''`, `SET LOCAL app.written = ''`];

const EVERYBODY = [`SET LOCAL app.everybody = 'true'`, `SET LOCAL app.everybody_edited = 'true'`];

const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** @throws when it is no id: nothing else may stand in a statement text */
function idOf(id: string | null | undefined): string {
  if (id == null) return '';
  if (!ID.test(id)) throw new Error('not an id of a person or an organisation');
  return id;
}

function bodyOf(body: ActingBody | null | undefined): string {
  if (body == null) return '';
  if (!ACTING_BODIES.includes(body)) throw new Error('not a body of the programme');
  return body;
}
