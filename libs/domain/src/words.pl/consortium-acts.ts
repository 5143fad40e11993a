import { whoMayWords } from './closed-acts';
import { viewOnlyReason } from './view-only';

/** What the portal says when an act on a consortium, its budget or its documents is refused. */
const refusal = {
  READS_ONLY: 'Możesz to konsorcjum czytać. Zmieniają je jego członkowie, gmina i administrator.',
  LEADER_OR_PLACE_ISSUES: 'Dokument wydaje koordynator lidera, gmina albo administrator.',
  VIEW_ONLY: viewOnlyReason,
} as const;

export const consortiumActWords = {
  refusal,
  mayNotCreate: whoMayWords.createConsortium,
  noLocalCentre: 'Nie ma takiego Lokalnego Centrum. Wybierz je z listy.',
  noOrganisation: 'Nie ma takiej organizacji w rejestrze. Wyszukaj ją albo dodaj nową.',
  noMunicipality: 'Nie ma takiej gminy w województwie pomorskim. Wybierz ją z listy.',
  noMember: 'W konsorcjum nie ma takiego członka. Odśwież stronę i wybierz z listy.',
  alreadyMember: (name: string) => `${name} już należy do tego konsorcjum.`,
  linesNeedHeir: (name: string) =>
    `${name} ma pozycje budżetu albo usługi. Wskaż członka, który je przejmie, albo najpierw je usuń.`,
  heirIsLeaver: 'Pozycje i usługi ma przejąć inny członek niż ten, który występuje.',
  valueNeeded: 'To pole nie może być puste. Wpisz wartość.',
  periodReversed: 'Koniec okresu jest wcześniejszy niż początek. Popraw jedną z dat.',
  lineNeedsMember: 'Pozycja nie ma członka, który ją wydaje. Wybierz członka konsorcjum.',
  amountTooLarge: 'Ilość razy cena przekracza 99 999 999 999,99 zł. Zmniejsz ilość albo cenę.',
  sumTooLarge:
    'Suma budżetu przekroczyłaby 99\u00a0999\u00a0999\u00a0999,99\u00a0zł, a więcej portal nie pomieści. Zmniejsz kwoty pozycji.',
  tooManyLines: (count: string, most: string) =>
    `Budżet miałby ${count} pozycji, a mieści najwyżej ${most}. Połącz podobne pozycje.`,
  repeatedLine: 'Ta pozycja występuje w zapisie dwa razy. Odśwież stronę i zapisz jeszcze raz.',
  twice: 'Ta wartość występuje dwa razy. Usuń powtórzenie.',
  unknownGroup: 'Nie ma takiej grupy docelowej. Wybierz ją z listy.',
  staleFacts: 'Dane konsorcjum zmieniły się, odkąd dokument był oglądany. Obejrzyj go jeszcze raz i wydaj.',
} as const;

export const documentActWords = {
  confirmationNeedsMember: 'Potwierdzenie udziału wystawia jeden członek. Wskaż go.',
  onlyConfirmationHasMember: 'Tylko potwierdzenie udziału ma jednego członka. Usuń wskazanie.',
  issuedStays: 'Wydany dokument się nie zmienia. Otwórz nowy projekt; po wydaniu zastąpi poprzedni.',
  annexNeedsAgreement: 'Aneks zmienia wydaną umowę, a konsorcjum jej nie ma. Najpierw wydaj umowę o partnerstwie.',
  notIssuedYet: 'Projekt nie ma jeszcze pliku. Wydaj dokument, aby go pobrać.',
  blocked: 'Dokumentu nie można wydać, dopóki konsorcjum nie spełnia zasad. Przyczyny są wymienione niżej.',
  fileName: {
    LETTER_OF_INTENT: 'List intencyjny',
    LETTER_OF_CONFIRMATION: 'Potwierdzenie udziału',
    PARTNERSHIP_AGREEMENT: 'Umowa o partnerstwie',
    ANNEX: 'Aneks do umowy',
  },
} as const;
