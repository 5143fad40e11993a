import { IsInt, IsOptional, IsString, Length, Max, MaxLength, Min } from 'class-validator';
import type { Divergence, ScoringCriterion } from '@zit/domain';
import { IsId } from './id';
import type { SheetField } from './sheet';

/**
 * GET /api/v1/calls/:id/scoring: what a member of the commission scores, with one's own cards; nothing of others, and
 * nothing of an offer that is barred to who asks. Sheets of cards (decision 9) lie at `…/scoring/offers/:offer/sheet`:
 * the first save makes the card.
 */
export interface ScoringResponse {
  callId: string;
  number: string;
  title: string;
  /** As the call's newest edition froze them. */
  criteria: ScoringCriterion[];
  /** Points of one criterion at most; the least is 0. */
  mostPoints: number;
  /** Points of 100 in hundredths. */
  thresholdPoints: number | null;
  /** From when nothing is handed in any more, an instant; null: not yet. */
  frozenAt: string | null;
  /** False for the secretary, who fills in no cards. */
  scores: boolean;
  offers: ScoringOffer[];
}

/** One offer to be scored, as it was handed in. */
export interface ScoringOffer {
  offerId: string;
  receiptNumber: string;
  title: string;
  consortium: string;
  leader: string;
  /** Points that automatic criteria give: the council recommends it, or not. */
  automaticPoints: number;
  recommended: boolean;
  /** Frozen, and open again: an appeal about this offer was upheld since. */
  reopened: boolean;
  /** Null: nothing was written yet. */
  card: ScoringCard | null;
}

/** One's own card, by its sheet. */
export interface ScoringCard {
  id: string;
  rev: number;
  /** It was handed in, and no correction has been begun: nothing may be written. */
  closed: boolean;
  fields: SheetField[];
  /** Newest version that was handed in; null: none. */
  handedIn: { no: number; handedAt: string; sha256: string } | null;
}

/** POST /api/v1/calls/:id/scoring/offers/:offer/versions: hands one's own card in, complete; it closes. */
export class HandInCard {
  /** Made in the browser: a repeated request hands in once. */
  @IsId() id!: string;
  /** Revision of the sheet that the person sees: nothing else is handed in. */
  @IsInt() @Min(0) @Max(Number.MAX_SAFE_INTEGER) rev!: number;
  /** Why, of a correction; the first version has none. */
  @IsOptional() @IsString() @Length(3, 2_000) reason?: string;
}

/** A card as it was handed in; it never changes. */
export interface CardVersion {
  no: number;
  handedAt: string;
  sha256: string;
  /** Canonical JSON of `CardContents`: what the SHA-256 is of. */
  contents: string;
  reason: string | null;
}

/**
 * GET /api/v1/calls/:id/scoring/offers/:offer: one offer as the commission has scored it. Who has not handed in their own
 * card sees nobody's.
 */
export interface OfferScores {
  offerId: string;
  /** Has who asks handed in a card of this offer? */
  open: boolean;
  cards: AssessorCard[];
  /** How far they are apart by criterion, newest versions; empty while there are fewer than two. */
  divergences: Divergence[];
  /** What the commission wrote together, newest last; empty: nothing. */
  notes: ScoreNote[];
}

export interface AssessorCard {
  /** Null: no longer named. */
  name: string | null;
  mine: boolean;
  points: Record<string, number>;
  reasons: Record<string, string>;
  /** Oldest first; of one's own card only they are told whole. */
  versions: Pick<CardVersion, 'no' | 'handedAt' | 'sha256' | 'reason'>[];
}

/** One state of the common note of an offer. */
export interface ScoreNote {
  no: number;
  text: string;
  by: string | null;
  at: string;
}

/** PUT /api/v1/calls/:id/scoring/offers/:offer/note */
export class WriteScoreNote {
  /** Number of the state that the person has changed; 0: there was none. */
  @IsInt() @Min(0) @Max(1_000_000) after!: number;
  @IsString() @MaxLength(8_000) text!: string;
}
