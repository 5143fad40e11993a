import type { EntityManager } from 'typeorm';

/** Keeps that the person acknowledged this version, through the gate's door. @returns whether that is new */
export async function acknowledge(
  manager: EntityManager,
  personId: string,
  clause: string,
  version: string,
): Promise<boolean> {
  const added = await manager.query<unknown[]>(
    `insert into acknowledgement (person_id, clause, version) values ($1, $2, $3)
     on conflict do nothing returning person_id`,
    [personId, clause, version],
  );
  return added.length > 0;
}
