import { consortiumAccess } from './consortium';
import type { Grant } from './grant';
import { closedAnywhere, decide, mayAnywhere, stands, sealedToEyes } from './policy';
import { POLICY, type PolicyAct, type PolicyRule } from './policy-rows';
import { ROLES } from './role';

const grant = (role: Grant['role'], more: Partial<Grant> = {}): Grant => ({
  role,
  organisationId: null,
  teryt: null,
  ...more,
});
const asker = (...grants: Grant[]) => ({ personId: 'somebody', grants });
const sopot = { teryt: '2264011', memberOrganisationIds: ['kompas', 'przystan'], leaderOrganisationIds: ['kompas'] };
const rules = Object.entries(POLICY as Record<PolicyAct, PolicyRule>);

describe('one policy, as data', () => {
  it('gives a reader nothing that changes anything', () => {
    for (const [, rule] of rules)
      if (rule.does === 'CHANGE' && typeof rule.who === 'object')
        expect(Object.keys(rule.who)).not.toContain('AUDITOR');
  });

  it('lets nobody change what they cannot read', () => {
    for (const act of ['changeConsortium', 'issueDocument', 'draftDocument', 'changeBudget'] as const)
      for (const role of ROLES) {
        const decision = decide(
          asker(grant(role, { organisationId: 'kompas', teryt: '2264011' })),
          act,
          sopot,
          'DRAFT',
        );
        if (decision.allow) expect(decision.see).toBe(true);
      }
  });

  it('says why an act is closed', () => {
    const why = (who: Grant, act: PolicyAct, state?: string) => decide(asker(who), act, sopot, state).reason;
    expect(why(grant('COORDINATOR', { organisationId: 'obcy' }), 'readConsortium')).toBe('NOT_THERE');
    expect(why(grant('COORDINATOR', { organisationId: 'obcy' }), 'changeConsortium')).toBe('NOT_THERE');
    expect(why(grant('AUDITOR'), 'changeConsortium')).toBe('READS_ONLY');
    expect(why(grant('COORDINATOR', { organisationId: 'przystan' }), 'issueDocument', 'DRAFT')).toBe('NOT_HERE');
    expect(why(grant('COORDINATOR', { organisationId: 'kompas' }), 'issueDocument', 'ISSUED')).toBe('STATE');
    expect(why(grant('COORDINATOR', { organisationId: 'kompas' }), 'issueDocument', 'DRAFT')).toBeNull();
  });

  it('takes a state that nobody named for a closed one', () => {
    expect(decide(asker(grant('ADMINISTRATOR')), 'issueDocument', sopot).allow).toBe(false);
  });

  it('knows for whom a form makes sense', () => {
    expect(mayAnywhere([grant('AUDITOR')], 'createConsortium')).toBe(false);
    expect(mayAnywhere([grant('AUDITOR'), grant('COORDINATOR')], 'createConsortium')).toBe(true);
    expect(mayAnywhere([], 'createOrganisation')).toBe(false);
    expect(mayAnywhere([], 'listOrganisations')).toBe(true);
  });

  it('says before a form why it is closed, and first what the person lacks whose eyes they are', () => {
    const viewer = { name: 'Administrator' };
    const why = (role: Grant['role'], act: PolicyAct, eyes: object | null) =>
      closedAnywhere({ grants: [grant(role)], viewer: eyes }, act);
    expect(why('COORDINATOR', 'createConsortium', null)).toBeNull();
    expect(why('COORDINATOR', 'createConsortium', viewer)).toBe('VIEW_ONLY');
    expect(why('AUDITOR', 'createConsortium', null)).toBe('READS_ONLY');
    expect(why('AUDITOR', 'createConsortium', viewer)).toBe('READS_ONLY');
    expect(why('AUDITOR', 'listPeople', viewer)).toBeNull();
    expect(why('COORDINATOR', 'readOffer', viewer)).toBe('VIEW_ONLY');
    expect(why('NGO_COUNCIL', 'readAskedRecommendation', viewer)).toBe('VIEW_ONLY');
    expect(why('COORDINATOR', 'readConsortium', viewer)).toBeNull();
  });

  it('never takes something unknown for the same thing', () => {
    for (const relation of ['SELF', 'OWN', 'MEMBER', 'LEADER', 'PLACE', 'COUNTY', 'ENTERED'] as const) {
      expect(stands(grant('COORDINATOR'), relation, {}, null)).toBe(false);
      expect(
        stands(
          grant('COORDINATOR'),
          relation,
          { organisationId: null, teryt: null, personId: null, enteredBy: null },
          null,
        ),
      ).toBe(false);
    }
  });

  it('S-42: lets who looks through another’s eyes see the same and change nothing', () => {
    const officer = asker(grant('MUNICIPALITY_OFFICER', { teryt: '2264011' }));
    const viewed = { ...officer, viewer: { name: 'Administrator' } };
    for (const act of Object.keys(POLICY) as PolicyAct[]) {
      const own = decide(officer, act, sopot, 'DRAFT');
      const seen = decide(viewed, act, sopot, 'DRAFT');
      expect([act, seen.see]).toEqual([act, own.see]);
      if (POLICY[act].does === 'READ' && !sealedToEyes(act)) expect([act, seen]).toEqual([act, own]);
      else expect([act, seen.allow, seen.reason]).toEqual([act, false, own.see ? 'VIEW_ONLY' : 'NOT_THERE']);
    }
    expect(consortiumAccess(viewed.grants, sopot, viewed.viewer)).toEqual({
      see: true,
      edit: false,
      issue: false,
      reason: 'VIEW_ONLY',
    });
  });

  it('does not take a county for a municipality or the other way round', () => {
    expect(stands(grant('MUNICIPALITY_OFFICER', { teryt: '2264' }), 'PLACE', sopot, null)).toBe(false);
    expect(stands(grant('COUNTY_OPERATOR', { teryt: '2264' }), 'COUNTY', sopot, null)).toBe(true);
    expect(stands(grant('COUNTY_OPERATOR', { teryt: '2262' }), 'COUNTY', sopot, null)).toBe(false);
  });
});
