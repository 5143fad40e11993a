import { DataSource } from 'typeorm';
import { dataSourceOptions } from '../database/data-source';
import { inTransaction } from '../database/transaction';
import type { Settings } from '../http/settings';
import { PersonService } from './person.service';

/** Lets the first administrator in, once: as soon as there is any, the settings are ignored. True when let in. */
export async function admitFirstAdministrator(settings: Settings): Promise<boolean> {
  const first = settings.firstAdministrator;
  if (!first) return false;
  const options = dataSourceOptions({ url: settings.databaseDirectUrl, poolSize: 1 });
  const dataSource = await new DataSource(options).initialize();
  try {
    return await inTransaction(dataSource, async (manager) => {
      await manager.query('lock table role_grant in share row exclusive mode');
      const known = await manager.query<unknown[]>(`select from role_grant where role = 'ADMINISTRATOR' limit 1`);
      if (known.length > 0) return false;
      const people = new PersonService();
      const id = await people.admit(manager, first);
      await people.grant(manager, id, { role: 'ADMINISTRATOR', organisationId: null, teryt: null });
      return true;
    });
  } finally {
    await dataSource.destroy();
  }
}
