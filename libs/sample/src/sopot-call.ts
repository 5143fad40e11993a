import { CALL_FORM, criteriaText, flatten, OMT_2014, type SheetOf, type SheetValue } from '@zit/domain';
import sopot from './data/sopot-case.json';

const id = (no: number): string => `22640110-2015-4000-8000-${String(no).padStart(12, '0')}`;
const utc = (instant: string): string => new Date(Date.parse(instant)).toISOString();

/** Fresh contents of the call of the Sopot case as its sheet holds them; what the case does not say is plain filling. */
export function sopotCall(): SheetOf<typeof CALL_FORM> {
  const { call, criteria, scoring } = sopot;
  const [council, town] = call.consultations;
  const contents: SheetOf<typeof CALL_FORM> = {
    basics: {
      title: 'Lokalne Centrum w Sopocie',
      purpose: 'Wybór partnerstwa, które poprowadzi Lokalne Centrum w Sopocie.',
      tasks: 'Usługi rynku pracy i usługi społeczne z katalogu.',
      centres: call.centres,
      capGrosze: call.capGrosze,
      periodFrom: call.period.from,
      periodTo: call.period.to,
      legalRegime: 'OWN_REGULATIONS',
      memberSectors: ['NGO', 'JST', 'BUSINESS'],
    },
    rules: {
      ruleSet: OMT_2014.version,
      thresholdPoints: Math.round(Number(scoring.threshold) * 100),
      quorum: scoring.quorum,
      conflictPolicy: 'WHOLE_CALL',
      scoringBody: 'grupa sterująca',
      appealDays: 14,
      ties: scoring.tieBreak.map((by, index) => ({ id: id(100 + index), by })),
    },
    criteria: {
      list: criteria.map(({ code, pl, weight, auto }, index) => ({
        id: id(200 + index),
        code,
        name: pl,
        guidance: null,
        weight,
        kind: auto === undefined ? 'SCORED' : 'RECOMMENDATION',
      })),
    },
    consultations: {
      list: [
        { id: id(300), body: 'NGO_COUNCIL', name: council?.body ?? null, date: council?.date ?? null, opinion: null },
        { id: id(301), body: 'MUNICIPALITY', name: town?.body ?? null, date: town?.date ?? null, opinion: null },
      ],
      remarks: [
        {
          id: id(310),
          consultation: id(300),
          remark: 'Waga rekomendacji rady powinna być jawna.',
          answer: 'Uwzględniono: kryterium K7 ma wagę 5.',
        },
      ],
    },
    resolution: {
      body: 'Spotkanie partnerów',
      number: '1/2015',
      date: '2015-02-20',
      mode: 'OPEN_PARTNERSHIP',
      rules: 'Partnerstwo jest otwarte dla organizacji pozarządowych.',
      adopted: null,
    },
    meetings: {
      list: [
        {
          id: id(400),
          kind: 'PARTNERSHIP',
          at: '2015-02-20T12:00:00.000Z',
          place: 'SCOPiW, sala nr 1',
          invitation: null,
          minutes: 'Przyjęto kryteria, tryb i zasady.',
        },
      ],
      attendance: [{ id: id(410), meeting: id(400), organisation: 'Gmina Miasta Sopotu', people: 2 }],
    },
    notice: {
      text: 'Gmina Miasta Sopotu zaprasza do składania ofert.',
      days: 21,
      dayKind: 'CALENDAR',
      channels: call.channels.map(({ name, publishedOn }, index) => ({
        id: id(500 + index),
        kind: 'WEB' as const,
        name,
        publishedOn,
        link: `https://${name}/`,
        evidence: null,
      })),
    },
    deadline: { opensAt: utc(call.opensAt), closesAt: utc(call.deadlineAt), admitsLate: false },
    texts: {
      documents: 'Oferta, list intencyjny, budżet.',
      procedure: 'Oferty ocenia grupa sterująca.',
      contact: 'Urząd Miasta Sopotu.',
      personalData: 'Dane osób reprezentujących przetwarzamy, aby wybrać partnerstwo.',
    },
  };
  return { ...contents, resolution: { ...contents.resolution, adopted: criteriaText(contents) } };
}

/** The same as values by path. */
export const sopotCallValues = (): Record<string, SheetValue> => flatten(CALL_FORM, sopotCall());
