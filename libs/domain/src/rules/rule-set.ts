import type { Grosze } from '../money/grosze';
import type { Sector } from '../organisation/sector';

export const NGO_MEASURES = ['MEMBER_COUNT', 'BUDGET', 'ZIT', 'VOTES'] as const;
export type NgoMeasure = (typeof NGO_MEASURES)[number];

export type CompositionDemand = 'required' | 'warn' | 'off';

/**
 * The rules of one call as data (domain A.15): immutable, versioned, frozen with the call.
 * The shape is the one of the exchange format `zit-case/1`.
 */
export interface RuleSet {
  readonly version: string;
  /** R-NGO: NGO part by `measure` is at least num/den (`inclusive: false`: more than). */
  readonly ngo: { measure: NgoMeasure; num: number; den: number; inclusive: boolean };
  /** R-OWN: own contribution in percent of the total cost, by whom, and how much of it in kind. */
  readonly own: {
    percent: number;
    base: 'TOTAL_COST';
    provider: 'ANY_MEMBER' | 'JST_ONLY';
    inKindCapPercent: number;
  };
  /** R-COMP */
  readonly composition: { NGO: CompositionDemand; JST: CompositionDemand; BUSINESS: CompositionDemand };
  /** R-SIZE: members, both bounds inclusive; max null: no upper bound. */
  readonly size: { min: number; max: number | null };
  /** R-LEADER; `turnoverFactor` is a decimal string, "0" switches the turnover gate off. */
  readonly leader: { sectors: Sector[]; minSimilarProjects: number; years: number; turnoverFactor: string };
  /** R-CAP */
  readonly cap: { totalGrosze: Grosze; zitMaxPercent: number };
  /** R-PERIOD: whole consecutive months, end date inclusive. */
  readonly period: { months: number };
  /** R-AREA */
  readonly areas: { both: boolean };
  /** R-IDS */
  readonly ids: { uniqueLegalPerson: boolean; checksum: boolean };
  readonly form: { cureBusinessDays: number };
  readonly operatorFeeGrosze: Grosze;
}

/** The 2014 Sopot defaults (domain A.14, A.15). */
export const OMT_2014: RuleSet = {
  version: 'OMT-2014/1',
  ngo: { measure: 'MEMBER_COUNT', num: 1, den: 2, inclusive: true },
  own: { percent: 15, base: 'TOTAL_COST', provider: 'ANY_MEMBER', inKindCapPercent: 100 },
  composition: { NGO: 'required', JST: 'required', BUSINESS: 'warn' },
  size: { min: 2, max: null },
  leader: { sectors: ['NGO', 'JST'], minSimilarProjects: 1, years: 3, turnoverFactor: '0' },
  cap: { totalGrosze: 33_000_000, zitMaxPercent: 85 },
  period: { months: 12 },
  areas: { both: true },
  ids: { uniqueLegalPerson: true, checksum: true },
  form: { cureBusinessDays: 5 },
  operatorFeeGrosze: 2_400_000,
};
