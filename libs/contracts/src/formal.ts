import { ArrayMaxSize, IsArray, IsIn, IsInt, IsOptional, IsString, Length, Max, MaxLength, Min } from 'class-validator';
import type { FormalCardItem, FormalCode, FormalState } from '@zit/domain';
import type { OfferLetter } from './answers';
import { IsId } from './id';

export const FORMAL_VERDICTS = ['YES', 'NO', 'NOT_APPLICABLE'] as const;
export const FORMAL_DECISIONS = ['PASSED', 'TO_CURE', 'REJECTED'] as const;

/** Which page: after a receipt's own number within its call. */
export class FormalQuery {
  @IsOptional() @IsString() @MaxLength(200) after?: string;
}

/**
 * GET /api/v1/calls/:id/formal: the formal check of a call's offers, after the deadline, in the order of their receipts.
 * Nothing of it knows of an offer that is barred to who asks.
 */
export interface FormalList {
  callId: string;
  callNumber: string | null;
  callTitle: string;
  /** Null: the deadline is not over, or the worker has not been there since. */
  opening: FormalOpening | null;
  items: FormalOffer[];
  next: string | null;
  /** Why who asks does not decide; null: they do. */
  closed: string | null;
}

/** The opening of the offers, once, by the portal itself. */
export interface FormalOpening {
  openedAt: string;
  deadlineAt: string;
  /** Offers in sight of who asks. */
  offers: number;
  inTime: number;
  late: number;
  /** The journal's newest seal then. */
  seal: { batch: number; hash: string } | null;
}

export interface FormalOffer {
  offerId: string;
  receiptNumber: string;
  title: string;
  consortium: string;
  leader: string;
  receivedAt: string;
  /** Milliseconds after the deadline; 0: in time. */
  lateMs: number;
  admitted: boolean;
  /** What was decided; `OPEN`: nothing yet. */
  state: FormalState;
  /** What follows from the answers so far. */
  follows: FormalState;
  /** Items that wait for a person, and those with a fault. */
  asked: number;
  faults: number;
  /** Last day of the call for correction; null: none was sent. */
  dueOn: string | null;
}

/** GET /api/v1/calls/:id/formal/:offer */
export interface FormalCard extends FormalOffer {
  callId: string;
  callNumber: string | null;
  callTitle: string;
  items: FormalItemAnswered[];
  computedAt: string;
  decidedAt: string | null;
  /** Fields and sections that a correction would open. */
  unlocks: string[];
  cure: Cure | null;
  letters: FormalLetter[];
  /** What the correction changed, where this is the card of one. */
  changes: FormalChanges | null;
  closed: string | null;
}

/** The two contents side by side, field by field; only what differs. */
export interface FormalChanges {
  /** Numbers of both receipts, and when the second came. */
  before: string;
  after: string;
  receivedAt: string;
  differences: { label: string; before: string | null; after: string | null }[];
}

export interface FormalItemAnswered extends FormalCardItem {
  /** Who answered it and when; null: the portal, or nobody yet. */
  answeredBy: string | null;
  answeredAt: string | null;
}

/** The call for correction. */
export interface Cure {
  id: string;
  receiptNumber: string;
  sentAt: string;
  /** Last day, inclusive. */
  dueOn: string;
  businessDays: number;
  items: CureItem[];
  /** Fields and sections that may be changed. */
  fields: string[];
  letter: string;
  /** Number of the receipt that answered it; null: none yet. */
  answer: string | null;
}

export interface CureItem {
  code: FormalCode;
  texts: string[];
  fields: string[];
}

/** A letter that was sent; its files lie at `/api/v1/letters/:id.pdf`, `.docx` and `.html`. */
export interface FormalLetter {
  id: string;
  kind: 'CURE' | 'REJECTION';
  sentAt: string;
  sha256: string;
}

/** GET /api/v1/offers/:id/formal-letters: what the consortium was sent. */
export interface OfferLetters {
  cure: Cure | null;
  letters: FormalLetter[];
  /** About the result and what follows it, the newest first. */
  sent: OfferLetter[];
}

/** POST /api/v1/calls/:id/formal/:offer/verdicts: a person's answer to what no rule can answer. */
export class AnswerFormal {
  /** Made in the browser: a repeated request answers once. */
  @IsId() id!: string;
  @IsString() @Length(1, 40) code!: string;
  @IsIn(FORMAL_VERDICTS) answer!: (typeof FORMAL_VERDICTS)[number];
  /** Needed for `NO`. */
  @IsOptional() @IsString() @Length(3, 2_000) note?: string;
  /** Sections of the offer, or `attachments`, that a correction may change. */
  @IsOptional() @IsArray() @ArrayMaxSize(20) @IsString({ each: true }) @MaxLength(60, { each: true }) fields?: string[];
}

/** POST /api/v1/calls/:id/formal/:offer/decision: decides what follows from the card, and sends its letter. */
export class DecideFormal {
  /** Made in the browser, of the letter that is sent: a repeated request sends one. */
  @IsId() id!: string;
  /** What the person sees that follows: nothing else is decided. */
  @IsIn(FORMAL_DECISIONS) state!: (typeof FORMAL_DECISIONS)[number];
  /** Of the call for correction, business days after the day on which it is sent; 5 when left out. */
  @IsOptional() @IsInt() @Min(1) @Max(60) businessDays?: number;
}
