import type { LocalDate } from '../calendar/local-date';
import type { MemberFacts } from '../consortium/facts';
import type { Grosze } from '../money/grosze';
import type { RuleSet } from '../rules/rule-set';
import type { SheetOf } from '../sheet/read-sheet';
import type { OFFER_FORM } from './offer-form';

/** An offer as one document: `readSheet(OFFER_FORM, values)`. */
export type OfferContents = SheetOf<typeof OFFER_FORM>;

/** What an offer needs to know of the newest edition of its call. */
export interface OfferCallFacts {
  number: string;
  edition: number;
  /** Of that edition, 64 hex digits. */
  sha256: string;
  /** Municipality, 7 digits. */
  teryt: string;
  capGrosze: Grosze | null;
  /** Bounds of the period that the call allows, inclusive. */
  periodFrom: LocalDate | null;
  periodTo: LocalDate | null;
  legalRegime: string | null;
  /** Empty: any. */
  memberSectors: readonly string[];
  ruleSet: RuleSet;
  /** Instant. */
  deadlineAt: string;
}

export interface OfferMemberFacts extends MemberFacts {
  organisationId: string;
}

export interface OfferAttachmentFacts {
  id: string;
  /** Member whose it is. */
  member: string;
  name: string;
  about: string;
  mediaType: string;
  /** Bytes. */
  size: number;
  sha256: string;
}

export interface OfferPaperFacts {
  kind: 'LETTER_OF_INTENT' | 'LETTER_OF_CONFIRMATION';
  number: string;
  sha256: string;
  issuedOn: LocalDate;
}

/** What stands around the sheet of an offer; structurally the fields of `OfferResponse`, and what could not be read. */
export interface OfferAbout {
  call: OfferCallFacts;
  consortium: { id: string; title: string };
  /** The leader first. */
  members: readonly OfferMemberFacts[];
  attachments: readonly OfferAttachmentFacts[];
  papers: readonly OfferPaperFacts[];
  /** `unreadPaths(OFFER_FORM, values)` */
  unread: readonly string[];
}
