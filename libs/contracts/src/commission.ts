import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  Length,
  Matches,
  Max,
  Min,
  ValidateNested,
} from 'class-validator';
import { Type } from 'class-transformer';
import type { ConflictPolicy, FoundConflict, Sector, TieKind } from '@zit/domain';
import { IsId } from './id';

export const COMMISSION_OFFICES = ['CHAIR', 'SECRETARY', 'MEMBER'] as const;
export type CommissionOffice = (typeof COMMISSION_OFFICES)[number];
/** Kinds of ties that a person enters; who named a member stands at the seat. */
export const ENTERED_TIES = ['EMPLOYMENT', 'BOARD', 'MEMBERSHIP', 'OWNERSHIP', 'FAMILY', 'COMMON_PROJECT'] as const;
export type BarCause = 'DECLARED' | 'HARD' | 'SOFT' | 'DECIDED';

const NIP = /^\d{10}$/;
const DAY = /^\d{4}-\d\d-\d\d$/;

/** PUT /api/v1/calls/:id/commission: under which act it was called. Forms it, or says its basis anew. */
export class FormCommission {
  @IsString() @Length(3, 1_000) basis!: string;
}

/** POST /api/v1/calls/:id/commission/seats */
export class SeatPerson {
  /** Made in the browser: a repeated request seats once. */
  @IsId() id!: string;
  @IsId() personId!: string;
  @IsIn(COMMISSION_OFFICES) office!: CommissionOffice;
  /** Who named the person, in words. */
  @IsString() @Length(2, 300) namedBy!: string;
  /** NIP of the organisation that named the person; null: none did. It may not take part in the call. */
  @IsOptional() @Matches(NIP) namedByNip!: string | null;
}

/** PUT /api/v1/calls/:id/commission/seats/:seat/departure */
export class LeaveSeat {
  @IsString() @Length(3, 1_000) reason!: string;
}

/** POST /api/v1/calls/:id/commission/declaration: on the list of parties, before any content is seen. */
export class DeclareImpartiality {
  @IsId() id!: string;
  /** Version of the words that were read. */
  @IsString() @Length(1, 60) clause!: string;
}

/** POST /api/v1/calls/:id/commission/conflicts: with one offer, at any time; takes effect with the answer. */
export class DeclareConflict {
  @IsId() id!: string;
  @IsId() offerId!: string;
  @IsString() @Length(3, 2_000) reason!: string;
}

/** POST /api/v1/calls/:id/commission/ties: one's own; the chair enters those of others, with the source. */
export class EnterTie {
  @IsId() id!: string;
  @IsId() personId!: string;
  @IsIn(ENTERED_TIES) kind!: Exclude<TieKind, 'NAMED_BY'>;
  /** Of the organisation: its NIP, its KRS, or both. */
  @IsOptional() @Matches(NIP) nip!: string | null;
  @IsOptional() @Matches(NIP) krs!: string | null;
  /** First and last day; null: not known, or until today. */
  @IsOptional() @Matches(DAY) from!: string | null;
  @IsOptional() @Matches(DAY) to!: string | null;
  /** The source, where the chair enters it. */
  @IsOptional() @IsString() @Length(3, 1_000) note!: string | null;
}

/** PUT /api/v1/calls/:id/commission/ties/:tie/end: the chair takes back what was wrong; of others only. */
export class EndTie {
  @IsString() @Length(3, 1_000) reason!: string;
}

/** POST /api/v1/calls/:id/commission/decisions: the chair's, about a soft tie. The newest counts. */
export class DecideConflict {
  @IsId() id!: string;
  @IsId() personId!: string;
  @IsId() offerId!: string;
  @IsBoolean() bars!: boolean;
  @IsString() @Length(3, 2_000) reason!: string;
}

export class AssignedOffer {
  @IsId() offerId!: string;
  @IsArray() @ArrayMaxSize(100) @IsId({ each: true }) personIds!: string[];
}

/** POST /api/v1/calls/:id/commission/assignments */
export class ConfirmAssignment {
  @IsId() id!: string;
  /** Assessors of each offer; null: everybody scores everything. */
  @IsOptional() @IsInt() @Min(1) @Max(100) each!: number | null;
  /** As it was shown; where something has changed since, nothing is confirmed. Empty: everybody scores everything. */
  @IsArray() @ArrayMaxSize(2_000) @ValidateNested({ each: true }) @Type(() => AssignedOffer) offers!: AssignedOffer[];
  /** Pairs kept apart besides the conflicts. */
  @IsArray() @ArrayMaxSize(2_000) @ValidateNested({ each: true }) @Type(() => AssignedOffer) apart!: AssignedOffer[];
  /** Why it replaces the one before; null: it is the first. */
  @IsOptional() @IsString() @Length(3, 2_000) reason!: string | null;
}

