import type { BudgetLineResponse, ConsortiumResponse, MemberResponse } from '@zit/contracts';
import { lineNo } from '@zit/domain';
import type { EntityManager } from 'typeorm';
import { notFound } from '../http/problem-error';

/** A consortium as it stands, without the answer to what the asking person may do. */
export type ConsortiumRecord = Omit<ConsortiumResponse, 'may'>;

// PostgreSQL writes the JSON: whole grosze, plain dates and numbers arrive as the domain speaks them.
const CARD = `json_build_object(
    'id', c.id, 'version', c.version, 'localCentreId', c.local_centre_id, 'title', c.title,
    'centre', json_build_object(
      'teryt', c.teryt, 'municipality', municipality.name, 'name', local_centre.name, 'callNo', c.call_no),
    'periodFrom', c.period_from, 'periodTo', c.period_to,
    'legalRegime', c.legal_regime, 'capGrosze', c.cap_grosze,
    'declared', json_build_object('totalGrosze', c.declared_total_grosze, 'zitGrosze', null, 'ownGrosze', null),
    'services', c.services, 'targetGroups', c.target_groups, 'distinctPersons', c.distinct_persons,
    'servicePoints', c.service_points, 'catalogueAdditions', c.catalogue_additions,
    'letterOfIntentSignedOn', c.letter_of_intent_signed_on, 'ruleSet', rule_set.rules,
    'updatedAt', to_char(c.updated_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), 'updatedBy', person.name)`;

const membersOf = (consortium: string): string => `
  select coalesce(json_agg(json_build_object(
    'id', m.id, 'version', m.version, 'organisationId', o.id, 'name', o.name, 'sector', o.sector, 'role', m.role,
    'legalForm', o.legal_form, 'nip', o.nip, 'regon', o.regon, 'krs', o.krs, 'unitOfNip', whole.nip,
    'address', o.address, 'seatTeryt', o.teryt, 'email', o.email, 'phone', o.phone,
    'representation', o.representation, 'tasks', m.tasks, 'similarProjects3y', m.similar_projects_3y,
    'turnoverGrosze', m.turnover_grosze, 'votes', m.votes, 'declaredCashGrosze', m.declared_cash_grosze,
    'declaredInKindGrosze', m.declared_in_kind_grosze) order by m.position, m.id), '[]') as members
  from member m
  join organisation o on o.id = m.organisation_id
  left join organisation whole on whole.id = o.unit_of_id
  where m.consortium_id = ${consortium} and m.left_at is null`;

const LINES = `
  select coalesce(json_agg(json_build_object(
    'id', id, 'version', version, 'category', category, 'area', area, 'item', item, 'member', member_id,
    'source', source, 'unit', unit, 'quantity', quantity, 'unitPriceGrosze', unit_price_grosze,
    'amountGrosze', amount_grosze, 'valuation', valuation, 'justification', justification) order by position), '[]') as lines
  from budget_line where consortium_id = $1`;

// One statement is one snapshot: card, members and lines belong to the same moment.
const WHOLE = `
  select ${CARD} as card, (${membersOf('$1')}) as members, (${LINES}) as lines
  from consortium c
  join local_centre on local_centre.id = c.local_centre_id
  join municipality on municipality.teryt = c.teryt
  join rule_set on rule_set.version = c.rule_set_version
  left join person on person.id = c.updated_by
  where c.id = $1`;

type Card = Omit<ConsortiumRecord, 'members' | 'lines' | 'period'>;
type Line = Omit<BudgetLineResponse, 'no'>;

/** The whole consortium in one query, whatever its size. */
export async function readConsortium(manager: EntityManager, id: string): Promise<ConsortiumRecord> {
  const [row] = await manager.query<{ card: Card; members: MemberResponse[]; lines: Line[] }[]>(WHOLE, [id]);
  if (!row) throw notFound();
  const { periodFrom, periodTo } = row.card;
  const period = periodFrom && periodTo ? { from: periodFrom, to: periodTo } : null;
  return { ...row.card, period, members: row.members, lines: numbered(row.lines) };
}

export async function readMembers(manager: EntityManager, consortiumId: string): Promise<MemberResponse[]> {
  return (await readMembersOfAll(manager, [consortiumId])).get(consortiumId) ?? [];
}

/** Members of several consortia in one query, by the consortium's id. */
export async function readMembersOfAll(
  manager: EntityManager,
  consortiumIds: readonly string[],
): Promise<Map<string, MemberResponse[]>> {
  const rows = await manager.query<{ id: string; members: MemberResponse[] }[]>(
    `select c.id, (${membersOf('c.id')}) as members from unnest($1::uuid[]) c (id)`,
    [consortiumIds],
  );
  return new Map(rows.map(({ id, members }) => [id, members]));
}

export async function readLines(manager: EntityManager, consortiumId: string): Promise<BudgetLineResponse[]> {
  const [row] = await manager.query<{ lines: Line[] }[]>(LINES, [consortiumId]);
  return numbered(row?.lines ?? []);
}

/** A line's number is its place. */
export const numbered = (lines: readonly Line[]): BudgetLineResponse[] =>
  lines.map(({ id, version, ...line }, index) => ({ id, version, no: lineNo(index), ...line }));
