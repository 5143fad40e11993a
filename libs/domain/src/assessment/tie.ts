import { addMonths, type LocalDate } from '../calendar/local-date';
import { isLocalGovernment, type Sector } from '../organisation/sector';

/**
 * What joins a person to an organisation (domain B.10; decision 14). `EMPLOYMENT`: work or service for it · `BOARD`: a
 * seat on a body of it · `MEMBERSHIP` · `OWNERSHIP`: shares · `FAMILY`: of somebody in its authorities, to the second
 * degree · `NAMED_BY`: it named the person to the commission · `COMMON_PROJECT`.
 */
export const TIE_KINDS = [
  'EMPLOYMENT',
  'BOARD',
  'MEMBERSHIP',
  'OWNERSHIP',
  'FAMILY',
  'NAMED_BY',
  'COMMON_PROJECT',
] as const;
export type TieKind = (typeof TIE_KINDS)[number];

export const TIE_SOURCES = ['DECLARED', 'PORTAL', 'CHAIR'] as const;

export interface PersonTie {
  kind: TieKind;
  /** Of the legal person, 10 digits; null: only the KRS is known. */
  nip: string | null;
  /** 10 digits. */
  krs: string | null;
  /** First and last day, inclusive; null: not known, or until today. */
  from: LocalDate | null;
  to: LocalDate | null;
  source: (typeof TIE_SOURCES)[number];
}

/** A member of an offer, as far as ties need it. */
export interface OfferParty {
  member: string;
  name: string;
  sector: Sector;
  nip: string | null;
  krs: string | null;
  /** NIP of the municipality whose unit, or whose own company, it is; null: of nobody. */
  ownerNip: string | null;
}

/**
 * `HARD` bars at once; `SOFT` bars until the chair has decided. Both are of one party, by one tie; `through` says that it
 * is the owner whom the tie joins, not the member itself.
 */
export interface FoundConflict {
  weight: 'HARD' | 'SOFT';
  kind: TieKind;
  member: string;
  party: string;
  through: boolean;
  source: PersonTie['source'];
}

/** Ties count when they lasted into the three years before the deadline (domain B.10). */
export const TIE_YEARS = 3;

/**
 * Conflicts of one person with one offer, hard ones first. Identities are compared, never names: a NIP with a NIP, a KRS
 * with a KRS. A tie to the municipality behind a unit or a municipal company counts as softer than to the member itself,
 * and work for a municipality that takes part is soft too: whoever scores for a town often works there (F.4, S2).
 */
export function conflictsOf(
  ties: readonly PersonTie[],
  parties: readonly OfferParty[],
  deadline: LocalDate,
): FoundConflict[] {
  const since = addMonths(deadline, -12 * TIE_YEARS);
  const found = ties
    .filter((tie) => lasts(tie, since))
    .flatMap((tie) => parties.flatMap((party) => conflictWith(tie, party)));
  return found.sort((a, b) => Number(a.weight === 'SOFT') - Number(b.weight === 'SOFT'));
}

function conflictWith(tie: PersonTie, party: OfferParty): FoundConflict[] {
  const itself = same(tie.nip, party.nip) || same(tie.krs, party.krs);
  const through = !itself && same(tie.nip, party.ownerNip);
  if (!itself && !through) return [];
  const soft =
    through || tie.kind === 'COMMON_PROJECT' || (tie.kind === 'EMPLOYMENT' && isLocalGovernment(party.sector));
  const { kind, source } = tie;
  return [{ weight: soft ? 'SOFT' : 'HARD', kind, source, member: party.member, party: party.name, through }];
}

const same = (a: string | null, b: string | null): boolean => a !== null && a === b;

/** Family does not end; the rest counts if it ended on or after the day. */
const lasts = ({ kind, to }: PersonTie, since: LocalDate): boolean => kind === 'FAMILY' || to === null || to >= since;
