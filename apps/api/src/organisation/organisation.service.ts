import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type {
  ChangeOrganisation,
  CreateOrganisation,
  FindDuplicates,
  DuplicateResponse,
  OrganisationFields,
  OrganisationPage,
  OrganisationQuery,
  OrganisationResponse,
} from '@zit/contracts';
import { nameKey } from '@zit/domain';
import { Door } from '../database/door';
import { guardedUpdate } from '../database/guarded-update';
import { mergeChange } from '../database/merge-change';
import { forbidden, notFound, stale, validation } from '../http/problem-error';
import type { SignedIn } from '../http/signed-in';
import { fieldChanges } from '../journal/changes';
import { note } from '../journal/note';
import { answer, editing } from './organisation-answer';
import { findDuplicates } from './organisation-duplicates';
import { keptFields } from './organisation-fields';
import { listOrganisations } from './organisation-list';
import { refuseDuplicate, refuseUnitOfUnit } from './organisation-refusals';
import { OrganisationRow } from './organisation.row';

/** The register of organisations: everybody who is signed in reads it, few may change an entry. */
@Injectable()
export class OrganisationService {
  constructor(private readonly door: Door) {}

  list(who: SignedIn, query: OrganisationQuery): Promise<OrganisationPage> {
    return this.door.read(who, (manager) => listOrganisations(manager, query));
  }

  duplicates(who: SignedIn, query: FindDuplicates): Promise<DuplicateResponse> {
    return this.door.read(who, (manager) => findDuplicates(manager, query));
  }

  read(who: SignedIn, id: string): Promise<OrganisationResponse> {
    return this.door.read(who, (manager) => answer(manager, who, id));
  }

  async create(who: SignedIn, given: CreateOrganisation): Promise<OrganisationResponse> {
    const { fields, errors } = keptFields(given, '');
    if (errors.length > 0) throw validation(errors);
    return this.door.write(who, async (manager) => {
      await refuseUnitOfUnit(manager, fields.unitOfId, '', null);
      if (!fields.unitOfId) await refuseDuplicate(manager, fields, '', null);
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
      const known = Object.entries({ name, sector, representation, ...rest }).filter(([, value]) => value != null);
      const changes = fieldChanges({}, Object.fromEntries(known), PERSONAL);
      await note(manager, who, {
        act: 'CREATE_ORGANISATION',
        subject: { kind: 'organisation', id },
        details: {},
        changes,
      });
      return answer(manager, who, id);
    });
  }

  async change(who: SignedIn, id: string, given: ChangeOrganisation): Promise<OrganisationResponse> {
    const { fields, errors } = keptFields(given.changes, '/changes');
    if (errors.length > 0) throw validation(errors);
    return this.door.write(who, async (manager) => {
      // Locked for whoever may change it; the right is asked after the lock.
      await manager.query('select from organisation where id = $1 for update', [id]);
      const row = await manager.findOneBy(OrganisationRow, { id });
      if (!row) throw notFound();
      const { edit, reason } = await editing(manager, who, row);
      if (!edit) throw forbidden(reason ?? undefined);
      const { changed, conflicts } = mergeChange<OrganisationFields>(row, { ...given, changes: fields });
      if (conflicts.length > 0) throw stale(conflicts, await answer(manager, who, id));
      const names = Object.keys(changed);
      if (names.length === 0) return answer(manager, who, id);
      await refuseUnitOfUnit(manager, changed.unitOfId, '/changes', id);
      const after = { ...row, ...changed };
      if (!after.unitOfId) await refuseDuplicate(manager, changed, '/changes', id);
      await guardedUpdate(manager, OrganisationRow, row, {
        ...columnsOf(changed),
        ...(changed.name === undefined ? {} : { nameKey: nameKey(changed.name) }),
        updatedAt: () => 'now()',
      });
      const subject = { kind: 'organisation', id } as const;
      const changes = fieldChanges(row, changed, PERSONAL);
      await note(manager, who, { act: 'CHANGE_ORGANISATION', subject, details: { fields: names }, changes });
      return answer(manager, who, id);
    });
  }
}

/** Fields that may say something of a person: who represents, how to reach them. */
const PERSONAL = ['representation', 'email', 'phone'];

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
