import { grantableRoles, grantPlace, type GrantedFor, type Granter } from './granting';
import { ROLES } from './role';

const programme: Granter = { as: 'ADMINISTRATOR' };
const owner: Granter = { as: 'OWNER', teryt: null };
const ownerInSopot: Granter = { as: 'OWNER', teryt: '2264011' };
const foundation: GrantedFor = { sector: 'NGO', teryt: '2264011' };
const sopot: GrantedFor = { sector: 'JST', teryt: '2264011' };

describe('granting roles', () => {
  it('S-39: an owner gives what fits the own organisation, never a role of the programme', () => {
    expect(grantableRoles(owner, foundation)).toEqual(['OWNER', 'COORDINATOR', 'EDITOR', 'SIGNER']);
    expect(grantableRoles(ownerInSopot, sopot)).toEqual([
      'OWNER',
      'COORDINATOR',
      'EDITOR',
      'MUNICIPALITY_OFFICER',
      'TREASURER',
      'MUNICIPALITY_SIGNER',
    ]);
    for (const role of ROLES)
      for (const granter of [owner, ownerInSopot])
        expect([role, 'fault' in grantPlace(granter, role, null, null)]).toEqual([role, true]);
  });

  it('S-39: rights over a place are passed on, not made up: a changed seat gives nothing', () => {
    expect(grantableRoles(owner, sopot)).toEqual(['OWNER', 'COORDINATOR', 'EDITOR']);
    expect(grantPlace(owner, 'MUNICIPALITY_OFFICER', sopot, '2264011')).toEqual({ fault: 'ROLE' });
    expect(grantPlace(owner, 'OWNER', sopot, null)).toEqual({ teryt: null });
    expect(grantPlace(ownerInSopot, 'MUNICIPALITY_OFFICER', { ...sopot, teryt: '2262011' }, null)).toEqual({
      teryt: '2264011',
    });
    expect(grantPlace(ownerInSopot, 'MUNICIPALITY_OFFICER', sopot, '2262011')).toEqual({ fault: 'PLACE' });
  });

  it('asks for an organisation or a place where the role needs one, and takes none where it does not', () => {
    expect(grantPlace(programme, 'EDITOR', null, null)).toEqual({ fault: 'ORGANISATION' });
    expect(grantPlace(programme, 'ADMINISTRATOR', foundation, null)).toEqual({ fault: 'ORGANISATION' });
    expect(grantPlace(programme, 'ADMINISTRATOR', null, null)).toEqual({ teryt: null });
    expect(grantPlace(programme, 'AUDITOR', null, '2264')).toEqual({ fault: 'PLACE' });
    expect(grantPlace(programme, 'COUNTY_OPERATOR', null, '2264')).toEqual({ teryt: '2264' });
    expect(grantPlace(programme, 'COUNTY_OPERATOR', foundation, '2264')).toEqual({ teryt: '2264' });
    expect(grantPlace(programme, 'COUNTY_OPERATOR', null, '2264011')).toEqual({ fault: 'PLACE' });
    expect(grantPlace(programme, 'TREASURER', sopot, null)).toEqual({ teryt: '2264011' });
    expect(grantPlace(programme, 'TREASURER', { ...sopot, teryt: null }, null)).toEqual({ fault: 'PLACE' });
    expect(grantPlace(programme, 'TREASURER', foundation, '2264011')).toEqual({ fault: 'ROLE' });
    expect(grantPlace(programme, 'EDITOR', foundation, '2264011')).toEqual({ fault: 'PLACE' });
  });
});
