import type { FindDuplicates, DuplicateResponse, OrganisationListItem } from '@zit/contracts';
import { nameKey, parseKrs, parseNip, parseRegon } from '@zit/domain';
import type { EntityManager } from 'typeorm';
import { LIST_COLUMNS } from './organisation-list';

/** Trigram similarity from which two names are worth a look; below it lists fill with mere „stowarzyszenia”. */
const SIMILAR = 0.5;
const MOST = 5;

type Certain = DuplicateResponse['certain'][number];

/**
 * Organisations that may be the one that is being entered: for certain (an equal identifier of a legal person,
 * where nine digits of a REGON decide) or likely (a similar name).
 */
export async function findDuplicates(manager: EntityManager, query: FindDuplicates): Promise<DuplicateResponse> {
  const certain = await sameLegalPerson(manager, query);
  const likely = await similarName(manager, query, certain);
  return { certain, likely };
}

/** Organisations with an equal identifier; units without legal personality do not count. */
export async function sameLegalPerson(manager: EntityManager, query: FindDuplicates): Promise<Certain[]> {
  const nip = valueOf(parseNip(query.nip ?? ''));
  const regon = valueOf(parseRegon(query.regon ?? ''))?.slice(0, 9) ?? null;
  const krs = valueOf(parseKrs(query.krs ?? ''));
  if (!nip && !regon && !krs) return [];
  return manager.query<Certain[]>(
    `select ${LIST_COLUMNS}, array_remove(array[
        case when o.nip = $1 then 'nip' end, case when left(o.regon, 9) = $2 then 'regon' end,
        case when o.krs = $3 then 'krs' end], null) as by
     from organisation o left join municipality m on m.teryt = o.teryt
     where o.unit_of_id is null and (o.nip = $1 or left(o.regon, 9) = $2 or o.krs = $3)
       and o.id is distinct from $4
     order by o.name collate "pl-x-icu", o.id limit ${MOST}`,
    [nip, regon, krs, query.exceptId ?? null],
  );
}

async function similarName(
  manager: EntityManager,
  query: FindDuplicates,
  certain: readonly Certain[],
): Promise<OrganisationListItem[]> {
  const key = nameKey(query.name ?? '');
  if (key.length < 3) return [];
  return manager.query<OrganisationListItem[]>(
    `select ${LIST_COLUMNS} from organisation o left join municipality m on m.teryt = o.teryt
     where o.name_key % $1 and similarity(o.name_key, $1) >= $2 and o.id is distinct from $3 and o.id <> all($4::uuid[])
     order by similarity(o.name_key, $1) desc, o.id limit ${MOST}`,
    [key, SIMILAR, query.exceptId ?? null, certain.map((one) => one.id)],
  );
}

const valueOf = (parsed: ReturnType<typeof parseNip>): string | null => (parsed.ok ? parsed.value : null);
