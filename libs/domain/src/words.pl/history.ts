/** Sentences of the journal, read on each thing as its history; details carry names of organisations, never of persons. */
import { formatDatePl } from '../calendar/local-date';
import { formalRoomWords } from './formal-room';
import { fieldWords } from './history-fields';
import { plural } from './plural';
import { did } from './verbs';

const lines = (n: number): string => `${n} ${plural(n, 'pozycję', 'pozycje', 'pozycji')}`;
const changes = (n: number): string => `${n} ${plural(n, 'zmiana', 'zmiany', 'zmian')}`;

const documentOf: Readonly<Record<string, string>> = {
  LETTER_OF_INTENT: 'listu intencyjnego',
  LETTER_OF_CONFIRMATION: 'potwierdzenia udziału',
  PARTNERSHIP_AGREEMENT: 'umowy o partnerstwie',
  ANNEX: 'aneksu do umowy o partnerstwie',
};
const documentIssued: Readonly<Record<string, string>> = {
  LETTER_OF_INTENT: 'list intencyjny',
  LETTER_OF_CONFIRMATION: 'potwierdzenie udziału',
  PARTNERSHIP_AGREEMENT: 'umowę o partnerstwie',
  ANNEX: 'aneks do umowy o partnerstwie',
};

/** „…: redaktor partnera, Fundacja Przystań” */
const withRole = (sentence: string, role: string | null, organisation: string | null): string => {
  const whose = [role, organisation].filter(Boolean).join(', ');
  return whose ? `${sentence}: ${whose}` : sentence;
};

/** Who did it: the organisation acted for; null: the municipality's or the programme's people, or the portal. */
type By = string | null;
const formalResult = (state: string): string =>
  Object.hasOwn(formalRoomWords.state, state) ? formalRoomWords.state[state as keyof typeof formalRoomWords.state] : '';

