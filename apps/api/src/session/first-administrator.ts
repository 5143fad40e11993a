import type { EntityManager } from 'typeorm';
import { withDoor } from '../database/own-door';
import type { Settings } from '../http/settings';
import { note } from '../journal/note';
import { PersonService } from './person.service';

export interface FirstAdministrator {
  name: string;
  email: string;
  /** Null: set later, with a link. */
  password: string | null;
}

/**
 * Lets the first administrator in, once, through the gate's door.
 * @returns the person's id; null as soon as there is any administrator: then nothing was done
 */
export async function admitAdministrator(manager: EntityManager, first: FirstAdministrator): Promise<string | null> {
  // Of two who try at once, one finds the other's.
  await manager.query('lock table role_grant in share row exclusive mode');
  if (await hasAdministrator(manager)) return null;
  const people = new PersonService();
  const id = await people.admit(manager, first);
  await people.grant(manager, id, { role: 'ADMINISTRATOR', organisationId: null, teryt: null });
  const who = { personId: id, actingFor: null };
  await note(manager, who, { act: 'ADMIT_ADMINISTRATOR', subject: { kind: 'person', id }, details: {} });
  return id;
}

export async function hasAdministrator(manager: EntityManager): Promise<boolean> {
  const known = await manager.query<unknown[]>(`select from role_grant where role = 'ADMINISTRATOR' limit 1`);
  return known.length > 0;
}

/** The one of the settings; they are ignored when there is an administrator. True when let in. */
export async function admitFirstAdministrator(settings: Settings): Promise<boolean> {
  const first = settings.firstAdministrator;
  if (!first) return false;
  const admitted = await withDoor(settings.databaseDirectUrl, (door) =>
    door.gate((manager) => admitAdministrator(manager, first)),
  );
  return admitted !== null;
}
