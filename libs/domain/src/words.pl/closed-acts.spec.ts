import { rolesFor } from '../access/policy';
import { ROLES, type Role } from '../access/role';
import { whoMayWords } from './closed-acts';

/** By what a sentence is told to name a role. */
const NAMED: Record<Role, RegExp> = {
  ADMINISTRATOR: /administrator/,
  COUNTY_OPERATOR: /operator powiatowy/,
  MUNICIPALITY_OFFICER: /gmina/,
  TREASURER: /skarbnik/,
  MUNICIPALITY_SIGNER: /podpisująca za gminę/,
  COORDINATOR: /koordynator/,
  EDITOR: /redaktor/,
  SIGNER: /podpisująca za organizację/,
  OWNER: /opiekun dostępu/,
  ASSESSOR: /oceniający/,
  CHAIR: /przewodniczący/,
  NGO_COUNCIL: /rada/,
  DEFS_OFFICER: /DEFS/,
  AUDITOR: /audytor/,
};

describe('the reason beside a closed button', () => {
  it.each(Object.entries(whoMayWords))('names exactly the roles to which the policy opens %s', (act, sentence) => {
    expect(rolesFor(act)).not.toEqual([]);
    expect(ROLES.filter((role) => NAMED[role].test(sentence))).toEqual(rolesFor(act));
  });
});
