import type { BudgetLine, Period } from '@zit/domain';
import { sopotCentre, type SampleConsortium, type SampleMember } from './consortia';

const SOPOT = sopotCentre.teryt;

const member = (
  organisation: string,
  role: SampleMember['role'],
  tasks: string[],
  more: Partial<SampleMember> = {},
): SampleMember => ({
  organisation,
  role,
  tasks,
  similarProjects3y: null,
  turnoverGrosze: null,
  votes: 1,
  declaredCashGrosze: 0,
  declaredInKindGrosze: 0,
  ...more,
});

type Row = [
  category: string,
  area: BudgetLine['area'],
  item: string,
  member: string,
  source: BudgetLine['source'],
  quantity: number,
  unitPriceGrosze: number,
  unit: string,
];

const linesOf = (rows: readonly Row[]): BudgetLine[] =>
  rows.map(([category, area, item, owner, source, quantity, unitPriceGrosze, unit], index) => ({
    no: `L${String(index + 1).padStart(2, '0')}`,
    category,
    area,
    item,
    member: owner,
    source,
    unit,
    quantity,
    unitPriceGrosze,
    amountGrosze: quantity * unitPriceGrosze,
    valuation: source === 'OWN_IN_KIND' ? 'cennik wynajmu sal (dane testowe)' : null,
    justification: null,
  }));

/** Offer B of the Sopot case (F.3): two NGOs, a unit of the municipality and a company; 50 % is enough. */
export function nowyKurs(period: Period): SampleConsortium {
  const rows: Row[] = [
    ['C1', 'CROSS', 'koordynator', 'nowe-jutro', 'ZIT', 12, 450_000, 'miesiąc'],
    ['C2', 'LABOUR_MARKET', 'LM_CAREER_ADVICE', 'nowe-jutro', 'ZIT', 600, 8_000, 'godzina'],
    ['C2', 'LABOUR_MARKET', 'LM_JOB_COACH', 'fala', 'ZIT', 600, 8_000, 'godzina'],
    ['C3', 'LABOUR_MARKET', 'LM_TRAINING', 'port-pracy', 'ZIT', 30, 180_000, 'osoba'],
    ['C5', 'SOCIAL_SERVICES', 'SS_ADVICE_PSYCH', 'fala', 'ZIT', 400, 9_000, 'godzina'],
    ['C6', 'SOCIAL_SERVICES', 'SS_SUPPORT_GROUPS', 'nowe-jutro', 'ZIT', 12, 200_000, 'miesiąc'],
    ['C8', 'CROSS', 'informacja i promocja', 'nowe-jutro', 'ZIT', 12, 137_500, 'miesiąc'],
    ['C4', 'LABOUR_MARKET', 'LM_INTERNSHIP', 'jednostka-sopot', 'OWN_CASH', 30, 95_000, 'stypendium miesięczne'],
    ['C7', 'CROSS', 'sala spotkań', 'jednostka-sopot', 'OWN_IN_KIND', 12, 175_000, 'miesiąc'],
  ];
  return {
    key: 'nowy-kurs',
    title: 'Nowy Kurs',
    centre: sopotCentre,
    callNo: 'LC/2264/2015/01',
    period,
    legalRegime: 'OWN_REGULATIONS',
    capGrosze: 33_000_000,
    declaredTotalGrosze: 33_000_000,
    members: [
      member('nowe-jutro', 'LEADER', ['koordynacja', 'doradztwo zawodowe', 'grupy wsparcia'], {
        similarProjects3y: 1,
        turnoverGrosze: 42_000_000,
      }),
      member('fala', 'PARTNER', ['trenerzy pracy', 'poradnictwo psychologiczne']),
      member('jednostka-sopot', 'PARTNER', ['staże z wkładu własnego', 'sala spotkań'], {
        declaredCashGrosze: 2_850_000,
        declaredInKindGrosze: 2_100_000,
      }),
      member('port-pracy', 'PARTNER', ['szkolenia']),
    ],
    lines: linesOf(rows),
    services: rows.filter(([, , item]) => /^[A-Z]{2}_/.test(item)).map(([, , code, memberId]) => ({ code, memberId })),
    targetGroups: [
      { code: 'UNEMPLOYED_LONG_TERM', planned: 45 },
      { code: 'ADDICTED', planned: 15 },
      { code: 'SINGLE_MOTHERS', planned: 20 },
    ],
    distinctPersons: 70,
    servicePoints: [
      {
        id: 'punkt-1',
        teryt: SOPOT,
        address: 'ul. Testowa 6, 81-000 Sopot (adres testowy)',
        hours: 'poniedziałek–piątek 10:00–18:00',
        accessibility: 'wejście bez progów',
      },
    ],
    letterOfIntentSignedOn: null,
  };
}

