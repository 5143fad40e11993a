import {
  addDays,
  addMonths,
  CALL_FORM,
  criteriaText,
  flatten,
  fromWarsaw,
  inWarsaw,
  lastDayOf,
  OMT_2014,
  periodOf,
  type Instant,
  type LocalDate,
  type SheetOf,
  type SheetValues,
} from '@zit/domain';

/** A call of the demo metropolis, by what its sheet says. */
export interface SampleCall {
  id: string;
  teryt: string;
  title: string;
  values: SheetValues;
  /** Is it published when it is planted? */
  published: boolean;
}

const SOPOT = '2264011';
const id = (no: number): string => `2264011a-0000-4000-8000-${String(no).padStart(12, '0')}`;

/** The criteria of the Sopot case (F.4): code, what is scored, weight. */
const CRITERIA: readonly [string, string, number][] = [
  ['K1', 'zgodność ze wskaźnikami projektu i z diagnozą', 20],
  ['K2', 'jakość i komplementarność usług', 25],
  ['K3', 'potencjał i doświadczenie lidera i partnerów', 15],
  ['K4', 'skład partnerstwa i jego międzysektorowość', 10],
  ['K5', 'zasadność budżetu i wkład własny', 15],
  ['K6', 'położenie (rewitalizacja i inne kryteria lokalizacji)', 10],
  ['K7', 'rekomendacja rady organizacji pozarządowych', 5],
];

/**
 * Calls as they would stand on this day: one that was announced yesterday and takes offers for a month, and a draft
 * that was begun.
 */
export function sampleCalls(today: LocalDate): SampleCall[] {
  const title = 'Lokalne Centrum w Sopocie';
  return [
    { id: id(101), teryt: SOPOT, title, values: flatten(CALL_FORM, announcedCall(today)), published: true },
    {
      id: id(102),
      teryt: SOPOT,
      title: 'Lokalne Centrum w Sopocie, nabór uzupełniający',
      values: {
        'basics.purpose': 'Drugie miejsce świadczenia usług, w dzielnicy Brodwino.',
        'basics.capGrosze': 12_000_000,
        'rules.ruleSet': OMT_2014.version,
        'notice.days': 21,
        'notice.dayKind': 'CALENDAR',
      },
      published: false,
    },
  ];
}

/**
 * A call like that of the Sopot case whose deadline is this instant, for offers that have been received; announced
 * five weeks before.
 */
export function closingCall(closesAt: Instant): SampleCall {
  const call = announcedCall(addDays(inWarsaw(closesAt).date, -35));
  const title = 'Lokalne Centrum w Sopocie, edycja pierwsza';
  const contents = {
    ...call,
    basics: { ...call.basics, title, ...periodAfter(inWarsaw(closesAt).date) },
    deadline: { ...call.deadline, closesAt },
  };
  return { id: id(103), teryt: SOPOT, title, values: flatten(CALL_FORM, contents), published: true };
}

/** Who sits in the commission of that call, by the key of the person; who only keeps the minutes does not score. */
export const SAMPLE_COMMISSION = {
  basis: 'Zarządzenie nr 1 w sprawie powołania grupy sterującej (dane testowe)',
  seats: [
    { person: 'przewodniczacy', office: 'CHAIR', namedBy: 'partnerzy Lokalnego Centrum' },
    { person: 'oceniajacy-s5', office: 'SECRETARY', namedBy: 'partnerzy Lokalnego Centrum' },
    { person: 'oceniajacy-s1', office: 'MEMBER', namedBy: 'forum organizacji pozarządowych' },
    { person: 'oceniajacy-s2', office: 'MEMBER', namedBy: 'Gmina Miasta Sopotu' },
    { person: 'oceniajacy-s3', office: 'MEMBER', namedBy: 'rada organizacji pozarządowych' },
    { person: 'oceniajacy-s4', office: 'MEMBER', namedBy: 'partnerzy Lokalnego Centrum' },
  ],
} as const;

/** Twelve months from the first of a month, when assessment and agreement are through: as the rule set wants. */
function periodAfter(closes: LocalDate): { periodFrom: LocalDate; periodTo: LocalDate } {
  const { from, to } = periodOf(`${addMonths(closes, 3).slice(0, 8)}01`, 12);
  return { periodFrom: from, periodTo: to };
}

