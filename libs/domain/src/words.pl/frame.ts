import { plural } from './plural';
import { viewOnlyReason } from './view-only';
import { ended } from './sentence';

/** Words of the frame around every page: navigation, saved state, findings, conflicts, errors. */
export const frameWords = {
  portal: 'Portal Lokalnych Centrów ZIT',
  portalShort: 'Portal ZIT',
  skip: 'Przejdź do treści',
  navigation: 'Główna nawigacja',
  trail: 'Jesteś tutaj',
  start: 'Start',
  calls: 'Nabory',
  offers: 'Oferty',
  council: 'Rekomendacje',
  consortia: 'Konsorcja',
  organisations: 'Organizacje',
  people: 'Osoby',
  journal: 'Dziennik',
  seals: 'Pieczęcie dziennika',
  help: 'Pomoc',
  actingFor: 'Działasz jako',
  actingForNobody: 'Bez organizacji',
  actingForSwitch: 'Zmień, w czyim imieniu działasz',
  actingForGroups: { organisations: 'Organizacje', bodies: 'Ciała programu' },
  bodies: {
    PROGRAMME: 'Program',
    COUNTY: 'Powiat',
    STEERING_GROUP: 'Grupa sterująca',
    NGO_COUNCIL: 'Rada organizacji pozarządowych',
    DEFS: 'DEFS',
  },
  hatChange: 'Przełączanie…',
  elsewhere: {
    text: 'W innej karcie zmieniono, w czyim imieniu działasz. Na tej stronie są niezapisane zmiany: niczego tu już nie zapiszesz, dopóki nie przejdziesz dalej. Skopiuj, co jeszcze potrzebne.',
    go: 'Przejdź dalej',
    followed: (name: string) => ended(`W innej karcie zmieniono, w czyim imieniu działasz. Teraz: ${name}`),
  },
  roleNews: {
    taken: (roles: string) => `Nie masz już roli: ${roles}.`,
    given: (roles: string) => `Masz nową rolę: ${roles}.`,
    chooseHat: 'Wybierz u góry strony, w czyim imieniu działasz dalej.',
  },
  ownAccount: 'Moje konto',
  viewing: {
    label: 'Podgląd oczami innej osoby',
    text: (name: string) => `Oglądasz portal oczami: ${name} (tylko odczyt).`,
    reason: (reason: string) => `Powód: ${reason}`,
    end: 'Zakończ podgląd',
    closed: viewOnlyReason,
  },
  noRight: {
    title: 'Ta strona wymaga innej roli',
    back: 'Wróć na stronę startową',
  },
  account: (name: string) => `Konto: ${name}`,
  signOut: 'Wyloguj się',
  theme: {
    label: (now: string) => `Wygląd: ${now}. Zmień`,
    auto: 'jak w systemie',
    light: 'jasny',
    dark: 'ciemny',
  },
  errorPrefix: 'Błąd: ',
  errorSummary: 'Wystąpił problem',
  close: 'Zamknij',
  cancel: 'Anuluj',
  retry: 'Spróbuj ponownie',
  showMore: 'Pokaż więcej',
  clearSearch: 'Wyczyść wyszukiwanie',
  loading: 'Wczytywanie…',
  copy: 'Kopiuj',
  copied: 'Skopiowano.',
  trace: (id: string) => `Numer zgłoszenia: ${id}`,
  yes: 'tak',
  no: 'nie',
  none: 'nie podano',
  notFound: {
    title: 'Nie ma takiej strony',
    text: 'Adres jest niepełny albo strona należy do organizacji, w imieniu której teraz nie działasz.',
    back: 'Wróć na stronę startową',
  },
  leave: {
    title: 'Niezapisane zmiany',
    text: 'Na tej stronie są zmiany, których jeszcze nie zapisano. Po wyjściu przepadną.',
    stay: 'Zostań na stronie',
    go: 'Wyjdź bez zapisywania',
  },
} as const;

