import type { Role } from '../access/role';
import { counted, plural } from './plural';
import { viewOnlyReason } from './view-only';

/** What each role may do, in one sentence for the person who chooses it for somebody. */
const mayDo: Record<Role, string> = {
  ADMINISTRATOR: 'Prowadzi program: konsorcja, rejestr, zaproszenia i odbieranie ról. Wymaga drugiego składnika.',
  COUNTY_OPERATOR: 'Prowadzi nabory w swoim powiecie i czyta jego konsorcja. Wymaga drugiego składnika.',
  MUNICIPALITY_OFFICER: 'Zakłada konsorcja w gminie, zmienia je i wydaje dokumenty w jej imieniu.',
  TREASURER: 'Czyta konsorcja i dokumenty gminy; kontrasygnuje to, co ją kosztuje.',
  MUNICIPALITY_SIGNER: 'Czyta konsorcja i dokumenty gminy; podpisuje w jej imieniu. Wymaga drugiego składnika.',
  COORDINATOR: 'Zakłada i prowadzi konsorcja organizacji; gdy jest ona liderem, także wydaje dokumenty.',
  EDITOR: 'Uzupełnia dane i budżet konsorcjów, do których organizacja należy. Dokumentów nie wydaje.',
  SIGNER: 'Czyta konsorcja organizacji i podpisuje w jej imieniu. Wymaga drugiego składnika.',
  OWNER: 'Zaprasza do organizacji kolejne osoby i odbiera im role; czyta jej konsorcja.',
  ASSESSOR: 'Ocenia przydzielone oferty w grupie sterującej. Wymaga drugiego składnika.',
  CHAIR: 'Kieruje grupą sterującą i jej oceną. Wymaga drugiego składnika.',
  NGO_COUNCIL: 'Działa w radzie organizacji pozarządowych powiatu.',
  DEFS_OFFICER: 'Działa w imieniu instytucji finansującej (DEFS).',
  AUDITOR: 'Czyta wszystko, razem z dziennikiem; niczego nie zmienia.',
};

/** What is lost together with the role. */
const whatEnds: Partial<Record<Role, string>> = {
  OWNER: 'Ta osoba nie będzie już zapraszać do organizacji ani odbierać w niej ról.',
  COORDINATOR: 'Ta osoba nie będzie już zmieniać konsorcjów organizacji ani wydawać ich dokumentów.',
  EDITOR: 'Ta osoba nie będzie już zmieniać danych ani budżetu konsorcjów organizacji.',
  ADMINISTRATOR: 'Ta osoba nie będzie już prowadzić programu ani czytać dziennika.',
};

export const peopleWords = {
  title: 'Osoby',
  lead: {
    own: 'Kto działa w imieniu organizacji, którą reprezentujesz, i w jakiej roli.',
    all: 'Wszystkie osoby w portalu, ich role i zabezpieczenia.',
  },
  tabsLabel: 'Osoby i zaproszenia',
  tabs: { people: 'Osoby', invitations: 'Zaproszenia', data: 'Dane osobowe' },
  invite: 'Zaproś osobę',
  search: 'Szukaj osoby',
  searchHint: 'Część imienia, nazwiska albo adresu e-mail',
  shown: (n: number, more: boolean) =>
    `${plural(n, 'Pokazano', 'Pokazano', 'Pokazano')} ${counted(n, 'osobę', 'osoby', 'osób')}${more ? ', są kolejne' : ''}.`,
  factor: { yes: 'drugi składnik', no: 'bez drugiego składnika' },
  seen: (when: string) => `Ostatnio w portalu: ${when}`,
  neverSeen: 'Jeszcze się nie logowała',
  rolesOf: (name: string) => `Role: ${name}`,
  noRoles: 'Bez roli: może się zalogować, ale niczego nie widzi.',
  since: (day: string) => `od ${day}`,
  revoke: 'Odbierz rolę',
  revokeOf: (role: string, name: string) => `Odbierz rolę ${role}: ${name}`,
  viewAs: 'Zobacz oczami tej osoby',
  viewAsOf: (name: string) => `Zobacz oczami tej osoby: ${name}`,
  acts: 'Dziennik tej osoby',
  actsOf: (name: string) => `Dziennik tej osoby: ${name}`,
  nothingFound: (text: string) => `Nikt nie pasuje do „${text}”.`,
  nothingFoundHint: 'Skróć tekst albo sprawdź pisownię.',
  empty: 'Nie ma tu jeszcze nikogo',
  emptyHint: 'Zaproś pierwszą osobę: dostanie wiadomość z linkiem, który działa siedem dni.',
  noRight: 'Osoby pokazujemy opiekunowi dostępu organizacji, administratorowi programu i audytorowi.',
  noRightHint: 'Jeśli masz jedną z tych ról w innej organizacji, zmień u góry strony, w czyim imieniu działasz.',
  viewOnly: viewOnlyReason,
} as const;

export const roleChoiceWords = {
  mayDo,
  group: {
    ORGANISATION: 'W organizacji',
    MUNICIPALITY: 'W gminie',
    COUNTY: 'W powiecie',
    NONE: 'W programie i jego instytucjach',
  },
} as const;

