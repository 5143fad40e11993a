import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { CallResponse, ConsortiumResponse, FreezeResult, RankingPreview, ResultVersions } from '@zit/contracts';
import { canonicalJson, readRankingCase, type ConflictPolicy, type RankingCall } from '@zit/domain';
import { sopotCase } from '@zit/sample';
import { build } from 'esbuild';
import { sha256 } from '../src/journal/sha256';
import { STABILITY_WORKER } from '../src/result/stability-pool';
import { publishedCall } from './calls';
import { seatIn } from './commissions';
import { plantOffer } from './handing-in';
import type { Answer, Caller, TestPortal } from './portal';
import { must, SOPOT_CENTRE } from './sopot';

const workspace = join(__dirname, '../../..');

/** Bundles the worker of stability as the real build does and lets the portal use it. Answers how to clean up. */
export async function useStabilityWorker(portal: TestPortal): Promise<() => void> {
  // Below node_modules, so that the packages outside the bundle are found from there.
  const folder = mkdtempSync(join(workspace, 'node_modules/.zit-stability-worker-'));
  const outfile = join(folder, 'stability-worker.mjs');
  await build({
    entryPoints: [join(workspace, 'apps/api/src/result/stability-worker.ts')],
    ...{ outfile, bundle: true, format: 'esm', platform: 'node', target: 'node24', packages: 'external' },
    tsconfig: join(workspace, 'tsconfig.base.json'),
    alias: {
      '@zit/domain': join(workspace, 'libs/domain/src/index.ts'),
      '@zit/words.pl': join(workspace, 'libs/domain/src/words.pl'),
    },
    logLevel: 'warning',
  });
  portal.app.get<{ file: string }>(STABILITY_WORKER).file = outfile;
  return () => rmSync(folder, { recursive: true, force: true });
}

/** The Sopot case (F.4): three offers that passed the formal check, four assessors and their cards. */
export interface ScoredCall {
  portal: TestPortal;
  administrator: Caller;
  call: CallResponse;
  /** Of the call's result. */
  root: string;
  /** Ids by the name of the case, and their names in the ranking. */
  offers: Record<string, string>;
  numbers: Record<string, string>;
  /** S1 is the chair. */
  assessors: Record<string, Caller>;
  secretary: Caller;
  preview(by?: Caller): Promise<RankingPreview>;
  /** Freezes what stands there now; offers on the line get a reason. */
  freeze(more?: Partial<FreezeResult>, by?: Caller): Promise<Answer<ResultVersions>>;
  /** Declares a conflict with an offer, past the routes. */
  conflict(assessor: string, offer: string): Promise<void>;
}

const root = '/api/v1';
const POINTS = ((): RankingCall => {
  const read = readRankingCase(sopotCase);
  if (!read.ok) throw new Error('the Sopot case cannot be read');
  return read.value;
})();

export interface Change {
  policy?: ConflictPolicy;
  ties?: readonly string[];
  /** Of each card, in the order of the criteria; left out: the case's. */
  points?: (offer: string, assessor: string, given: readonly number[]) => readonly number[];
  zitGrosze?: Record<string, number>;
  centres?: number;
}

