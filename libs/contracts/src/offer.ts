import {
  ArrayMaxSize,
  IsArray,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  Length,
  Matches,
  Max,
  MaxLength,
  Min,
} from 'class-validator';
import type { MemberFacts, RuleSet } from '@zit/domain';
import type { CallPhase } from './call';
import type { CureItem } from './formal';
import { IsId } from './id';

/**
 * `DRAFT`: being written · `SUBMITTED`: handed in, closed · `AMENDING`: handed in, and opened again: what was handed in
 * stands until it is replaced · `WITHDRAWN`: taken back, and may be written on · `CURING`: called upon after the deadline,
 * and open in the fields that the call for correction names.
 */
export const OFFER_STATES = ['DRAFT', 'SUBMITTED', 'AMENDING', 'WITHDRAWN', 'CURING'] as const;
export type OfferState = (typeof OFFER_STATES)[number];

/** POST /api/v1/offers: the answer of a consortium to a published call; one for each pair. */
export class CreateOffer {
  /** Made in the browser: a repeated request makes no second offer. */
  @IsId() id!: string;
  @IsId() callId!: string;
  @IsId() consortiumId!: string;
  /** An earlier offer of the same hat that is the starting point; not said: what the consortium has. */
  @IsOptional() @IsId() copyOf?: string;
}

/** GET /api/v1/offers: those of the organisation acted for, newest first; a keyset page. */
export class OfferQuery {
  @IsOptional() @IsString() @MaxLength(200) after?: string;
  @IsOptional() @IsId() callId?: string;
  /** With what each offer still needs; asked of the offers of one page together. */
  @IsOptional() @IsIn(['true', 'false']) missing?: 'true' | 'false';
}

export interface OfferListItem {
  id: string;
  /** The sheet's `basics.title`, else the consortium's. */
  title: string;
  state: OfferState;
  consortiumId: string;
  consortium: string;
  callId: string;
  callNumber: string;
  callTitle: string;
  phase: CallPhase;
  deadlineAt: string;
  /** Number of the newest receipt; null: nothing was handed in. */
  receiptNumber: string | null;
  updatedAt: string;
  /** Null where it was not asked for, and of an offer that is not being written. */
  missing: OfferMissing | null;
}

/** What stands in the way of handing an offer in. */
export interface OfferMissing {
  all: number;
  /** Of these, up to the organisation acted for. */
  own: number;
}

export interface OfferPage {
  items: OfferListItem[];
  next: string | null;
}

/** A call that the consortia of this hat could still answer, with those consortia. GET /api/v1/offers/openings */
export interface OfferOpening {
  callId: string;
  slug: string;
  number: string;
  title: string;
  municipality: string;
  deadlineAt: string;
  consortia: { id: string; title: string; offerId: string | null }[];
}

export interface OfferOpenings {
  openings: OfferOpening[];
}

/** What an offer needs to know of the newest edition of its call. */
export interface OfferCall {
  id: string;
  slug: string;
  number: string;
  title: string;
  municipality: string;
  teryt: string;
  phase: CallPhase;
  opensAt: string;
  deadlineAt: string;
  /** Number and SHA-256 of the newest edition. */
  edition: number;
  sha256: string;
  admitsLate: boolean;
  capGrosze: number | null;
  /** Bounds of the period that the call allows, inclusive. */
  periodFrom: string | null;
  periodTo: string | null;
  legalRegime: string | null;
  memberSectors: string[];
  ruleSet: RuleSet;
}

export interface OfferMember extends MemberFacts {
  organisationId: string;
}

/** A part that its owner lets another member write. */
export interface OfferLoan {
  /** Name of a section (common part), or id of the member whose own part it is. */
  part: string;
  /** Member who may write it as well. */
  member: string;
}

/**
 * The one call for correction of an offer. POST /api/v1/offers/:id/correction opens the offer in its fields (state
 * `CURING`); what is then handed in (POST …/submissions) is a receipt of kind `CURE`.
 */
export interface OfferCorrection {
  id: string;
  sentAt: string;
  /** Last day, inclusive, and its last millisecond in Europe/Warsaw. */
  dueOn: string;
  closesAt: string;
  /** Receipt about which it was sent. */
  receiptNumber: string;
  items: CureItem[];
  /** Paths of fields, items and sections that it opens, and `attachments`. */
  fields: string[];
  /** Why nothing is put right any more; null: it may be. */
  shut: 'ANSWERED' | 'DECIDED' | 'OVER' | null;
  /** Number of the receipt that answered it; null: none. */
  answer: string | null;
}

/** PUT /api/v1/offers/:id/loans: the part is lent to exactly these members (empty: to nobody any more). */
export class LendPart {
  @IsString() @Matches(/^([a-z][A-Za-z]{1,40}|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})$/) part!: string;
  @IsArray() @ArrayMaxSize(100) @IsId({ each: true }) members!: string[];
}

