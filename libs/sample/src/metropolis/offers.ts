import { flatten, itemName, OFFER_FORM, type Period, type SheetOf, type SheetValues } from '@zit/domain';
import { kompasSopocki, type SampleConsortium, type SampleMember } from './consortia';
import { sampleOrganisation } from './organisations';
import { lateKotwica, nowyKurs, sopotRazem } from './rival-consortia';

type Contents = SheetOf<typeof OFFER_FORM>;
/** Id of a member of the consortium, by the key of its organisation. */
export type MemberIdOf = (organisation: string) => string;

/** An offer of the demo metropolis: its consortium, and what its sheet holds once the members have ids. */
export interface SampleOffer {
  key: string;
  consortium: SampleConsortium;
  contents: (memberId: MemberIdOf) => Contents;
  values: (memberId: MemberIdOf) => SheetValues;
}

/** What the NGO council was told and what it said of the offers that it recommends, by their keys. */
export const COUNCIL_OPINION = {
  of: ['kompas-sopocki', 'nowy-kurs'] as readonly string[],
  summary: 'Lokalne Centrum w Sopocie: usługi rynku pracy i usługi społeczne w jednym miejscu.',
  reasons: 'Oferta odpowiada na potrzeby mieszkańców i współpracuje z organizacjami dzielnicy.',
};

type Change = (contents: Contents, memberId: MemberIdOf) => Contents;

/**
 * The offers of the Sopot case (F.2, F.3) to a call whose period this is: A is complete; B and C lack a little, as
 * offers do some days before the deadline.
 */
export const sampleOffers = (period: Period): SampleOffer[] =>
  offersOf(period, [
    [kompasSopocki(), (contents) => contents],
    [nowyKurs(period), nearlyB],
    [sopotRazem(period), nearlyC],
  ]);

/** The same as they were handed in, and D, which came too late. */
export const receivedOffers = (period: Period): SampleOffer[] =>
  offersOf(
    period,
    [kompasSopocki(), nowyKurs(period), sopotRazem(period), lateKotwica(period)].map((each) => [each, (as) => as]),
  );

function offersOf(period: Period, offers: readonly [SampleConsortium, Change][]): SampleOffer[] {
  return offers.map(([given, change], index) => {
    const consortium = { ...given, period };
    const contents = (memberId: MemberIdOf): Contents => change(fullOffer(consortium, index + 1, memberId), memberId);
    const values = (memberId: MemberIdOf): SheetValues => flatten(OFFER_FORM, contents(memberId));
    return { key: consortium.key, consortium, contents, values };
  });
}

/** The company has not declared anything yet, and nobody wrote how people are recruited. */
const nearlyB = (contents: Contents, memberId: MemberIdOf): Contents => ({
  ...contents,
  groups: { ...contents.groups, recruitment: null },
  declarations: { members: contents.declarations.members.filter(({ id }) => id !== memberId('port-pracy')) },
});

/** Why here, and what the municipality has done before, is still missing. */
const nearlyC = (contents: Contents, memberId: MemberIdOf): Contents => ({
  ...contents,
  places: { ...contents.places, justification: null },
  experience: {
    members: contents.experience.members.map((item) =>
      item.id === memberId('gmina-sopot') ? { ...item, experience: null, people: null } : item,
    ),
  },
});

