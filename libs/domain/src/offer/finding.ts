import type { RuleCode } from '../rules/finding';

/** What is asked of an offer besides the rules of its call. */
export const OFFER_RULES = [
  'O-READ',
  'O-FIELDS',
  'O-MEMBERS',
  'O-LEFT',
  'O-PERIOD',
  'O-PLACES',
  'O-CONTRIBUTION',
  'O-DECLARED',
  'O-LETTERS',
  'O-TWICE',
] as const;
export type OfferRule = (typeof OFFER_RULES)[number];

/** The answer of one rule about an offer. */
export interface OfferFinding {
  /** `O-ELSEWHERE` is told to one organisation alone. */
  code: OfferRule | RuleCode | 'O-ELSEWHERE';
  verdict: 'fail' | 'warning' | 'pass';
  /** Section of the form. */
  section: string;
  /** Path of the field or the item it is about, as far as there is one. */
  path?: string;
  /** Member whose part it is; not said: the common part, the leader's. */
  member?: string;
  /** The sentence for people. */
  text: string;
  /** The way out. */
  way?: string;
  /** Only not filled in yet: nothing there is wrong. */
  gap?: boolean;
}

export type SectionState = 'EMPTY' | 'STARTED' | 'COMPLETE' | 'FAULTY';

export interface OfferSectionState {
  section: string;
  state: SectionState;
  /** Findings that block. */
  missing: number;
}