/** Offer C of the Sopot case (F.3): two NGOs and the municipality; no business, which is a warning. */
export function sopotRazem(period: Period): SampleConsortium {
  const rows: Row[] = [
    ['C1', 'SOCIAL_SERVICES', 'SS_ANIMATION', 'razem-na-molo', 'ZIT', 12, 500_000, 'miesiąc'],
    ['C2', 'LABOUR_MARKET', 'LM_JOB_CLUB', 'razem-na-molo', 'ZIT', 12, 400_000, 'miesiąc'],
    ['C2', 'LABOUR_MARKET', 'LM_CAREER_ADVICE', 'kotwica', 'ZIT', 500, 9_000, 'godzina'],
    ['C3', 'LABOUR_MARKET', 'LM_TRAINING', 'kotwica', 'ZIT', 25, 200_000, 'osoba'],
    ['C5', 'SOCIAL_SERVICES', 'SS_ADVICE_LEGAL', 'razem-na-molo', 'ZIT', 400, 9_000, 'godzina'],
    ['C6', 'SOCIAL_SERVICES', 'SS_RESIDENT_INITIATIVES', 'razem-na-molo', 'ZIT', 11, 300_000, 'inicjatywa'],
    ['C4', 'LABOUR_MARKET', 'LM_INTERNSHIP', 'gmina-sopot', 'OWN_CASH', 40, 90_000, 'stypendium miesięczne'],
    ['C7', 'CROSS', 'lokal', 'gmina-sopot', 'OWN_IN_KIND', 12, 100_000, 'miesiąc'],
  ];
  return {
    key: 'sopot-razem',
    title: 'Sopot Razem',
    centre: sopotCentre,
    callNo: 'LC/2264/2015/01',
    period,
    legalRegime: 'OWN_REGULATIONS',
    capGrosze: 33_000_000,
    declaredTotalGrosze: 32_000_000,
    members: [
      member('razem-na-molo', 'LEADER', ['animacja', 'kluby pracy', 'poradnictwo prawne'], {
        similarProjects3y: 3,
        turnoverGrosze: 38_500_000,
      }),
      member('kotwica', 'PARTNER', ['doradztwo zawodowe', 'szkolenia']),
      member('gmina-sopot', 'PARTNER', ['staże z wkładu własnego', 'lokal'], {
        declaredCashGrosze: 3_600_000,
        declaredInKindGrosze: 1_200_000,
      }),
    ],
    lines: linesOf(rows),
    services: rows.filter(([, , item]) => /^[A-Z]{2}_/.test(item)).map(([, , code, memberId]) => ({ code, memberId })),
    targetGroups: [
      { code: 'SENIORS_60_PLUS', planned: 40 },
      { code: 'WOMEN_INACTIVE', planned: 25 },
      { code: 'POOR_HOUSING', planned: 20 },
    ],
    distinctPersons: 75,
    servicePoints: [
      {
        id: 'punkt-1',
        teryt: SOPOT,
        address: 'ul. Testowa 7, 81-000 Sopot (adres testowy)',
        hours: 'wtorek–sobota 9:00–17:00',
        accessibility: 'winda, toaleta dostosowana',
      },
    ],
    letterOfIntentSignedOn: null,
  };
}

/** Offer D of the Sopot case (F.1): the members and the work of C under another leader; it comes a second too late. */
export function lateKotwica(period: Period): SampleConsortium {
  const c = sopotRazem(period);
  return {
    ...c,
    key: 'spozniona-kotwica',
    title: 'Spóźniona Kotwica',
    members: c.members.map((each) =>
      each.organisation === 'kotwica'
        ? { ...each, role: 'LEADER', similarProjects3y: 2, turnoverGrosze: 40_000_000 }
        : { ...each, role: 'PARTNER' },
    ),
  };
}
