const plural = (count: number, one: string, few: string, many: string): string => {
  const tens = count % 100;
  const units = count % 10;
  if (count === 1) return one;
  return units >= 2 && units <= 4 && (tens < 12 || tens > 14) ? few : many;
};

/** Names of fields as the forms show them. */
const LABELS: Readonly<Record<string, string>> = {
  name: 'Nazwa',
  legalForm: 'Forma prawna',
  sector: 'Sektor',
  nip: 'NIP',
  regon: 'REGON',
  krs: 'KRS',
  unitOfId: 'Jednostka organizacyjna',
  organisationId: 'Organizacja',
  address: 'Adres',
  teryt: 'Gmina (TERYT)',
  email: 'Adres e-mail',
  phone: 'Telefon',
  password: 'Hasło',
  electronicDeliveryAddress: 'Adres do doręczeń elektronicznych',
  bankAccount: 'Rachunek bankowy',
  representation: 'Reprezentacja',
  person: 'Osoba',
  function: 'Funkcja',
  mode: 'Sposób reprezentacji',
  validFrom: 'Od dnia',
  validTo: 'Do dnia',
  evidence: 'Podstawa reprezentacji',
  version: 'Wersja',
  changes: 'Zmiany',
  base: 'Wartości sprzed zmiany',
  search: 'Szukany tekst',
  after: 'Znacznik następnej strony',
  limit: 'Liczba pozycji',
  title: 'Tytuł',
  localCentreId: 'Lokalne Centrum',
  role: 'Rola',
  tasks: 'Zadania',
  votes: 'Liczba głosów',
  amountGrosze: 'Kwota (w groszach)',
  unitPriceGrosze: 'Cena jednostkowa (w groszach)',
  quantity: 'Ilość',
  unit: 'Jednostka miary',
  item: 'Przedmiot wydatku',
  category: 'Kategoria',
  area: 'Obszar',
  source: 'Źródło',
  member: 'Członek',
  memberId: 'Członek',
  valuation: 'Sposób wyceny',
  justification: 'Uzasadnienie',
  periodFrom: 'Początek okresu',
  periodTo: 'Koniec okresu',
  legalRegime: 'Podstawa prawna',
  declaredTotalGrosze: 'Zadeklarowany koszt całkowity (w groszach)',
  declaredCashGrosze: 'Zadeklarowany wkład finansowy (w groszach)',
  declaredInKindGrosze: 'Zadeklarowany wkład rzeczowy (w groszach)',
  turnoverGrosze: 'Obrót (w groszach)',
  similarProjects3y: 'Podobne projekty w ostatnich latach',
  distinctPersons: 'Liczba osób',
  targetGroups: 'Grupy docelowe',
  planned: 'Planowana liczba osób',
  services: 'Usługi',
  servicePoints: 'Punkty usługowe',
  hours: 'Godziny otwarcia',
  accessibility: 'Dostępność',
  catalogueAdditions: 'Usługi dodane do katalogu',
  callNo: 'Numer naboru',
  letterOfIntentSignedOn: 'Data podpisania listu intencyjnego',
  kind: 'Rodzaj dokumentu',
  date: 'Data',
  place: 'Miejscowość',
  copies: 'Liczba egzemplarzy',
  validUntil: 'Ważny do',
  note: 'Uwaga',
  factsSha256: 'Skrót zatwierdzanych danych',
  phase: 'Etap',
  added: 'Dodane pozycje',
  changed: 'Zmienione pozycje',
  removed: 'Usunięte pozycje',
  order: 'Kolejność',
};