export interface CommissionSeat {
  id: string;
  personId: string;
  name: string;
  office: CommissionOffice;
  namedBy: string;
  namedByNip: string | null;
  seatedAt: string;
  /** Null: sits. */
  leftAt: string | null;
  leftCause: 'CONFLICT' | 'UNSEATED' | null;
  leftReason: string | null;
  /** When they declared their impartiality; null: not yet. */
  declaredAt: string | null;
}

/** GET /api/v1/calls/:id/commission */
export interface CommissionResponse {
  callId: string;
  callNumber: string | null;
  callTitle: string;
  deadlineAt: string | null;
  serverTime: string;
  /** Null: not formed yet. */
  basis: string | null;
  formedAt: string | null;
  /** As the call was published; null: it says nothing of it. */
  quorum: number | null;
  conflictPolicy: ConflictPolicy | null;
  seats: CommissionSeat[];
  /** The asking person's own seat; null: none under this hat. */
  own: { office: CommissionOffice; declared: boolean } | null;
  /** May the asking person form it, and seat people? */
  mayForm: boolean;
}

/** GET /api/v1/calls/:id/commission/people: whom one may seat. */
export interface PeopleToSeat {
  items: { personId: string; name: string; chairs: boolean }[];
}

/** GET /api/v1/commissions: in which calls the asking person sits. */
export interface OwnCommissions {
  items: {
    callId: string;
    callNumber: string | null;
    callTitle: string;
    office: CommissionOffice;
    deadlineAt: string | null;
    declared: boolean;
  }[];
}

export interface CallParty {
  offerId: string;
  consortium: string;
  members: { name: string; role: 'LEADER' | 'PARTNER'; sector: Sector; nip: string | null; krs: string | null }[];
  /** Why the asking person is out of it; null: is not. */
  cause: BarCause | null;
}

export interface Tie {
  id: string;
  personId: string;
  kind: TieKind;
  nip: string | null;
  krs: string | null;
  from: string | null;
  to: string | null;
  source: 'DECLARED' | 'PORTAL' | 'CHAIR';
  note: string | null;
  enteredAt: string;
}

/** GET /api/v1/calls/:id/commission/declaration: one's own, with what it is made on. */
export interface OwnImpartiality {
  office: CommissionOffice;
  /** The conflict took the person out of the whole call: they sit in the commission no longer. */
  left: boolean;
  declaredAt: string | null;
  /** Who takes part; null: until the deadline nobody knows. */
  parties: CallParty[] | null;
  conflicts: { id: string; offerId: string; reason: string; at: string }[];
  ties: Tie[];
  serverTime: string;
}

/** POST /api/v1/calls/:id/commission/ties */
export interface TieEntered {
  tie: Tie;
  /** The tie took the asking person out of the whole call: they sit in the commission no longer. */
  left: boolean;
}

/** A tie that was found between a person and a party of an offer. */
export type TieFound = Omit<FoundConflict, 'member'> & { tieId: string | null };

export interface ConflictItem {
  offerId: string;
  consortium: string;
  personId: string;
  name: string;
  /** Null: the person is not out of this offer. */
  cause: BarCause | null;
  since: string | null;
  found: TieFound[];
  /** What the person declared; null: nothing. */
  declared: { reason: string; at: string } | null;
  /** The chair's newest decision; null: none. */
  decision: { bars: boolean; reason: string; at: string } | null;
  /** May the asking person decide it? */
  mayDecide: boolean;
}

/** GET /api/v1/calls/:id/commission/conflicts: for who leads the commission, of the offers they see. */
export interface ConflictList {
  items: ConflictItem[];
  ties: Tie[];
  serverTime: string;
}

/** GET /api/v1/calls/:id/commission/assignment: what is confirmed, and what a new one is made of. */
export interface AssignmentResponse {
  /** Null: none was confirmed, so everybody scores everything. */
  current: {
    no: number;
    each: number | null;
    reason: string | null;
    confirmedAt: string;
    offers: { offerId: string; personIds: string[] }[];
  } | null;
  /** Who scores: the chair and the members. */
  assessors: { personId: string; name: string }[];
  offers: { offerId: string; receiptNumber: string; consortium: string }[];
  barred: { offerId: string; personId: string }[];
  serverTime: string;
}
