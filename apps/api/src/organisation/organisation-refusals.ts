import type { FieldError, OrganisationFields } from '@zit/contracts';
import { organisationActWords } from '@zit/words.pl/organisation-acts';
import type { EntityManager } from 'typeorm';
import { duplicate, validation } from '../http/problem-error';
import { sameLegalPerson } from './organisation-duplicates';

/** Units hang on legal persons: neither is the parent a unit itself, nor has the new unit units of its own. */
export async function refuseUnitOfUnit(
  manager: EntityManager,
  unitOfId: string | null | undefined,
  at: string,
  id: string | null,
): Promise<void> {
  if (!unitOfId) return;
  // Held to the end, so that nobody makes a unit of it between this question and our answer.
  await manager.query('select hold_organisation($1)', [unitOfId]);
  const [chain] = await manager.query<{ found: boolean }[]>(
    `select exists (select from organisation where id = $1 and unit_of_id is not null)
         or exists (select from organisation where unit_of_id = $2) as found`,
    [unitOfId, id],
  );
  if (chain?.found) throw validation([{ pointer: `${at}/unitOfId`, message: organisationActWords.unitOfUnit }]);
}

/** Says which organisation it is, before the unique index would only say that there is one. */
export async function refuseDuplicate(
  manager: EntityManager,
  fields: OrganisationFields,
  at: string,
  id: string | null,
): Promise<void> {
  const { nip, regon, krs } = fields;
  const numbers = { nip: nip ?? undefined, regon: regon ?? undefined, krs: krs ?? undefined };
  const certain = await sameLegalPerson(manager, { ...numbers, exceptId: id ?? undefined });
  const errors: FieldError[] = certain.flatMap((one) =>
    one.by.map((field) => ({ pointer: `${at}/${field}`, message: organisationActWords.alreadyThere(one.name) })),
  );
  if (errors.length > 0) throw duplicate(errors);
}
