/** Words about what a consortium offers: services, people it is for, places. */
import { plural } from './plural';

const persons = (n: number): string => `${n} ${plural(n, 'osoba', 'osoby', 'osób')}`;

export const serviceWords = {
  title: 'Usługi',
  lead: 'Zaznacz, kto prowadzi którą usługę.',
  area: { LABOUR_MARKET: 'Włączenie na rynek pracy', SOCIAL_SERVICES: 'Usługi społeczne' },
  chosen: (n: number, all: number) => `${n} z ${all}`,
  service: 'Usługa',
  nobody: 'nikt nie prowadzi',
  cell: (service: string, member: string) => `${service}: ${member}`,
  noMembers: 'Najpierw dodaj członków na karcie „Skład”; potem przypiszesz im usługi.',
  toComposition: 'Przejdź do składu',
  own: 'Dodaj własną usługę',
  ownTitle: 'Usługa spoza katalogu',
  ownName: 'Nazwa usługi',
  ownArea: 'Obszar',
  ownJustification: 'Jak służy celowi obszaru',
  ownHint: 'Bez uzasadnienia usługa spoza katalogu nie przejdzie oceny.',
  ownAdd: 'Dodaj usługę',
  ownMark: 'własna',
  ownRemove: (name: string) => `Usuń usługę własną: ${name}`,
  ownRemoved: (name: string) => `Usunięto usługę: ${name}.`,
  ownNameMissing: 'Wpisz nazwę usługi.',
  ownJustificationShort: 'Napisz co najmniej 10 znaków uzasadnienia.',
  ownTwice: 'Taka usługa już jest na liście.',
  cancel: 'Anuluj',
  undo: 'Cofnij',
} as const;

export const groupWords = {
  title: 'Odbiorcy',
  lead: 'Ile osób z każdej grupy obejmie centrum w całym okresie.',
  group: 'Grupa docelowa',
  planned: 'Planowane osoby',
  plannedOf: (group: string) => `Planowana liczba osób: ${group}`,
  sum: 'Suma wskazań',
  sumSays: (groups: number) =>
    `w ${groups} ${plural(groups, 'grupie', 'grupach', 'grupach')}; osoba należąca do dwóch grup liczy się dwa razy`,
  distinct: 'Różne osoby',
  distinctHint: 'Każda osoba raz, niezależnie od liczby grup.',
  distinctTooMany: (sum: number) => `Różnych osób nie może być więcej niż wskazań (${sum}).`,
  distinctTooFew: (most: number) =>
    `Największa grupa liczy ${persons(most)}, więc różnych osób musi być co najmniej tyle.`,
} as const;

export const pointWords = {
  title: 'Punkty obsługi',
  lead: 'Adresy, pod którymi mieszkańcy znajdą centrum.',
  empty: 'Nie podano jeszcze żadnego adresu.',
  address: 'Adres',
  addressMissing: 'Wpisz adres punktu.',
  hours: 'Godziny otwarcia',
  accessibility: 'Dostępność',
  accessibilityHint: 'Na przykład: wejście bez progu, pętla indukcyjna.',
  municipality: 'Gmina',
  add: 'Dodaj punkt',
  newAddress: 'Adres nowego punktu',
  remove: (address: string) => `Usuń punkt: ${address}`,
  removed: (address: string) => `Usunięto punkt: ${address}.`,
  point: (n: number) => `Punkt ${n}`,
  undo: 'Cofnij',
} as const;
