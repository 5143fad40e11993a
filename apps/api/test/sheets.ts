import { randomUUID } from 'node:crypto';
import type { FieldChange, SaveSheet, SheetHistory, SheetResponse, SheetSaved } from '@zit/contracts';
import { CALL_FORM } from '@zit/domain';
import { cloneDatabase } from '@zit/test-database';
import { DataSource } from 'typeorm';
import { dataSourceOptions } from '../src/database/data-source';
import { Door, type DoorUser } from '../src/database/door';
import { SheetService, type SheetAuthor } from '../src/sheet/sheet.service';
import { QueryCounter } from './query-counter';

/** Somebody who writes in sheets. */
export type Writer = SheetAuthor & DoorUser;

/** Sheets as the portal keeps them, in a database of their own and without calls: everybody may write in each. */
export interface Sheets {
  service: SheetService;
  door: Door;
  dataSource: DataSource;
  writer(): Promise<Writer>;
  /** A new sheet; its id. */
  fresh(): Promise<string>;
  save(who: Writer, id: string, changes: readonly FieldChange[], save?: string): Promise<SheetSaved>;
  send(who: Writer, id: string, request: SaveSheet): Promise<SheetSaved>;
  read(id: string, after?: number): Promise<SheetResponse>;
  /** All of it, page by page. */
  history(id: string, path?: string): Promise<SheetHistory['lines']>;
  countQueries(work: () => Promise<unknown>): Promise<number>;
  close(): Promise<void>;
}

export async function openSheets(): Promise<Sheets> {
  const database = await cloneDatabase();
  const counter = new QueryCounter();
  const options = dataSourceOptions({ url: database.url, poolSize: 10, logger: counter });
  const dataSource = await new DataSource(options).initialize();
  for (const table of ['sheet', 'sheet_field', 'sheet_change', 'sheet_save'])
    await dataSource.query(`create policy ${table}_of_the_test on ${table} to zit_app using (true)`);
  const door = new Door(dataSource);
  const service = new SheetService();
  const writer = async (): Promise<Writer> => {
    const [person] = await dataSource.query<[{ id: string }]>(
      `insert into person (name, email, password_hash) values ('Osoba z testu', $1, 'no password') returning id`,
      [`${randomUUID()}@example.test`],
    );
    await dataSource.query(`insert into role_grant (person_id, role) values ($1, 'ADMINISTRATOR')`, [person.id]);
    return { personId: person.id, actingFor: null, actingBody: 'PROGRAMME', grants: [{ role: 'ADMINISTRATOR' }] };
  };
  const founder = await writer();
  const send = (who: Writer, id: string, request: SaveSheet): Promise<SheetSaved> =>
    door.write(who, (manager) => service.save(manager, who, id, CALL_FORM, request));
  return {
    service,
    door,
    dataSource,
    writer,
    fresh: async () => {
      const id = randomUUID();
      await door.write(founder, (manager) => service.create(manager, id, CALL_FORM));
      return id;
    },
    send,
    save: (who, id, changes, save = randomUUID()) => send(who, id, { save, changes: [...changes] }),
    read: (id, after = 0) => door.read(founder, (manager) => service.read(manager, id, after)),
    history: async (id, path) => {
      const lines: SheetHistory['lines'] = [];
      for (let before: number | null = null; ;) {
        const page: SheetHistory = await door.read(founder, (manager) =>
          service.history(manager, id, { before, path }),
        );
        lines.push(...page.lines);
        if (page.before === null) return lines;
        before = page.before;
      }
    },
    countQueries: (work) => counter.during(work),
    close: async () => {
      await dataSource.destroy();
      await database.drop();
    },
  };
}

/** A change as the browser sends it. */
export const change = (path: string, value: unknown, base = 0): FieldChange => ({ path, base, value });
