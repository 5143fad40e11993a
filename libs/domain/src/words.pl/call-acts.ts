import { viewOnlyReason } from './view-only';

/** What the portal says when an act on a call is refused. */
const refusal = {
  READS_ONLY: 'Możesz ten nabór czytać. Zmieniają go gmina, operator powiatowy i administrator programu.',
  NOT_HERE: 'To nabór innej gminy. Zmieniają go jej pracownicy, operator jej powiatu i administrator programu.',
  NO_SEAT:
    'To robi komisja tego naboru, a w jej składzie Cię nie ma. Do komisji powołuje gmina, operator powiatowy albo administrator.',
  VIEW_ONLY: viewOnlyReason,
} as const;

const FILES_FROZEN = 'Pliki ogłoszonego naboru zmienia się tylko aneksem. Otwórz aneks, zmień w nim pliki i ogłoś go.';

/** Why an act does not fit the state of the call, and what does. */
const state: Readonly<Record<string, string>> = {
  changeCall: 'Ogłoszonego naboru nie zmienia się wprost. Otwórz aneks, zmień w nim treść i ogłoś go.',
  addCallAttachment: FILES_FROZEN,
  uploadCallAttachment: FILES_FROZEN,
  changeCallAttachment: FILES_FROZEN,
  removeCallAttachment: FILES_FROZEN,
  publishCall: 'Ten nabór jest już ogłoszony. Aby zmienić jego treść, otwórz aneks.',
  beginAnnex: 'Aneks otwiera się do ogłoszonego naboru, który nie ma jeszcze otwartego aneksu.',
  abandonAnnex: 'Ten nabór nie ma otwartego aneksu. Odśwież stronę.',
  extendCall: 'Termin przedłuża się w ogłoszonym naborze, który nie został unieważniony.',
  annulCall: 'Unieważnić można tylko nabór ogłoszony i jeszcze nieunieważniony.',
  askQuestion: 'Pytania zadaje się do naboru ogłoszonego i nieunieważnionego.',
  listQuestions: 'Pytania pojawiają się dopiero po ogłoszeniu naboru.',
  answerQuestion: 'Na pytania odpowiada się po ogłoszeniu naboru.',
};

export const callActWords = {
  refusal,
  state,
  otherState: 'W tym stanie naboru nie da się tego zrobić. Odśwież stronę.',
  mayNotCreate: 'Nabór zakłada gmina na swoim terenie, operator powiatowy w swoim powiecie albo administrator.',
  idTaken: 'Taka czynność została już wykonana na czymś innym. Odśwież stronę i wykonaj ją ponownie.',
  noSuchCall: 'Nie ma takiego naboru albo nie wolno Ci go skopiować. Wybierz inny z listy.',
  manyQuestions: (most: number) =>
    `Na odpowiedź czeka już ${most} Twoich pytań do tego naboru. Zadaj następne, gdy część z nich dostanie odpowiedź.`,
  blank: 'To pole nie może być puste. Wpisz treść.',
  blocked: 'Naboru nie można ogłosić, dopóki są przeszkody. Są wymienione niżej, każda z wyjściem.',
  reasonNeeded: 'Podaj powód zmiany. Przeczyta go każdy przy ogłoszeniu aneksu.',
  noZone: 'Podaj chwilę razem ze strefą czasu, na przykład 2015-03-31T13:30:00Z.',
  notLater: (present: string) =>
    `Nowy termin musi być późniejszy niż obecny (${present}) i niż ta chwila. Wybierz późniejszy.`,
} as const;

/** The file for calendars. */
export const callCalendarWords = {
  summary: (title: string) => `Termin składania ofert: ${title}`,
  description: (number: string, municipality: string, deadline: string, address: string) =>
    `Nabór ${number}, ${municipality}. Oferty przyjmujemy do: ${deadline}. Obowiązującą treść i ewentualne zmiany terminu znajdziesz pod adresem ${address}`,
  annulledSummary: (title: string) => `UNIEWAŻNIONY: ${title}`,
  annulledDescription: (number: string, municipality: string, address: string) =>
    `Nabór ${number}, ${municipality}, unieważniono. Ofert nie przyjmujemy, a ten termin przestał obowiązywać. Powód jest pod adresem ${address}`,
} as const;