export interface OfferAttachment {
  id: string;
  /** Member whose it is. */
  member: string;
  /** File name as it was given, without a path. */
  name: string;
  /** What it is, in the words of who added it. */
  about: string;
  /** By content: `application/pdf`, … */
  mediaType: string;
  size: number;
  /** 64 hex digits. */
  sha256: string;
  addedAt: string;
}

/** A paper of the consortium that hangs on the offer: its issued letters. */
export interface OfferPaper {
  documentId: string;
  kind: 'LETTER_OF_INTENT' | 'LETTER_OF_CONFIRMATION';
  number: string;
  /** SHA-256 of its PDF. */
  sha256: string;
  issuedOn: string;
}

/** What the asking person is in this offer. */
export interface OfferMe {
  /** Member for which one acts now. */
  member: string;
  leads: boolean;
  /** Writes for that member; else one only reads. */
  edits: boolean;
  /** May confirm for it (role of a signer), or countersign (treasurer). */
  confirms: 'SIGNER' | 'TREASURER' | null;
  /** May hand in, withdraw, open again: the leader's coordinator or signer, or its municipality's. */
  submits: boolean;
}

/** GET /api/v1/offers/:id; the values are the sheet's (GET …/sheet). */
export interface OfferResponse {
  id: string;
  state: OfferState;
  title: string;
  consortiumId: string;
  consortium: string;
  call: OfferCall;
  /** In the order of the consortium, the leader first. */
  members: OfferMember[];
  me: OfferMe;
  loans: OfferLoan[];
  attachments: OfferAttachment[];
  papers: OfferPaper[];
  elsewhere: OfferElsewhere[];
  /** Null: it was never called upon. */
  correction: OfferCorrection | null;
  updatedAt: string;
  serverTime: string;
}

/**
 * Another offer to the same call of whose consortium the organisation acted for is a member too (Q19): told to that
 * organisation's people alone, and not to a local government, which may support several.
 */
export interface OfferElsewhere {
  id: string;
  /** Of the other consortium. */
  consortium: string;
  /** The organisation leads there. */
  leads: boolean;
}

/** PUT /api/v1/offers/:id/presence, every five seconds while the offer is open on a screen. */
export class ShowPresence {
  @IsString() @Length(1, 40) @Matches(/^[a-z][A-Za-z]*$/) section!: string;
  /** Made when the page opened: two tabs are two. */
  @IsId() tab!: string;
}

/** Who else has the offer open, by organisation. */
export interface OfferPresence {
  others: { member: string; name: string; section: string }[];
}

/** GET /api/v1/calls/:id/offers, for who works on the call: a number until the deadline, a list afterwards. */
export interface ReceivedOffers {
  /** Offers handed in and not withdrawn; late ones among them after the deadline. */
  count: number;
  /** Null until the deadline. */
  offers: ReceivedOffer[] | null;
  serverTime: string;
}

export interface ReceivedOffer {
  offerId: string;
  receiptNumber: string;
  title: string;
  consortium: string;
  leader: string;
  receivedAt: string;
  /** Milliseconds after the deadline; 0: in time. */
  lateMs: number;
  /** A late one that the chair admitted. */
  admitted: boolean;
  sha256: string;
  /** Files as they were handed in; size in bytes. */
  attachments: { id: string; name: string; size: number }[];
}

/** Everything of an offer that is confirmed, handed in and checked: canonical JSON (RFC 8785) of this is hashed. */
export interface OfferDocument {
  form: string;
  offerId: string;
  call: { number: string; edition: number; sha256: string };
  consortium: { id: string; title: string };
  /** Without contacts of people: what the register says of each member. */
  members: OfferMember[];
  /** `readSheet` of the form. */
  contents: unknown;
  attachments: Pick<OfferAttachment, 'id' | 'member' | 'name' | 'about' | 'mediaType' | 'size' | 'sha256'>[];
  papers: Pick<OfferPaper, 'kind' | 'number' | 'sha256'>[];
}

/** GET /api/v1/offers/:id/signing */
export interface OfferSigning {
  /** SHA-256 of the content as it stands now, and the revision of the sheet in it. */
  sha256: string;
  rev: number;
  members: MemberSigning[];
  /** All members confirmed the content, and nothing stands in the way. */
  ready: boolean;
  /** What stands in the way, worst first, as sentences of the rules of the offer (`checkOffer`). */
  blocking: number;
  serverTime: string;
}

export interface MemberSigning {
  member: string;
  name: string;
  complete: boolean;
  /** What is missing, one sentence; null when complete. */
  missing: string | null;
  confirmations: Confirmation[];
}

