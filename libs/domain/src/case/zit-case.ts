import type { BudgetArea, BudgetSource } from '../budget/line';
import type { LocalDate } from '../calendar/local-date';
import type { ServiceInCatalogue } from '../catalogue/services';
import type { MemberRole, Period } from '../consortium/facts';
import type { LegalRegime } from '../regime/legal-regime';
import type { Representation } from '../organisation/representation';
import type { Grosze } from '../money/grosze';
import type { Sector } from '../organisation/sector';
import type { RuleSet } from '../rules/rule-set';

export const CASE_FORMAT = 'zit-case/1';

/**
 * The exchange format `zit-case/1`: a call with its rules and the offers made to it. The JSON Schema beside
 * this file says the same to other programs. What its ranking needs (criteria, scores, assessors …) is read by
 * `readRankingCase`; keys that nobody names are left alone.
 */
export interface ZitCase {
  format: typeof CASE_FORMAT;
  /** Left out: the 2014 Sopot defaults. */
  ruleSet?: RuleSet;
  call: CaseCall;
  /** By a short name, e.g. `A`. */
  offers: Record<string, CaseOffer>;
}

export interface CaseCall {
  no?: string;
  teryt: string;
  /** Left out: the name that goes with the code. */
  municipality?: string;
  capGrosze?: Grosze;
  /** How many are to be run, one for each selected offer. Left out: one. */
  centres?: number;
  /** ZIT money of the call. Left out: enough for its centres. */
  moneyGrosze?: Grosze;
  legalRegime?: LegalRegime;
  period?: Period;
  catalogueAdditions?: ServiceInCatalogue[];
}

/** An offer known in full (`members`, `budget`) or only from a list (`sectors` and totals). */
export interface CaseOffer {
  title: string;
  members?: CaseMember[];
  /** One anonymous member a sector, when members are not known. */
  sectors?: Sector[];
  budget?: CaseLine[];
  declaredTotalGrosze?: Grosze;
  totalGrosze?: Grosze;
  zitGrosze?: Grosze;
  ownGrosze?: Grosze;
  period?: Period;
  services?: { code: string; memberId: string }[];
  targetGroups?: Record<string, number>;
  distinctPersons?: number;
  servicePlaces?: { teryt: string; addressPl: string; hours?: string; accessibility?: string }[];
  letterOfIntentSignedOn?: LocalDate;
  /** Of the NGO council. Left out: not known. */
  recommendation?: string | { verdict: string };
  /** Late, or refused by the formal check: it is not scored. */
  rejected?: boolean;
}

export interface CaseMember {
  id: string;
  name: string;
  sector: Sector;
  role: MemberRole;
  legalForm?: string | null;
  nip?: string | null;
  regon?: string | null;
  krs?: string | null;
  unitOfNip?: string | null;
  address?: string | null;
  seatTeryt?: string | null;
  email?: string | null;
  phone?: string | null;
  representation?: (Pick<Representation, 'person' | 'function' | 'mode'> & Partial<Representation>)[];
  tasks?: string[];
  similarProjects3y?: number | null;
  turnoverGrosze?: Grosze | null;
  votes?: number;
  declaredCashGrosze?: Grosze | null;
  declaredInKindGrosze?: Grosze | null;
}

export interface CaseLine {
  no: string;
  category: string;
  area: BudgetArea;
  item: string;
  member: string;
  source: BudgetSource;
  unit?: string | null;
  quantity: number;
  unitPriceGrosze: Grosze;
  amountGrosze: Grosze;
  valuation?: string | null;
  justification?: string | null;
}
