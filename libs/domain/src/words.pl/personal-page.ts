import { plural } from './plural';

const rows = (n: number): string => `${n} ${plural(n, 'wiersz', 'wiersze', 'wierszy')}`;

/** „Moje dane”: what the portal keeps about me, and what I can do about it. */
export const ownDataWords = {
  title: 'Moje dane osobowe',
  crumb: 'Moje konto',
  lead: 'Tu zobaczysz wszystko, co portal przechowuje o Tobie, i złożysz wniosek o usunięcie danych.',
  toPage: 'Moje dane osobowe: pobranie i usunięcie',
  export: {
    title: 'Pobranie danych',
    lead: 'Zestawienie obejmuje wszystkie dane oznaczone w portalu jako Twoje. Haseł i kodów nie zawiera: mówi tylko, że istnieją.',
    read: 'Otwórz do czytania',
    file: 'Pobierz jako plik JSON',
    fileName: 'moje-dane.json',
    newTab: 'otwiera się w nowej karcie',
    done: 'Dane zostały pobrane.',
  },
  correction: {
    title: 'Sprostowanie',
    own: 'Nazwę i adres e-mail zmienisz w',
    ownLink: 'swoim koncie',
    organisation: 'Osoby reprezentujące organizację i jej dane kontaktowe zmienia się w',
    organisationLink: 'rejestrze organizacji',
  },
  clauses: {
    title: 'Klauzule informacyjne',
    read: 'Przeczytaj klauzulę',
    none: 'Nie ma jeszcze potwierdzeń.',
    known: (version: string, when: string) => `wersja ${version}, potwierdzono ${when}`,
    due: (version: string) => `wersja ${version}, czeka na potwierdzenie`,
    confirm: 'Potwierdzam, że znam treść',
    confirmed: 'Dziękujemy, zapisano potwierdzenie.',
  },
  erasure: {
    title: 'Usunięcie danych',
    lead: 'Wniosek rozpatruje administrator. Po usunięciu nie zalogujesz się już na to konto. Podpisane dokumenty i dziennik zostają, bo wymaga tego prawo (art.\u00a017 ust.\u00a03 lit.\u00a0b RODO); dziennik bez Twojego nazwiska.',
    reason: 'Powód (nieobowiązkowo)',
    reasonHint: 'Nie wpisuj danych innych osób. Powód zniknie razem z Twoimi danymi.',
    begin: 'Złóż wniosek o usunięcie danych',
    send: 'Wyślij wniosek',
    sending: 'Wysyłanie…',
    cancel: 'Anuluj',
    sent: 'Wniosek został wysłany. Odpowiedź przyjdzie też pocztą elektroniczną.',
    withdraw: 'Wycofaj wniosek',
    withdrawn: 'Wniosek został wycofany.',
    state: {
      ASKED: (when: string) => `Wniosek z ${when} czeka na decyzję administratora.`,
      WITHDRAWN: (when: string) => `Wniosek z ${when} został wycofany.`,
      ERASED: (when: string) => `Wniosek z ${when} został uwzględniony.`,
      REFUSED: (when: string) => `Wniosek z ${when} nie został uwzględniony.`,
    },
    ground: (text: string) => `Podstawa: ${text}`,
    viewOnly: 'Oglądasz portal oczami innej osoby: jej danych nie pobierzesz ani nie usuniesz.',
  },
} as const;

/** The clause for anybody to read, and the reminder after it changed. */
export const clauseWords = {
  title: 'Klauzula informacyjna',
  version: (version: string) => `Wersja ${version}`,
  reminder: {
    label: 'Nowa klauzula informacyjna',
    text: 'Zmieniła się informacja o tym, jak portal przetwarza Twoje dane osobowe.',
    read: 'Przeczytaj',
    confirm: 'Znam treść',
  },
} as const;

/** „Dane osobowe” of the programme: requests to be forgotten, and what is past its time. */
export const dataCareWords = {
  title: 'Dane osobowe w portalu',
  tab: 'Dane osobowe',
  lead: 'Wnioski o usunięcie danych i dane, których okres przechowywania minął. Każda decyzja zostaje w dzienniku.',
  noRight: 'Tę stronę otwierają administrator programu i audytor.',
  erasures: {
    title: 'Wnioski o usunięcie danych',
    none: 'Nie ma wniosków.',
    erased: 'osoba, której dane usunięto',
    asked: (when: string) => `złożono ${when}`,
    decided: (when: string) => `rozpatrzono ${when}`,
    withdrawn: (when: string) => `wycofano ${when}`,
    reason: (text: string) => `Powód: ${text}`,
    ground: 'Podstawa prawna decyzji',
    groundOf: (name: string) => `Podstawa prawna decyzji: ${name}`,
    groundHint:
      'Na przykład art.\u00a017 ust.\u00a01 lit.\u00a0b RODO albo, przy odmowie, art.\u00a017 ust.\u00a03 lit.\u00a0b RODO. Bez nazwisk.',
    groundMissing: 'Podaj podstawę prawną, co najmniej 3 znaki.',
    groundDefault: 'art. 17 ust. 1 lit. b RODO; dokumenty i dziennik zostają: art. 17 ust. 3 lit. b RODO',
    erase: 'Usuń dane',
    eraseOf: (name: string) => `Usuń dane: ${name}`,
    refuse: 'Odmów',
    refuseOf: (name: string) => `Odmów usunięcia danych: ${name}`,
    erasedDone: 'Dane osoby zostały usunięte.',
    refusedDone: 'Zapisano odmowę.',
    goes: 'Zniknie',
    stays: 'Zostanie',
    plan: (title: string, n: number) => `${title}: ${rows(n)}`,
    state: { ASKED: 'czeka', WITHDRAWN: 'wycofano', ERASED: 'usunięto', REFUSED: 'odmówiono' },
    confirm: {
      title: 'Usunąć dane tej osoby?',
      text: (name: string) =>
        `${name} straci dostęp od razu, a danych nie da się przywrócić. Zostaną tylko zapisy wymienione w planie.`,
    },
  },
  retention: {
    title: 'Dane po upływie okresu przechowywania',
    none: 'Nie ma nic do usunięcia.',
    rows,
    before: (when: string) => `ostatnio używane przed ${when}`,
    ground: (text: string) => `Podstawa: ${text}`,
    proposed: (when: string) => `zaproponowano ${when}`,
    approve: 'Usuń te dane',
    approveOf: (title: string) => `Usuń te dane: ${title}`,
    refuse: 'Zachowaj',
    refuseOf: (title: string) => `Zachowaj: ${title}`,
    approved: (n: number) => `Usunięto ${rows(n)}.`,
    refused: 'Dane zostają; portal zapyta znowu za miesiąc.',
    state: { PROPOSED: 'czeka', APPROVED: 'usunięto', REFUSED: 'zachowano' },
  },
  cancel: 'Anuluj',
} as const;
