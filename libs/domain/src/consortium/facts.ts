import type { LocalDate } from '../calendar/local-date';
import type { Grosze } from '../money/grosze';
import type { LegalRegime } from '../regime/legal-regime';
import type { Representation } from '../organisation/representation';
import type { Sector } from '../organisation/sector';
import type { BudgetLine } from '../budget/line';
import type { PlannedService, ServiceInCatalogue } from '../catalogue/services';
import type { TargetGroupCode } from '../catalogue/target-groups';

/**
 * Everything that rules, documents and screens need to know about one consortium.
 * It is plain JSON and carries its own context (period, cap, regime), so that the browser,
 * the server and the command line run the very same functions on it.
 */
export interface ConsortiumFacts {
  title: string;
  centre: CentreFacts;
  /** First and last day, both inclusive; null while nobody has chosen it. */
  period: Period | null;
  legalRegime: LegalRegime;
  /** Cap on the total cost of one centre in this call, in grosze; null: the rule set's cap. */
  capGrosze: Grosze | null;
  /** What the parties declare; the lines must add up to it (R-SUM). Null: not declared. */
  declared: DeclaredTotals;
  members: MemberFacts[];
  /** Null when only totals are known (a competing offer read from a list). */
  lines: BudgetLine[] | null;
  services: PlannedService[];
  targetGroups: PlannedGroup[];
  /** Distinct persons planned: the sum of head-counts counts a person in two groups twice. */
  distinctPersons: number | null;
  servicePoints: ServicePoint[];
  /** Services that this call added to the catalogue, each with its justification (N11). */
  catalogueAdditions: ServiceInCatalogue[];
  /** Date of the letter of intent, if signed. */
  letterOfIntentSignedOn: LocalDate | null;
}

export interface CentreFacts {
  /** TERC code of the municipality, 7 digits, valid at the time of the call. */
  teryt: string;
  municipality: string;
  name: string | null;
  callNo: string | null;
}

export interface Period {
  from: LocalDate;
  to: LocalDate;
}

export interface DeclaredTotals {
  totalGrosze: Grosze | null;
  zitGrosze: Grosze | null;
  ownGrosze: Grosze | null;
}

export type MemberRole = 'LEADER' | 'PARTNER';

export interface MemberFacts {
  /** Stable within the consortium; budget lines point at it. */
  id: string;
  name: string;
  sector: Sector;
  role: MemberRole;
  legalForm: string | null;
  nip: string | null;
  /** 9 or 14 digits. */
  regon: string | null;
  krs: string | null;
  /** NIP of the municipality of which this is a unit without legal personality (N5c). */
  unitOfNip: string | null;
  /** Known only by sector (a competing offer read from a list): identifiers are not judged. */
  anonymous?: boolean;
  address: string | null;
  seatTeryt: string | null;
  email: string | null;
  phone: string | null;
  representation: Representation[];
  /** What this partner does in the centre, one task a row. */
  tasks: string[];
  /** Similar projects in the rule set's number of years; null: not stated. */
  similarProjects3y: number | null;
  /** Turnover of the last closed year; null: not stated. */
  turnoverGrosze: Grosze | null;
  votes: number;
  declaredCashGrosze: Grosze | null;
  declaredInKindGrosze: Grosze | null;
}

export interface PlannedGroup {
  code: TargetGroupCode;
  /** Persons planned in the whole period. */
  planned: number;
}

export interface ServicePoint {
  id: string;
  teryt: string;
  address: string;
  hours: string | null;
  accessibility: string | null;
}
