import { Inject, Injectable, Optional } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { GateKey } from './gate-key';
import { BARE_OPENING, openingOf, type DoorRole, type DoorUser } from './opening';
import { inTransaction } from './transaction';

export type { DoorUser } from './opening';

export type Work<T> = (manager: EntityManager) => Promise<T>;

/**
 * Tests switch the second wall off with this, to prove that the first one holds alone: the door then takes no role.
 * No setting reaches it.
 */
export const DOOR_MODE = Symbol('DOOR_MODE');
export type DoorMode = 'walled' | 'without-roles';

/**
 * The one door to the database. Each way opens a transaction, takes the database role that the work needs and, for
 * a person, says who it is; row-level security does the rest. Nothing outlives the transaction, so any pooler may
 * stand in between. Work may run again from the start when PostgreSQL asks for it: it does nothing elsewhere.
 */
@Injectable()
export class Door {
  constructor(
    private readonly dataSource: DataSource,
    @Optional() @Inject(DOOR_MODE) private readonly mode: DoorMode = 'walled',
  ) {}

  /** Reads as this person; writing fails. */
  read<T>(who: DoorUser, work: Work<T>): Promise<T> {
    return this.through('zit_app', who, work, true);
  }

  /** Reads and writes as this person. */
  write<T>(who: DoorUser, work: Work<T>): Promise<T> {
    return this.through('zit_app', who, work);
  }

  /** What anybody may read: places, rules, published seals. */
  open<T>(work: Work<T>): Promise<T> {
    return this.through('zit_public', null, work, true);
  }

  /**
   * Recognising people: sessions, passwords, factors, tokens, invitations, mails about them. Nothing of consortia, and
   * of people only those whom the key names.
   */
  gateFor<T>(key: GateKey, work: Work<T>, { readOnly = false } = {}): Promise<T> {
    const who = typeof key === 'object' && 'hat' in key ? key.hat : null;
    return this.through('zit_gate', who, work, readOnly, key);
  }

  /** The same with everybody in sight: for what names nobody. Who may take it is listed in `gate.spec.ts`. */
  gate<T>(work: Work<T>, { readOnly = false } = {}): Promise<T> {
    return this.through('zit_gate', null, work, readOnly);
  }

  /** The worker's chores and the sealer. */
  worker<T>(work: Work<T>): Promise<T> {
    return this.through('zit_worker', null, work);
  }

  /** Reads everything but secrets. */
  audit<T>(work: Work<T>): Promise<T> {
    return this.through('zit_auditor', null, work, true);
  }

  /** Is the database there, and which migrations ran? Asked before there are roles. */
  bare<T>(work: Work<T>): Promise<T> {
    const bare = openingOf({ role: null, who: null, readOnly: true });
    return inTransaction(this.dataSource, work, this.mode === 'walled' ? BARE_OPENING : bare);
  }

  protected through<T>(
    role: DoorRole,
    who: DoorUser | null,
    work: Work<T>,
    readOnly = false,
    key: GateKey | null = null,
  ): Promise<T> {
    const taken = this.mode === 'walled' ? role : null;
    return inTransaction(this.dataSource, work, openingOf({ role: taken, who, readOnly, key }));
  }
}
