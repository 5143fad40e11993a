import type {
  BudgetLine,
  LegalRegime,
  MemberRole,
  Period,
  PlannedGroup,
  PlannedService,
  ServicePoint,
} from '@zit/domain';
import { sopotFacts } from '../sopot';

/** A member of a sample consortium; `organisation` is the key of the register's row. */
export interface SampleMember {
  organisation: string;
  role: MemberRole;
  tasks: string[];
  similarProjects3y: number | null;
  turnoverGrosze: number | null;
  votes: number;
  declaredCashGrosze: number | null;
  declaredInKindGrosze: number | null;
}

/** A planned Local Centre; only Sopot's number of centres is known from the programme (slide 11). */
export interface SampleCentre {
  teryt: string;
  name: string;
  phase: number;
}

/** A consortium as people would enter it; lines and services name members by the key of their organisation. */
export interface SampleConsortium {
  key: string;
  title: string;
  centre: SampleCentre;
  callNo: string;
  period: Period;
  legalRegime: LegalRegime;
  capGrosze: number;
  declaredTotalGrosze: number;
  members: SampleMember[];
  lines: BudgetLine[];
  services: PlannedService[];
  targetGroups: PlannedGroup[];
  distinctPersons: number;
  servicePoints: ServicePoint[];
  letterOfIntentSignedOn: string | null;
}

const member = (
  organisation: string,
  role: MemberRole,
  tasks: string[],
  more: Partial<SampleMember> = {},
): SampleMember => ({
  organisation,
  role,
  tasks,
  similarProjects3y: null,
  turnoverGrosze: null,
  votes: 1,
  declaredCashGrosze: null,
  declaredInKindGrosze: null,
  ...more,
});

const KEYS: Readonly<Record<string, string>> = {
  M1: 'kompas',
  M2: 'przystan',
  M3: 'sasiedzi',
  M4: 'gmina-sopot',
  M5: 'molo-praca',
};

const UNITS: Readonly<Record<string, string>> = {
  L03: 'godzina',
  L04: 'godzina',
  L05: 'godzina',
  L06: 'osoba',
  L07: 'stypendium miesięczne',
  L08: 'opieka nad stażem',
  L10: 'godzina',
  L11: 'godzina',
  L13: 'inicjatywa',
};

const keyOf = (id: string): string => KEYS[id] ?? id;

/** The one centre of Sopot (slide 11): whoever answers its call competes for it. */
export const sopotCentre: SampleCentre = { teryt: '2264011', name: 'Lokalne Centrum w Sopocie', phase: 1 };

/** „Kompas Sopocki”, complete: the Sopot case with what a signed agreement needs besides. */
export function kompasSopocki(): SampleConsortium {
  const facts = sopotFacts('A');
  return {
    key: 'kompas-sopocki',
    title: facts.title,
    centre: sopotCentre,
    callNo: 'LC/2264/2015/01',
    period: { from: '2015-07-01', to: '2016-06-30' },
    legalRegime: facts.legalRegime,
    capGrosze: 33_000_000,
    declaredTotalGrosze: 33_000_000,
    members: [
      member(
        'kompas',
        'LEADER',
        ['koordynacja Lokalnego Centrum', 'doradztwo zawodowe', 'poradnictwo prawne', 'informacja i promocja'],
        { similarProjects3y: 2, turnoverGrosze: 61_000_000 },
      ),
      member('przystan', 'PARTNER', ['trenerzy pracy', 'coaching', 'poradnictwo psychologiczne']),
      member('sasiedzi', 'PARTNER', [
        'animacja środowiskowa',
        '„Sąsiedzkie Kluby”',
        'wspieranie inicjatyw mieszkańców',
      ]),
      member('gmina-sopot', 'PARTNER', ['staże finansowane z wkładu własnego', 'udostępnienie lokalu'], {
        declaredCashGrosze: 2_850_000,
        declaredInKindGrosze: 2_100_000,
      }),
      member('molo-praca', 'PARTNER', ['szkolenia', 'opieka nad stażystami', 'pośrednictwo pracy krótkoterminowej']),
    ],
    lines: (facts.lines ?? []).map((line) => ({
      ...line,
      member: keyOf(line.member),
      unit: UNITS[line.no] ?? 'miesiąc',
    })),
    services: facts.services.map(({ code, memberId }) => ({ code, memberId: keyOf(memberId) })),
    targetGroups: facts.targetGroups,
    distinctPersons: 110,
    servicePoints: [
      {
        id: 'punkt-1',
        teryt: '2264011',
        address: 'ul. Testowa 1, 81-000 Sopot (adres testowy)',
        hours: 'poniedziałek–piątek 9:00–17:00',
        accessibility: 'wejście bez progów, toaleta dostosowana',
      },
      {
        id: 'punkt-2',
        teryt: '2264011',
        address: 'ul. Testowa 4, 81-000 Sopot (adres testowy)',
        hours: 'wtorek i czwartek 14:00–19:00',
        accessibility: 'winda, pętla indukcyjna',
      },
    ],
    letterOfIntentSignedOn: '2015-03-05',
  };
}

