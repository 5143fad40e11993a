/** What the formal check asks (domain B.7, with the additions for Local Centres), in the order of the card. */
export const FORMAL_CODES = [
  'IN_TIME',
  'FORM',
  'ELIGIBLE',
  'SIGNED',
  'STATEMENTS',
  'ATTACHMENTS',
  'PERIOD',
  'OWN',
  'ONE_OFFER',
  'GOALS',
  'UNCHANGED',
  'ARITHMETIC',
  'COMPOSITION',
  'NGO_SHARE',
  'LEADER',
  'CAP',
  'SERVICES',
  'LETTERS',
  'RECOMMENDATION',
] as const;
export type FormalCode = (typeof FORMAL_CODES)[number];

export interface FormalItem {
  /** May be put right when called upon. */
  curable: boolean;
  /**
   * `RULE`: answered by what the named rules found · `RECEIPT`: by the receipt · `PERSON`: by whoever checks ·
   * `NOTE`: told, never a reason to refuse.
   */
  by: 'RULE' | 'RECEIPT' | 'PERSON' | 'NOTE';
  /** Codes of findings. */
  rules: readonly string[];
}

const item = (by: FormalItem['by'], curable: boolean, ...rules: string[]): FormalItem => ({ by, curable, rules });

/** Which rule answers which item. Curability is ours: cards in use agree on signatures, statements and attachments. */
export const FORMAL_ITEMS: Readonly<Record<FormalCode, FormalItem>> = {
  IN_TIME: item('RECEIPT', false),
  FORM: item('RECEIPT', false),
  ELIGIBLE: item('RULE', false, 'R-REGIME', 'R-IDS', 'O-MEMBERS'),
  SIGNED: item('RECEIPT', true),
  STATEMENTS: item('RULE', true, 'O-DECLARED', 'O-FIELDS'),
  ATTACHMENTS: item('PERSON', true),
  PERIOD: item('RULE', false, 'R-PERIOD', 'O-PERIOD'),
  OWN: item('RULE', false, 'R-OWN', 'R-VALUATION', 'O-CONTRIBUTION'),
  ONE_OFFER: item('RECEIPT', false),
  GOALS: item('PERSON', false),
  UNCHANGED: item('RECEIPT', false),
  ARITHMETIC: item('RULE', true, 'R-SUM'),
  COMPOSITION: item('RULE', false, 'R-COMP', 'R-SIZE'),
  NGO_SHARE: item('RULE', false, 'R-NGO'),
  LEADER: item('RULE', false, 'R-LEADER'),
  CAP: item('RULE', false, 'R-CAP'),
  SERVICES: item('RULE', false, 'R-SERVICE', 'R-AREA', 'R-DOUBLE', 'O-TWICE'),
  LETTERS: item('RULE', true, 'O-LETTERS'),
  RECOMMENDATION: item('NOTE', false),
};
