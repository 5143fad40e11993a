import type { Representation, RepresentationMode, Sector } from '@zit/domain';

/** An organisation of the demo metropolis; `key` names it within the sample. */
export interface SampleOrganisation {
  key: string;
  name: string;
  legalForm: string;
  sector: Sector;
  nip: string;
  regon: string;
  krs: string | null;
  /** Key of the municipality of which it is a unit without legal personality. */
  unitOf: string | null;
  address: string;
  teryt: string;
  email: string;
  phone: string;
  electronicDeliveryAddress: string | null;
  bankAccount: string | null;
  representation: Representation[];
}

const SOPOT = '2264011';
const GDYNIA = '2262011';

/** `of`: the organisation in the genitive. People of the demo have offices instead of names: nobody is invented. */
const signs = (mode: RepresentationMode, of: string, ...functions: string[]): Representation[] =>
  functions.map((office) => ({
    person: `${office.slice(0, 1).toUpperCase()}${office.slice(1)} ${of}`,
    function: office,
    mode,
    validFrom: '2015-01-01',
    validTo: null,
    evidence: mode === 'PROXY' ? 'pełnomocnictwo (dane testowe)' : 'wpis do rejestru (dane testowe)',
  }));

type Row = Pick<SampleOrganisation, 'key' | 'name' | 'legalForm' | 'sector' | 'nip' | 'regon' | 'representation'> &
  Partial<SampleOrganisation> & { street: string };

function organisation({ street, ...row }: Row): SampleOrganisation {
  const teryt = row.teryt ?? SOPOT;
  const town = teryt === SOPOT ? '81-000 Sopot' : '81-300 Gdynia';
  return {
    krs: null,
    unitOf: null,
    address: `${street}, ${town} (adres testowy)`,
    teryt,
    // RFC 2606: names under .example belong to nobody.
    email: `biuro@${row.key}.example`,
    phone: '+48 58 000 00 00',
    electronicDeliveryAddress: null,
    bankAccount: null,
    ...row,
  };
}