/** The call of the Sopot case (A.9, F.1, F.4) with its days moved, so that it is open on that day; nothing is amiss. */
export function announcedCall(today: LocalDate): SheetOf<typeof CALL_FORM> {
  const at = (date: LocalDate, time: string): Instant => fromWarsaw(date, time)[0] ?? '';
  const closes = lastDayOf(today, 30, 'CALENDAR');
  const call: SheetOf<typeof CALL_FORM> = {
    basics: {
      title: 'Lokalne Centrum w Sopocie',
      purpose:
        'Wybór partnerstwa, które poprowadzi Lokalne Centrum: miejsce, w którym mieszkańcy zagrożeni wykluczeniem dostają razem pracę i usługi społeczne.',
      tasks:
        'Usługi rynku pracy i usługi społeczne z katalogu przedsięwzięcia, co najmniej w dwóch miejscach na terenie Sopotu.',
      centres: 1,
      capGrosze: 33_000_000,
      ...periodAfter(closes),
      legalRegime: 'OWN_REGULATIONS',
      memberSectors: ['NGO', 'JST', 'BUSINESS'],
    },
    rules: {
      ruleSet: OMT_2014.version,
      thresholdPoints: 6_000,
      quorum: 3,
      conflictPolicy: 'WHOLE_CALL',
      scoringBody: 'grupa sterująca',
      appealDays: 14,
      ties: ['K2', 'K5', 'LOWER_ZIT', 'LOT'].map((by, index) => ({ id: id(110 + index), by })),
    },
    criteria: {
      list: CRITERIA.map(([code, name, weight], index) => ({
        id: id(120 + index),
        code,
        name,
        guidance: null,
        weight,
        kind: code === 'K7' ? 'RECOMMENDATION' : 'SCORED',
      })),
    },
    consultations: {
      list: [
        {
          id: id(130),
          body: 'NGO_COUNCIL',
          name: 'Sopocka Rada Organizacji Pozarządowych',
          date: addDays(today, -40),
          opinion: 'Kryteria zaopiniowane pozytywnie, z jedną uwagą.',
        },
        {
          id: id(131),
          body: 'MUNICIPALITY',
          name: 'Gmina Miasta Sopotu',
          date: addDays(today, -38),
          opinion: 'Bez zastrzeżeń.',
        },
      ],
      remarks: [
        {
          id: id(132),
          consultation: id(130),
          remark: 'Waga rekomendacji rady powinna być jawna od początku.',
          answer: 'Uwzględniono: rekomendacja to kryterium K7 o wadze 5.',
        },
      ],
    },
    resolution: {
      body: 'Spotkanie partnerów Lokalnego Centrum w Sopocie',
      number: '1',
      date: addDays(today, -20),
      mode: 'OPEN_PARTNERSHIP',
      rules: 'Partnerstwo jest otwarte; organizacje pozarządowe stanowią w nim co najmniej połowę członków.',
      adopted: null,
    },
    meetings: {
      list: [
        {
          id: id(140),
          kind: 'PARTNERSHIP',
          at: at(addDays(today, -20), '13:00'),
          place: 'SCOPiW w Sopocie, sala nr 1',
          invitation: 'Zapraszamy organizacje, przedsiębiorców i instytucje do partnerstwa Lokalnego Centrum.',
          minutes: 'Przyjęto kryteria, tryb i zasady utworzenia partnerstwa. Lista obecności w załączeniu.',
        },
      ],
      attendance: [
        { id: id(141), meeting: id(140), organisation: 'Stowarzyszenie „Kompas”', people: 3 },
        { id: id(142), meeting: id(140), organisation: 'Fundacja „Przystań Integracji”', people: 2 },
        { id: id(143), meeting: id(140), organisation: 'Gmina Miasta Sopotu', people: 2 },
      ],
    },
    notice: {
      text: 'Gmina Miasta Sopotu zaprasza partnerstwa do składania ofert na prowadzenie Lokalnego Centrum w Sopocie.',
      days: 21,
      dayKind: 'CALENDAR',
      channels: [
        {
          id: id(150),
          kind: 'WEB',
          name: 'scop.sopot.pl',
          publishedOn: addDays(today, -1),
          link: 'https://scop.sopot.pl/',
          evidence: null,
        },
        {
          id: id(151),
          kind: 'WEB',
          name: 'sopot.pl',
          publishedOn: addDays(today, -1),
          link: 'https://sopot.pl/',
          evidence: null,
        },
      ],
    },
    deadline: { opensAt: at(addDays(today, -1), '09:00'), closesAt: at(closes, '15:30'), admitsLate: false },
    texts: {
      documents: 'Oferta, list intencyjny wszystkich członków, potwierdzenia udziału, budżet z wkładem własnym.',
      procedure:
        'Oferty ocenia grupa sterująca, każdy oceniający osobno; liczy się średnia. Gmina może unieważnić nabór z podaniem powodu.',
      contact: 'Urząd Miasta Sopotu, stanowisko do spraw organizacji pozarządowych.',
      personalData: 'Dane osób reprezentujących członków przetwarzamy, aby wybrać partnerstwo i je rozliczyć.',
    },
  };
  return { ...call, resolution: { ...call.resolution, adopted: criteriaText(call) } };
}
