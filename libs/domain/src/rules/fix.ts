import type { BudgetArea, BudgetSource } from '../budget/line';
import type { Period } from '../consortium/facts';
import type { Grosze } from '../money/grosze';
import type { Sector } from '../organisation/sector';
import type { LegalRegime } from '../regime/legal-regime';

/**
 * The cheapest mend of a finding, as data: steps that `applyFix` carries out on the facts and that the
 * screen carries out as ordinary acts. A step that a machine cannot finish alone (a name, a number that
 * only a person knows) says what it `needs`; a fix without such steps is applied with one click.
 */
export interface Fix {
  /** e.g. „dodaj 1 organizację pozarządową” */
  text: string;
  steps: FixStep[];
}

/** Stands for the member that an earlier `ADD_MEMBER` step of the same fix brings in; its id is not known yet. */
export const NEW_MEMBER = 'NEW';

export type FixStep =
  | { act: 'ADD_MEMBER'; sectors: Sector[]; role: 'LEADER' | 'PARTNER'; count: number; needs: 'ORGANISATION' }
  /** The member leaves; its lines, services and tasks go to `linesTo`. */
  | { act: 'REMOVE_MEMBER'; member: string; linesTo: string }
  /** This member becomes the leader, every other a partner. */
  | { act: 'SET_LEADER'; member: string }
  /** `amountGrosze` of line `no` gets another member or source as a line of its own; the rest stays. */
  | { act: 'MOVE_MONEY'; no: string; amountGrosze: Grosze; to: { member?: string; source?: BudgetSource } }
  | { act: 'REDUCE_LINE'; no: string; amountGrosze: Grosze }
  | { act: 'SET_LINE_AMOUNT'; no: string; amountGrosze: Grosze }
  /** A planned service that no catalogue has goes away. */
  | { act: 'DROP_SERVICE'; code: string; member: string }
  | { act: 'SET_LINE_AREA'; no: string; area: BudgetArea }
  | { act: 'SET_DECLARED'; totalGrosze?: Grosze; zitGrosze?: Grosze; ownGrosze?: Grosze }
  | { act: 'SET_VOTES'; member: string; votes: number }
  | { act: 'SET_PERIOD'; period: Period }
  | { act: 'SET_REGIME'; regime: LegalRegime }
  | { act: 'ADD_LINE'; area: BudgetArea; needs: 'LINE' }
  | {
      act: 'FILL_MEMBER';
      member: string;
      field: 'nip' | 'regon' | 'krs' | 'similarProjects3y' | 'turnoverGrosze';
      needs: 'VALUE';
    }
  | { act: 'FILL_LINE'; no: string; field: 'valuation' | 'justification' | 'item'; needs: 'VALUE' };

export const isOneClick = (fix: Fix): boolean => fix.steps.every((step) => !('needs' in step));
