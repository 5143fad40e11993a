import { decide, type Asker, type Decision } from './policy';
import type { PolicyAct } from './policy-rows';

/** May this person do the act to a request to the NGO council of this county (4 digits)? */
export const councilDecision = (asker: Asker, act: PolicyAct, county: string): Decision =>
  decide(asker, act, { teryt: county });
