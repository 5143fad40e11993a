import type { AnnexFacts, AwardFacts, DocumentFacts } from '@zit/domain';
import type { EntityManager } from 'typeorm';
import type { DocumentRecord } from './read-document';

/** What a draft says beside the consortium: the award it carries out, and the agreement it changes. */
export interface PaperContext {
  award: AwardFacts | null;
  annex: AnnexFacts | null;
}

type About = Pick<DocumentRecord, 'id' | 'kind' | 'status' | 'consortiumId' | 'awardId' | 'changesId'>;

const NONE: PaperContext = { award: null, annex: null };

/** Of a draft of an agreement or an annex; what was issued carries its own. */
export async function paperContext(manager: EntityManager, document: About): Promise<PaperContext> {
  if (document.status !== 'DRAFT') return NONE;
  if (document.kind === 'PARTNERSHIP_AGREEMENT') {
    return { award: await readAward(manager, await awardOf(manager, document)), annex: null };
  }
  return document.changesId === null ? NONE : annexContext(manager, document.changesId);
}

/** The award that this agreement carries out: its own, else the one of the consortium that stands. */
export async function awardOf(
  manager: EntityManager,
  { awardId, consortiumId }: Pick<About, 'awardId' | 'consortiumId'>,
): Promise<string | null> {
  if (awardId !== null) return awardId;
  const [row] = await manager.query<{ id: string }[]>(
    'select id from award where consortium_id = $1 and ended_at is null order by awarded_at desc, id limit 1',
    [consortiumId],
  );
  return row?.id ?? null;
}

/** The agreement of this consortium that holds; null: there is none. */
export async function agreementInForce(manager: EntityManager, consortiumId: string): Promise<string | null> {
  const [row] = await manager.query<{ id: string }[]>(
    `select id from document where consortium_id = $1 and kind = 'PARTNERSHIP_AGREEMENT' and status = 'ISSUED'`,
    [consortiumId],
  );
  return row?.id ?? null;
}

async function readAward(manager: EntityManager, id: string | null): Promise<AwardFacts | null> {
  if (id === null) return null;
  const [row] = await manager.query<AwardFacts[]>(
    `select c.number as "callNumber", a.receipt_number as "receiptNumber", a.result_no as "resultNo", a.place,
       a.total_grosze::float8 as "totalGrosze", a.zit_grosze::float8 as "zitGrosze",
       a.own_grosze::float8 as "ownGrosze", a.ended_at is not null as ended
     from award a join call c on c.id = a.call_id where a.id = $1`,
    [id],
  );
  return row ?? null;
}

interface Issued {
  number: string;
  date: string;
  factsSha256: string;
  holds: boolean;
  awardId: string | null;
  facts: string;
}

const ISSUED = `select number, date::text, facts_sha256 as "factsSha256", status = 'ISSUED' as holds,
  award_id as "awardId", facts from document`;

/** The annex follows the agreement as its earlier annexes have left it. */
async function annexContext(manager: EntityManager, agreementId: string): Promise<PaperContext> {
  const [agreement] = await manager.query<Issued[]>(`${ISSUED} where id = $1`, [agreementId]);
  if (!agreement) return NONE;
  const annexes = await manager.query<Issued[]>(
    `${ISSUED} where changes_id = $1 and status = 'ISSUED' order by issued_at desc, id`,
    [agreementId],
  );
  const { number, date, factsSha256, holds } = agreement;
  const [previous] = annexes;
  const last = JSON.parse((previous ?? agreement).facts) as DocumentFacts;
  return {
    award: await readAward(manager, agreement.awardId),
    annex: {
      no: annexes.length + 1,
      agreement: { number, date, factsSha256 },
      holds,
      previous: previous ? { number: previous.number, date: previous.date } : null,
      before: last.consortium,
    },
  };
}
