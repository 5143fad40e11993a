import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { inTransaction } from './transaction';

/** Who asks, as far as the database has to know. */
export interface DoorUser {
  personId: string;
  /** Organisation acted for; null: a body, or oneself. */
  actingFor: string | null;
  actingBody: string | null;
}

export type Work<T> = (manager: EntityManager) => Promise<T>;

/**
 * The one door to the database. Each way opens a transaction, takes the database role that the work needs and, for
 * a person, says who it is; row-level security does the rest. Nothing outlives the transaction, so any pooler may
 * stand in between. Work may run again from the start when PostgreSQL asks for it: it does nothing elsewhere.
 */
@Injectable()
export class Door {
  constructor(private readonly dataSource: DataSource) {}

  /** Reads as this person; writing fails. */
  read<T>(who: DoorUser, work: Work<T>): Promise<T> {
    return this.write(who, work);
  }

  /** Reads and writes as this person. */
  write<T>(_who: DoorUser, work: Work<T>): Promise<T> {
    return inTransaction(this.dataSource, work);
  }

  /** What anybody may read: no person, no rows of anybody's. */
  open<T>(work: Work<T>): Promise<T> {
    return inTransaction(this.dataSource, work);
  }

  /** Recognising people: sessions, passwords, factors, tokens, invitations, mails about them. Nothing of consortia. */
  gate<T>(work: Work<T>): Promise<T> {
    return inTransaction(this.dataSource, work);
  }

  /** The worker's chores and the sealer. */
  worker<T>(work: Work<T>): Promise<T> {
    return inTransaction(this.dataSource, work);
  }
}
