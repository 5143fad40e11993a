import { randomUUID } from 'node:crypto';
import type { ConsortiumFacts } from '@zit/domain';
import type { EntityManager } from 'typeorm';
import { writePlan } from '../budget/write-plan';
import type { Actor } from '../consortium/actor';
import type { ConsortiumRecord } from '../consortium/read-consortium';

/** Writes what the offer says into the rooms of the consortium: all of it, in a few statements. */
export async function writeRooms(
  manager: EntityManager,
  who: Actor,
  before: ConsortiumRecord,
  after: ConsortiumFacts,
): Promise<void> {
  const json = JSON.stringify;
  await manager.query(
    `update consortium set version = version + 1, call_no = $2, legal_regime = $3, period_from = $4, period_to = $5,
       cap_grosze = $6, declared_total_grosze = $7, distinct_persons = $8, target_groups = $9, services = $10,
       service_points = $11, catalogue_additions = $12, updated_at = clock_timestamp(), updated_by = $13
     where id = $1`,
    [
      ...[before.id, after.centre.callNo, after.legalRegime, after.period?.from ?? null, after.period?.to ?? null],
      ...[after.capGrosze, after.declared.totalGrosze, after.distinctPersons, json(after.targetGroups)],
      ...[json(after.services), json(after.servicePoints), json(after.catalogueAdditions), who.personId],
    ],
  );
  await manager.query(
    `update member m set declared_cash_grosze = x.cash, declared_in_kind_grosze = x.kind, version = m.version + 1,
       similar_projects_3y = x.projects, turnover_grosze = x.turnover
     from unnest($2::uuid[], $3::bigint[], $4::bigint[], $5::int[], $6::bigint[]) x(id, cash, kind, projects, turnover)
     where m.consortium_id = $1 and m.id = x.id
       and (m.declared_cash_grosze, m.declared_in_kind_grosze, m.similar_projects_3y, m.turnover_grosze)
         is distinct from (x.cash, x.kind, x.projects, x.turnover)`,
    [
      before.id,
      after.members.map(({ id }) => id),
      after.members.map(({ declaredCashGrosze }) => declaredCashGrosze),
      after.members.map(({ declaredInKindGrosze }) => declaredInKindGrosze),
      after.members.map(({ similarProjects3y }) => similarProjects3y),
      after.members.map(({ turnoverGrosze }) => turnoverGrosze),
    ],
  );
  const added = (after.lines ?? []).map(({ no: _, ...line }) => ({ ...line, id: randomUUID(), version: 1 }));
  await writePlan(manager, before.id, {
    ...{ added, changed: [], removed: before.lines.map(({ id }) => id), order: added.map(({ id }) => id) },
    ...{ reordered: false, faults: [], conflicts: [] },
  });
}