/** Sentences of errors: what is wrong and the way out. */
export const errorWords = {
  title: {
    VALIDATION: 'Popraw dane',
    MALFORMED: 'Nieczytelne żądanie',
    UNAUTHENTICATED: 'Zaloguj się',
    WRONG_CREDENTIALS: 'Nie udało się zalogować',
    FORBIDDEN: 'Brak uprawnień',
    NOT_FOUND: 'Nie znaleziono',
    METHOD_NOT_ALLOWED: 'Niedozwolona czynność',
    STALE: 'Ktoś zmienił te dane',
    DUPLICATE: 'Taki wpis już jest',
    BLOCKED: 'Zasady na to nie pozwalają',
    TOO_LARGE: 'Za dużo danych',
    UNSUPPORTED_MEDIA_TYPE: 'Nieobsługiwany format',
    TOO_MANY_ATTEMPTS: 'Za dużo prób',
    BUSY: 'Portal jest chwilowo zajęty',
    CROSS_SITE: 'Żądanie spoza portalu',
    INTERNAL: 'Błąd portalu',
  },
  validation: (fields: number) =>
    fields === 1
      ? 'Jedno pole wymaga poprawy. Popraw je i zapisz ponownie.'
      : `${fields} ${plural(fields, 'pole wymaga', 'pola wymagają', 'pól wymaga')} poprawy. Popraw je i zapisz ponownie.`,
  notFound: 'Nie ma takiej strony albo nie masz do niej dostępu. Sprawdź adres lub wybierz, w czyim imieniu działasz.',
  forbidden: 'Twoja rola nie pozwala na tę czynność. Poproś o nią osobę, która ma do tego uprawnienia.',
  unauthenticated: 'Sesja wygasła albo nikt nie jest zalogowany. Zaloguj się, aby kontynuować.',
  methodNotAllowed: (allowed: string) => `Pod tym adresem można użyć tylko: ${allowed}.`,
  duplicate: 'Taki wpis już istnieje. Użyj istniejącego.',
  stale: (fields: number) =>
    fields === 0
      ? 'W tej samej chwili ktoś inny zapisał zmianę. Odśwież dane i zapisz ponownie, nic nie zostało utracone.'
      : `Ktoś inny zmienił w międzyczasie ${fields} ${plural(fields, 'to samo pole', 'te same pola', 'tych samych pól')}. Wybierz, które wartości zostają; na razie nic nie zostało zapisane.`,
  busy: (seconds: number) =>
    `Portal obsługuje teraz zbyt wiele żądań. Spróbuj ponownie za ${seconds} ${plural(seconds, 'sekundę', 'sekundy', 'sekund')}.`,
  internal: (trace: string) =>
    `Coś się nie udało po stronie portalu, Twoje dane nie zostały zmienione. Spróbuj ponownie; jeśli to się powtarza, podaj numer zgłoszenia ${trace}.`,
  databaseDown: 'Portal nie ma teraz połączenia z bazą danych. Niczego nie zapisano, spróbuj ponownie za chwilę.',
  malformed: 'Treści żądania nie da się odczytać jako JSON. Sprawdź format i wyślij ponownie.',
  emptyBody: 'Żądanie nie ma treści, a jest potrzebna. Wyślij dane jako JSON.',
  unreadable: 'Tego żądania nie da się odczytać albo nie dotarło na czas. Wyślij je ponownie.',
  badUrl: 'Tego adresu nie da się odczytać. Sprawdź, czy jest przepisany w całości.',
  mediaType: 'Portal przyjmuje dane tylko jako JSON (Content-Type: application/json).',
  crossSite: 'Żądanie przyszło spoza portalu i zostało odrzucone. Otwórz portal w przeglądarce i spróbuj stamtąd.',
  tooLarge: (limit: string) =>
    `Żądanie jest większe niż ${limit}. Podziel dane na mniejsze części i zapisz je po kolei.`,

  nipTaken: 'Organizacja z tym numerem NIP jest już w rejestrze. Wybierz ją zamiast tworzyć drugą.',
  regonTaken: 'Organizacja z tym numerem REGON jest już w rejestrze. Wybierz ją zamiast tworzyć drugą.',
  krsTaken: 'Organizacja z tym numerem KRS jest już w rejestrze. Wybierz ją zamiast tworzyć drugą.',
  noSuchOrganisation: 'Nie ma takiej organizacji w rejestrze. Wybierz organizację z listy.',
  ownUnit: 'Organizacja nie może być jednostką samej siebie. Wybierz inną organizację lub pozostaw pole puste.',
  noSuchMunicipality: 'Nie ma gminy o tym kodzie TERYT. Wybierz gminę z listy.',
  centreTaken: 'W tej gminie jest już centrum o tej nazwie. Nadaj inną nazwę albo użyj istniejącego.',
  noSuchLegalForm: 'Nie ma takiej formy prawnej. Wybierz formę z listy.',

  /** Messages of single fields: the field's name, what came, the way out. */
  field: {
    missing: (label: string) => `${label}: pole jest wymagane, uzupełnij je.`,
    unknown: (field: string) => `Pole „${field}” nie jest znane. Usuń je z żądania.`,
    text: (label: string, got: string) => `${label}: podano ${got}, a potrzebny jest tekst.`,
    tooLong: (label: string, max: number, got: number) =>
      `${label}: ${got} ${plural(got, 'znak', 'znaki', 'znaków')}, a dozwolone jest najwyżej ${max}. Skróć tekst.`,
    tooShort: (label: string, min: number) =>
      `${label}: wpisz co najmniej ${min} ${plural(min, 'znak', 'znaki', 'znaków')}.`,
    whole: (label: string, got: string) => `${label}: podano ${got}, a potrzebna jest liczba całkowita.`,
    number: (label: string, got: string) => `${label}: podano ${got}, a potrzebna jest liczba.`,
    atLeast: (label: string, min: string, got: string) => `${label}: podano ${got}, a najmniej można podać ${min}.`,
    atMost: (label: string, max: string, got: string) => `${label}: podano ${got}, a najwięcej można podać ${max}.`,
    oneOf: (label: string, allowed: string, got: string) =>
      `${label}: podano ${got}, a można wybrać tylko: ${allowed}.`,
    email: (label: string, got: string) =>
      `${label}: ${got} nie jest adresem e-mail. Wpisz adres w postaci nazwa@domena.pl.`,
    uuid: (label: string, got: string) => `${label}: ${got} nie jest identyfikatorem. Wybierz wpis z listy.`,
    date: (label: string, got: string) => `${label}: ${got} nie jest datą. Wpisz datę w postaci RRRR-MM-DD.`,
    list: (label: string) => `${label}: potrzebna jest lista.`,
    tooMany: (label: string, max: number, got: number) =>
      `${label}: ${got} ${plural(got, 'pozycja', 'pozycje', 'pozycji')}, a dozwolone jest najwyżej ${max}.`,
    object: (label: string) => `${label}: potrzebny jest zestaw pól.`,
    yesNo: (label: string) => `${label}: wybierz tak albo nie.`,
    pattern: (label: string, got: string) => `${label}: ${got} ma niewłaściwą postać. Sprawdź, jak wpisać tę wartość.`,
    unstorable: (label: string) =>
      `${label}: tekst zawiera znak, którego nie da się zapisać. Usuń niewidoczne znaki i wpisz tekst ponownie.`,
    notEmpty: (label: string) => `${label}: pole nie może być puste, uzupełnij je.`,
    outOfRange: (label: string) => `${label}: wartość jest poza dozwolonym zakresem. Sprawdź ją i popraw.`,
    other: (label: string, got: string) => `${label}: wartość ${got} jest niewłaściwa. Sprawdź ją i popraw.`,
    nothing: 'puste pole',
  },

  /** Name of a field as the forms show it; a field without a name is quoted. */
  labelOf: (field: string): string => LABELS[field] ?? `Pole „${field}”`,
};
