import type { CallListItem, CallPhase, CallResponse, SheetResponse } from '@zit/contracts';
import { CALL_FORM, checkCall, phaseOf, readSheet, unreadPaths, type CallFinding, type RuleSet } from '@zit/domain';
import type { EntityManager } from 'typeorm';
import { callFiles, filesSha256 } from '../call-attachment/call-attachment-rows';
import { withoutPaths } from '../call-attachment/published-files';
import type { SheetService } from '../sheet/sheet.service';
import { newestEdition, readEditions, type CallContents } from './edition';
import type { CallRecord } from './open-call';

/** What the public would say of it at that moment. */
export function phaseNow({ state, opensAt, deadlineAt, now }: Omit<CallRecord, 'municipality'>): CallPhase {
  if (state === 'DRAFT' || opensAt === null || deadlineAt === null) return 'DRAFT';
  return phaseOf({ opensAt, closesAt: deadlineAt, annulled: state === 'ANNULLED' }, now);
}

/** A call as lists show it. */
export function listItem(call: CallRecord): CallListItem {
  const { id, number, title, teryt, municipality, state, opensAt, deadlineAt, slug, updatedAt } = call;
  return {
    id,
    number,
    title,
    teryt,
    municipality,
    state,
    phase: phaseNow(call),
    opensAt,
    deadlineAt,
    slug,
    updatedAt,
  };
}

/** The call for who works on it: what stands in the way of publishing it, and what was published. */
export async function readCall(manager: EntityManager, sheets: SheetService, call: CallRecord): Promise<CallResponse> {
  const sheet = await sheets.read(manager, call.id, 0);
  const ruleSets = await readRuleSets(manager);
  const writing = call.state === 'DRAFT' || call.state === 'ANNEX';
  const published = call.state === 'ANNEX' ? ((await newestEdition(manager, call.id))?.contents ?? null) : null;
  const editions = await readEditions(manager, call.id);
  const attachments = writing ? await callFiles(manager, call.id) : withoutPaths(editions.at(-1)?.attachments ?? []);
  return {
    ...listItem(call),
    findings: writing ? findingsOf(call, valuesOf(sheet), ruleSets, published) : [],
    setAside: writing ? await setAside(manager, call.id) : 0,
    checkedRev: sheet.rev,
    attachments,
    attachmentsSha256: filesSha256(attachments),
    editions,
    ruleSets: ruleSets.map(({ version }) => version),
    serverTime: call.now,
  };
}

/** Words that collided and are not in the text: who publishes should know that they are there. */
async function setAside(manager: EntityManager, id: string): Promise<number> {
  const [{ count }] = await manager.query<[{ count: number }]>(
    `select count(distinct c.path)::int as count from sheet_change c
     where c.sheet_id = $1 and c.set_aside
       and c.changed_at > coalesce((select max(e.published_at) from call_edition e where e.call_id = $1), '-infinity')
       and not exists (select from sheet_field f where f.sheet_id = c.sheet_id and f.path = c.path and f.rev > c.rev)`,
    [id],
  );
  return count;
}

/** Everything that the rules say of these values at this moment. */
export const findingsOf = (
  { teryt, now }: Pick<CallRecord, 'teryt' | 'now'>,
  values: Parameters<typeof unreadPaths>[1],
  ruleSets: readonly RuleSet[],
  published: CallContents | null,
): CallFinding[] =>
  checkCall(readSheet(CALL_FORM, values), {
    now,
    teryt,
    unread: unreadPaths(CALL_FORM, values),
    ruleSets,
    edition: published ? 'ANNEX' : 'NOTICE',
    published,
  });

export const valuesOf = ({ fields }: SheetResponse): Parameters<typeof unreadPaths>[1] =>
  Object.fromEntries(fields.map(({ path, value }) => [path, value]));

/** Newest first. */
export async function readRuleSets(manager: EntityManager): Promise<RuleSet[]> {
  const rows = await manager.query<{ rules: RuleSet }[]>(
    'select rules from rule_set order by published_at desc, version desc',
  );
  return rows.map(({ rules }) => rules);
}
