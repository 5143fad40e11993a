/** What the portal keeps about people, why and until when (RODO, art. 13, 15, 17 and 30). */
interface TableWords {
  title: string;
  /** Ground and period, as the export and the register say it. */
  ground: string;
  /** Why rows stay when a person is erased; null: they go. */
  stays: string | null;
}

const PUBLIC_TASK = 'art. 6 ust. 1 lit. e RODO (zadanie realizowane w interesie publicznym)';
const SECURITY = 'art. 6 ust. 1 lit. c w związku z art. 32 RODO (bezpieczeństwo konta)';
const ARCHIVE = 'art. 17 ust. 3 lit. b i d RODO (obowiązek rozliczenia środków publicznych i archiwizacji)';
const ACCOUNTABLE = 'art. 17 ust. 3 lit. b w związku z art. 5 ust. 2 RODO (rozliczalność)';

const until = (ground: string, period: string): string => `Podstawa: ${ground}. Okres: ${period}.`;

export const tableWords: Readonly<Record<string, TableWords>> = {
  person: {
    title: 'Konto',
    ground: until(PUBLIC_TASK, 'dopóki konto działa; po latach bez logowania o usunięciu decyduje administrator'),
    stays: null,
  },
  role_grant: {
    title: 'Role',
    ground: until(PUBLIC_TASK, 'dopóki rola nie zostanie odebrana'),
    stays: `Przy rolach nadanych innym osobom zostaje numer osoby bez nazwiska: ${ACCOUNTABLE}.`,
  },
  session: {
    title: 'Sesje',
    ground: until(SECURITY, 'najwyżej 12 godzin'),
    stays: null,
  },
  known_device: {
    title: 'Znane przeglądarki',
    ground: until(SECURITY, '400 dni od ostatniego logowania z tej przeglądarki'),
    stays: null,
  },
  passkey: { title: 'Klucze dostępu', ground: until(SECURITY, 'do usunięcia klucza albo konta'), stays: null },
  passkey_challenge: { title: 'Wyzwania kluczy dostępu', ground: until(SECURITY, 'najwyżej godzina'), stays: null },
  totp: {
    title: 'Aplikacja z kodami jednorazowymi',
    ground: until(SECURITY, 'do wyłączenia kodów albo usunięcia konta'),
    stays: null,
  },
  recovery_code: {
    title: 'Kody odzyskiwania',
    ground: until(SECURITY, 'do utworzenia nowych kodów albo usunięcia konta'),
    stays: null,
  },
  external_identity: {
    title: 'Połączone konta u innych dostawców logowania',
    ground: until(PUBLIC_TASK, 'do odłączenia albo usunięcia konta'),
    stays: null,
  },
  provider_flow: {
    title: 'Rozpoczęte logowania u innych dostawców',
    ground: until(SECURITY, 'najwyżej godzina'),
    stays: null,
  },
  person_token: {
    title: 'Adresy z wiadomości (nowe hasło, nowy adres e-mail)',
    ground: until(SECURITY, 'dzień po utracie ważności'),
    stays: null,
  },
  reset_request: {
    title: 'Prośby o nowe hasło, zanim portal wyśle wiadomość',
    ground: until(SECURITY, 'zwykle kilka sekund, do wysłania wiadomości'),
    stays: null,
  },
  invitation: {
    title: 'Zaproszenia',
    ground: until(PUBLIC_TASK, 'rok po przyjęciu, wycofaniu albo upływie ważności'),
    stays: `Przy zaproszeniach wysłanych do innych osób zostaje numer osoby bez nazwiska: ${ACCOUNTABLE}.`,
  },
  mail: {
    title: 'Wiadomości z portalu',
    ground: until(
      PUBLIC_TASK,
      'treść dzień, a wpis o wysłaniu 90 dni; wiadomość o usunięciu danych do wysłania, najwyżej tydzień',
    ),
    stays: null,
  },
  journal_personal: {
    title: 'Wartości danych osobowych sprzed zmian i po zmianach, powody podglądu',
    ground: until(`${PUBLIC_TASK}, obrona przed roszczeniami`, '6 lat'),
    stays: null,
  },
  acknowledgement: {
    title: 'Zapoznanie się z klauzulami informacyjnymi',
    ground: until('art. 5 ust. 2 i art. 13 RODO (wykazanie obowiązku informacyjnego)', 'jak dziennik'),
    stays: `Zostaje numer osoby bez nazwiska i wersja klauzuli: ${ACCOUNTABLE}.`,
  },
  erasure: {
    title: 'Wnioski o usunięcie danych',
    ground: until('art. 5 ust. 2 i art. 12 RODO (wykazanie, jak załatwiono wniosek)', '6 lat'),
    stays: `Zostaje numer osoby bez nazwiska, decyzja i jej podstawa: ${ACCOUNTABLE}.`,
  },
  retention_proposal: {
    title: 'Decyzje o usunięciu danych po upływie okresu',
    ground: until('art. 5 ust. 2 RODO (rozliczalność)', 'jak dziennik'),
    stays: `Zostaje numer osoby bez nazwiska: ${ACCOUNTABLE}.`,
  },
  journal: {
    title: 'Dziennik czynności',
    ground: until(`${PUBLIC_TASK}; rozliczenie środków publicznych`, 'zgodnie z kwalifikacją archiwalną'),
    stays: `Wpisy nie zawierają nazwiska ani adresu, tylko numer osoby: ${ARCHIVE}.`,
  },
  organisation: {
    title: 'Organizacje wpisane do rejestru',
    ground: until(`${PUBLIC_TASK}; dane osób reprezentujących organizację`, 'dopóki organizacja jest w rejestrze'),
    stays: `Zostaje numer osoby, która wpisała organizację. Osoby reprezentujące zmienia się w rejestrze: ${ARCHIVE}.`,
  },
  consortium: {
    title: 'Konsorcja',
    ground: until(PUBLIC_TASK, 'zgodnie z kwalifikacją archiwalną'),
    stays: `Zostaje numer osoby bez nazwiska: ${ARCHIVE}.`,
  },
  document: {
    title: 'Dokumenty',
    ground: until(PUBLIC_TASK, 'zgodnie z kwalifikacją archiwalną'),
    stays: `Wydanych i podpisanych dokumentów nie zmienia się, także gdy wymieniają osobę: ${ARCHIVE}.`,
  },
  document_file: {
    title: 'Pliki wydanych dokumentów',
    ground: until(PUBLIC_TASK, 'zgodnie z kwalifikacją archiwalną'),
    stays: `Wydanych i podpisanych dokumentów nie zmienia się, także gdy wymieniają osobę: ${ARCHIVE}.`,
  },
  call: {
    title: 'Nabory',
    ground: until(PUBLIC_TASK, 'zgodnie z kwalifikacją archiwalną'),
    stays: `Zostaje numer osoby bez nazwiska: ${ARCHIVE}.`,
  },
  call_edition: {
    title: 'Ogłoszenia i aneksy naborów',
    ground: until(PUBLIC_TASK, 'zgodnie z kwalifikacją archiwalną'),
    stays: `Ogłoszonych treści nie zmienia się, także gdy wymieniają osobę do kontaktu: ${ARCHIVE}.`,
  },
  call_attachment: {
    title: 'Załączniki naborów',
    ground: until(PUBLIC_TASK, 'zgodnie z kwalifikacją archiwalną'),
    stays: `Zostaje numer osoby bez nazwiska, a nazwa i opis pliku są częścią naboru: ${ARCHIVE}.`,
  },
  call_question: {
    title: 'Pytania do naborów i odpowiedzi',
    ground: until(PUBLIC_TASK, 'zgodnie z kwalifikacją archiwalną'),
    stays: `Zostaje numer osoby bez nazwiska, a pytanie jest publiczne razem z odpowiedzią: ${ARCHIVE}.`,
  },
  call_answer: {
    title: 'Kolejne odpowiedzi na pytania do naborów',
    ground: until(PUBLIC_TASK, 'zgodnie z kwalifikacją archiwalną'),
    stays: `Zostaje numer osoby bez nazwiska: ${ARCHIVE}.`,
  },
  outage: {
    title: 'Rejestr awarii portalu',
    ground: until(PUBLIC_TASK, 'zgodnie z kwalifikacją archiwalną'),
    stays: `Zostaje numer osoby bez nazwiska: ${ARCHIVE}.`,
  },
  offer: {
    title: 'Oferty',
    ground: until(PUBLIC_TASK, 'zgodnie z kwalifikacją archiwalną'),
    stays: `Zostaje numer osoby bez nazwiska: ${ARCHIVE}.`,
  },
  offer_presence: {
    title: 'Kto ma otwartą ofertę',
    ground: until(PUBLIC_TASK, 'kilkanaście minut'),
    stays: 'Wiersz znika sam, najpóźniej po kilkunastu minutach.',
  },
  offer_attachment: {
    title: 'Załączniki ofert',
    ground: until(PUBLIC_TASK, 'zgodnie z kwalifikacją archiwalną'),
    stays: `Zostaje numer osoby bez nazwiska, a nazwa i opis pliku są częścią oferty: ${ARCHIVE}.`,
  },
  offer_content: {
    title: 'Potwierdzone i złożone treści ofert',
    ground: until(PUBLIC_TASK, 'zgodnie z kwalifikacją archiwalną'),
    stays: `Potwierdzonych i złożonych treści nie zmienia się, także gdy wymieniają osobę: ${ARCHIVE}.`,
  },
  offer_confirmation: {
    title: 'Potwierdzenia ofert',
    ground: until(PUBLIC_TASK, 'zgodnie z kwalifikacją archiwalną'),
    stays: `Zostaje, kto i w jakiej funkcji potwierdził ofertę w imieniu organizacji: ${ARCHIVE}.`,
  },
  offer_receipt: {
    title: 'Potwierdzenia złożenia ofert',
    ground: until(PUBLIC_TASK, 'zgodnie z kwalifikacją archiwalną'),
    stays: `Zostaje numer osoby bez nazwiska: ${ARCHIVE}.`,
  },
  offer_admission: {
    title: 'Dopuszczenia ofert złożonych po terminie',
    ground: until(PUBLIC_TASK, 'zgodnie z kwalifikacją archiwalną'),
    stays: `Zostaje numer osoby bez nazwiska i treść protokołu: ${ARCHIVE}.`,
  },
  recommendation: {
    title: 'Prośby o rekomendację i uchwały rad organizacji pozarządowych',
    ground: until(PUBLIC_TASK, 'zgodnie z kwalifikacją archiwalną'),
    stays: `Zostaje numer osoby bez nazwiska i treść uchwały: ${ARCHIVE}.`,
  },
  commission: {
    title: 'Komisje naborów: kto je powołał',
    ground: until(PUBLIC_TASK, 'zgodnie z kwalifikacją archiwalną'),
    stays: `Zostaje numer osoby bez nazwiska i podstawa powołania: ${ARCHIVE}.`,
  },
  commission_seat: {
    title: 'Miejsca w komisjach naborów',
    ground: until(PUBLIC_TASK, 'zgodnie z kwalifikacją archiwalną'),
    stays: `Zostaje numer osoby bez nazwiska, funkcja i kto wskazał: ${ARCHIVE}.`,
  },
  impartiality: {
    title: 'Oświadczenia o bezstronności i zgłoszenia konfliktu',
    ground: until(PUBLIC_TASK, 'zgodnie z kwalifikacją archiwalną'),
    stays: `Zostaje numer osoby bez nazwiska i treść oświadczenia: ${ARCHIVE}.`,
  },
  tie: {
    title: 'Powiązania członków komisji z organizacjami',
    ground: until(PUBLIC_TASK, 'zgodnie z kwalifikacją archiwalną'),
    stays: `Zostaje numer osoby bez nazwiska i powiązanie, z którego wynika wyłączenie: ${ARCHIVE}.`,
  },
  conflict_decision: {
    title: 'Decyzje przewodniczącego o wyłączeniu',
    ground: until(PUBLIC_TASK, 'zgodnie z kwalifikacją archiwalną'),
    stays: `Zostaje numer osoby bez nazwiska i uzasadnienie: ${ARCHIVE}.`,
  },
  offer_bar: {
    title: 'Wyłączenia z oceny ofert',
    ground: until(PUBLIC_TASK, 'zgodnie z kwalifikacją archiwalną'),
    stays: `Zostaje numer osoby bez nazwiska i przyczyna wyłączenia: ${ARCHIVE}.`,
  },
  assignment: {
    title: 'Przydziały ofert do oceny',
    ground: until(PUBLIC_TASK, 'zgodnie z kwalifikacją archiwalną'),
    stays: `Zostaje numer osoby bez nazwiska i uzasadnienie: ${ARCHIVE}.`,
  },
  assignment_card: {
    title: 'Oferty przydzielone do oceny',
    ground: until(PUBLIC_TASK, 'zgodnie z kwalifikacją archiwalną'),
    stays: `Zostaje numer osoby bez nazwiska: ${ARCHIVE}.`,
  },
  formal_card: {
    title: 'Karty oceny formalnej',
    ground: until(PUBLIC_TASK, 'zgodnie z kwalifikacją archiwalną'),
    stays: `Zostaje numer osoby bez nazwiska: ${ARCHIVE}.`,
  },
  formal_verdict: {
    title: 'Odpowiedzi w ocenie formalnej',
    ground: until(PUBLIC_TASK, 'zgodnie z kwalifikacją archiwalną'),
    stays: `Zostaje numer osoby bez nazwiska i treść odpowiedzi: ${ARCHIVE}.`,
  },
  formal_letter: {
    title: 'Pisma z oceny formalnej',
    ground: until(PUBLIC_TASK, 'zgodnie z kwalifikacją archiwalną'),
    stays: `Zostaje numer osoby bez nazwiska i treść pisma: ${ARCHIVE}.`,
  },
  score_card: {
    title: 'Karty ocen',
    ground: until(PUBLIC_TASK, 'zgodnie z kwalifikacją archiwalną'),
    stays: `Zostaje numer osoby bez nazwiska: ${ARCHIVE}.`,
  },
  score_version: {
    title: 'Oddane karty ocen',
    ground: until(PUBLIC_TASK, 'zgodnie z kwalifikacją archiwalną'),
    stays: `Zostaje numer osoby bez nazwiska, punkty i uzasadnienia: ${ARCHIVE}.`,
  },
  score_note: {
    title: 'Wspólne notatki o ofertach',
    ground: until(PUBLIC_TASK, 'zgodnie z kwalifikacją archiwalną'),
    stays: `Zostaje numer osoby bez nazwiska i treść notatki: ${ARCHIVE}.`,
  },
  call_lot: {
    title: 'Losowania w naborach',
    ground: until(PUBLIC_TASK, 'zgodnie z kwalifikacją archiwalną'),
    stays: `Zostaje numer osoby bez nazwiska i kto był świadkiem: ${ARCHIVE}.`,
  },
  call_result: {
    title: 'Wyniki naborów',
    ground: until(PUBLIC_TASK, 'zgodnie z kwalifikacją archiwalną'),
    stays: `Zostaje numer osoby bez nazwiska: ${ARCHIVE}.`,
  },
  result_minutes: {
    title: 'Protokoły komisji naborów',
    ground: until(PUBLIC_TASK, 'zgodnie z kwalifikacją archiwalną'),
    stays: `Zostaje treść protokołu, z nazwiskami członków komisji: ${ARCHIVE}.`,
  },
  offer_letter: {
    title: 'Pisma o wyniku naboru',
    ground: until(PUBLIC_TASK, 'zgodnie z kwalifikacją archiwalną'),
    stays: `Zostaje numer osoby bez nazwiska i treść pisma: ${ARCHIVE}.`,
  },
  reasons_request: {
    title: 'Wnioski o uzasadnienie',
    ground: until(PUBLIC_TASK, 'zgodnie z kwalifikacją archiwalną'),
    stays: `Zostaje wniosek z odpowiedzią i numer osoby bez nazwiska: ${ARCHIVE}.`,
  },
  appeal: {
    title: 'Odwołania od wyniku',
    ground: until(PUBLIC_TASK, 'zgodnie z kwalifikacją archiwalną'),
    stays: `Zostaje treść odwołania i numer osoby bez nazwiska: ${ARCHIVE}.`,
  },
  appeal_statement: {
    title: 'Stanowiska komisji w sprawie odwołań',
    ground: until(PUBLIC_TASK, 'zgodnie z kwalifikacją archiwalną'),
    stays: `Zostaje treść stanowiska i numer osoby bez nazwiska: ${ARCHIVE}.`,
  },
  appeal_decision: {
    title: 'Rozstrzygnięcia odwołań',
    ground: until(PUBLIC_TASK, 'zgodnie z kwalifikacją archiwalną'),
    stays: `Zostaje treść rozstrzygnięcia i numer osoby bez nazwiska: ${ARCHIVE}.`,
  },
  award: {
    title: 'Przyznania po wynikach naborów',
    ground: until(PUBLIC_TASK, 'zgodnie z kwalifikacją archiwalną'),
    stays: `Zostaje numer osoby bez nazwiska i treść uzasadnienia: ${ARCHIVE}.`,
  },
  sheet_field: {
    title: 'Pola naborów i ofert',
    ground: until(PUBLIC_TASK, 'zgodnie z kwalifikacją archiwalną'),
    stays: `Zostaje numer osoby bez nazwiska: ${ARCHIVE}.`,
  },
  sheet_change: {
    title: 'Historia zmian w naborach i ofertach',
    ground: until(PUBLIC_TASK, 'zgodnie z kwalifikacją archiwalną'),
    stays: `Zostaje numer osoby bez nazwiska: ${ARCHIVE}.`,
  },
  sign_in_attempt: {
    title: 'Próby logowania (tylko skróty)',
    ground: until(SECURITY, 'dzień'),
    stays: null,
  },
};

