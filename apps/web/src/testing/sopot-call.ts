import type { CallListItem, CallResponse, PublicCall } from '@zit/contracts';
import { CALL_FORM, criteriaText, flatten, type SheetValues } from '@zit/domain';
import type { CallContents } from '../app/call/reading/call-reading';

const id = (no: number): string => `00000000-0000-4000-8000-${String(no).padStart(12, '0')}`;
const MEETING = id(30);
const COUNCIL = id(20);

const CRITERIA: readonly [string, string, number][] = [
  ['K1', 'Zgodność ze wskaźnikami i diagnozą', 20],
  ['K2', 'Jakość i komplementarność usług', 25],
  ['K3', 'Potencjał i doświadczenie', 15],
  ['K4', 'Skład partnerstwa', 10],
  ['K5', 'Zasadność budżetu i wkład własny', 15],
  ['K6', 'Lokalizacja', 10],
  ['K7', 'Rekomendacja rady', 5],
];

/** The call of Sopot (F.1) as a whole sheet. For specs only. */
export function sopotCall(): CallContents {
  const call: CallContents = {
    basics: {
      title: 'Lokalne Centrum w Sopocie',
      purpose: 'Powstanie partnerstwa na rzecz zatrudnienia.\n\nDrugi akapit celu.',
      tasks: 'Doradztwo\nAsystent osobisty',
      centres: 1,
      capGrosze: 33_000_000,
      periodFrom: '2015-07-01',
      periodTo: '2016-06-30',
      legalRegime: 'OWN_REGULATIONS',
      memberSectors: ['NGO', 'JST'],
    },
    rules: {
      ruleSet: 'OMT-2014/1',
      thresholdPoints: 6_000,
      quorum: 3,
      conflictPolicy: 'WHOLE_CALL',
      scoringBody: 'Grupa sterująca',
      appealDays: 14,
      ties: [
        { id: id(1), by: 'K2' },
        { id: id(2), by: 'LOWER_ZIT' },
        { id: id(3), by: 'LOT' },
      ],
    },
    criteria: {
      list: CRITERIA.map(([code, name, weight], index) => ({
        id: id(10 + index),
        code,
        name,
        guidance: code === 'K2' ? 'Czy usługi się uzupełniają.' : null,
        weight,
        kind: code === 'K7' ? 'RECOMMENDATION' : 'SCORED',
      })),
    },
    consultations: {
      list: [
        {
          id: COUNCIL,
          body: 'NGO_COUNCIL',
          name: 'Sopocka Rada Organizacji',
          date: '2015-02-10',
          opinion: 'Pozytywna.',
        },
        { id: id(21), body: 'MUNICIPALITY', name: 'Gmina Miasta Sopotu', date: '2015-02-12', opinion: null },
      ],
      remarks: [{ id: id(22), consultation: COUNCIL, remark: 'Za mało za jakość.', answer: 'Podniesiono do 25.' }],
    },
    resolution: {
      body: 'Partnerstwo',
      number: '1/2015',
      date: '2015-02-20',
      mode: 'OPEN_PARTNERSHIP',
      rules: 'Partnerstwo jest otwarte.',
      adopted: null,
    },
    meetings: {
      list: [
        {
          id: MEETING,
          kind: 'PARTNERSHIP',
          at: '2015-02-20T12:00:00.000Z',
          place: 'SCOPiW, sala nr 1',
          invitation: null,
          minutes: 'Przyjęto kryteria.',
        },
      ],
      attendance: [{ id: id(31), meeting: MEETING, organisation: 'Stowarzyszenie „Kompas”', people: 2 }],
    },
    notice: {
      text: 'Zapraszamy do składania ofert.',
      days: 21,
      dayKind: 'CALENDAR',
      channels: [
        {
          id: id(40),
          kind: 'WEB',
          name: 'scop.sopot.pl',
          publishedOn: '2015-03-02',
          link: 'https://scop.sopot.pl/nabor',
          evidence: 'zrzut strony',
        },
        { id: id(41), kind: 'WEB', name: 'sopot.pl', publishedOn: '2015-03-02', link: null, evidence: null },
      ],
    },
    deadline: { opensAt: '2015-03-02T08:00:00.000Z', closesAt: '2015-03-31T13:30:00.000Z', admitsLate: false },
    texts: { documents: 'Oferta i budżet.', procedure: null, contact: 'nabory@example.org', personalData: null },
  };
  return { ...call, resolution: { ...call.resolution, adopted: criteriaText(call) } };
}

export const sopotValues = (): SheetValues => flatten(CALL_FORM, sopotCall());

export const callItem = (change: Partial<CallListItem> = {}): CallListItem => ({
  id: 'C1',
  number: null,
  title: 'Lokalne Centrum w Sopocie',
  teryt: '2264011',
  municipality: 'Sopot',
  state: 'DRAFT',
  phase: 'DRAFT',
  opensAt: null,
  deadlineAt: null,
  slug: null,
  updatedAt: '2015-02-20T12:00:00.000Z',
  ...change,
});

export const callResponse = (change: Partial<CallResponse> = {}): CallResponse => ({
  ...callItem(),
  findings: [],
  setAside: 0,
  checkedRev: 7,
  attachments: [],
  attachmentsSha256: 'f'.repeat(64),
  editions: [],
  ruleSets: ['OMT-2014/1'],
  serverTime: '2015-02-25T12:00:00.000Z',
  ...change,
});

/** As the public reads it after its deadline; `serverTime` is the browser's own clock. */
export function publicCall(change: Partial<PublicCall> = {}): PublicCall {
  const call = sopotCall();
  return {
    id: 'C1',
    slug: 'lc-2264-2015-01',
    number: 'LC/2264/2015/01',
    title: 'Lokalne Centrum w Sopocie',
    municipality: 'Sopot',
    phase: 'CLOSED',
    opensAt: '2015-03-02T08:00:00.000Z',
    deadlineAt: '2015-03-31T13:30:00.000Z',
    contents: call,
    attachments: [],
    editions: [
      {
        no: 1,
        kind: 'NOTICE',
        reason: null,
        publishedAt: '2015-03-02T08:00:00.000Z',
        sha256: 'a'.repeat(64),
        differences: [],
        attachments: [],
        outage: null,
      },
    ],
    questions: [],
    questionsNext: null,
    serverTime: new Date().toISOString(),
    ...change,
  };
}
