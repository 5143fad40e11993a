import { counted } from './plural';

const offices = { CHAIR: 'przewodniczący', SECRETARY: 'sekretarz', MEMBER: 'członek' } as const;
const officesWho = {
  CHAIR: 'przewodniczący komisji',
  SECRETARY: 'sekretarz komisji',
  MEMBER: 'członek komisji',
} as const;

/** Commission of a call: who sits in it, what they declare, and what is refused (decision 14). */
export const commissionWords = {
  offices,
  declareFirst:
    'Ofert nie czyta się przed złożeniem oświadczenia o bezstronności i poufności. Złóż je na stronie komisji tego naboru.',
  notYourOffice: (who: readonly (keyof typeof offices)[]) =>
    `To robi w tym naborze ${who.map((office) => officesWho[office]).join(' albo ')}. Otwórz stronę komisji: jest tam jej skład.`,
  keyTaken: 'Taka czynność została już wykonana na czymś innym. Odśwież stronę i wykonaj ją ponownie.',
  blank: 'To pole nie może być puste. Wpisz treść.',
  formFirst: 'Komisja tego naboru nie jest jeszcze powołana. Wpisz najpierw podstawę jej powołania.',
  notSteering:
    'Do komisji powołuje się osobę z rolą oceniającego albo przewodniczącego grupy sterującej. Tę rolę nadaje administrator.',
  notChair: 'Przewodniczyć może osoba z rolą przewodniczącego grupy sterującej. Powołaj ją w innej funkcji.',
  sitsAlready: 'Ta osoba jest już w składzie komisji.',
  chairAlready: 'Komisja ma już przewodniczącego. Odwołaj go najpierw albo powołaj tę osobę w innej funkcji.',
  leftByConflict:
    'Ta osoba odeszła z komisji z powodu konfliktu interesów z ofertą w tym naborze. Powołaj kogoś innego.',
  badNip: (typed: string) => `„${typed}” nie jest numerem NIP: nie zgadza się cyfra kontrolna. Popraw numer.`,
  badKrs: (typed: string) => `„${typed}” nie jest numerem KRS. Wpisz dziesięć cyfr.`,
  namedByParty: (organisation: string) =>
    `Osoby nie można powołać: wskazała ją organizacja, która bierze udział w naborze (${organisation}). Komisja ocenia jej ofertę.`,
  leftSeat: 'Ta osoba nie jest już w składzie komisji.',
  notBeforeDeadline: (deadline: string) =>
    `Oświadczenie składa się na liście uczestników naboru, a ta jest znana dopiero po terminie składania ofert (${deadline}).`,
  otherClause: 'Treść oświadczenia zmieniła się. Odśwież stronę, przeczytaj ją i złóż oświadczenie.',
  nobody: 'Powiązanie musi wskazywać organizację: wpisz jej NIP albo KRS.',
  endsBefore: 'Ostatni dzień jest wcześniejszy niż pierwszy. Popraw daty.',
  noDay: (typed: string) => `„${typed}” nie jest dniem z kalendarza. Popraw datę.`,
  ofOthersByChair: 'Powiązania innych osób wpisuje przewodniczący komisji. Wpisz tu własne.',
  notInCommission: 'Ta osoba nie jest w składzie komisji tego naboru.',
  sourceNeeded: 'Podaj, skąd wiadomo o tym powiązaniu.',
  ownTie: 'Nikt nie uchyla powiązania, które wyłącza jego samego.',
  tieEnded: 'To powiązanie już się nie liczy.',
  portalTie: 'To powiązanie wynika z roli w portalu. Zmienia się razem z nią.',
  nothingToDecide:
    'Decyzji przewodniczącego wymagają tylko powiązania miękkie. Tu takiego nie ma: wyłączenie wynika z samego powiązania albo ze zgłoszenia tej osoby.',
  notAboutYourself: 'O własnym wyłączeniu nikt nie decyduje. Do decyzji zostajesz poza tą ofertą.',
  ownBar:
    'Przydziału nie układa osoba, która sama jest wyłączona z oceny którejś oferty. Zrobi to przewodniczący albo sekretarz bez wyłączenia.',
  beforeDeadline: (deadline: string) => `Oferty przydziela się po terminie ich składania (${deadline}).`,
  assignmentMoved: 'Od obejrzenia przydziału zmieniły się oferty, skład albo wyłączenia. Obejrzyj go jeszcze raz.',
  reasonNeeded: 'Ten przydział zastępuje wcześniejszy. Podaj powód zmiany.',
  cards: (count: number) => counted(count, 'karta', 'karty', 'kart'),
} as const;

/** What is declared before any content is seen (domain B.10); another text is another version. */
export const impartialityClause = {
  version: '1/2026',
  text: [
    'Nie pozostaję w związku małżeńskim ani w stosunku pokrewieństwa lub powinowactwa do drugiego stopnia, przysposobienia, opieki lub kurateli z osobami, które zasiadają we władzach uczestników tego naboru.',
    'Przez trzy lata przed terminem składania ofert nie łączyło mnie z uczestnikami tego naboru zatrudnienie ani miejsce w ich organach. Wyjątki, o których wiem, są wpisane poniżej jako powiązania.',
    'Nie łączy mnie z uczestnikami tego naboru żaden stosunek prawny ani faktyczny, który mógłby budzić wątpliwości co do mojej bezstronności.',
    'Jeżeli dowiem się o konflikcie później, zgłoszę go niezwłocznie i nie będę oceniać tej oferty.',
    'Zachowam w poufności treść ofert, karty ocen i przebieg obrad.',
  ],
} as const;