/** Of a page whose right to be seen went away while it was open. */
export const lostAccessWords = {
  title: 'Nie masz już dostępu',
  consortium:
    'To konsorcjum nie jest już dostępne dla organizacji, w imieniu której działasz: Twoja rola albo członkostwo organizacji się skończyło. Treść strony została zamknięta.',
  organisation:
    'Nie możesz już zmieniać wpisu tej organizacji: Twoja rola się skończyła. Poniżej widać go w takiej postaci, w jakiej jest zapisany.',
  unsaved: 'Tego nie zapisano. Skopiuj tekst, jeśli jest jeszcze potrzebny; po wyjściu z tej strony przepadnie.',
  unsavedLabel: 'Niezapisany tekst',
  copy: 'Kopiuj tekst',
  back: 'Wróć na stronę startową',
} as const;

export const savedWords = {
  saved: (time: string) => `Zapisano ${time}`,
  savedEarlier: 'Wszystko zapisane',
  saving: 'Zapisywanie…',
  unsaved: (n: number) => `${n} ${plural(n, 'zmiana niezapisana', 'zmiany niezapisane', 'zmian niezapisanych')}`,
  offline: (n: number) =>
    n === 0 ? 'Brak połączenia' : `Brak połączenia, ${n} ${plural(n, 'zmiana czeka', 'zmiany czekają', 'zmian czeka')}`,
  failed: 'Nie udało się zapisać',
} as const;

export const findingWords = {
  panel: 'Sprawdzenie reguł',
  fail: 'Do poprawy',
  warning: 'Uwagi',
  pass: 'W porządku',
  notChecked: 'Nie sprawdzono',
  mark: { fail: 'Blokuje', warning: 'Uwaga', pass: 'Spełnione' },
  count: (fails: number, warnings: number) =>
    [
      fails > 0 ? `${fails} do poprawy` : '',
      warnings > 0 ? `${warnings} ${plural(warnings, 'uwaga', 'uwagi', 'uwag')}` : '',
    ]
      .filter(Boolean)
      .join(', ') || 'Wszystkie reguły spełnione',
  source: 'Skąd ta reguła',
  sourceOf: (source: string) => `Źródło: ${source}`,
  meter: (actual: string, required: string) => `jest ${actual}, wymagane ${required}`,
  fixHint: 'Najtańsza poprawka',
  none: 'Nie ma jeszcze czego sprawdzać.',
} as const;

export const conflictWords = {
  title: 'Ktoś zmienił to samo',
  lead: 'W czasie tej edycji inna osoba zapisała te same pola. Nic nie zginęło: wybierz, co ma zostać.',
  field: 'Pole',
  base: 'Było',
  theirs: 'Zapisała inna osoba',
  mine: 'Twoja wersja',
  allTheirs: 'Wszędzie zostaw zapisane',
  allMine: 'Wszędzie zapisz moje',
  confirm: 'Zapisz wybór',
  later: 'Wróć do edycji',
  left: (n: number) => `Zostało do wyboru: ${n}`,
  empty: '(puste)',
} as const;

export const problemWords = {
  OFFLINE: 'Nie ma połączenia z portalem. Sprawdź sieć; to, co wpisano, zostaje na ekranie.',
  UNAUTHENTICATED: 'Sesja wygasła. Zaloguj się ponownie, a wpisane dane zostaną na miejscu.',
  FORBIDDEN: 'Ta czynność wymaga innych uprawnień.',
  NOT_FOUND: 'Tego nie ma albo nie należy do organizacji, w imieniu której działasz.',
  OTHER_HAT:
    'W innej karcie zmieniono, w czyim imieniu działasz. Tego nie zapisano, bo zostałoby zapisane w innym imieniu.',
  STALE: 'Ktoś inny zmienił te dane w międzyczasie. Porównaj obie wersje.',
  DUPLICATE: 'Taka organizacja jest już w rejestrze.',
  BLOCKED: 'Na przeszkodzie stoją reguły, które trzeba najpierw spełnić.',
  VALIDATION: 'Popraw zaznaczone pola.',
  TOO_LARGE: 'Danych jest za dużo na jeden zapis.',
  TOO_MANY: 'Za dużo prób w krótkim czasie. Odczekaj chwilę i spróbuj ponownie.',
  UNAVAILABLE: 'Portal jest chwilowo przeciążony. Spróbuj ponownie za kilka sekund.',
  UNKNOWN: 'Portal nie mógł wykonać tej czynności. Spróbuj ponownie; gdy to się powtarza, podaj numer zgłoszenia.',
} as const;

export const moneyFieldWords = { unit: 'zł', hint: 'np. 1 234,50' } as const;
