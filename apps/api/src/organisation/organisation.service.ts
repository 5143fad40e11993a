import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type {
  ChangeOrganisation,
  CreateOrganisation,
  DuplicateQuery,
  DuplicateResponse,
  FieldError,
  OrganisationFields,
  OrganisationPage,
  OrganisationQuery,
  OrganisationResponse,
} from '@zit/contracts';
import { nameKey, organisationEditing, type OrganisationStanding } from '@zit/domain';
import { organisationActWords } from '@zit/words.pl/organisation-acts';
import { DataSource, type EntityManager } from 'typeorm';
import { guardedUpdate } from '../database/guarded-update';
import { mergeChange } from '../database/merge-change';
import { inTransaction } from '../database/transaction';
import { duplicate, forbidden, notFound, stale, validation } from '../http/problem-error';
import type { SignedIn } from '../http/signed-in';
import { findDuplicates } from './organisation-duplicates';
import { keptFields } from './organisation-fields';
import { listOrganisations } from './organisation-list';
import { OrganisationRow } from './organisation.row';

/** The register of organisations: everybody who is signed in reads it, few may change an entry. */
@Injectable()
export class OrganisationService {
  constructor(private readonly dataSource: DataSource) {}

  list(query: OrganisationQuery): Promise<OrganisationPage> {
    return listOrganisations(this.dataSource, query);
  }

  duplicates(query: DuplicateQuery): Promise<DuplicateResponse> {
    return findDuplicates(this.dataSource.manager, query);
  }

  read(who: SignedIn, id: string): Promise<OrganisationResponse> {
    return answer(this.dataSource.manager, who, id);
  }

  async create(who: SignedIn, given: CreateOrganisation): Promise<OrganisationResponse> {
    const { fields, errors } = keptFields(given, '');
    if (errors.length > 0) throw validation(errors);
    return inTransaction(this.dataSource, async (manager) => {
      await refuseUnitOfUnit(manager, fields.unitOfId, '');
      if (!fields.unitOfId) await refuseDuplicate(manager, fields);
      const id = randomUUID();
      const { name, sector, representation = [], ...rest } = columnsOf(fields);
      await manager.insert(OrganisationRow, {
        ...rest,
        id,
        name,
        nameKey: nameKey(name ?? ''),
        sector,
        representation,
        version: 1,
        createdBy: who.personId,
      });
      return answer(manager, who, id);
    });
  }

  async change(who: SignedIn, id: string, given: ChangeOrganisation): Promise<OrganisationResponse> {
    const { fields, errors } = keptFields(given.changes, '/changes');
    if (errors.length > 0) throw validation(errors);
    return inTransaction(this.dataSource, async (manager) => {
      const row = await manager.findOne(OrganisationRow, { where: { id }, lock: { mode: 'pessimistic_write' } });
      if (!row) throw notFound();
      const { edit, reason } = await editing(manager, who, row);
      if (!edit) throw forbidden(reason ?? undefined);
      const { changed, conflicts } = mergeChange<OrganisationFields>(row, { ...given, changes: fields });
      if (conflicts.length > 0) throw stale(conflicts, await answer(manager, who, id));
      await refuseUnitOfUnit(manager, changed.unitOfId, '/changes');
      if (Object.keys(changed).length > 0)
        await guardedUpdate(manager, OrganisationRow, row, {
          ...columnsOf(changed),
          ...(changed.name === undefined ? {} : { nameKey: nameKey(changed.name) }),
          updatedAt: () => 'now()',
        });
      return answer(manager, who, id);
    });
  }
}

/** The fields by name, never the body as it came. */
const columnsOf = (fields: Partial<OrganisationFields>) => ({
  name: fields.name,
  legalForm: fields.legalForm,
  sector: fields.sector,
  nip: fields.nip,
  regon: fields.regon,
  krs: fields.krs,
  unitOfId: fields.unitOfId,
  address: fields.address,
  teryt: fields.teryt,
  email: fields.email,
  phone: fields.phone,
  electronicDeliveryAddress: fields.electronicDeliveryAddress,
  bankAccount: fields.bankAccount,
  representation: fields.representation,
});

async function answer(manager: EntityManager, who: SignedIn, id: string): Promise<OrganisationResponse> {
  const [found] = await manager.query<(OrganisationResponse & OrganisationStanding)[]>(
    `select o.id, o.version, o.name, o.sector, o.legal_form as "legalForm", o.nip, o.regon, o.krs, o.teryt,
            m.name as municipality, o.unit_of_id as "unitOfId", u.name as "unitOfName", o.address, o.email, o.phone,
            o.electronic_delivery_address as "electronicDeliveryAddress", o.bank_account as "bankAccount",
            o.representation, o.created_by as "createdBy",
            exists (select from role_grant g where g.organisation_id = o.id) as "hasOwnPeople"
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

async function editing(manager: EntityManager, who: SignedIn, row: OrganisationRow) {
  const [people] = await manager.query<{ found: boolean }[]>(
    'select exists (select from role_grant where organisation_id = $1) as found',
    [row.id],
  );
  return mayEdit(who, { ...row, hasOwnPeople: people?.found ?? false });
}

function mayEdit(who: SignedIn, organisation: OrganisationStanding): OrganisationResponse['may'] {
  const { edit, reason } = organisationEditing(who.grants, who.personId, organisation);
  return { edit, reason: reason && organisationActWords.mayNotEdit[reason] };
}

async function refuseUnitOfUnit(
  manager: EntityManager,
  unitOfId: string | null | undefined,
  at: string,
): Promise<void> {
  if (!unitOfId) return;
  const [parent] = await manager.query<{ unitOfId: string | null }[]>(
    'select unit_of_id as "unitOfId" from organisation where id = $1',
    [unitOfId],
  );
  if (parent?.unitOfId) throw validation([{ pointer: `${at}/unitOfId`, message: organisationActWords.unitOfUnit }]);
}

/** Says which organisation it is, before the unique index would only say that there is one. */
async function refuseDuplicate(manager: EntityManager, fields: OrganisationFields): Promise<void> {
  const { nip, regon, krs } = fields;
  const { certain } = await findDuplicates(manager, {
    nip: nip ?? undefined,
    regon: regon ?? undefined,
    krs: krs ?? undefined,
  });
  const errors: FieldError[] = certain.flatMap((one) =>
    one.by.map((field) => ({ pointer: `/${field}`, message: organisationActWords.alreadyThere(one.name) })),
  );
  if (errors.length > 0) throw duplicate(errors);
}
