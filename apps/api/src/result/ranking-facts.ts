import {
  automaticPoints,
  criteriaOf,
  MOST_POINTS,
  type RankingCall,
  type ResultAbout,
  type ScoringCriterion,
} from '@zit/domain';
import { resultWords as words } from '@zit/words.pl/result';
import type { EntityManager } from 'typeorm';
import { newestEdition, type CallContents } from '../call/edition';
import type { CallRecord } from '../call/open-call';
import { portalVersion } from '../health/portal-version';
import { notFound } from '../http/problem-error';
import { sha256 } from '../journal/sha256';
import { canonicalJson } from '@zit/domain';

type Office = 'CHAIR' | 'SECRETARY' | 'MEMBER';

/** As `ranking_of` tells it. */
export interface RankingFacts {
  offers: {
    offerId: string;
    /** Number of the receipt that stands. */
    offer: string;
    title: string;
    consortium: string;
    zitGrosze: number;
    lateMs: number;
    admitted: boolean;
    /** Null: its card is not there yet. */
    formal: 'OPEN' | 'PASSED' | 'TO_CURE' | 'REJECTED' | null;
    recommended: boolean;
  }[];
  cards: [personId: string, offerId: string, points: Record<string, number>][];
  bars: {
    personId: string;
    name: string;
    offerId: string;
    cause: 'DECLARED' | 'HARD' | 'SOFT' | 'DECIDED';
    reason: string | null;
  }[];
  seats: { personId: string; name: string; office: Office; stands: boolean }[];
  basis: string;
}

/** What a ranking follows from, and what the result says beside it. */
export interface RankingInput {
  facts: RankingFacts;
  call: RankingCall;
  about: ResultAbout;
  /** Pseudonym by person. */
  assessors: ReadonlyMap<string, string>;
}

/** @throws 404: who asks does not settle this call, or something of it is barred to them */
export async function rankingInput(manager: EntityManager, record: CallRecord): Promise<RankingInput> {
  const [row] = await manager.query<{ facts: RankingFacts | null }[]>('select ranking_of($1) as facts', [record.id]);
  const edition = await newestEdition(manager, record.id);
  if (!row?.facts || !edition) throw notFound();
  const lot = await drawnLot(manager, record.id);
  return inputOf(record, row.facts, { ...edition, sha256: sha256(canonicalJson(edition)) }, lot);
}

type Lot = NonNullable<ResultAbout['lot']>;

async function drawnLot(manager: EntityManager, callId: string): Promise<Lot | null> {
  const [row] = await manager.query<Lot[]>(
    'select portal_half as "portalHalf", witness_half as "witnessHalf", seed, commitment from drawn_lot($1)',
    [callId],
  );
  return row ?? null;
}

function inputOf(
  { number, title, teryt }: CallRecord,
  facts: RankingFacts,
  edition: { edition: number; sha256: string; contents: CallContents },
  lot: Lot | null,
): RankingInput {
  const { contents } = edition;
  const criteria = criteriaOf(contents);
  const assessors = pseudonyms(facts);
  const offers = new Map(facts.offers.map((offer) => [offer.offerId, offer]));
  const call: RankingCall = {
    rules: rulesOf(contents, criteria),
    offers: facts.offers.map((each) => ({ offer: each.offer, zitGrosze: each.zitGrosze, rejected: isRejected(each) })),
    cards: facts.cards.flatMap(([personId, offerId, points]) => {
      const own = offers.get(offerId);
      // A card of an offer that does not stand any more is nobody's.
      if (!own) return [];
      const given = criteria.map(({ code, automatic }) =>
        automatic ? automaticPoints(own.recommended) : (points[code] ?? 0),
      );
      return [{ assessor: assessors.get(personId) ?? '', offer: own.offer, points: given }];
    }),
    conflicts: facts.bars.flatMap(({ personId, offerId }) => {
      const [assessor, offer] = [assessors.get(personId), offers.get(offerId)?.offer];
      return assessor !== undefined && offer !== undefined ? [{ assessor, offer }] : [];
    }),
    lotSeed: lot?.seed ?? null,
  };
  const about: ResultAbout = {
    call: { number, title, teryt, edition: edition.edition, sha256: edition.sha256 },
    ruleSet: contents.rules.ruleSet ?? '',
    criteria: Object.fromEntries(criteria.map(({ code, name }) => [code, name])),
    titles: Object.fromEntries(facts.offers.map(({ offer, title: name }) => [offer, name])),
    software: words.software(portalVersion),
    frozenAt: null,
    ...(lot ? { lot } : {}),
  };
  return { facts, call, about, assessors };
}

/** Late and not admitted, or refused by the formal check: listed, and not scored. */
export const isRejected = ({ lateMs, admitted, formal }: RankingFacts['offers'][number]): boolean =>
  (lateMs > 0 && !admitted) || formal === 'REJECTED';

const rulesOf = ({ rules, basics }: CallContents, criteria: readonly ScoringCriterion[]): RankingCall['rules'] => ({
  criteria: criteria.map(({ code, weight }) => ({ code, weight })),
  maxPoints: MOST_POINTS,
  threshold: { num: rules.thresholdPoints ?? 0, den: 100 },
  thresholdInclusive: true,
  quorum: rules.quorum ?? 1,
  ties: rules.ties.flatMap(({ by }) => by ?? []),
  conflictPolicy: rules.conflictPolicy ?? 'WHOLE_CALL',
  centres: basics.centres,
  // A call says what one centre may ask for, not how much there is for all.
  moneyGrosze: null,
});

/** S1, S2, … of those who handed in a card, in the order of their ids, which say nothing of names or offices. */
function pseudonyms({ cards }: RankingFacts): Map<string, string> {
  const people = [...new Set(cards.map(([personId]) => personId))].sort();
  return new Map(people.map((personId, at) => [personId, `S${at + 1}`]));
}