/** The five members of „Kompas Sopocki”, organisations that may join, and the members of a consortium in Gdynia. */
export const sampleOrganisations: readonly SampleOrganisation[] = [
  organisation({
    key: 'kompas',
    name: 'Stowarzyszenie „Kompas”',
    legalForm: '155',
    sector: 'NGO',
    nip: '9990000014',
    regon: '990000016',
    krs: '0000999001',
    street: 'ul. Testowa 1',
    bankAccount: '14999999990000000000000001',
    representation: signs('JOINT_2', 'Stowarzyszenia „Kompas”', 'prezes zarządu', 'skarbnik zarządu'),
  }),
  organisation({
    key: 'przystan',
    name: 'Fundacja „Przystań Integracji”',
    legalForm: '148',
    sector: 'NGO',
    nip: '9990000020',
    regon: '990000022',
    krs: '0000999002',
    street: 'ul. Testowa 2',
    representation: signs('SOLE', 'Fundacji „Przystań Integracji”', 'prezes zarządu'),
  }),
  organisation({
    key: 'sasiedzi',
    name: 'Stowarzyszenie „Sąsiedzi z Górki”',
    legalForm: '155',
    sector: 'NGO',
    nip: '9990000037',
    regon: '990000039',
    krs: '0000999003',
    street: 'ul. Testowa 3',
    representation: signs(
      'JOINT_ALL',
      'Stowarzyszenia „Sąsiedzi z Górki”',
      'prezes zarządu',
      'wiceprezes zarządu',
      'sekretarz zarządu',
    ),
  }),
  organisation({
    key: 'gmina-sopot',
    name: 'Gmina Miasta Sopotu',
    legalForm: '403',
    sector: 'JST',
    nip: '9990000043',
    regon: '990000045',
    street: 'ul. Testowa 4',
    representation: signs('SOLE', 'Sopotu', 'prezydent miasta'),
  }),
  organisation({
    key: 'molo-praca',
    name: '„Molo Praca” sp. z o.o.',
    legalForm: '117',
    sector: 'BUSINESS',
    nip: '9990000066',
    regon: '990000051',
    krs: '0000999005',
    street: 'ul. Testowa 5',
    representation: signs('PROXY', '„Molo Praca” sp. z o.o.', 'pełnomocnik zarządu'),
  }),
  organisation({
    key: 'nowe-jutro',
    name: 'Fundacja „Nowe Jutro” (testowa)',
    legalForm: '148',
    sector: 'NGO',
    nip: '9990000072',
    regon: '990000068',
    krs: '0000999006',
    street: 'ul. Testowa 6',
    representation: signs('SOLE', 'Fundacji „Nowe Jutro”', 'prezes zarządu'),
  }),
  organisation({
    key: 'razem-na-molo',
    name: 'Stowarzyszenie „Razem na Molo” (testowe)',
    legalForm: '155',
    sector: 'NGO',
    nip: '9990000089',
    regon: '990000074',
    krs: '0000999007',
    street: 'ul. Testowa 7',
    representation: signs('JOINT_2', 'Stowarzyszenia „Razem na Molo”', 'prezes zarządu', 'wiceprezes zarządu'),
  }),
  organisation({
    key: 'fala',
    name: 'Spółdzielnia Socjalna „Fala” (testowa)',
    legalForm: '140',
    sector: 'NGO_EQUIVALENT',
    nip: '9990000095',
    regon: '990000080',
    krs: '0000999008',
    street: 'ul. Testowa 8',
    representation: signs('SOLE', 'Spółdzielni Socjalnej „Fala”', 'prezes zarządu'),
  }),
  // A unit without legal personality shares the NIP of its municipality: one legal person (N5c).
  organisation({
    key: 'jednostka-sopot',
    name: 'Testowa Jednostka Pomocy Społecznej w Sopocie',
    legalForm: '429',
    sector: 'JST_UNIT',
    nip: '9990000043',
    regon: '990000097',
    unitOf: 'gmina-sopot',
    street: 'ul. Testowa 9',
    representation: signs('PROXY', 'Pomocy Społecznej w Sopocie', 'dyrektor testowej jednostki'),
  }),
  organisation({
    key: 'kotwica',
    name: 'Fundacja „Kotwica” (testowa)',
    legalForm: '148',
    sector: 'NGO',
    nip: '9990000103',
    regon: '990000105',
    krs: '0000999010',
    teryt: GDYNIA,
    street: 'ul. Przykładowa 1',
    representation: signs('SOLE', 'Fundacji „Kotwica”', 'prezes zarządu'),
  }),
  organisation({
    key: 'stocznia-talentow',
    name: '„Stocznia Talentów” sp. z o.o. (testowa)',
    legalForm: '117',
    sector: 'BUSINESS',
    nip: '9990000126',
    regon: '990000111',
    krs: '0000999011',
    teryt: GDYNIA,
    street: 'ul. Przykładowa 2',
    representation: signs('JOINT_2', '„Stocznia Talentów” sp. z o.o.', 'prezes zarządu', 'członek zarządu'),
  }),
  organisation({
    key: 'port-pracy',
    name: '„Port Pracy” sp. z o.o. (testowa)',
    legalForm: '117',
    sector: 'BUSINESS',
    nip: '9990000132',
    regon: '990000128',
    krs: '0000999012',
    teryt: GDYNIA,
    street: 'ul. Przykładowa 3',
    representation: signs('SOLE', '„Port Pracy” sp. z o.o.', 'prezes zarządu'),
  }),
  organisation({
    key: 'gmina-testowa',
    name: 'Gmina Testowa nad Zatoką',
    legalForm: '403',
    sector: 'JST',
    nip: '9990000149',
    regon: '990000134',
    teryt: GDYNIA,
    street: 'ul. Przykładowa 4',
    representation: signs('SOLE', 'Gminy Testowej nad Zatoką', 'prezydent miasta'),
  }),
  organisation({
    key: 'operator',
    name: 'Federacja „Wspólny Kurs” – operator powiatowy (testowa)',
    legalForm: '155',
    sector: 'NGO',
    nip: '9990000155',
    regon: '990000140',
    krs: '0000999014',
    street: 'ul. Testowa 10',
    representation: signs('JOINT_2', 'Federacji „Wspólny Kurs”', 'prezes zarządu', 'skarbnik zarządu'),
  }),
];

/** An organisation of the demo metropolis by its key; throws when there is none. */
export function sampleOrganisation(key: string): SampleOrganisation {
  const found = sampleOrganisations.find((each) => each.key === key);
  if (!found) throw new RangeError(`No sample organisation ${key}`);
  return found;
}