/** Every section filled in, from what the consortium says and what such offers say. */
function fullOffer(consortium: SampleConsortium, no: number, memberId: MemberIdOf): Contents {
  let last = 0;
  const id = (): string => `2264011b-${String(no).padStart(4, '0')}-4000-8000-${String((last += 1)).padStart(12, '0')}`;
  const { period, title, targetGroups } = consortium;
  const leader = consortium.members.find(({ role }) => role === 'LEADER')?.organisation ?? '';
  const names = consortium.members.map(({ organisation }) => sampleOrganisation(organisation).name).join(', ');
  const points = consortium.servicePoints.map(({ id: _, ...point }, index) => {
    return { id: id(), name: `Punkt ${index + 1}`, ...point };
  });
  return {
    basics: {
      title: `Lokalne Centrum „${title}”`,
      periodFrom: period.from,
      periodTo: period.to,
      summary: `Prowadzimy w Sopocie Lokalne Centrum: doradztwo, szkolenia i staże razem z poradnictwem i samopomocą, dla ${consortium.distinctPersons} osób zagrożonych wykluczeniem i ich rodzin.`,
      needs:
        'Osoby długo pozostające bez pracy trafiają dziś osobno do urzędu pracy i do pomocy społecznej. Potrzebują jednego miejsca i jednego planu.',
      complementarity:
        'Działania uzupełniają ofertę urzędu pracy i ośrodka pomocy społecznej; żadnej usługi nie finansuje się dwa razy.',
      officeEmail: sampleOrganisation(leader).email,
      officePhone: sampleOrganisation(leader).phone,
    },
    partnership: {
      formation: `Partnerstwo powstało po otwartym spotkaniu w Sopocie. Członkowie: ${names}.`,
      cooperation:
        'Lider koordynuje i rozlicza całość, każdy członek odpowiada za swoje usługi i swoje pozycje budżetu.',
      council: 'Rada partnerstwa spotyka się raz w miesiącu; każdy członek ma jeden głos.',
      openness: 'Każda organizacja pozarządowa może przystąpić aneksem, po uchwale rady partnerstwa.',
    },
    services: {
      list: consortium.services.map(({ code, memberId: owner }) => ({
        id: id(),
        member: memberId(owner),
        code,
        goal: '2',
        priority: 'III',
        action: code.startsWith('LM_') ? 'III.1' : 'III.2',
        description: `Usługa „${itemName(code)}” według indywidualnego planu uczestnika, w godzinach otwarcia centrum.`,
      })),
      additions: [],
    },
    groups: {
      distinctPersons: consortium.distinctPersons,
      recruitment:
        'Przez organizacje członkowskie, pracowników socjalnych i ogłoszenia; decyduje kolejność i potrzeba.',
      environment: 'Rodziny uczestników mogą korzystać z poradnictwa i grup samopomocowych.',
      list: targetGroups.map(({ code, planned }) => ({ id: id(), code, planned, note: null })),
    },
    places: {
      justification:
        'Punkty leżą w obszarze objętym lokalnym programem rewitalizacji, gdzie udział osób korzystających z pomocy społecznej jest wyższy niż w mieście.',
      points,
      criteria: [
        {
          id: id(),
          criterion: 'REVITALISATION',
          name: 'udział osób korzystających z pomocy społecznej',
          point: points[0]?.id ?? null,
          value: '8,4',
          unit: '%',
          source: 'lokalny program rewitalizacji (dane testowe)',
          year: Number(period.from.slice(0, 4)) - 1,
          note: null,
        },
        {
          id: id(),
          criterion: 'UNEMPLOYMENT_STRUCTURE',
          name: 'udział długotrwale bezrobotnych',
          point: null,
          value: '41',
          unit: '%',
          source: 'powiatowy urząd pracy (dane testowe)',
          year: Number(period.from.slice(0, 4)) - 1,
          note: null,
        },
      ],
    },
    plan: {
      list: consortium.members.flatMap(({ organisation, tasks }) =>
        tasks.map((name) => ({
          id: id(),
          member: memberId(organisation),
          name,
          description: `Przez cały okres realizacji, z rozliczeniem co miesiąc: ${name}.`,
          groups: targetGroups.slice(0, 3).map(({ code }) => code),
          from: period.from,
          to: period.to,
          outside: null,
        })),
      ),
    },
    indicators: {
      results: 'Uczestnicy wracają do pracy albo do nauki, a wsparcie w dzielnicy działa dalej po zakończeniu oferty.',
      list: [
        indicator(id(), 'OUTPUT', 'osoby objęte wsparciem', consortium.distinctPersons, period.to),
        indicator(id(), 'RESULT', 'osoby pracujące po zakończeniu wsparcia', 30, period.to),
      ],
    },
    experience: { members: consortium.members.map((member) => experience(member, memberId)) },
    budget: {
      declaredTotalGrosze: consortium.declaredTotalGrosze,
      lines: consortium.lines.map(({ no: _, member, quantity, ...line }) => ({
        id: id(),
        ...line,
        member: memberId(member),
        quantity: Math.round(quantity * 1000),
      })),
    },
    contribution: { members: consortium.members.map((member) => contribution(member, memberId)) },
    declarations: {
      members: consortium.members.map(({ organisation }) => ({
        id: memberId(organisation),
        statutory: true,
        noArrears: true,
        notExcluded: true,
        truth: true,
        personalData: true,
        remarks: null,
      })),
    },
  };
}

const indicator = (
  id: string,
  kind: 'OUTPUT' | 'RESULT',
  name: string,
  persons: number,
  due: string,
): Contents['indicators']['list'][number] => ({
  id,
  kind,
  name,
  unit: 'osoba',
  baseline: 0,
  target: persons * 100,
  measurement: 'Lista osób objętych wsparciem, co kwartał, bez danych osobowych w sprawozdaniu.',
  due,
});

const experience = (member: SampleMember, memberId: MemberIdOf): Contents['experience']['members'][number] => ({
  id: memberId(member.organisation),
  similarProjects: member.similarProjects3y ?? 0,
  turnoverGrosze: member.turnoverGrosze,
  experience: `Prowadzimy działania społeczne w Trójmieście; w tej ofercie: ${member.tasks.join(', ')}.`,
  people: 'Zespół z kwalifikacjami do powierzonych zadań, zatrudniony na umowę o pracę.',
  things: 'Pomieszczenia biurowe i sprzęt komputerowy.',
});

const contribution = (member: SampleMember, memberId: MemberIdOf): Contents['contribution']['members'][number] => ({
  id: memberId(member.organisation),
  cashGrosze: member.declaredCashGrosze ?? 0,
  inKindGrosze: member.declaredInKindGrosze ?? 0,
  valuation: member.declaredInKindGrosze ? 'Według cennika wynajmu lokali.' : null,
  evidence: member.declaredCashGrosze ? 'Uchwała budżetowa (dane testowe).' : null,
});
