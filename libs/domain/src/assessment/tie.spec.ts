import { sopotFacts } from '@zit/sample';
import { conflictsOf, type OfferParty, type PersonTie } from './tie';

const DEADLINE = '2015-03-31';

/** Members of „Kompas Sopocki”; the company is owned by nobody of the call. */
const parties: OfferParty[] = sopotFacts('A').members.map(({ id, name, sector, nip, krs }) => ({
  ...{ member: id, name, sector, nip: nip ?? null, krs: krs ?? null, ownerNip: null },
}));
const [kompas, przystan] = parties as [OfferParty, OfferParty];
const municipality = parties.find(({ sector }) => sector === 'JST') as OfferParty;

const tie = (more: Partial<PersonTie>): PersonTie => ({
  ...{ kind: 'BOARD', nip: null, krs: null, from: null, to: null, source: 'DECLARED' },
  ...more,
});
const weights = (...ties: PersonTie[]): string[] =>
  conflictsOf(ties, parties, DEADLINE).map(({ weight, kind, member }) => `${weight} ${kind} ${member}`);

describe('conflicts of interests follow identities', () => {
  it('F.4: who was treasurer of the leader until 2014 is barred, by NIP or by KRS alone', () => {
    expect(weights(tie({ nip: kompas.nip, to: '2014-06-30' }))).toEqual(['HARD BOARD M1']);
    expect(weights(tie({ krs: kompas.krs, to: '2014-06-30' }))).toEqual(['HARD BOARD M1']);
  });

  it('three years before the deadline still count, the day before them does not', () => {
    expect(weights(tie({ nip: kompas.nip, to: '2012-03-31' }))).toHaveLength(1);
    expect(weights(tie({ nip: kompas.nip, to: '2012-03-30' }))).toEqual([]);
    expect(weights(tie({ nip: kompas.nip, to: '2001-01-01', kind: 'FAMILY' }))).toEqual(['HARD FAMILY M1']);
  });

  it('an unknown identity is nobody’s: two unknown numbers are not the same', () => {
    const nameless = parties.map((party) => ({ ...party, nip: null, krs: null }));
    expect(conflictsOf([tie({}), tie({ nip: kompas.nip })], nameless, DEADLINE)).toEqual([]);
  });

  it('work for a municipality that takes part and a common project wait for the chair', () => {
    expect(
      weights(
        tie({ nip: municipality.nip, kind: 'EMPLOYMENT' }),
        tie({ nip: przystan.nip, kind: 'COMMON_PROJECT' }),
        tie({ nip: przystan.nip, kind: 'EMPLOYMENT' }),
      ),
    ).toEqual(['HARD EMPLOYMENT M2', `SOFT EMPLOYMENT ${municipality.member}`, 'SOFT COMMON_PROJECT M2']);
  });

  it('what a municipality owns is seen through, once, and softly', () => {
    const company: OfferParty = { ...przystan, sector: 'BUSINESS', nip: '9990000066', ownerNip: municipality.nip };
    const found = conflictsOf([tie({ nip: municipality.nip })], [company, municipality], DEADLINE);
    expect(found.map(({ weight, member, through }) => [weight, member, through])).toEqual([
      ['HARD', municipality.member, false],
      ['SOFT', company.member, true],
    ]);
  });
});
