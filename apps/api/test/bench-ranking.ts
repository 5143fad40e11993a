// A call of any size that was scored, and its ranking in this process, for the bench of rankings: bundled beside it.
import 'reflect-metadata';
import { computeRanking, type RankingCall } from '@zit/domain';
import type { CallRecord } from '../src/call/open-call';
import { Door, type DoorUser } from '../src/database/door';
import { sha256 } from '../src/journal/sha256';
import { rankingInput } from '../src/result/ranking-facts';
import { rankingNow } from '../src/result/ranking-now';
import { StabilityPool } from '../src/result/stability-pool';
import { bareRanking } from './bare-ranking';
import { portalOn } from './portal';
import { scoredMany, type Sizes } from './scored-many';

/** Offers in their order. */
type Order = string[];

export interface BenchRanking {
  /** The bare aggregate: weights times points over the newest cards, highest first; on the same pool of one connection. */
  bare(): Promise<Order>;
  /** What the ranking follows from, read as the chair through the second wall, and ranked: ties, conflicts, line. */
  rank(): Promise<Order>;
  /** The same with the sentences, the document and its hash, as the page of the result is answered. */
  page(): Promise<Order>;
  /** What `rank` reads, and how it ranks, apart. */
  call(): Promise<RankingCall>;
  compute(call: RankingCall): Order;
  /** One more card is handed in: how long until the database has it is not counted. */
  handIn(): Promise<void>;
  stop(): Promise<void>;
}

export async function openRanking(url: string, sizes: Sizes): Promise<BenchRanking> {
  const portal = await portalOn({ url, drop: () => Promise.resolve() }, { settings: { poolSize: 1 } });
  const many = await scoredMany(portal, sizes);
  const { callId, chair, assessors, offers, codes } = many;
  const door = portal.app.get(Door);
  const who: DoorUser = { personId: chair.personId, actingFor: null, actingBody: 'STEERING_GROUP' };
  const [record] = await portal.dataSource.query<[CallRecord]>('select * from call where id = $1', [callId]);
  const ordered = (call: RankingCall): Order => computeRanking(call, sha256).offers.map(({ offer }) => offer);
  let handed = 0;
  return {
    bare: () => bareRanking(portal.dataSource, callId),
    rank: () => door.read(who, async (manager) => ordered((await rankingInput(manager, record)).call)),
    page: () =>
      door.read(who, async (manager) => (await rankingNow(manager, record)).document.ranking.map(({ offer }) => offer)),
    call: () => door.read(who, async (manager) => (await rankingInput(manager, record)).call),
    compute: ordered,
    handIn: async () => {
      const offer = offers[offers.length - (sizes.waiting ?? 0) + handed++] ?? '';
      const last = assessors.at(-1);
      if (!offer || !last) throw new Error('every card is handed in');
      await many.handIn(
        offer,
        last,
        codes.map((_, at) => (handed + at) % 11),
      );
    },
    stop: () => portal.stop(),
  };
}

/** The product's own pool with the worker of the built portal. */
export const stabilityPool = (file: string): StabilityPool => new StabilityPool({ file });
