const organisations = (n: number): string => {
  const tens = n % 100;
  const units = n % 10;
  if (n === 1) return '1 organizacja';
  return units >= 2 && units <= 4 && (tens < 12 || tens > 14) ? `${n} organizacje` : `${n} organizacji`;
};

export const organisationWords = {
  title: 'Organizacje',
  lead: 'Rejestr wszystkich, którzy mogą wejść do konsorcjum.',
  count: organisations,
  search: 'Szukaj',
  searchHint: 'część nazwy, NIP, REGON albo KRS',
  clearSearch: 'Wyczyść szukanie',
  sectorFilter: 'Sektor',
  allSectors: 'wszystkie sektory',
  shown: (n: number, more: boolean) =>
    more ? `Pokazano ${organisations(n)}, są kolejne.` : `Znaleziono: ${organisations(n)}.`,
  add: 'Dodaj organizację',
  columns: { name: 'Nazwa', sector: 'Sektor', nip: 'NIP', regon: 'REGON', krs: 'KRS', municipality: 'Gmina' },
  nothingFound: (search: string) => `Nie ma organizacji pasującej do „${search}”.`,
  nothingFoundHint: 'Sprawdź pisownię albo dodaj organizację do rejestru.',
  empty: 'Rejestr jest pusty.',
  emptyHint: 'Zacznij od gminy i organizacji, które mają utworzyć konsorcjum.',

  newTitle: 'Nowa organizacja',
  newLead: 'Dane trafią do listów i umów dokładnie tak, jak je tu wpiszesz.',
  create: 'Dodaj do rejestru',
  creating: 'Dodawanie…',
  created: 'Dodano do rejestru.',
  stuck: 'Niezapisane: popraw zaznaczone pola',
  readOnly: 'Tylko do odczytu',

  sections: {
    identity: 'Kim jest',
    identifiers: 'Numery rejestrowe',
    contact: 'Adres i kontakt',
    representation: 'Kto może reprezentować',
  },
  fields: {
    name: 'Nazwa',
    legalForm: 'Forma prawna',
    sector: 'Sektor',
    unitOfId: 'Jednostka której gminy',
    nip: 'NIP',
    regon: 'REGON',
    krs: 'KRS',
    teryt: 'Gmina, w której ma siedzibę',
    address: 'Adres siedziby',
    email: 'Adres e-mail',
    phone: 'Telefon',
    electronicDeliveryAddress: 'Adres do e-Doręczeń',
    bankAccount: 'Numer rachunku',
    representation: 'Reprezentacja',
    person: 'Imię i nazwisko',
    function: 'Funkcja',
    mode: 'Sposób reprezentacji',
    validFrom: 'Od dnia',
    validTo: 'Do dnia',
    evidence: 'Skąd to wynika',
  },
  hints: {
    name: 'pełna, tak jak w rejestrze albo statucie',
    sector: 'wynika z formy prawnej, można zmienić',
    unitOfId: 'jednostka bez osobowości prawnej liczy się razem ze swoją gminą',
    nip: '10 cyfr',
    regon: '9 albo 14 cyfr',
    krs: '10 cyfr, jeśli jest w KRS',
    electronicDeliveryAddress: 'np. AE:PL-12345-67890-ABCDE-12',
    bankAccount: '26 cyfr',
    evidence: 'np. KRS, uchwała nr 5/2015, pełnomocnictwo z dnia…',
  },
  notChosen: 'nie wybrano',
  notUnit: 'nie jest jednostką gminy',

  addPerson: 'Dodaj osobę',
  removePerson: (n: number) => `Usuń osobę ${n}`,
  personRemoved: 'Usunięto osobę.',
  undo: 'Cofnij',
  person: (n: number) => `Osoba ${n}`,
  noPersons: 'Nikogo jeszcze nie wskazano, więc nie wiadomo, kto podpisze umowę.',

  faults: {
    nameMissing: 'Podaj pełną nazwę organizacji.',
    nameShort: 'Nazwa ma co najmniej 2 znaki.',
    sectorMissing: 'Wybierz formę prawną albo sektor.',
    email: 'Adres e-mail ma postać nazwa@domena, np. biuro@example.org.',
    long: (max: number) => `To pole mieści najwyżej ${max} znaków.`,
    personMissing: 'Podaj imię i nazwisko osoby albo usuń ten wiersz.',
    periodReversed: 'Ostatni dzień jest wcześniejszy niż pierwszy.',
    certainDuplicate: (by: string) => `Organizacja z tym numerem ${by} jest już w rejestrze.`,
  },

  duplicates: {
    checking: 'Sprawdzanie, czy jest już w rejestrze…',
    certainTitle: 'Ta organizacja jest już w rejestrze',
    certain: (by: string) => `ten sam ${by}`,
    certainHint: 'Użyj istniejącego wpisu; drugiego nie można dodać.',
    likelyTitle: 'Podobne organizacje w rejestrze',
    likelyHint: 'Jeśli to żadna z nich, dodaj nową.',
    by: { nip: 'NIP', regon: 'REGON', krs: 'KRS' },
  },
  persons: (n: number) => {
    const tens = n % 100;
    const units = n % 10;
    if (n === 1) return '1 osoba';
    return units >= 2 && units <= 4 && (tens < 12 || tens > 14) ? `${n} osoby` : `${n} osób`;
  },
} as const;
