import type { OrganisationListItem, OrganisationPage, OrganisationQuery } from '@zit/contracts';
import { nameKey } from '@zit/domain';
import type { EntityManager } from 'typeorm';
import { readCursor, writeCursor } from '../http/cursor';

/** The columns of a list item, for `organisation o left join municipality m`. */
export const LIST_COLUMNS = `o.id, o.name, o.sector, o.legal_form as "legalForm", o.nip, o.regon, o.krs, o.teryt,
  m.name as municipality`;

const PAGE = 25;

/**
 * One page of the register in Polish alphabetical order, one query however large the register is: the cursor is
 * the last name and id, never an offset.
 */
export async function listOrganisations(manager: EntityManager, query: OrganisationQuery): Promise<OrganisationPage> {
  const limit = query.limit ?? PAGE;
  const { where, values } = conditions(query);
  const items = await manager.query<OrganisationListItem[]>(
    `select ${LIST_COLUMNS} from organisation o left join municipality m on m.teryt = o.teryt
     ${where.length > 0 ? `where ${where.join(' and ')}` : ''}
     order by o.name collate "pl-x-icu", o.id limit ${limit + 1}`,
    values,
  );
  const more = items.length > limit;
  const page = more ? items.slice(0, limit) : items;
  const last = page.at(-1);
  return { items: page, next: more && last ? writeCursor([last.name, last.id]) : null };
}

function conditions(query: OrganisationQuery): { where: string[]; values: unknown[] } {
  const where: string[] = [];
  const values: unknown[] = [];
  const value = (given: unknown): string => `$${values.push(given)}`;
  if (query.search?.trim()) where.push(searchCondition(query.search, value));
  if (query.sector) where.push(`o.sector = ${value(query.sector)}`);
  if (query.teryt) where.push(`o.teryt = ${value(query.teryt)}`);
  if (query.after) {
    const [name, id] = readCursor(query.after, 2);
    where.push(`(o.name collate "pl-x-icu", o.id) > (${value(name)} collate "pl-x-icu", ${value(id)}::uuid)`);
  }
  return { where, values };
}

/** Part of the name without regard to case, diacritics and marks, or the beginning of a NIP, REGON or KRS. */
function searchCondition(search: string, value: (given: unknown) => string): string {
  const byName = nameKey(search)
    .split(' ')
    .flatMap((word) => (word ? [`o.name_key like ${value(`%${word}%`)}`] : []));
  const digits = search.replaceAll(/[\s\p{Pd}.]/gu, '').replace(/^PL/i, '');
  const byNumber = /^\d{3,14}$/.test(digits) ? numberConditions(digits, value) : [];
  const any = [...(byName.length > 0 ? [`(${byName.join(' and ')})`] : []), ...byNumber];
  return any.length > 0 ? `(${any.join(' or ')})` : 'false';
}

/** Leading zeros of a KRS are often left out. */
function numberConditions(digits: string, value: (given: unknown) => string): string[] {
  const beginning = value(`${digits}%`);
  const padded = value(digits.slice(0, 10).padStart(10, '0'));
  return [`o.nip like ${beginning}`, `o.regon like ${beginning}`, `o.krs like ${beginning}`, `o.krs = ${padded}`];
}