export const historyWords = {
  nobody: 'portal',
  erased: 'osoba, której dane usunięto',
  unknownOrganisation: 'organizacja spoza rejestru',
  unknownAct: 'zmiana w konsorcjum',
  nothing: '(puste)',
  /** „cenę z 70,00 zł na 72,00 zł”; without values: only what. */
  field: (field: string, values: { before: string; after: string } | null) =>
    `${fieldWords[field] ?? field}${values ? ` z ${values.before} na ${values.after}` : ''}`,
  /** „cenę pozycji L04 z 70,00 zł na 72,00 zł” */
  lineField: (field: string, no: string, values: { before: string; after: string } | null) =>
    `${fieldWords[field] ?? field} pozycji ${no}${values ? ` z ${values.before} na ${values.after}` : ''}`,
  line: (no: string, amount: string) => `pozycję ${no} (${amount})`,
  /** Parts of one sentence; what did not fit is counted. */
  list: (parts: readonly string[], more: number) =>
    `${parts.join(', ')}${more > 0 ? ` i jeszcze ${changes(more)}` : ''}`,
  created: (by: By, title: string) => `${did('create', by)} konsorcjum „${title}”`,
  changed: (by: By, what: string) => `${did('change', by)} ${what || 'dane konsorcjum'}`,
  memberAdded: (by: By, name: string, leader: boolean) => `${did('add', by)} ${leader ? 'lidera' : 'członka'}: ${name}`,
  memberChanged: (by: By, name: string, what: string) =>
    `${did('change', by)} dane członka (${name})${what ? `: ${what}` : ''}`,
  memberLeft: (name: string, heir: string | null) =>
    `wystąpienie z konsorcjum: ${name}${heir ? `; pozycje budżetu i usługi przejmuje: ${heir}` : ''}`,
  leaderAppointed: (by: By, name: string, former: string | null) =>
    `${did('appoint', by)} lidera: ${name}${former ? ` (poprzednio ${former})` : ''}`,
  linesChanged: (by: By, what: string) => `${did('change', by)} ${what}`,
  linesAdded: (by: By, what: string) => `${did('add', by)} ${what}`,
  linesRemoved: (by: By, what: string) => `${did('remove', by)} ${what}`,
  budgetTotal: (sentence: string, total: string) => `${sentence}; budżet razem ${total}`,
  budgetChanged: (
    by: By,
    count: { added: number; changed: number; removed: number; reordered: boolean },
    examples: string,
    total: string,
  ) => {
    const parts = [
      count.added ? `dodano ${lines(count.added)}` : '',
      count.changed ? `zmieniono ${lines(count.changed)}` : '',
      count.removed ? `usunięto ${lines(count.removed)}` : '',
      count.reordered ? 'zmieniono kolejność' : '',
    ].filter((part) => part !== '');
    return `${did('change', by)} budżet: ${parts.join(', ')}${examples ? ` (między innymi ${examples})` : ''}; razem ${total}`;
  },
  documentDrafted: (by: By, kind: string, party: string | null) =>
    `${did('open', by)} projekt ${documentOf[kind] ?? 'dokumentu'}${party ? ` (${party})` : ''}`,
  documentChanged: (by: By, kind: string, what: string) =>
    `${did('change', by)} projekt ${documentOf[kind] ?? 'dokumentu'}${what ? `: ${what}` : ''}`,
  documentIssued: (by: By, kind: string, number: string) =>
    `${did('issue', by)} ${documentIssued[kind] ?? 'dokument'} nr ${number}`,
  callCreated: (by: By, copied: boolean) =>
    `${did('create', by)} projekt naboru${copied ? ' na podstawie wcześniejszego' : ''}`,
  callPublished: (by: By, number: string) => `${did('announce', by)} nabór nr ${number}`,
  annexPublished: (by: By, number: string, edition: number) =>
    `${did('announce', by)} aneks do naboru nr ${number} (wydanie ${edition})`,
  callExtended: (by: By, number: string, until: string) =>
    `${did('extend', by)} termin składania ofert w naborze nr ${number}${until ? ` do: ${until}` : ''}`,
  callAnnulled: (by: By, number: string) => `${did('annul', by)} nabór nr ${number}`,
  questionAnswered: (by: By, corrected: boolean) =>
    corrected ? `${did('change', by)} odpowiedź na pytanie do naboru` : `${did('answer', by)} na pytanie do naboru`,
  /**
   * „zmieniono 2 pola (Podstawowe informacje: tytuł naboru; Kryteria: kryterium, waga)”. A save that only collided has
   * changed nothing; what was typed is kept all the same.
   */
  sheetChanged: (by: By, fields: number, examples: readonly string[], setAside: number, foreign = 0) => {
    const collided = `odłożono na bok ${setAside} ${plural(setAside, 'wartość', 'wartości', 'wartości')}, bo ${plural(setAside, 'to pole', 'te pola', 'te pola')} zmienił wcześniej ktoś inny`;
    const others = `odłożono na bok ${foreign} ${plural(foreign, 'wartość wpisaną', 'wartości wpisane', 'wartości wpisanych')} w części innego członka`;
    const aside = [...(setAside > 0 ? [collided] : []), ...(foreign > 0 ? [others] : [])].join('; ');
    if (fields === 0) return aside || 'zapisano bez zmian';
    const what = `${examples.length < fields ? 'między innymi ' : ''}${examples.join('; ')}`;
    const changed = `${did('change', by)} ${fields} ${plural(fields, 'pole', 'pola', 'pól')}${examples.length > 0 ? ` (${what})` : ''}`;
    return aside === '' ? changed : `${changed}; ${aside}`;
  },
  fileAdded: (by: By) => `${did('add', by)} plik do oferty`,
  fileDescribed: (by: By) => `${did('change', by)} opis pliku oferty`,
  fileRemoved: (by: By) => `${did('remove', by)} plik z oferty`,
  fileRestored: (by: By) => `${did('restore', by)} usunięty plik oferty`,
  callFileAdded: (by: By) => `${did('add', by)} plik do naboru`,
  callFileDescribed: (by: By) => `${did('change', by)} opis albo kolejność pliku naboru`,
  callFileRemoved: (by: By) => `${did('remove', by)} plik z naboru`,
  callFileRestored: (by: By) => `${did('restore', by)} usunięty plik naboru`,
  offerCreated: (by: By, call: string, copied: boolean) =>
    `${did('begin', by)} ofertę w naborze nr ${call}${copied ? ' na podstawie wcześniejszej' : ''}`,
  partLent: (by: By, members: number) =>
    members === 0 ? `${did('takeBack', by)} użyczoną część oferty` : `${did('lend', by)} część oferty innym członkom`,
  outageRecorded: (corrects: boolean) =>
    corrects ? 'poprawiono wpis w rejestrze awarii' : 'wpisano awarię do rejestru',
  offerConfirmed: (by: By, countersigned: boolean) =>
    `${did('confirm', by)} treść oferty${countersigned ? ' (kontrasygnata skarbnika)' : ''}`,
  offerSubmitted: (by: By, number: string, replaces: string, late: boolean) =>
    `${did('submit', by)} ofertę${late ? ' po terminie' : ''}, potwierdzenie ${number}${replaces ? `, zamiast ${replaces}` : ''}`,
  offerAmended: (by: By, number: string) =>
    `${did('open', by)} ponownie złożoną ofertę; do złożenia następnej obowiązuje potwierdzenie ${number}`,
  amendmentAbandoned: (by: By, number: string) => `${did('restore', by)} treść oferty z potwierdzenia ${number}`,
  offerWithdrawn: (by: By, number: string) => `${did('withdraw', by)} ofertę, potwierdzenie ${number}`,
  offerAdmitted: (number: string) => `dopuszczono do oceny ofertę złożoną po terminie (${number})`,
  cardHandedIn: (no: number) => (no > 1 ? `oddano poprawkę karty oceny (wersja ${no})` : 'oddano kartę oceny'),
  cardChanged: (fields: number) => `zmieniono ${fields} ${plural(fields, 'pole', 'pola', 'pól')} karty oceny`,
  offersOpened: (offers: number, inTime: number, late: number) =>
    `otwarto ${offers} ${plural(offers, 'ofertę', 'oferty', 'ofert')}: ${inTime} w terminie, ${late} po terminie`,
  lateOfferOpened: (number: string) => `otwarto ofertę, która przyszła po otwarciu, potwierdzenie ${number}`,
  correctionOpened: (by: By, number: string) =>
    `${did('open', by)} ofertę do uzupełnienia; do jego złożenia obowiązuje potwierdzenie ${number}`,
  correctionHandedIn: (by: By, number: string, replaces: string) =>
    `${did('submit', by)} uzupełnienie oferty, potwierdzenie ${number}, zamiast ${replaces}`,
  correctionLookedAt: (number: string) => `otwarto uzupełnioną ofertę do ponownej oceny formalnej, potwierdzenie ${number}`,
  formalDecided: (state: string, number: string, dueOn: string) =>
    `rozstrzygnięto ocenę formalną oferty (${number}): ${formalResult(state)}${dueOn ? ` do ${formatDatePl(dueOn)}` : ''}`,
  organisationCreated: (by: By) => `${did('register', by)} organizację do rejestru`,
  organisationChanged: (by: By, what: string) => `${did('change', by)} ${what || 'dane organizacji'}`,
  denied: (what: string) => `odmowa: ${what}`,
  deniedMore: 'odmowa: dalsze odmowy w tej minucie nie są już zapisywane',
  deniedUnknown: 'czynność',
  invited: (by: By, role: string | null, organisation: string | null, waits: boolean) =>
    withRole(`${did('invite', by)} osobę`, role, organisation) + (waits ? '; czeka na zatwierdzenie' : ''),
  invitationApproved: (by: By, role: string | null, organisation: string | null) =>
    withRole(`${did('approve', by)} zaproszenie`, role, organisation),
  invitationWithdrawn: (by: By, role: string | null, organisation: string | null) =>
    withRole(`${did('withdraw', by)} zaproszenie`, role, organisation),
  invitationAccepted: (role: string | null, organisation: string | null) =>
    withRole('przyjęto zaproszenie', role, organisation),
  roleRevoked: (by: By, role: string | null, organisation: string | null) =>
    withRole(`${did('revoke', by)} rolę`, role, organisation),
  accountChanged: (what: string) => (what ? `zmieniono ${what} na koncie` : 'zmieniono dane konta'),
  sessionsEnded: (n: number) => `zakończono ${n} ${plural(n, 'sesję', 'sesje', 'sesji')}`,
  recoveryCodesMade: (n: number) => `utworzono ${n} ${plural(n, 'nowy kod', 'nowe kody', 'nowych kodów')} odzyskiwania`,
  recoveryCodeUsed: (left: number) =>
    `użyto kodu odzyskiwania; ${left === 1 ? 'został' : left > 1 && left < 5 ? 'zostały' : 'zostało'} ${left}`,
  clauseAcknowledged: (version: string) =>
    `potwierdzono zapoznanie się z klauzulą informacyjną${version ? ` w wersji ${version}` : ''}`,
  retentionApproved: (n: number) =>
    `zatwierdzono usunięcie danych po upływie okresu przechowywania: ${n} ${plural(n, 'wiersz', 'wiersze', 'wierszy')}`,
  /** Acts on one's own account, and those of which there is no more to say. */
  plain: {
    REVOKE_CONFIRMATION: 'cofnięto potwierdzenie treści oferty',
    BEGIN_ANNEX: 'otwarto aneks do naboru',
    ABANDON_ANNEX: 'porzucono aneks do naboru, obowiązuje treść już ogłoszona',
    ASK_QUESTION: 'zadano pytanie do naboru',
    FORM_COMMISSION: 'powołano komisję naboru',
    SEAT_PERSON: 'powołano osobę do komisji',
    LEAVE_SEAT: 'odwołano osobę z komisji',
    DECLARE_IMPARTIALITY: 'złożono oświadczenie o bezstronności i poufności',
    DECLARE_CONFLICT: 'zgłoszono konflikt interesów z ofertą',
    ENTER_TIE: 'wpisano powiązanie osoby z organizacją',
    END_TIE: 'uchylono wpis o powiązaniu osoby z organizacją',
    DECIDE_CONFLICT: 'rozstrzygnięto o wyłączeniu osoby z oceny oferty',
    CONFIRM_ASSIGNMENT: 'zatwierdzono przydział ofert do oceny',
    ANSWER_FORMAL: 'odpowiedziano na pytanie oceny formalnej',
    ASK_REASONS: 'złożono wniosek o uzasadnienie wyniku',
    ENTER_REASONS: 'wpisano wniosek o uzasadnienie wyniku',
    ANSWER_REASONS: 'odpowiedziano na wniosek o uzasadnienie wyniku',
    LODGE_APPEAL: 'wniesiono odwołanie od wyniku',
    STATE_APPEAL: 'zapisano stanowisko komisji w sprawie odwołania',
    DECIDE_APPEAL: 'rozstrzygnięto odwołanie',
    ASK_RECOMMENDATION: 'poproszono radę organizacji pozarządowych o rekomendację oferty',
    WITHDRAW_RECOMMENDATION: 'wycofano prośbę o rekomendację oferty',
    RESOLVE_RECOMMENDATION: 'wpisano uchwałę rady o rekomendacji oferty',
    PROMISE_LOT: 'zapowiedziano losowanie: ogłoszono skrót połowy portalu',
    DRAW_LOT: 'przeprowadzono losowanie przy świadkach',
    FREEZE_RESULT: 'zamrożono wynik naboru z protokołem',
    APPROVE_RESULT: 'zatwierdzono wynik naboru',
    PUBLISH_RESULT: 'ogłoszono wynik naboru',
    GIVE_AWARD: 'przyznano realizację ofercie',
    END_AWARD: 'zakończono przyznanie realizacji',
    CARRY_AWARD: 'przeniesiono przyznaną ofertę do konsorcjum',
    CORRECT_CARD: 'otwarto oddaną kartę oceny do poprawki',
    WRITE_SCORE_NOTE: 'zmieniono wspólną notatkę o ofercie',
    SIGN_IN: 'zalogowano się do portalu',
    SIGN_OUT: 'wylogowano się z portalu',
    CHANGE_PASSWORD: 'zmieniono hasło i zakończono pozostałe sesje',
    RESET_PASSWORD: 'ustawiono nowe hasło za pomocą adresu z wiadomości i zakończono wszystkie sesje',
    ASK_EMAIL: 'poproszono o zmianę adresu e-mail konta',
    CONFIRM_EMAIL: 'potwierdzono nowy adres e-mail konta',
    ADMIT_ADMINISTRATOR: 'utworzono konto pierwszego administratora programu',
    VIEW_AS_BEGUN: 'rozpoczęto podgląd portalu oczami innej osoby',
    VIEW_AS_ENDED: 'zakończono podgląd portalu oczami innej osoby',
    ADD_PASSKEY: 'dodano klucz dostępu',
    REMOVE_PASSKEY: 'usunięto klucz dostępu',
    ADD_TOTP: 'włączono kody jednorazowe z aplikacji',
    REMOVE_TOTP: 'wyłączono kody jednorazowe z aplikacji',
    LINK_IDENTITY: 'połączono konto z innym dostawcą logowania',
    UNLINK_IDENTITY: 'odłączono konto od innego dostawcy logowania',
    EXPORT_DATA: 'pobrano własne dane',
    ASK_ERASURE: 'złożono wniosek o usunięcie danych',
    WITHDRAW_ERASURE: 'wycofano wniosek o usunięcie danych',
    ERASE_PERSON: 'usunięto dane osoby na jej wniosek',
    REFUSE_ERASURE: 'odmówiono usunięcia danych osoby',
    FORGET_ACCOUNT: 'usunięto dane konta, którego nikt od dawna nie używał',
    REFUSE_RETENTION: 'zachowano dane mimo upływu okresu przechowywania',
  },
} as const;