/** Kinds of rows that go after a time, when somebody agrees. */
export const retentionWords: Readonly<Record<string, { title: string; ground: string }>> = {
  ACCOUNT: {
    title: 'Konta, na które od lat nikt się nie logował',
    ground: 'art. 5 ust. 1 lit. e RODO; jedyny opiekun dostępu i jedyny administrator zostają, aż będzie następca',
  },
  MAIL: { title: 'Wpisy o wiadomościach wysłanych ponad 90 dni temu', ground: 'art. 5 ust. 1 lit. e RODO' },
  INVITATION: { title: 'Zaproszenia zakończone ponad rok temu', ground: 'art. 5 ust. 1 lit. e RODO' },
  CHANGED_VALUE: {
    title: 'Dawne wartości danych osobowych sprzed ponad 6 lat',
    ground: 'art. 5 ust. 1 lit. e RODO; art. 118 kc',
  },
  ERASURE: {
    title: 'Wnioski o usunięcie danych rozpatrzone ponad 6 lat temu',
    ground: 'art. 5 ust. 1 lit. e RODO; art. 118 kc',
  },
};

/** Columns as the readable export calls them; the rest keep their technical names. */
export const columnWords: Readonly<Record<string, string>> = {
  id: 'numer',
  person_id: 'numer osoby',
  name: 'nazwa',
  email: 'adres e-mail',
  recipient: 'adres e-mail',
  created_at: 'utworzono',
  updated_at: 'zmieniono',
  email_confirmed_at: 'potwierdzono adres',
  used_at: 'użyto',
  left_at: 'konto zamknięto',
  erased_at: 'dane usunięto',
  password_hash: 'hasło (skrót)',
  organisation_id: 'numer organizacji',
  teryt: 'gmina albo powiat (TERYT)',
  role: 'rola',
  roles: 'role',
  granted_at: 'nadano',
  granted_by: 'nadała osoba nr',
  acting_for: 'w imieniu organizacji nr',
  acting_body: 'w imieniu ciała',
  body: 'ciało albo treść',
  level: 'stopień zalogowania',
  device: 'urządzenie',
  network: 'sieć',
  seen_at: 'ostatnio',
  known_since: 'znana od',
  confirmed_at: 'potwierdzono',
  viewed_person_id: 'oglądana osoba nr',
  view_reason: 'powód podglądu',
  token_sha256: 'skrót tokenu',
  code_sha256: 'skrót kodu',
  credential_id: 'numer klucza',
  public_key: 'klucz publiczny',
  counter: 'licznik klucza',
  transports: 'sposoby połączenia',
  backup_eligible: 'klucz może mieć kopię',
  backed_up: 'klucz ma kopię',
  added_at: 'dodano',
  made_at: 'utworzono',
  challenge: 'wyzwanie',
  secret: 'sekret',
  next_secret: 'nowy sekret',
  last_step: 'ostatni krok',
  issuer: 'dostawca',
  subject: 'temat albo numer u dostawcy',
  linked_at: 'połączono',
  provider: 'dostawca',
  begun_at: 'rozpoczęto',
  purpose: 'cel',
  expires_at: 'ważne do',
  state: 'stan',
  status: 'stan',
  invited_by: 'zaprosiła osoba nr',
  invited_at: 'zaproszono',
  approved_by: 'zatwierdziła osoba nr',
  accepted_by: 'przyjęła osoba nr',
  ended_at: 'zakończono',
  template: 'wzór wiadomości',
  written_at: 'zapisano',
  send_at: 'do wysłania',
  sent_at: 'wysłano',
  value: 'wartość',
  clause: 'klauzula',
  version: 'wersja',
  at: 'kiedy',
  reason: 'powód',
  asked_at: 'złożono',
  ground: 'podstawa',
  decided_by: 'rozstrzygnęła osoba nr',
  decided_at: 'rozstrzygnięto',
  kind: 'rodzaj',
  act: 'czynność',
  subject_kind: 'rodzaj rzeczy',
  subject_id: 'numer rzeczy',
  title: 'nazwa',
  number: 'numer dokumentu',
  issued_at: 'wydano',
  issued_by: 'wydała osoba nr',
  created_by: 'utworzyła osoba nr',
  updated_by: 'zmieniła osoba nr',
};

