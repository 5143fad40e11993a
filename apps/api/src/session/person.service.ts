import { Injectable } from '@nestjs/common';
import type { Grant } from '@zit/domain';
import type { EntityManager } from 'typeorm';
import { hashPassword } from './password';

export interface NewPerson {
  name: string;
  email: string;
  /** Null: signs in another way, or sets one with a link. */
  password: string | null;
}

/** People and what they may be: used by the seed and by the first administrator's command. */
@Injectable()
export class PersonService {
  /** Adds a person; one with this e-mail stays as it is. Answers the person's id. */
  async admit(manager: EntityManager, person: NewPerson): Promise<string> {
    const email = person.email.trim().toLowerCase();
    const find = 'select id from person where email = $1';
    const [known] = await manager.query<{ id: string }[]>(find, [email]);
    if (known) return known.id;
    await manager.query(
      'insert into person (name, email, password_hash) values ($1, $2, $3) on conflict (email) do nothing',
      [person.name, email, person.password === null ? null : await hashPassword(person.password)],
    );
    const [added] = await manager.query<{ id: string }[]>(find, [email]);
    if (!added) throw new Error(`person ${email} was not added`);
    return added.id;
  }

  /** Gives a role, for an organisation or for a place; a grant that is there already stays as it is. */
  async grant(manager: EntityManager, personId: string, grant: Grant): Promise<void> {
    await manager.query(
      // The clock, not the transaction's moment: of several granted together the first stays the first hat.
      `insert into role_grant (person_id, role, organisation_id, teryt, granted_at)
       values ($1, $2, $3, $4, clock_timestamp()) on conflict do nothing`,
      [personId, grant.role, grant.organisationId, grant.teryt],
    );
  }
}