export const revokeWords = {
  title: 'Odebrać rolę?',
  lead: (name: string, role: string, where: string | null) =>
    where ? `${name}: ${role}, ${where}.` : `${name}: ${role}.`,
  consequences: 'Co się stanie',
  ends: (role: Role) => whatEnds[role] ?? 'Ta osoba straci dostęp, który dawała jej rola.',
  atOnce: 'Rola przestaje działać od razu, także w otwartych kartach przeglądarki.',
  last: 'To jej jedyna rola: po odebraniu będzie mogła się zalogować, ale niczego nie zobaczy.',
  keeps: (n: number) => `Zachowa ${counted(n, 'inną rolę', 'inne role', 'innych ról')}.`,
  trace: 'Wpis o odebraniu zostanie w dzienniku. Aby przywrócić rolę, trzeba wysłać nowe zaproszenie.',
  self: 'To Twoja własna rola. Po odebraniu nie przywrócisz jej sobie bez pomocy innej osoby.',
  confirm: 'Odbierz rolę',
  done: (name: string) => `Odebrano rolę: ${name}.`,
} as const;

export const viewAsWords = {
  title: 'Zobacz portal oczami tej osoby',
  lead: (name: string) => `${name} zobaczy na swoim koncie, kto, kiedy i dlaczego patrzył.`,
  readOnly: 'Przez cały czas możesz tylko czytać. Początek i koniec podglądu zapisze dziennik.',
  reason: 'Powód',
  reasonHint: 'Na przykład: zgłoszenie z 5 marca, nie widać budżetu',
  reasonShort: 'Podaj powód, co najmniej 10 znaków.',
  begin: 'Zacznij podgląd',
} as const;

export const invitationWords = {
  title: 'Zaproszenia',
  lead: 'Wysłane i czekające; link w wiadomości działa siedem dni i tylko raz.',
  state: {
    PROPOSED: 'czeka na drugiego administratora',
    SENT: 'wysłane',
    ACCEPTED: 'przyjęte',
    EXPIRED: 'wygasło',
    WITHDRAWN: 'wycofane',
  },
  by: (who: string, when: string) => `Zaprasza: ${who}, ${when}`,
  until: (when: string) => `Ważne do ${when}`,
  withdraw: 'Wycofaj',
  withdrawOf: (email: string) => `Wycofaj zaproszenie dla ${email}`,
  withdrawn: 'Zaproszenie wycofano.',
  approve: 'Zatwierdź',
  approveOf: (email: string) => `Zatwierdź zaproszenie dla ${email}`,
  approved: 'Zaproszenie zatwierdzono i wysłano.',
  empty: 'Nie ma żadnych zaproszeń',
  emptyHint: 'Zaproszenie jest jedyną drogą do portalu: nikt nie zakłada konta sam.',
} as const;

export const inviteWords = {
  title: 'Nowe zaproszenie',
  lead: 'Osoba dostanie wiadomość z linkiem, który działa siedem dni i tylko raz.',
  email: 'Adres e-mail',
  emailMissing: 'Podaj adres e-mail osoby, np. jan@example.org.',
  emailWrong: 'Adres e-mail ma postać nazwa@domena, np. biuro@example.org.',
  role: 'Rola',
  roleMissing: 'Wybierz rolę.',
  organisation: 'Organizacja',
  organisationSearch: 'Szukaj organizacji',
  organisationHint: 'Nazwa, NIP, REGON albo KRS',
  organisationMissing: 'Wskaż organizację, w imieniu której osoba będzie działać.',
  organisationNone: (text: string) =>
    `Nie ma organizacji pasującej do „${text}”. Sprawdź pisownię albo dodaj ją do rejestru.`,
  organisationChange: 'Zmień',
  county: 'Powiat',
  countyMissing: 'Wybierz powiat.',
  send: 'Wyślij zaproszenie',
  propose: 'Zaproponuj zaproszenie',
  misfit: {
    ORGANISATION: 'Tej roli nie nadaje się w organizacji.',
    ROLE: 'Tej roli nie ma w organizacji tego rodzaju; w samorządzie podpisuje „osoba podpisująca za gminę”.',
    PLACE: 'W rejestrze brakuje gminy jej siedziby; uzupełnij ją, aby nadać tę rolę.',
  },
  fourEyes:
    'Zaproszenie od administratora zatwierdza inny administrator; dopiero wtedy wyjdzie wiadomość. Pozostali administratorzy dostaną o nim powiadomienie.',
  alone: {
    notice:
      'W programie nie ma drugiego administratora, więc nikt nie może zatwierdzić Twoich zaproszeń. Zacznij od zaproszenia drugiego administratora: tylko ono wyjdzie od razu.',
    sends: 'To zaproszenie wyjdzie od razu, bez zgody drugiej osoby; dziennik to odnotuje.',
    waits: 'To zaproszenie poczeka, aż drugi administrator dołączy i je zatwierdzi, najwyżej siedem dni.',
  },
  sent: 'Zaproszenie wysłano.',
  proposed: 'Zaproszenie czeka na drugiego administratora.',
} as const;
