import type { DoorUser } from './opening';

/**
 * Whom a piece of the gate's work is about: somebody who is known already (`person`, `successors`: with whoever holds
 * the same indispensable roles, `viewed`: with whoever looked through their eyes, `seat`: by their session), or whoever
 * a secret leads to. `hat`: those whom this person looks after. `nobody`: it only counts or keeps.
 */
export type GateKey =
  | 'nobody'
  | { person: string }
  | { successors: string }
  | { viewed: string }
  | { seat: string }
  /** SHA-256 of a link's token: for a new password, or a new address. */
  | { link: Buffer }
  /** SHA-256 of an invitation's token. */
  | { invitation: Buffer }
  | { email: string }
  | { identity: { issuer: string; subject: string } }
  /** A credential's id, as a browser sends it. */
  | { passkey: unknown }
  | { hat: DoorUser };

const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/**
 * What says so to the database, as statements without parameters: ids are proved to be ids, all else is written in
 * hexadecimal digits.
 * @throws when an id is none
 */
export function naming(key: GateKey): string[] {
  if (key === 'nobody') return [];
  if ('person' in key) {
    const id = provenId(key.person);
    return [`SET LOCAL app.people = '{${id}}'`, `SET LOCAL app.people_edited = '{${id}}'`];
  }
  const [way, value] = wayOf(key);
  return [`SELECT gate_begin('${way}', '${value}')`];
}

type Leading = Exclude<GateKey, 'nobody' | { person: string }>;

function wayOf(key: Leading): [string, string] {
  if ('hat' in key) return ['hat', ''];
  if ('successors' in key) return ['successors', provenId(key.successors)];
  if ('viewed' in key) return ['viewed', provenId(key.viewed)];
  if ('seat' in key) return ['seat', provenId(key.seat)];
  if ('link' in key) return ['link', key.link.toString('hex')];
  if ('invitation' in key) return ['invitation', key.invitation.toString('hex')];
  if ('email' in key) return ['email', hexOf(key.email)];
  if ('identity' in key) return ['identity', hexOf(`${key.identity.issuer}\n${key.identity.subject}`)];
  return ['passkey', typeof key.passkey === 'string' ? hexOf(key.passkey) : ''];
}

/** PostgreSQL's texts have no zero character: what has one leads to nobody. */
const hexOf = (text: string): string => (text.includes('\0') ? '' : Buffer.from(text, 'utf8').toString('hex'));

function provenId(id: string): string {
  if (!ID.test(id)) throw new Error('not an id of a person or a session');
  return id;
}