/** All cards handed in, nobody in conflict yet. */
export async function scoredSopot(portal: TestPortal, change: Change = {}): Promise<ScoredCall> {
  const administrator = await portal.as({ role: 'ADMINISTRATOR' });
  const call = await publishedCall(administrator, {
    values: { 'rules.conflictPolicy': change.policy ?? 'WHOLE_CALL' },
  });
  await changeEdition(portal, call.id, change);
  const [offers, numbers] = [{}, {}] as Record<string, string>[];
  for (const [at, { offer, zitGrosze }] of POINTS.offers.entries()) {
    const planted = await plantReceived(portal, {
      ...{ administrator, call, no: at + 1, offer },
      zitGrosze: change.zitGrosze?.[offer] ?? zitGrosze,
      recommended: offer !== 'C',
    });
    Object.assign(offers ?? {}, { [offer]: planted.id });
    Object.assign(numbers ?? {}, { [offer]: planted.number });
  }
  await portal.dataSource.query(`update call set deadline_at = now() - interval '1 hour' where id = $1`, [call.id]);
  const assessors: Record<string, Caller> = {};
  for (const name of ['S1', 'S2', 'S3', 'S4']) {
    const office = name === 'S1' ? 'CHAIR' : 'MEMBER';
    const one = await portal.as({ role: name === 'S1' ? 'CHAIR' : 'ASSESSOR', name: `Oceniający ${name}` });
    await seatIn(portal, call.id, one, { office });
    assessors[name] = one;
  }
  const secretary = await portal.as({ role: 'ASSESSOR', name: 'Sekretarz komisji' });
  await seatIn(portal, call.id, secretary, { office: 'SECRETARY' });
  for (const { offer, assessor, points } of POINTS.cards) {
    const given = change.points?.(offer, assessor, points) ?? points;
    await plantCard(portal, call.id, offers?.[offer] ?? '', assessors[assessor]?.personId ?? '', given);
  }
  const result = `${root}/calls/${call.id}/result`;
  const chair = assessors['S1'] as Caller;
  const preview = async (by = chair) => must(await by.get<RankingPreview>(`${result}/ranking`));
  return {
    ...{
      portal,
      administrator,
      call,
      root: result,
      offers: offers ?? {},
      numbers: numbers ?? {},
      assessors,
      secretary,
    },
    preview,
    freeze: async (more = {}, by = chair) => {
      const { checked, commission } = await preview(chair);
      return by.post<ResultVersions>(`${result}/versions`, {
        ...{ id: randomUUID(), checked, place: 'Sopot', dissent: [], reasons: [] },
        beganAt: new Date(Date.now() - 3_600_000).toISOString(),
        endedAt: new Date(Date.now() - 60_000).toISOString(),
        present: commission.filter(({ office }) => office !== 'MEMBER').map(({ personId }) => personId),
        ...more,
      });
    },
    conflict: async (assessor, offer) => {
      const person = assessors[assessor]?.personId;
      await portal.dataSource.query(
        `insert into impartiality (id, call_id, person_id, kind, offer_id, reason, clause)
         values ($1, $2, $3, 'CONFLICT', $4, 'do 2014 r. skarbnik lidera', '1')`,
        [randomUUID(), call.id, person, offers?.[offer]],
      );
      await portal.dataSource.query('select work_out_bars($1, $2)', [call.id, person]);
    },
  };
}

/** The rules of the frozen call, as the case of a test wants them: the edition is put in again, past its guard. */
async function changeEdition({ dataSource }: TestPortal, callId: string, { ties, centres }: Change): Promise<void> {
  const [row] = await dataSource.query<[{ contents: string }]>('select contents from call_edition where call_id = $1', [
    callId,
  ]);
  const edition = JSON.parse(row.contents) as { contents: { rules: Record<string, unknown>; basics: object } };
  if (ties) edition.contents.rules['ties'] = ties.map((by) => ({ id: randomUUID(), by }));
  if (centres) Object.assign(edition.contents.basics, { centres });
  const text = canonicalJson(edition);
  await dataSource.transaction(async (manager) => {
    await manager.query('set local session_replication_role = replica');
    await manager.query('update call_edition set contents = $2, sha256 = $3 where call_id = $1', [
      ...[callId, text, sha256(text)],
    ]);
  });
}

interface Received {
  administrator: Caller;
  call: CallResponse;
  no: number;
  offer: string;
  zitGrosze: number;
  recommended: boolean;
}

