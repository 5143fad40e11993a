import { consortiumAccess, consortiumFounding, consortiumScope, type ConsortiumStanding } from './consortium';
import type { Grant } from './grant';
import { ROLES } from './role';

const sopot: ConsortiumStanding = {
  teryt: '2264011',
  memberOrganisationIds: ['kompas', 'przystan', 'gmina'],
  leaderOrganisationIds: ['kompas'],
};
const grant = (role: Grant['role'], organisationId: string | null = null, teryt: string | null = null): Grant => ({
  role,
  organisationId,
  teryt,
});

describe('who may do what with a consortium', () => {
  it('lets the administrator, the officer of the place and the coordinator of the leader do everything', () => {
    for (const all of [
      grant('ADMINISTRATOR'),
      grant('MUNICIPALITY_OFFICER', 'gmina', '2264011'),
      grant('COORDINATOR', 'kompas'),
    ])
      expect(consortiumAccess([all], sopot)).toEqual({ see: true, edit: true, issue: true, reason: null });
  });

  it('lets editors of members edit but not issue, and says why', () => {
    for (const editor of [grant('EDITOR', 'kompas'), grant('EDITOR', 'przystan'), grant('COORDINATOR', 'przystan')])
      expect(consortiumAccess([editor], sopot)).toEqual({
        see: true,
        edit: true,
        issue: false,
        reason: 'LEADER_OR_PLACE_ISSUES',
      });
  });

  it('lets the auditor, the county, and who signs, pays or grants access for a party read', () => {
    for (const reader of [
      grant('AUDITOR'),
      grant('COUNTY_OPERATOR', 'rada', '2264'),
      grant('TREASURER', 'gmina', '2264011'),
      grant('MUNICIPALITY_SIGNER', 'gmina', '2264011'),
      grant('SIGNER', 'przystan'),
      grant('OWNER', 'kompas'),
    ])
      expect(consortiumAccess([reader], sopot)).toEqual({ see: true, edit: false, issue: false, reason: 'READS_ONLY' });
  });

  it('does not exist for anybody else', () => {
    for (const stranger of [
      grant('COUNTY_OPERATOR', 'rada', '2262'),
      grant('COUNTY_OPERATOR', 'rada', null),
      grant('MUNICIPALITY_OFFICER', 'gdynia', '2262011'),
      grant('COORDINATOR', 'obcy'),
      grant('EDITOR', null),
      grant('TREASURER', 'gdynia', '2262011'),
      grant('OWNER', 'obcy'),
      grant('ASSESSOR'),
      grant('CHAIR'),
      grant('NGO_COUNCIL', null, '2264'),
      grant('DEFS_OFFICER'),
    ])
      expect(consortiumAccess([stranger], sopot).see).toBe(false);
    expect(consortiumAccess([], sopot).see).toBe(false);
  });

  it('lists exactly what it shows', () => {
    for (const role of ROLES)
      for (const organisationId of ['kompas', 'obcy', null])
        for (const teryt of ['2264011', '2262011', '2264', '2262', null]) {
          const scope = consortiumScope([{ role, organisationId, teryt }]);
          const listed =
            scope.all ||
            scope.terytPrefixes.some((prefix) => sopot.teryt.startsWith(prefix)) ||
            scope.organisationIds.some((id) => sopot.memberOrganisationIds.includes(id));
          const seen = consortiumAccess([{ role, organisationId, teryt }], sopot).see;
          expect([role, organisationId, teryt, listed]).toEqual([role, organisationId, teryt, seen]);
        }
  });

  it('founds with the coordinator as leader, in the place with the officer, nowhere for readers', () => {
    expect(consortiumFounding([grant('COORDINATOR', 'kompas')], 'kompas', '2264011')).toEqual({
      create: true,
      leaderOrganisationId: 'kompas',
    });
    expect(consortiumFounding([grant('MUNICIPALITY_OFFICER', 'gmina', '2264011')], 'gmina', '2264011').create).toBe(
      true,
    );
    expect(consortiumFounding([grant('MUNICIPALITY_OFFICER', 'gmina', '2262011')], 'gmina', '2264011').create).toBe(
      false,
    );
    expect(consortiumFounding([grant('AUDITOR'), grant('EDITOR', 'kompas')], null, '2264011').create).toBe(false);
    expect(
      consortiumFounding([grant('COORDINATOR', 'a'), grant('COORDINATOR', 'b')], 'b', '2264011').leaderOrganisationId,
    ).toBe('b');
  });
});
