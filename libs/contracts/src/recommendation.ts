import { IsInt, IsOptional, IsString, Length, Matches, Max, MaxLength, Min } from 'class-validator';
import type { Sector } from '@zit/domain';
import { IsId } from './id';

export const COUNCIL_VERDICTS = ['POSITIVE', 'NEGATIVE'] as const;
export type CouncilVerdict = (typeof COUNCIL_VERDICTS)[number];

/** POST /api/v1/offers/:id/recommendation: the consortium asks the county's NGO council. */
export class AskRecommendation {
  /** Made in the browser: a repeated request asks once. */
  @IsId() id!: string;
  /** What the council is told of the offer; it sees nothing else but title, call and members. */
  @IsString() @Length(10, 6_000) summary!: string;
}

/**
 * PUT /api/v1/recommendations/:id/resolution: the council's resolution (B.11), once. More votes for than against recommend
 * the offer, else it is not recommended.
 */
export class ResolveRecommendation {
  @IsString() @Length(1, 60) resolutionNumber!: string;
  /** Day of the session, not in the future. */
  @Matches(/^\d{4}-\d\d-\d\d$/) sessionOn!: string;
  @IsInt() @Min(0) @Max(1_000) votesFor!: number;
  @IsInt() @Min(0) @Max(1_000) votesAgainst!: number;
  @IsInt() @Min(0) @Max(1_000) votesAbstained!: number;
  /** Members of the council who were left out because of a conflict of interests. */
  @IsInt() @Min(0) @Max(1_000) excluded!: number;
  @IsString() @Length(3, 4_000) reasons!: string;
}

/** What the council was shown, frozen when it was asked. */
export interface RecommendationShown {
  title: string;
  consortium: string;
  callNumber: string;
  callTitle: string;
  members: { name: string; sector: Sector; role: 'LEADER' | 'PARTNER' }[];
  summary: string;
}

export interface Recommendation {
  id: string;
  offerId: string;
  /** County of the council, 4 digits, and its name. */
  county: string;
  countyName: string;
  shown: RecommendationShown;
  askedAt: string;
  resolution: CouncilResolution | null;
}

export interface CouncilResolution {
  verdict: CouncilVerdict;
  resolutionNumber: string;
  sessionOn: string;
  votesFor: number;
  votesAgainst: number;
  votesAbstained: number;
  excluded: number;
  reasons: string;
  resolvedAt: string;
}

/** GET /api/v1/offers/:id/recommendation */
export interface OfferRecommendation {
  /** Null: the council was not asked. */
  recommendation: Recommendation | null;
  /** May the asking person ask, or take the request back? */
  mayAsk: boolean;
}

/** GET /api/v1/recommendations: what the council of one's county was asked, the newest first; a keyset page. */
export class RecommendationQuery {
  @IsOptional() @IsString() @MaxLength(200) after?: string;
}

export interface RecommendationPage {
  items: Recommendation[];
  next: string | null;
}
