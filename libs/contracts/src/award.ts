import { IsInt, IsOptional, IsString, Length, Matches, MaxLength, Min } from 'class-validator';
import type { AwardTurn, FactsDifferences } from '@zit/domain';
import { IsId } from './id';

/** POST /api/v1/calls/:id/awards: awards the offer whose turn it is. Repeated under its `id` it is answered. */
export class GiveAward {
  @IsId() id!: string;
  /** Number of the offer's receipt, as the published list names it. */
  @IsString() @MaxLength(80) offer!: string;
  /** The version of the result that was looked at: 409 `STALE` when there is a newer one. */
  @IsInt() @Min(1) resultNo!: number;
  /** Why the list moves up; needed for an offer of the reserve list, and for no other. */
  @IsOptional() @IsString() @Length(10, 2_000) reason?: string;
}

/** PUT /api/v1/calls/:id/awards/:award/end: the award falls through. */
export class EndAward {
  @IsString() @Length(10, 2_000) reason!: string;
}

/** What everybody reads of an award. */
export interface PublicAward {
  /** Number of the receipt whose contents were awarded. */
  offer: string;
  resultNo: number;
  place: number;
  fromReserve: boolean;
  totalGrosze: number;
  zitGrosze: number;
  ownGrosze: number;
  awardedAt: string;
  endedAt: string | null;
}

export interface AwardResponse extends PublicAward {
  id: string;
  consortiumId: string;
  /** Why the list moved up. */
  reason: string | null;
  endedReason: string | null;
  /** When the offer was carried into the rooms of the consortium. */
  carriedAt: string | null;
  /** The issued agreement that belongs to it. */
  agreement: { number: string; issuedAt: string } | null;
}

/** An offer that has a place in the published result. */
export interface AwardRow {
  offer: string;
  title: string;
  place: number;
  shown: string | null;
  status: 'selected' | 'reserve';
  zitGrosze: number;
  turn: AwardTurn;
  /** All awards of it, the newest first; a second one can follow only another result. */
  awards: AwardResponse[];
}

/** GET /api/v1/calls/:id/awards, and the answer of each act on it. */
export interface CallAwards {
  number: string | null;
  title: string;
  /** The newest published result; null: there is none yet. */
  result: { no: number; publishedAt: string } | null;
  /** A newer result is frozen and not published: nothing is awarded until it is. */
  newerFrozen: boolean;
  centres: number | null;
  moneyGrosze: number | null;
  /** What stands at present. */
  standing: { count: number; zitGrosze: number };
  rows: AwardRow[];
  mayAward: boolean;
}

/** GET /api/v1/public/calls/:slug/awards */
export interface PublicAwards {
  /** Those that stand. */
  items: PublicAward[];
}

/** Why an awarded offer cannot be carried into the rooms, or not yet, and the way out. */
export interface CarryBlock {
  code: 'AGREEMENT_ISSUED' | 'MEMBER_LEFT' | 'MEMBER_JOINED' | 'LEADER_CHANGED' | 'ENDED' | 'NOT_IN_SIGHT' | 'AMOUNTS';
  text: string;
}

/** GET /api/v1/consortia/:id/award: the award of this consortium that stands, or the newest that fell through. */
export interface ConsortiumAward {
  award: (AwardResponse & { callId: string; callNumber: string; callTitle: string }) | null;
  /** What would change in the rooms; null: there is no award, or something is in the way. */
  differences: FactsDifferences | null;
  /** SHA-256 of the differences that were looked at. */
  checked: string | null;
  blocks: CarryBlock[];
  /** The draft, or the issued agreement, that belongs to the award. */
  agreementId: string | null;
  mayCarry: boolean;
  /** Why not. */
  reason: string | null;
}

/** PUT /api/v1/consortia/:id/award/rooms: carries the awarded offer into the rooms, and drafts its agreement. */
export class CarryAward {
  @IsId() award!: string;
  /** `checked` of what was looked at: 409 `STALE` when it is another by now. */
  @Matches(/^[0-9a-f]{64}$/) checked!: string;
}