const line = (
  no: string,
  fields: Pick<BudgetLine, 'category' | 'area' | 'item' | 'member' | 'source' | 'quantity' | 'unitPriceGrosze'>,
): BudgetLine => ({
  no,
  unit: 'miesiąc',
  amountGrosze: fields.quantity * fields.unitPriceGrosze,
  valuation: null,
  justification: null,
  ...fields,
});

/**
 * A consortium in Gdynia that breaks rules, to learn the panel on: one NGO of three, no municipality, a leader
 * without experience, own contribution one grosz short, rooms without a valuation, coaching priced twice,
 * eleven months.
 */
export function gdynskaKotwica(): SampleConsortium {
  return {
    key: 'gdynska-kotwica',
    title: 'Gdyńska Kotwica',
    centre: { teryt: '2262011', name: 'Lokalne Centrum w Gdyni (przykład)', phase: 1 },
    callNo: 'LC/2262/2015/01',
    period: { from: '2015-07-01', to: '2016-05-31' },
    legalRegime: 'OWN_REGULATIONS',
    capGrosze: 33_000_000,
    declaredTotalGrosze: 20_000_000,
    members: [
      member('kotwica', 'LEADER', ['koordynacja', 'coaching'], { similarProjects3y: 0, turnoverGrosze: 12_000_000 }),
      member('stocznia-talentow', 'PARTNER', ['szkolenia'], { similarProjects3y: 1, turnoverGrosze: 80_000_000 }),
      member('port-pracy', 'PARTNER', ['staże'], { declaredInKindGrosze: 2_999_999 }),
    ],
    lines: [
      line('L01', {
        category: 'C1',
        area: 'CROSS',
        item: 'koordynator',
        member: 'kotwica',
        source: 'ZIT',
        quantity: 11,
        unitPriceGrosze: 400_000,
      }),
      line('L02', {
        category: 'C2',
        area: 'LABOUR_MARKET',
        item: 'LM_COACHING',
        member: 'kotwica',
        source: 'ZIT',
        quantity: 100,
        unitPriceGrosze: 10_000,
      }),
      line('L03', {
        category: 'C5',
        area: 'SOCIAL_SERVICES',
        item: 'SS_COACHING',
        member: 'kotwica',
        source: 'ZIT',
        quantity: 100,
        unitPriceGrosze: 10_000,
      }),
      line('L04', {
        category: 'C3',
        area: 'LABOUR_MARKET',
        item: 'LM_TRAINING',
        member: 'stocznia-talentow',
        source: 'ZIT',
        quantity: 40,
        unitPriceGrosze: 200_000,
      }),
      line('L05', {
        category: 'C4',
        area: 'LABOUR_MARKET',
        item: 'LM_INTERNSHIP',
        member: 'port-pracy',
        source: 'ZIT',
        quantity: 1,
        unitPriceGrosze: 2_600_001,
      }),
      line('L06', {
        category: 'C7',
        area: 'CROSS',
        item: 'sala szkoleniowa',
        member: 'port-pracy',
        source: 'OWN_IN_KIND',
        quantity: 1,
        unitPriceGrosze: 2_999_999,
      }),
    ],
    services: [
      { code: 'LM_COACHING', memberId: 'kotwica' },
      { code: 'SS_COACHING', memberId: 'kotwica' },
      { code: 'LM_TRAINING', memberId: 'stocznia-talentow' },
      { code: 'LM_INTERNSHIP', memberId: 'port-pracy' },
    ],
    targetGroups: [{ code: 'YOUTH_UNDER_25', planned: 40 }],
    distinctPersons: 40,
    servicePoints: [],
    letterOfIntentSignedOn: null,
  };
}

/** All consortia of the demo metropolis, fresh at every call. */
export const sampleConsortia = (): SampleConsortium[] => [kompasSopocki(), gdynskaKotwica()];
