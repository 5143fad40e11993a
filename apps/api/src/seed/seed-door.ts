import type { EntityManager } from 'typeorm';
import { Door, type DoorUser, type Work } from '../database/door';
import type { GateKey } from '../database/gate-key';
import { taking, type DoorRole } from '../database/opening';

/** A door inside one transaction: each way is a savepoint of it, with the role and the person of that way. */
export class SeedDoor extends Door {
  constructor(private readonly manager: EntityManager) {
    super(manager.dataSource);
  }

  protected override through<T>(
    role: DoorRole,
    who: DoorUser | null,
    work: Work<T>,
    _readOnly = false,
    key: GateKey | null = null,
  ): Promise<T> {
    return this.manager.transaction(async (manager) => {
      await manager.query(taking(role, who, key).join('; '));
      return work(manager);
    });
  }
}
