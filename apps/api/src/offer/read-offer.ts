import type {
  MemberResponse,
  OfferAttachment,
  OfferCall,
  OfferCorrection,
  OfferElsewhere,
  OfferMe,
  OfferMember,
  OfferPaper,
  OfferResponse,
} from '@zit/contracts';
import { isLocalGovernment, offerPart, phaseOf, type OfferAbout, type OfferStanding, type RuleSet } from '@zit/domain';
import type { EntityManager } from 'typeorm';
import type { Frozen } from '../call/edition';
import type { Actor } from '../consortium/actor';
import { readMembers } from '../consortium/read-consortium';
import { utc } from '../database/instant-text';
import { notFound } from '../http/problem-error';
import type { OfferRecord } from './open-offer';

// What the newest edition says holds; its deadline stands in the call as well.
const CALL = `
  select c.id, c.slug, c.state, c.teryt, m.name as municipality, ${utc('c.opens_at')} as "opensAt",
    ${utc('c.deadline_at')} as "deadlineAt", ${utc('clock_timestamp()')} as now, e.sha256, e.contents,
    (select rules from rule_set where version = e.contents::json #>> '{contents,rules,ruleSet}') as "ruleSet"
  from call c join municipality m on m.teryt = c.teryt
  cross join lateral (select sha256, contents from call_edition where call_id = c.id order by no desc limit 1) e
  where c.id = any ($1)`;

interface CallRow {
  id: string;
  slug: string;
  state: 'PUBLISHED' | 'ANNEX' | 'ANNULLED';
  teryt: string;
  municipality: string;
  opensAt: string;
  deadlineAt: string;
  now: string;
  sha256: string;
  contents: string;
  ruleSet: RuleSet;
}

/** The call of an offer as its newest edition has it. @throws 404 */
export async function readOfferCall(manager: EntityManager, callId: string): Promise<OfferCall> {
  const call = (await readOfferCalls(manager, [callId])).get(callId);
  if (!call) throw notFound();
  return call;
}

/** Several calls in one query, by their ids. */
export async function readOfferCalls(manager: EntityManager, ids: readonly string[]): Promise<Map<string, OfferCall>> {
  const rows = await manager.query<CallRow[]>(CALL, [ids]);
  return new Map(rows.map((row) => [row.id, callOf(row)]));
}

function callOf(row: CallRow): OfferCall {
  const { id, slug, teryt, municipality, opensAt, deadlineAt, sha256, ruleSet } = row;
  const { number, edition, contents } = JSON.parse(row.contents) as Frozen;
  const { title, capGrosze, periodFrom, periodTo, legalRegime, memberSectors } = contents.basics;
  return {
    ...{
      id,
      slug,
      number,
      title: title ?? '',
      municipality,
      teryt,
      phase: phaseOf({ opensAt, closesAt: deadlineAt, annulled: row.state === 'ANNULLED' }, row.now),
      opensAt,
      deadlineAt,
    },
    ...{ edition, sha256, admitsLate: contents.deadline.admitsLate ?? false },
    ...{ capGrosze, periodFrom, periodTo, legalRegime, memberSectors: [...(memberSectors ?? [])], ruleSet },
  };
}

// The organisation acted for may sit in competing consortia; whoever has no hat of it is told of none (Q19).
const BESIDE = `
  select o.id,
    (select coalesce(json_agg(json_build_object('id', id, 'member', member_id, 'name', name, 'about', about,
        'mediaType', media_type, 'size', size, 'sha256', sha256, 'addedAt', ${utc('added_at')}) order by added_at, id), '[]')
      from offer_attachment where offer_id = o.id and state = 'STORED') as attachments,
    (select coalesce(json_agg(json_build_object('documentId', d.id, 'kind', d.kind, 'number', d.number,
        'sha256', f.sha256, 'issuedOn', d.date) order by d.kind, d.number), '[]')
      from document d join document_file f on f.document_id = d.id and f.format = 'pdf'
      where d.consortium_id = o.consortium_id and d.status = 'ISSUED' and d.kind in ('LETTER_OF_INTENT', 'LETTER_OF_CONFIRMATION'))
      as papers,
    (select coalesce(json_agg(json_build_object('id', x.id, 'consortium', k.title, 'leads', m.role = 'LEADER')
        order by k.title, x.id), '[]')
      from member m join consortium k on k.id = m.consortium_id join offer x on x.consortium_id = k.id
      where m.organisation_id = $2 and m.left_at is null and x.call_id = o.call_id and x.id <> o.id
        and x.state <> 'WITHDRAWN') as elsewhere,
    (select json_build_object('id', q.id, 'sentAt', ${utc('q.sent_at')}, 'dueOn', q.due_on,
        'closesAt', ${utc('correction_ends(o.id)')}, 'receiptNumber', q.receipt_number, 'items', q.items,
        'fields', q.fields, 'shut', correction_shut(o.id, clock_timestamp()), 'answer', a.receipt_number)
      from cure q left join cure_answer a on a.cure_id = q.id where q.offer_id = o.id) as correction
  from offer o where o.id = any ($1)`;

interface Beside {
  attachments: OfferAttachment[];
  papers: OfferPaper[];
  elsewhere: OfferElsewhere[];
  correction: OfferCorrection | null;
}

/** What hangs on several offers in one query, by their ids, and where else the organisation acted for competes. */
export async function readBeside(
  manager: EntityManager,
  who: Actor,
  ids: readonly string[],
): Promise<Map<string, Beside>> {
  const rows = await manager.query<(Beside & { id: string })[]>(BESIDE, [ids, who.actingFor]);
  return new Map(rows.map(({ id, ...beside }) => [id, beside]));
}

/** The offer with its call, its members and what hangs on it: three queries, whatever its size. */
export async function readOffer(manager: EntityManager, who: Actor, record: OfferRecord): Promise<OfferResponse> {
  const { id, state, title, consortiumId, consortium, updatedAt, now } = record;
  const call = await readOfferCall(manager, record.callId);
  const members = await readMembers(manager, consortiumId);
  const beside = (await readBeside(manager, who, [id])).get(id);
  if (!beside) throw notFound();
  const mine = members.find((member) => member.id === record.member);
  return {
    ...{ id, state, title, consortiumId, consortium, call },
    // Fields of a member change in the rooms of the consortium, under a version of their own.
    members: leaderFirst(members),
    me: meIn(who, record),
    loans: record.loans,
    ...beside,
    elsewhere: mine && isLocalGovernment(mine.sector) ? [] : beside.elsewhere,
    updatedAt,
    serverTime: now,
  };
}

export const leaderFirst = (members: readonly MemberResponse[]): OfferMember[] =>
  members
    .map(({ version: _, ...member }) => member)
    .sort((a, b) => Number(b.role === 'LEADER') - Number(a.role === 'LEADER'));

/** What the asking person is in the offer. */
export const meIn = (who: Actor, record: OfferStanding & Pick<OfferRecord, 'member'>): OfferMe => ({
  member: record.member,
  leads: who.actingFor !== null && record.leaderOrganisationIds.includes(who.actingFor),
  ...offerPart(who.grants, record),
});

/** What the rules of an offer need to know beside its sheet. `unread`: `unreadPaths` of its values. */
export const aboutOf = (
  { call, consortiumId, consortium, members, attachments, papers }: OfferResponse,
  unread: readonly string[] = [],
): OfferAbout => ({ call, consortium: { id: consortiumId, title: consortium }, members, attachments, papers, unread });
