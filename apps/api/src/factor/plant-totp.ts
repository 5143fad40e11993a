import type { EntityManager } from 'typeorm';
import { seal } from './secret-box';

/** Gives a person a confirmed one-time code; one that is there already stays. Used by the seed of the demo. */
export async function plantTotp(
  manager: EntityManager,
  secretKey: string,
  personId: string,
  secret: string,
): Promise<void> {
  await manager.query(
    `insert into totp (person_id, secret, confirmed_at) values ($1, $2, now()) on conflict (person_id) do nothing`,
    [personId, seal(secretKey, personId, secret)],
  );
}
