import { counted, plural } from './plural';

const consortia = (n: number): string => `${n} ${plural(n, 'konsorcjum', 'konsorcja', 'konsorcjów')}`;

/** Genitive plural serves both 2 and 5: „2 członków”. */
const members = (n: number): string => (n === 1 ? '1 członek' : `${n} członków`);

export const startWords = {
  title: 'Start',
  waiting: 'Co czeka na Ciebie',
  waitingLead: {
    ADMINISTRATOR: 'Wszystkie konsorcja programu i rejestr organizacji.',
    COUNTY_OPERATOR: 'Konsorcja Lokalnych Centrów w Twoim powiecie.',
    MUNICIPALITY_OFFICER: 'Konsorcja Lokalnych Centrów w Twojej gminie i dokumenty do wydania.',
    COORDINATOR: 'Konsorcja, które koordynujesz.',
    EDITOR: 'Konsorcja, w których uczestniczy Twoja organizacja.',
    AUDITOR: 'Konsorcja i dokumenty do wglądu.',
    TREASURER: 'Konsorcja i dokumenty Twojej gminy do wglądu.',
    MUNICIPALITY_SIGNER: 'Konsorcja i dokumenty Twojej gminy.',
    SIGNER: 'Konsorcja i dokumenty Twojej organizacji.',
    OWNER: 'Konsorcja Twojej organizacji; osoby, które w niej działają, są w części „Osoby”.',
    ASSESSOR: 'Nabory, w których komisjach zasiadasz: oświadczenie, a potem oferty do oceny.',
    CHAIR: 'Nabory, którym przewodniczysz: oświadczenie, konflikty, przydział i ocena ofert.',
    NGO_COUNCIL: 'Prośby konsorcjów o rekomendację ich ofert.',
    DEFS_OFFICER: 'Sprawy instytucji finansującej pojawią się tutaj, gdy ruszy nabór.',
  },
  offers: { title: 'Oferty w otwartych naborach', until: (when: string) => `termin: ${when}` },
  requests: { title: 'Prośby o rekomendację, które czekają na uchwałę' },
  waitingLeadNobody: 'Wybierz u góry strony, w czyim imieniu działasz.',
  waitingLeadNoRole:
    'Twoje konto nie ma teraz żadnej roli. O zaproszenie poproś opiekuna dostępu swojej organizacji albo administratora programu.',
  verdict: {
    ready: 'Spełnia wszystkie reguły',
    warnings: (n: number) => `Można wydać umowę, uwag: ${n}`,
    blocked: (n: number) => `Do poprawy: ${n}`,
    unknown: 'Sprawdzanie reguł…',
  },
  count: consortia,
  members,
  total: 'Wartość',
  leader: 'Lider',
  noLeader: 'nie wskazano',
  changed: (when: string) => `Zmiana: ${when}`,
  open: 'Otwórz konsorcjum',
  repair: 'Zobacz, co poprawić',
  documents: 'Dokumenty',
  kind: {
    PARTNERSHIP_AGREEMENT: 'Umowa o partnerstwie',
    ANNEX: 'Aneks do umowy',
    LETTER_OF_INTENT: 'List intencyjny',
    LETTER_OF_CONFIRMATION: 'List potwierdzający',
  },
  prepareAgreement: 'Przygotuj umowę',
  openDraft: 'Otwórz projekt umowy',
  openAgreement: 'Otwórz wydaną umowę',
  number: (number: string) => `nr ${number}`,
  all: 'Wszystkie konsorcja',
  moreToMend: (n: number) => `i jeszcze ${n}`,
  preparing: 'Przygotowywanie…',
  status: { DRAFT: 'projekt', ISSUED: 'wydano', SUPERSEDED: 'zastąpiono nowszym' },
  allDocuments: 'Wszystkie dokumenty',
  empty: {
    title: 'Nie ma jeszcze konsorcjum',
    text: 'Konsorcjum łączy gminę z organizacjami, które razem poprowadzą Lokalne Centrum.',
    action: 'Załóż konsorcjum',
  },
  emptyReader: {
    title: 'Nie ma konsorcjów do pokazania',
    text: 'Pojawią się tutaj, gdy organizacja, w imieniu której działasz, wejdzie do konsorcjum.',
    action: 'Przejdź do rejestru organizacji',
  },
  emptyOwner: {
    title: 'Nie ma jeszcze konsorcjum',
    text: 'Konsorcjum zakłada i prowadzi koordynator. Zaproś osobę, która nim zostanie, albo przyjdź tu później: konsorcja organizacji pojawią się w tym miejscu.',
    action: 'Zaproś osobę',
  },
  approvals: {
    title: 'Zaproszenia do zatwierdzenia',
    yours: (n: number) =>
      `${counted(n, 'zaproszenie', 'zaproszenia', 'zaproszeń')} ${plural(n, 'czeka', 'czekają', 'czeka')} na Twoją decyzję.`,
    stuck: (n: number) =>
      `Zaproszenia od Ciebie, które czekają: ${n}. W programie nie ma drugiego administratora, który mógłby je zatwierdzić. Zaproś go.`,
    open: 'Przejdź do zaproszeń',
    inviteSecond: 'Zaproś drugiego administratora',
  },
  createConsortium: 'Załóż konsorcjum',
} as const;

export const helpWords = {
  title: 'Pomoc',
  lead: 'Najkrótsza droga od pomysłu do podpisanej umowy.',
  steps: [
    {
      title: 'Zbierz organizacje',
      text: 'Wyszukaj każdą organizację w rejestrze; gdy jej nie ma, dopisz ją razem z osobami, które mogą ją reprezentować.',
    },
    {
      title: 'Złóż konsorcjum',
      text: 'Dodaj członków, wskaż lidera, zadania, usługi i punkty. Panel obok liczy reguły na bieżąco i podpowiada najtańszą poprawkę.',
    },
    {
      title: 'Uzupełnij budżet',
      text: 'Wpisz pozycje albo wklej je z arkusza kalkulacyjnego. Sumy i wkład własny przeliczają się od razu.',
    },
    {
      title: 'Wydaj dokumenty',
      text: 'Obejrzyj podgląd listu intencyjnego i umowy, a potem wydaj: portal nada numer i zapisze gotowy plik PDF i DOCX.',
    },
  ],
  wordsTitle: 'Słowa, które tu spotkasz',
  words: [
    { term: 'Lokalne Centrum', text: 'miejsce w gminie, które łączy usługi rynku pracy i usługi społeczne.' },
    {
      term: 'Konsorcjum',
      text: 'gmina, organizacje pozarządowe i inni partnerzy, którzy razem prowadzą Lokalne Centrum.',
    },
    { term: 'Wkład własny', text: 'pieniądze albo praca i rzeczy członków; co najmniej 15\u00a0% całej wartości.' },
    {
      term: 'Wydanie dokumentu',
      text: 'zamrożenie danych, nadanie numeru i zapisanie pliku, którego nikt już nie zmieni.',
    },
  ],
  keyboardTitle: 'Klawiatura',
  keyboard: 'Cały portal działa bez myszy: Tab przechodzi dalej, Enter wykonuje, Esc zamyka okno.',
  example: 'Zobacz wypełniony przykład',
} as const;
