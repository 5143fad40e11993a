import type { CallLot, RankingPreview, ResultBlock } from '@zit/contracts';
import {
  canonicalJson,
  computeRanking,
  explainBlock,
  rankingRows,
  resultDocument,
  type RankingCall,
  type ResultDocument,
} from '@zit/domain';
import { answerWords } from '@zit/words.pl/answers';
import { resultWords as words } from '@zit/words.pl/result';
import type { EntityManager } from 'typeorm';
import type { CallRecord } from '../call/open-call';
import { utc } from '../database/instant-text';
import { sha256 } from '../journal/sha256';
import { isRejected, rankingInput, type RankingFacts, type RankingInput } from './ranking-facts';

/** The ranking of this moment, and what stands in its way. */
export interface RankingNow extends RankingInput {
  document: ResultDocument;
  blocks: ResultBlock[];
  checked: string;
  /** Upheld since the newest result was frozen; the next one says so. */
  appeals: UpheldAppeal[];
}

export type UpheldAppeal = RankingPreview['appeals'][number];

/** @throws 404: who asks does not settle this call */
export async function rankingNow(manager: EntityManager, record: CallRecord): Promise<RankingNow> {
  const input = await rankingInput(manager, record);
  const { call, about, facts } = input;
  const appeals = await manager.query<UpheldAppeal[]>('select no, offer, effect, done from appeals_to_carry_out($1)', [
    record.id,
  ]);
  const { offers, blocks } = computeRanking(call, sha256);
  const document = resultDocument(call, about, rankingRows(offers, call.rules));
  return {
    ...input,
    ...{ document, appeals },
    blocks: [
      ...waiting(facts),
      ...carriedOut(appeals),
      ...blocks.map((block) => ({ code: block.code, text: explainBlock(block) })),
    ],
    checked: sha256(canonicalJson({ document, bars: facts.bars, appeals })),
  };
}

/** What somebody has to decide before there is a ranking at all. */
function waiting({ offers, bars }: RankingFacts): ResultBlock[] {
  const open = offers.filter((each) => !isRejected(each) && each.formal !== 'PASSED').map(({ offer }) => offer);
  const soft = [...new Set(bars.filter(({ cause }) => cause === 'SOFT').map(({ name }) => name))];
  return [
    ...(open.length > 0 ? [{ code: 'FORMAL' as const, text: words.block.FORMAL(open) }] : []),
    ...(soft.length > 0 ? [{ code: 'SOFT_TIE' as const, text: words.block.SOFT_TIE(soft) }] : []),
  ];
}

/** An appeal that was upheld and changed no card yet: a result without it would pass it over. */
const carriedOut = (appeals: readonly UpheldAppeal[]): ResultBlock[] =>
  appeals
    .filter(({ done, effect }) => effect === 'SCORES' && !done)
    .map(({ no, offer }) => ({ code: 'APPEAL', text: answerWords.waits(no, offer) }));

export async function previewOf(
  manager: EntityManager,
  callId: string,
  { document, blocks, checked, facts, assessors, appeals }: RankingNow,
): Promise<RankingPreview> {
  return {
    ...{ checked, document, blocks, appeals },
    lot: await readLot(manager, callId),
    commission: facts.seats.map(({ personId, name, office, stands }) => ({
      ...{ personId, name, office, stands },
      assessor: assessors.get(personId) ?? null,
    })),
    exclusions: exclusionsOf(facts),
  };
}

/** Who is barred from what, and why, as the minutes say it. */
export const exclusionsOf = ({ bars, offers }: RankingFacts): RankingPreview['exclusions'] =>
  bars.flatMap(({ name, offerId, cause, reason }) => {
    const offer = offers.find((each) => each.offerId === offerId)?.offer;
    return offer === undefined ? [] : [{ name, offer, reason: reason ?? words.cause[cause] }];
  });

const LOT = `
  select l.commitment, ${utc('l.committed_at')} as "committedAt", ${utc('l.drawn_at')} as at, l.witnesses,
    d.portal_half as "portalHalf", d.witness_half as "witnessHalf", d.seed
  from call_lot l left join drawn_lot($1) d on true where l.call_id = $1`;

/** The lot of a call, for who settles it; null: none was promised. */
export async function readLot(manager: EntityManager, callId: string): Promise<CallLot | null> {
  type Drawn = NonNullable<CallLot['drawn']>;
  const [row] = await manager.query<(Omit<CallLot, 'drawn'> & { [Name in keyof Drawn]: Drawn[Name] | null })[]>(LOT, [
    callId,
  ]);
  if (!row) return null;
  const { commitment, committedAt, at, witnesses, portalHalf, witnessHalf, seed } = row;
  const isDrawn = at !== null && witnesses !== null && portalHalf !== null && witnessHalf !== null && seed !== null;
  return { commitment, committedAt, drawn: isDrawn ? { at, witnesses, portalHalf, witnessHalf, seed } : null };
}

/** Does only a lot decide some of the places now? */
export const needsLot = ({ call }: { call: RankingCall }): boolean =>
  computeRanking({ ...call, lotSeed: null }, sha256).blocks.some(({ code }) => code === 'LOT_NEEDED');
