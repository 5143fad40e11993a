import { isUUID } from 'class-validator';
import type { EntityManager } from 'typeorm';

const LIFE_MINUTES = 5;

/** Keeps a challenge; `personId` null: the passkey itself will tell who it is. The worker clears away what expired. */
export async function keepChallenge(
  manager: EntityManager,
  personId: string | null,
  challenge: string,
): Promise<string> {
  const [kept] = await manager.query<{ id: string }[]>(
    'insert into passkey_challenge (person_id, challenge) values ($1, $2) returning id',
    [personId, challenge],
  );
  if (!kept) throw new Error('the challenge was not kept');
  return kept.id;
}

export interface KeptChallenge {
  personId: string | null;
  challenge: string;
}

/** Takes a challenge away, once and for all, whatever becomes of the answer; null: unknown, used or too old. */
export async function takeChallenge(manager: EntityManager, id: string): Promise<KeptChallenge | null> {
  if (!isUUID(id)) return null;
  const [[taken]] = await manager.query<[KeptChallenge[], number]>(
    `delete from passkey_challenge where id = $1 and made_at > now() - $2 * interval '1 minute'
     returning person_id as "personId", challenge`,
    [id, LIFE_MINUTES],
  );
  return taken ?? null;
}
