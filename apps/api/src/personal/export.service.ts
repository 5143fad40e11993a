import { Injectable } from '@nestjs/common';
import type { PersonalDataExport, PersonalDataSection } from '@zit/contracts';
import { tablesOfPeople, type MarkedTable, type TableMark } from '@zit/domain';
import { tableWords } from '@zit/words.pl/personal';
import type { EntityManager } from 'typeorm';
import { Door } from '../database/door';
import { notYet } from '../http/problem-error';
import type { SignedIn } from '../http/signed-in';
import { note } from '../journal/note';
import { ownRows, tracedRows, whoseRows, type Whose } from './own-rows';

/** Everything that the register marks as a person's, for that person (RODO, art. 15 and 20). */
@Injectable()
export class ExportService {
  constructor(private readonly door: Door) {}

  /** Nobody takes away another's data by looking through their eyes. @throws 403 */
  async read(who: SignedIn): Promise<PersonalDataExport> {
    if (who.viewer) throw notYet('VIEW_ONLY');
    const { whose, known } = await this.door.gate(async (manager) => {
      const found = await whoseRows(manager, who.personId);
      const sections = await sectionsOf(manager, 'gate', found);
      await note(manager, who, { act: 'EXPORT_DATA', subject: { kind: 'person', id: who.personId }, details: {} });
      return { whose: found, known: sections };
    });
    const worked = await this.door.audit((manager) => sectionsOf(manager, 'audit', whose));
    return { personId: who.personId, madeAt: new Date().toISOString(), sections: [...known, ...worked] };
  }
}

async function sectionsOf(
  manager: EntityManager,
  reader: TableMark['reader'],
  whose: Whose,
): Promise<PersonalDataSection[]> {
  const sections: PersonalDataSection[] = [];
  for (const [table, mark] of tablesOfPeople().filter(([, one]) => one.reader === reader)) {
    const { title = table, ground = '' } = tableWords[table] ?? {};
    sections.push({ table, title, ground, rows: await rowsOf(manager, table, mark, whose) });
  }
  return sections;
}

type Row = Record<string, unknown>;

/** Own rows whole, but of secrets only that they are there; of others' rows what the person did and to which thing. */
async function rowsOf(manager: EntityManager, table: MarkedTable, mark: TableMark, whose: Whose): Promise<Row[]> {
  const own = ownRows(mark, whose);
  const traced = tracedRows(mark, whose);
  const shown = [
    ...mark.personal.filter((column) => !mark.representatives?.includes(column)),
    ...mark.secret.map((column) => `${column} is not null as ${column}`),
  ];
  const mine = own
    ? await manager.query<Row[]>(`select ${shown.join(', ')} from ${table} where ${own.sql}`, [...own.values])
    : [];
  if (!traced) return mine;
  const me = `$${traced.values.length}::uuid`;
  // Who else stands in the row is nobody's business here.
  const told = [
    ...(mark.told ?? []),
    ...mark.traces.map((column) => `case when ${column} = ${me} then ${column} end as ${column}`),
  ];
  const others = await manager.query<Row[]>(`select ${told.join(', ')} from ${table} where ${traced.sql}`, [
    ...traced.values,
  ]);
  return [...mine, ...others];
}