/** The readable export, and what the server says about erasure and clauses. */
export const personalWords = {
  exportTitle: 'Dane, które portal przechowuje o Tobie',
  madeAt: (when: string) => `Stan na ${when}.`,
  exportLead:
    'Zestawienie obejmuje wszystko, co w bazie portalu jest oznaczone jako dane osobowe i dotyczy Twojego konta. Haseł, kodów i sekretów nie pokazujemy: zapisano tylko, że istnieją.',
  secretThere: 'zapisane, nie pokazujemy',
  nothing: '–',
  rowNo: (n: number) => `Pozycja ${n}`,
  none: 'Brak wpisów.',
  unknownClause: 'Nie ma takiej klauzuli informacyjnej.',
  clauseChanged: 'Treść klauzuli zmieniła się w międzyczasie. Odśwież stronę i zapoznaj się z nową wersją.',
  lastAdministrator:
    'To konto ma jedyny administrator programu. Najpierw zaproś drugiego administratora, a po przyjęciu przez niego zaproszenia złóż wniosek ponownie.',
  lastOwner: (organisations: string) =>
    `To konto ma jedyny opiekun dostępu organizacji: ${organisations}. Najpierw zaproś następcę do roli opiekuna dostępu, a potem złóż wniosek ponownie.`,
  decided: 'Ten wniosek został już rozpatrzony albo wycofany.',
  nothingAsked: 'Nie masz wniosku, który czeka na decyzję.',
  ownErasure: 'O usunięciu własnych danych decyduje inny administrator.',
  retentionDecided: 'Ta propozycja została już rozpatrzona.',
  removedFromMails: '(dane usunięto)',
} as const;
