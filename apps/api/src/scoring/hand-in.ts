import type { CardVersion, HandInCard } from '@zit/contracts';
import {
  canonicalJson,
  cardContents,
  cardGaps,
  gapText,
  type CardValues,
  type ScoringCriterion,
  type SheetValues,
} from '@zit/domain';
import { scoringWords as words } from '@zit/words.pl/scoring';
import type { EntityManager } from 'typeorm';
import { utc } from '../database/instant-text';
import { isBlank } from '../http/blank';
import { keyUsed, ProblemError, validation } from '../http/problem-error';
import type { SignedIn } from '../http/signed-in';
import { note } from '../journal/note';
import { sha256 } from '../journal/sha256';
import type { SheetService } from '../sheet/sheet.service';
import { holdScoring, type OpenScoring, type OwnCard } from './open-scoring';

export interface HandingIn {
  manager: EntityManager;
  sheets: SheetService;
  who: SignedIn;
  scoring: OpenScoring;
  card: OwnCard;
  given: HandInCard;
}

const VERSION = `select no, ${utc('handed_at')} as "handedAt", sha256, contents, reason from score_version`;

/**
 * Hands a card in: complete, exactly as the person sees it, once for its key. What says the same as the newest version
 * closes again without another one.
 */
export async function handInOnce(handing: HandingIn): Promise<CardVersion> {
  const { manager, card, given } = handing;
  const [before] = await manager.query<(CardVersion & { cardId: string; rev: number })[]>(
    `${VERSION.replace('select', 'select card_id as "cardId", rev::float8 as rev,')} where request_id = $1`,
    [given.id],
  );
  if (before) return sameAsked(before, handing);
  await holdScoring(manager, handing.scoring.call.id, card.offerId);
  const values = await closeSheet(handing);
  const text = canonicalJson(contentsOf(handing, values));
  const newest = await newestVersion(manager, card.id ?? '');
  if (newest?.contents === text) return newest;
  return keepVersion(handing, text, newest);
}

function sameAsked(
  { cardId, rev, ...version }: CardVersion & { cardId: string; rev: number },
  { card, given }: HandingIn,
): CardVersion {
  const reason = version.no === 1 ? null : (given.reason ?? null);
  if (cardId !== card.id || rev !== given.rev || version.reason !== reason) throw keyUsed(words.keyUsed);
  return version;
}

/** No save comes between what is read here and the version. @throws 409, 422 */
async function closeSheet({ manager, sheets, scoring, card, given }: HandingIn): Promise<CardValues> {
  if (card.id === null) throw incomplete(scoring.criteria, () => null);
  const { rev, values } = await sheets.freeze(manager, card.id);
  if (rev !== given.rev)
    throw new ProblemError({ status: 409, code: 'STALE', detail: words.otherRevision(given.rev, rev) });
  return valueIn(values);
}

function contentsOf({ who, scoring, card }: HandingIn, values: CardValues): ReturnType<typeof cardContents> {
  const { criteria } = scoring;
  if (cardGaps(criteria, values).length > 0) throw incomplete(criteria, values);
  return cardContents({ offer: card.offerId, assessor: who.personId }, criteria, values, card.automatic);
}

async function keepVersion(
  { manager, who, scoring, card, given }: HandingIn,
  contents: string,
  newest: CardVersion | null,
): Promise<CardVersion> {
  const no = (newest?.no ?? 0) + 1;
  const reason = newest ? (given.reason ?? '') : null;
  if (reason !== null && isBlank(reason)) throw validation([{ pointer: '/reason', message: words.noReason }]);
  const hash = sha256(contents);
  await manager.query(
    `insert into score_version (card_id, no, person_id, rev, contents, sha256, reason, request_id)
     values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [card.id, no, who.personId, given.rev, contents, hash, reason, given.id],
  );
  if (card.state === 'OPEN') await manager.query(`update score_card set state = 'HANDED_IN' where id = $1`, [card.id]);
  await note(manager, who, {
    act: 'HAND_IN_CARD',
    subject: { kind: 'card', id: card.id ?? '' },
    details: { call: scoring.call.id, offer: card.offerId, no, sha256: hash },
  });
  const kept = await newestVersion(manager, card.id ?? '');
  if (!kept) throw new Error('a version that was written is not there');
  return kept;
}

async function newestVersion(manager: EntityManager, cardId: string): Promise<CardVersion | null> {
  const [row] = await manager.query<CardVersion[]>(`${VERSION} where card_id = $1 order by no desc limit 1`, [cardId]);
  return row ?? null;
}

/** 422 with a sentence for each gap; `pointer` is the field's path in the card. */
function incomplete(criteria: readonly ScoringCriterion[], values: CardValues): ProblemError {
  const gaps = cardGaps(criteria, values);
  return new ProblemError({
    status: 422,
    code: 'BLOCKED',
    detail: words.incomplete(gaps.length),
    errors: gaps.map((gap) => ({
      pointer: `/${gap.path.replace('.', '/')}`,
      message: gapText(gap, criteria, values),
    })),
  });
}

const valueIn =
  (values: SheetValues): CardValues =>
  (path) =>
    values[path] ?? null;
