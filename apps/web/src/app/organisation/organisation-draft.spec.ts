import fc from 'fast-check';
import type { OrganisationResponse } from '@zit/contracts';
import {
  changedFields,
  changeOf,
  draftOf,
  emptyDraft,
  fieldsOf,
  rebase,
  settled,
  type OrganisationDraft,
} from './organisation-draft';

const kompas: OrganisationResponse = {
  id: 'kompas',
  version: 3,
  name: 'Stowarzyszenie „Kompas”',
  sector: 'NGO',
  legalForm: '155',
  nip: '9990000014',
  regon: '990000016',
  krs: '0000999001',
  teryt: '2264011',
  municipality: 'Sopot',
  unitOfId: null,
  unitOfName: null,
  address: 'ul. Testowa 1, 81-000 Sopot (adres testowy)',
  email: null,
  phone: null,
  electronicDeliveryAddress: null,
  bankAccount: null,
  representation: [
    {
      person: 'Prezes Zarządu',
      function: 'prezes zarządu',
      mode: 'JOINT_2',
      validFrom: null,
      validTo: null,
      evidence: 'KRS',
    },
  ],
  may: { edit: true, reason: null },
};

const text = fc.string({ maxLength: 12 });
const drafts: fc.Arbitrary<OrganisationDraft> = fc.record({
  name: text,
  legalForm: fc.constantFrom('', '155', '403'),
  sector: fc.constantFrom('', 'NGO', 'JST'),
  nip: text,
  regon: text,
  krs: text,
  unitOfId: fc.constantFrom('', 'gmina'),
  address: text,
  teryt: fc.constantFrom('', '2264011'),
  email: text,
  phone: text,
  electronicDeliveryAddress: text,
  bankAccount: text,
  representation: fc.array(
    fc.record({
      person: text,
      function: text,
      mode: fc.constantFrom('SOLE', 'PROXY'),
      validFrom: text,
      validTo: text,
      evidence: text,
    }),
    { maxLength: 3 },
  ),
});

describe('organisation draft', () => {
  it('a row of the register that nobody touched has no changes', () => {
    expect(changedFields(draftOf(kompas), draftOf(kompas))).toEqual([]);
  });

  it('spaces and hyphens of an identifier are no change', () => {
    const typed = { ...draftOf(kompas), nip: '999-000-00-14', regon: ' 990 000 016 ', krs: '999001' };
    expect(changedFields(draftOf(kompas), typed)).toEqual([]);
  });

  it('sends only what changed, each with the value that it had', () => {
    const typed = { ...draftOf(kompas), phone: ' 58 000 00 00 ', nip: '' };
    expect(changeOf(3, draftOf(kompas), typed, changedFields(draftOf(kompas), typed))).toEqual({
      version: 3,
      changes: { nip: null, phone: '58 000 00 00' },
      base: { nip: '9990000014', phone: null },
    });
  });

  it('an empty form says nothing but null', () => {
    const { name, sector, representation, ...rest } = fieldsOf(emptyDraft());
    expect([name, sector, representation]).toEqual(['', undefined, []]);
    expect(Object.values(rest).every((value) => value === null)).toBe(true);
  });

  it('takes the way in which the server wrote a sent field, unless the person typed on', () => {
    const sent = { ...emptyDraft(), name: 'Kompas  Sopot', phone: '58' };
    const now = { ...sent, name: 'Kompas Sopot' };
    expect(settled(sent, ['name', 'phone'])(sent, now)).toEqual(now);
    const typedOn = { ...sent, name: 'Kompas  Sopot i okolice' };
    expect(settled(sent, ['name'])(typedOn, now).name).toBe('Kompas  Sopot i okolice');
    expect(settled(sent, ['phone'])({ ...sent, phone: '58 ' }, now).phone).toBe('58 ');
  });

  it('a rebase keeps exactly what the person typed and takes everything else', () => {
    fc.assert(
      fc.property(drafts, drafts, drafts, (before, typed, now) => {
        const merged = rebase(typed, before, now);
        const mine = new Set(changedFields(before, typed));
        for (const field of Object.keys(merged) as (keyof OrganisationDraft)[])
          expect(merged[field]).toEqual(mine.has(field) ? typed[field] : now[field]);
      }),
    );
  });
});
