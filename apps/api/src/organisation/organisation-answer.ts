import type { OrganisationResponse } from '@zit/contracts';
import { organisationEditing, type OrganisationStanding } from '@zit/domain';
import { organisationActWords } from '@zit/words.pl/organisation-acts';
import type { EntityManager } from 'typeorm';
import { notFound } from '../http/problem-error';
import type { SignedIn } from '../http/signed-in';
import type { OrganisationRow } from './organisation.row';

/** One organisation as the person who asks sees it; one query. @throws 404 */
export async function answer(manager: EntityManager, who: SignedIn, id: string): Promise<OrganisationResponse> {
  const [found] = await manager.query<(OrganisationResponse & OrganisationStanding)[]>(
    `select o.id, o.version, o.name, o.sector, o.legal_form as "legalForm", o.nip, o.regon, o.krs, o.teryt,
            m.name as municipality, o.unit_of_id as "unitOfId", u.name as "unitOfName", o.address, o.email, o.phone,
            o.electronic_delivery_address as "electronicDeliveryAddress", o.bank_account as "bankAccount",
            o.representation, o.created_by as "createdBy",
            organisation_has_people(o.id) as "hasOwnPeople"
     from organisation o
     left join municipality m on m.teryt = o.teryt
     left join organisation u on u.id = o.unit_of_id
     where o.id = $1`,
    [id],
  );
  if (!found) throw notFound();
  const { createdBy, hasOwnPeople, ...organisation } = found;
  return { ...organisation, may: mayEdit(who, { ...organisation, createdBy, hasOwnPeople }) };
}

/** May this person change the entry? With the sentence that says why not. */
export async function editing(manager: EntityManager, who: SignedIn, row: OrganisationRow) {
  const [people] = await manager.query<{ found: boolean }[]>('select organisation_has_people($1) as found', [row.id]);
  return mayEdit(who, { ...row, hasOwnPeople: people?.found ?? false });
}

function mayEdit(who: SignedIn, organisation: OrganisationStanding): OrganisationResponse['may'] {
  const { edit, reason } = organisationEditing(who.grants, who.personId, organisation, who.viewer);
  return { edit, reason: reason && organisationActWords.mayNotEdit[reason] };
}
