import { IsBoolean, IsIn, IsISO8601, IsOptional, IsString, Length } from 'class-validator';
import { IsId } from './id';

/** How a request for reasons came; in the portal it is asked by who is signed in. */
export const PAPER_CHANNELS = ['POST', 'E_MAIL', 'IN_PERSON'] as const;
export type ReasonsChannel = 'PORTAL' | (typeof PAPER_CHANNELS)[number];
export const APPEAL_EFFECTS = ['NONE', 'SCORES', 'FORMAL'] as const;
export type AppealEffect = (typeof APPEAL_EFFECTS)[number];
export const OFFER_LETTER_KINDS = [
  'SELECTED',
  'RESERVE',
  'BELOW',
  'REJECTED_RESULT',
  'REASONS',
  'APPEAL_RECEIVED',
  'APPEAL_DECIDED',
  'AWARDED',
  'AWARD_ENDED',
  'ANNULLED',
] as const;

/** A letter about a result and what follows it; its files lie at `/api/v1/letters/:id.pdf`, `.docx` and `.html`. */
export interface OfferLetter {
  id: string;
  kind: (typeof OFFER_LETTER_KINDS)[number];
  sentAt: string;
  sha256: string;
  /** Version of the result it follows from. */
  resultNo: number | null;
}

/** POST /api/v1/calls/:id/answers/requests: anybody signed in asks for reasons of the published result. */
export class AskReasons {
  /** Made in the browser: a repeated request asks once. */
  @IsId() id!: string;
  /** Name of an offer in the ranking; left out: about the result as a whole. */
  @IsOptional() @IsString() @Length(1, 80) offer?: string;
  @IsString() @Length(3, 4_000) text!: string;
}

/** POST /api/v1/calls/:id/answers/entries: the office writes down what came another way. */
export class EnterReasons extends AskReasons {
  @IsIn(PAPER_CHANNELS) channel!: (typeof PAPER_CHANNELS)[number];
  /** Day on which it came. */
  @IsISO8601({ strict: true }) @Length(10, 10) receivedOn!: string;
  /** Who asks, as they gave their name. */
  @IsString() @Length(2, 300) asker!: string;
}

/** POST /api/v1/calls/:id/answers/requests/:request/answer: sends the reasons. */
export class AnswerReasons {
  /** Of the letter, made in the browser. */
  @IsId() id!: string;
  @IsString() @Length(3, 8_000) text!: string;
}

/** POST /api/v1/offers/:id/appeal */
export class LodgeAppeal {
  @IsId() id!: string;
  @IsString() @Length(10, 20_000) grounds!: string;
}

/** POST /api/v1/calls/:id/answers/appeals/:appeal/statement: what the commission says about it. */
export class StateAppeal {
  @IsString() @Length(3, 20_000) text!: string;
}

/** POST /api/v1/calls/:id/answers/appeals/:appeal/decision: the executive decides. */
export class DecideAppeal {
  /** Of the letter, made in the browser. */
  @IsId() id!: string;
  @IsBoolean() upheld!: boolean;
  /** What it opens: cards, the formal card with the cards, or nothing; only what is upheld opens something. */
  @IsIn(APPEAL_EFFECTS) effect!: AppealEffect;
  @IsString() @Length(3, 20_000) reasons!: string;
  /** The executive's act. */
  @IsString() @Length(3, 1_000) basis!: string;
}

export interface ReasonsRequest {
  id: string;
  resultNo: number;
  channel: ReasonsChannel;
  /** Who asks; null: their account is gone. */
  asker: string | null;
  /** Name of the offer in the ranking; null: about the result as a whole. */
  offer: string | null;
  text: string;
  receivedOn: string;
  /** Days after the publication; after day 30 it is late. */
  day: number;
  late: boolean;
  answeredAt: string | null;
  answer: string | null;
  /** The letter with the reasons; null: not answered yet. */
  letter: string | null;
}

/** GET /api/v1/calls/:id/answers/own: one's own requests, the newest first. */
export interface OwnRequests {
  requests: ReasonsRequest[];
  /** The last day in time, inclusive; null: no result is published. */
  lastDay: string | null;
}

export interface Appeal {
  id: string;
  no: number;
  offerId: string;
  /** Name of the offer in the ranking. */
  offer: string;
  title: string;
  resultNo: number;
  grounds: string;
  lodgedAt: string;
  /** The last day, inclusive, and days after it; 0: in time. */
  dueOn: string;
  lateDays: number;
  statement: { text: string; at: string } | null;
  decision: { upheld: boolean; effect: AppealEffect; reasons: string; basis: string; decidedAt: string } | null;
}

/** GET /api/v1/offers/:id/appeal: for the consortium. */
export interface OfferAppeals {
  /** Null: no result of the call is published. */
  result: { no: number; publishedAt: string } | null;
  /** Days for an appeal; null: the call gives none. */
  days: number | null;
  /** The last day in time, inclusive. */
  dueOn: string | null;
  /** The newest first. */
  appeals: Appeal[];
  /** Why who asks lodges none now; null: they do. */
  closed: string | null;
}

/** GET /api/v1/calls/:id/answers: for who runs the call and its commission, with nothing of the call barred to them. */
export interface CallAnswers {
  callId: string;
  callNumber: string | null;
  callTitle: string;
  /** Published, the newest first. */
  results: { no: number; publishedAt: string; lastDay: string }[];
  /** Of the newest published result, for choosing one. */
  offers: { offer: string; title: string }[];
  requests: ReasonsRequest[];
  appeals: Appeal[];
  letters: (OfferLetter & { offer: string })[];
  /** Why who asks does not answer and decide, and why they state nothing; null: they do. */
  closed: { answer: string | null; state: string | null };
}