/** An offer that was handed in and passed the formal check. */
async function plantReceived(
  portal: TestPortal,
  { administrator, call, no, offer, zitGrosze, recommended }: Received,
): Promise<{ id: string; number: string }> {
  const { dataSource } = portal;
  const title = `Oferta ${offer}`;
  const created = must(
    await administrator.post<ConsortiumResponse>(`${root}/consortia`, { title, localCentreId: SOPOT_CENTRE }),
  );
  const by = administrator.personId;
  const id = await plantOffer(portal, { callId: call.id, consortiumId: created.id, by });
  const [leader] = await dataSource.query<[{ id: string }]>(
    `insert into organisation (id, name, name_key, sector, created_by)
     values (gen_random_uuid(), $1, $2, 'NGO', $3) returning id`,
    [`Lider ${offer}`, `lider ${randomUUID()}`, by],
  );
  const contents = canonicalJson({
    consortium: { id: created.id, title },
    contents: { basics: { title }, budget: { lines: [{ source: 'ZIT', amountGrosze: zitGrosze }] } },
    members: [],
  });
  const number = `${call.number ?? ''}/${String(no).padStart(4, '0')}`;
  await dataSource.query('insert into offer_content (offer_id, sha256, contents) values ($1, $2, $3)', [
    ...[id, sha256(contents), contents],
  ]);
  await dataSource.query(
    `insert into offer_receipt (number, call_id, no, offer_id, kind, received_at, deadline_at, sha256, salt, receipt,
       receipt_sha256, leader_id, person_id, request_id, request_sha256)
     select $1, id, $3, $4, 'SUBMISSION', clock_timestamp(), deadline_at, $5, $6, '{}', $7, $8, $9, $10, $5 from call where id = $2`,
    [number, call.id, no, id, sha256(contents), '0'.repeat(64), sha256('{}'), leader.id, by, randomUUID()],
  );
  await dataSource.query('insert into offer_standing (offer_id, call_id, leader_id, number) values ($1, $2, $3, $4)', [
    ...[id, call.id, leader.id, number],
  ]);
  await dataSource.query(`update offer set state = 'SUBMITTED' where id = $1`, [id]);
  await dataSource.query(
    `insert into formal_card (offer_id, call_id, receipt_number, items, state, decided_at, decided_by)
     values ($1, $2, $3, '[]', 'PASSED', now(), $4)`,
    [id, call.id, number, by],
  );
  if (recommended)
    await dataSource.query(
      `insert into recommendation (id, offer_id, county, shown, asked_by, verdict, resolution_number, session_on,
         votes_for, votes_against, votes_abstained, excluded, reasons, resolved_by, resolved_at)
       values ($1, $2, '2264', '{}', $3, 'POSITIVE', '3/2015', current_date - 1, 7, 1, 0, 0, 'Rada zna tę pracę.', $3, now())`,
      [randomUUID(), id, by],
    );
  return { id, number };
}

/** A card as it was handed in; a further one of the same person and offer is its next version. */
export async function plantCard(
  { dataSource }: TestPortal,
  callId: string,
  offer: string,
  assessor: string,
  points: readonly number[],
): Promise<void> {
  const given = Object.fromEntries(POINTS.rules.criteria.map(({ code }, at) => [code, points[at] ?? 0]));
  const contents = canonicalJson({ offer, assessor, points: given, reasons: {} });
  const [card] = await dataSource.query<[{ id: string }]>(
    `insert into score_card (id, call_id, offer_id, person_id, state) values ($1, $2, $3, $4, 'HANDED_IN')
     on conflict (offer_id, person_id) do update set state = 'HANDED_IN' returning id`,
    [randomUUID(), callId, offer, assessor],
  );
  await dataSource.query(
    `insert into score_version (card_id, no, rev, person_id, contents, sha256, reason, request_id)
     select $1, n, n, $2, $3, $4, case when n > 1 then 'poprawka z testu' end, $5
     from (select count(*)::int + 1 as n from score_version where card_id = $1) c`,
    [card.id, assessor, contents, sha256(contents), randomUUID()],
  );
}