export interface Confirmation {
  id: string;
  capacity: 'SIGNER' | 'TREASURER';
  /** The asking person's own: they may take it back. */
  mine: boolean;
  /** Who confirmed, and in which function, as the register had them then. */
  person: string;
  function: string;
  at: string;
  /** SHA-256 of the whole content that they saw. */
  sha256: string;
  /** False: what it covers has changed since. */
  holds: boolean;
  /** What changed, in words; empty while it holds. */
  changed: { label: string; before: string | null; after: string | null }[];
}

/** POST /api/v1/offers/:id/confirmations; needs a fresh second factor (403 `CONFIRM_FIRST`). */
export class ConfirmOffer {
  @IsId() id!: string;
  /** The content one saw; 409 `STALE` when it is another by now. */
  @Matches(/^[0-9a-f]{64}$/) sha256!: string;
}

/** POST /api/v1/offers/:id/submissions: hands the offer in; 422 `BLOCKED`, 409 `STALE`, 422 `KEY_USED`. */
export class SubmitOffer {
  /** The key of this act, made when the page of confirmation opened. */
  @IsId() id!: string;
  @Matches(/^[0-9a-f]{64}$/) sha256!: string;
}

/** POST /api/v1/offers/:id/withdrawal */
export class WithdrawOffer {
  @IsId() id!: string;
  @IsString() @Length(3, 2_000) reason!: string;
}

/** POST /api/v1/offers/:id/admission: the chair admits a late offer. */
export class AdmitOffer {
  @IsId() id!: string;
  /** What the minutes say. */
  @IsString() @Length(10, 4_000) minutes!: string;
}

/** `CURE`: what was put right after a call for correction; its deadline is the end of the correction's last day. */
export const RECEIPT_KINDS = ['SUBMISSION', 'WITHDRAWAL', 'CURE'] as const;
export type ReceiptKind = (typeof RECEIPT_KINDS)[number];

/** What was received, when; the consortium's own proof. */
export interface OfferReceipt {
  /** e.g. `LC/2264/2015/01/0007`: without gaps within the call. */
  number: string;
  kind: ReceiptKind;
  offerId: string;
  callNumber: string;
  edition: number;
  consortium: string;
  leader: string;
  /** To the millisecond. */
  receivedAt: string;
  deadlineAt: string;
  /** Milliseconds after the deadline; 0: in time. */
  lateMs: number;
  /** Of the canonical JSON of the content (of a withdrawal: of what was withdrawn). */
  sha256: string;
  /** Digest of each field by its path (`contents.basics.title`), under the salt in the offer's file. */
  digests: Record<string, string>;
  /** Newest seal of the journal then; null: none yet. */
  seal: { batch: number; hash: string } | null;
  /** Number of the receipt that this one replaces or withdraws; null: none. */
  replaces: string | null;
  /** SHA-256 of the canonical JSON of this receipt without this field and without `journalled`. */
  receiptSha256: string;
  /** Also in the file of receipts. */
  journalled: boolean;
}

/** The chair's decision that a late offer counts. */
export interface OfferAdmission {
  /** The receipt of the late one. */
  receiptNumber: string;
  minutes: string;
  at: string;
}

/** GET /api/v1/offers/:id/receipts: newest first. */
export interface OfferReceipts {
  receipts: OfferReceipt[];
  /** Of the late ones among them that were admitted. */
  admissions: OfferAdmission[];
}

/** GET /api/v1/offers/:id/file/:number.json: what the verifier reads. */
export interface OfferFile {
  format: 'zit-offer/1';
  document: OfferDocument;
  /** 64 hex digits; the digests of the receipt are made with it. */
  salt: string;
  receiptNumber: string | null;
}

/** GET /api/v1/calls/:id/offers/:offer, after the deadline: what was handed in and stands, without the salt. */
export interface ReceivedOfferFile {
  format: 'zit-offer/1';
  document: OfferDocument;
  receiptNumber: string;
}

/** POST /api/v1/public/receipts/check: is this receipt ours? Both have to be known. */
export class CheckReceipt {
  @IsString() @MaxLength(60) number!: string;
  @Matches(/^[0-9a-f]{64}$/) receiptSha256!: string;
}

export interface ReceiptCheck {
  known: boolean;
  receivedAt: string | null;
  kind: ReceiptKind | null;
}

/** POST /api/v1/offers/:id/attachments: announces a file; its bytes follow with PUT …/attachments/:attachment. */
export class AddAttachment {
  @IsId() id!: string;
  @IsId() member!: string;
  @IsString() @Length(1, 200) name!: string;
  @IsString() @MaxLength(300) about!: string;
  @IsInt() @Min(1) @Max(25_000_000) size!: number;
}

/** Answer to an announcement: where the bytes go, if they are still needed. */
export interface AnnouncedAttachment {
  id: string;
  /** Null: the bytes are awaited; otherwise it hangs on the offer already (a repeated request, or brought back). */
  stored: OfferAttachment | null;
}

/** PATCH …/attachments/:attachment */
export class ChangeAttachment {
  @IsString() @MaxLength(300) about!: string;
}
