import type { Role } from '../access/role';
import { formatExactInstantPl } from '../calendar/instant';
import { grantedRole } from './county';
import { plural } from './plural';

/** What a mail says; the subject is one of ours and never carries what somebody typed. */
export interface MailText {
  subject: string;
  text: string;
}

interface GivenRole {
  role: Role;
  teryt: string | null;
  organisationName: string | null;
}

interface CallChange {
  /** e.g. `LC/2264/2015/01` */
  number: string;
  title: string;
  municipality: string;
  /** With its zone. */
  deadline: string;
  reason: string;
  link: string;
}

interface Invited extends GivenRole {
  link: string;
  invitedBy: string;
  validDays: number;
}

/** What a mail tells of a receipt; all of it was made by the portal. */
interface ReceivedMail {
  number: string;
  callNumber: string;
  receivedAt: string;
  deadlineAt: string;
  /** Milliseconds after the deadline. */
  lateMs: number;
  sha256: string;
  replaces: string | null;
  seal: { batch: number; hash: string } | null;
  link: string;
}

const receiptLines = (given: ReceivedMail): string =>
  [
    `Numer potwierdzenia: ${given.number}`,
    `Chwila wpływu: ${formatExactInstantPl(given.receivedAt)}`,
    `SHA-256 treści: ${given.sha256}`,
    ...(given.seal ? [`Pieczęć dziennika: nr ${given.seal.batch}, ${given.seal.hash}`] : []),
    ...(given.replaces ? [`Poprzednie potwierdzenie: ${given.replaces}`] : []),
  ].join('\n');

/** A letter of the formal check. */
export interface LetterMail {
  callNumber: string;
  /** Of the receipt. */
  number: string;
  /** Last day of a correction, in words; empty: there is none. */
  due: string;
  link: string;
}

const PORTAL = 'Portal Lokalnych Centrów ZIT';

const days = (n: number): string => `${n} ${plural(n, 'dzień', 'dni', 'dni')}`;
const hours = (n: number): string => `${n} ${plural(n, 'godzinę', 'godziny', 'godzin')}`;
const minutes = (n: number): string => `${n} ${plural(n, 'minutę', 'minuty', 'minut')}`;

const mail = (subject: string, ...paragraphs: string[]): MailText => ({
  subject: `${subject} – ${PORTAL}`,
  text: [
    'Dzień dobry,',
    ...paragraphs,
    `${PORTAL}\nWiadomość wysłana automatycznie. Prosimy na nią nie odpowiadać.`,
  ].join('\n\n'),
});

const aboutCall = ({ number, title, municipality }: CallChange): string =>
  `Nabór nr ${number} (${municipality}) „${title}”`;

const roleLines = (given: GivenRole): string =>
  `Rola: ${grantedRole(given)}.${given.organisationName ? `\nOrganizacja: ${given.organisationName}.` : ''}`;

const NOT_YOU =
  'Jeśli to nie Państwo, prosimy od razu ustawić nowe hasło („Nie pamiętam hasła” na stronie logowania) i powiadomić administratora.';

/** To an address that opens no account any more: from there no new password can be asked for. */
const NOT_YOU_ANY_MORE = 'Jeśli to nie Państwo, prosimy od razu powiadomić administratora programu.';

const STAYS =
  'Wydane dokumenty i wpisy dziennika zostają, dziennik bez Państwa nazwiska: wymaga tego prawo (art. 17 ust. 3 lit. b RODO). Państwa adres usuniemy po wysłaniu tej wiadomości.';

/**
 * Mails as plain text, one function each. A link stands alone in its line and carries its token after `#`. Names that
 * people typed stand only in the text, never in the subject.
 */
export const mailTexts = {
  INVITATION: (given: Invited) =>
    mail(
      'Zaproszenie',
      `${given.invitedBy} zaprasza Państwa do portalu.`,
      roleLines(given),
      'Aby przyjąć zaproszenie, prosimy otworzyć link:',
      given.link,
      `Link jest ważny ${days(given.validDays)} i można go użyć raz. Jeśli zaproszenie trafiło do Państwa przez pomyłkę, wystarczy je usunąć.`,
    ),
  /** To the other administrators, in whose eyes an invitation has to find favour before it leaves. */
  APPROVAL_ASKED: (given: Invited) =>
    mail(
      'Zaproszenie czeka na zatwierdzenie',
      `${given.invitedBy} proponuje zaproszenie do portalu. Wyjdzie ono dopiero wtedy, gdy zatwierdzi je drugi administrator.`,
      roleLines(given),
      'Zaproszenia do zatwierdzenia są w portalu:',
      given.link,
      `Niezatwierdzone wygaśnie za ${days(given.validDays)}.`,
    ),
  /** To everybody whom a call concerns: people of organisations with an offer or a question, and who asked. */
  CALL_EXTENDED: (given: CallChange) =>
    mail(
      'Przedłużony termin naboru',
      `${aboutCall(given)}: termin składania ofert został przedłużony.`,
      `Nowy termin: ${given.deadline}.`,
      `Uzasadnienie: ${given.reason}`,
      'Obowiązująca treść naboru jest na stronie:',
      given.link,
    ),
  CALL_CHANGED: (given: CallChange) =>
    mail(
      'Aneks do naboru',
      `${aboutCall(given)}: ogłoszono aneks, który zmienia treść naboru. Na stronie naboru każda zmiana jest pokazana słowami.`,
      `Termin składania ofert: ${given.deadline}.`,
      `Uzasadnienie: ${given.reason}`,
      'Obowiązująca treść naboru jest na stronie:',
      given.link,
    ),
  CALL_ANNULLED: (given: CallChange) =>
    mail(
      'Unieważniony nabór',
      `${aboutCall(given)}: nabór unieważniono, ofert nie można już składać.`,
      `Dotychczasowy termin, ${given.deadline}, przestał obowiązywać.`,
      `Uzasadnienie: ${given.reason}`,
      'Treść naboru razem z powodem zostaje na stronie:',
      given.link,
    ),
  RESET: (given: { link: string; validMinutes: number }) =>
    mail(
      'Nowe hasło',
      'ktoś, zapewne Państwo, poprosił o nowe hasło do portalu. Aby je ustawić, prosimy otworzyć link:',
      given.link,
      `Link jest ważny ${minutes(given.validMinutes)} i można go użyć raz. Jeśli to nie Państwo, nic nie trzeba robić: hasło się nie zmieniło.`,
    ),
  EMAIL_CONFIRMATION: (given: { link: string; validHours: number }) =>
    mail(
      'Potwierdzenie adresu',
      'aby potwierdzić, że to jest Państwa adres e-mail w portalu, prosimy otworzyć link:',
      given.link,
      `Link jest ważny ${hours(given.validHours)} i można go użyć raz. Do tego czasu obowiązuje dotychczasowy adres e-mail.`,
    ),
  /** To the old address, when a new one is asked for. */
  NOTICE_EMAIL_ASKED: (_: object) =>
    mail(
      'Prośba o zmianę adresu e-mail',
      'w Państwa koncie poproszono o zmianę adresu e-mail. Dopóki nowy adres nie zostanie potwierdzony, obowiązuje ten.',
      NOT_YOU,
    ),
  /** To the old address, when the new one is confirmed. */
  NOTICE_EMAIL_CHANGED: (_: object) =>
    mail(
      'Adres e-mail zmieniono',
      'adres e-mail Państwa konta został zmieniony na inny. Pod tym adresem nie można się już zalogować.',
      NOT_YOU_ANY_MORE,
    ),
  NOTICE_PASSWORD_CHANGED: (_: object) =>
    mail('Zmiana hasła', 'hasło do Państwa konta zostało zmienione. Pozostałe sesje zostały zakończone.', NOT_YOU),
  NOTICE_PASSKEY_ADDED: (_: object) => mail('Nowy klucz dostępu', 'do Państwa konta dodano klucz dostępu.', NOT_YOU),
  NOTICE_FACTOR_ADDED: (_: object) =>
    mail('Nowy drugi składnik', 'do Państwa konta dodano aplikację z kodami jednorazowymi.', NOT_YOU),
  NOTICE_FACTOR_REMOVED: (_: object) =>
    mail('Usunięty drugi składnik', 'z Państwa konta usunięto drugi składnik logowania.', NOT_YOU),
  NOTICE_RECOVERY_CODE_USED: (given: { left: number }) =>
    mail(
      'Użyto kodu odzyskiwania',
      `do Państwa konta zalogowano się kodem odzyskiwania. Pozostało ${given.left} ${plural(given.left, 'kod', 'kody', 'kodów')}.`,
      NOT_YOU,
    ),
  NOTICE_IDENTITY_LINKED: (given: { provider: string }) =>
    mail('Nowy sposób logowania', `do Państwa konta dołączono logowanie przez: ${given.provider}.`, NOT_YOU),
  NOTICE_ROLE_REVOKED: (given: GivenRole) =>
    mail(
      'Odebrana rola',
      `Państwa konto nie ma już roli: ${roleOf(given)}.`,
      'Jeśli to pomyłka, prosimy zwrócić się do opiekuna dostępu organizacji albo do administratora programu.',
    ),
  /** To the address that is forgotten with the person: the last mail there. */
  NOTICE_ERASED: (given: { ground: string }) =>
    mail(
      'Usunięcie danych na wniosek',
      'na Państwa wniosek usunęliśmy Państwa dane i zamknęliśmy konto.',
      `Podstawa: ${given.ground}`,
      STAYS,
    ),
  NOTICE_ERASURE_REFUSED: (given: { ground: string }) =>
    mail(
      'Odmowa usunięcia danych',
      'wniosek o usunięcie Państwa danych nie został uwzględniony.',
      `Podstawa: ${given.ground}`,
      'Na tę decyzję przysługuje skarga do Prezesa Urzędu Ochrony Danych Osobowych (art. 77 RODO) oraz droga sądowa (art. 79 RODO).',
    ),
  /** To the address that is forgotten with an account nobody used. */
  NOTICE_ACCOUNT_FORGOTTEN: (_: object) =>
    mail(
      'Zamknięte konto',
      'od dawna nikt nie logował się na Państwa konto, więc usunęliśmy Państwa dane i zamknęliśmy je (art. 5 ust. 1 lit. e RODO).',
      STAYS,
      'Jeśli konto jest znowu potrzebne, prosimy zwrócić się do opiekuna dostępu organizacji albo do administratora programu o nowe zaproszenie.',
    ),
  /** To everybody who reads the offer: its consortium's people. */
  OFFER_RECEIVED: (given: ReceivedMail) =>
    mail(
      given.lateMs > 0 ? 'Oferta przyjęta po terminie' : 'Oferta przyjęta',
      `portal przyjął ofertę Państwa konsorcjum w naborze ${given.callNumber}.`,
      receiptLines(given),
      given.lateMs > 0
        ? 'Oferta wpłynęła po terminie. Jest zapisana i nie będzie oceniana, chyba że przewodniczący ją dopuści, a nabór na to pozwala.'
        : `Do terminu (${formatExactInstantPl(given.deadlineAt)}) można ją wycofać albo poprawić i złożyć ponownie. Do tego czasu nikt spoza konsorcjum nie widzi jej treści.`,
      'Potwierdzenie:',
      given.link,
      'Prosimy zachować potwierdzenie i plik oferty: każdy może je porównać bez logowania na stronie „Sprawdź potwierdzenie”.',
    ),
  OFFER_CORRECTED: (given: ReceivedMail) =>
    mail(
      'Uzupełnienie oferty przyjęte',
      `portal przyjął uzupełnienie oferty Państwa konsorcjum w naborze ${given.callNumber}.`,
      receiptLines(given),
      'Od teraz liczy się uzupełniona treść. Urząd porówna ją z poprzednią i dokończy ocenę formalną; drugiego wezwania nie będzie.',
      'Potwierdzenie:',
      given.link,
      'Prosimy zachować potwierdzenie i plik oferty: każdy może je porównać bez logowania na stronie „Sprawdź potwierdzenie”.',
    ),
  /** To everybody who reads the offer: its consortium's people. */
  FORMAL_CURE: (given: LetterMail) =>
    mail(
      'Wezwanie do uzupełnienia oferty',
      `ofertę Państwa konsorcjum w naborze ${given.callNumber} (potwierdzenie ${given.number}) trzeba uzupełnić do ${given.due} włącznie. Co i gdzie poprawić, mówi wezwanie:`,
      given.link,
      'Można je tam pobrać jako PDF albo DOCX. Termin liczy się w dniach roboczych, bez świąt.',
    ),
  FORMAL_REJECTION: (given: LetterMail) =>
    mail(
      'Oferta odrzucona z przyczyn formalnych',
      `oferta Państwa konsorcjum w naborze ${given.callNumber} (potwierdzenie ${given.number}) została odrzucona w ocenie formalnej. Przyczyny podaje pismo:`,
      given.link,
      'Można je tam pobrać jako PDF albo DOCX.',
    ),
  /** To everybody of the consortium; what it says stands in the letter. */
  OFFER_LETTER: (given: { callNumber: string; title: string; link: string }) =>
    mail(
      'Pismo w sprawie oferty',
      `w portalu czeka pismo w sprawie oferty Państwa konsorcjum w naborze ${given.callNumber}: ${given.title}.`,
      given.link,
      'Można je tam przeczytać i pobrać jako PDF albo DOCX.',
    ),
  REASONS_ANSWERED: (given: { callNumber: string; link: string }) =>
    mail(
      'Odpowiedź na wniosek o uzasadnienie',
      `w portalu czeka odpowiedź na Państwa wniosek o uzasadnienie wyniku naboru ${given.callNumber}.`,
      given.link,
      'Można ją tam przeczytać i pobrać jako PDF albo DOCX.',
    ),
  OFFER_WITHDRAWN: (given: ReceivedMail) =>
    mail(
      'Oferta wycofana',
      `oferta Państwa konsorcjum w naborze ${given.callNumber} została wycofana.`,
      receiptLines(given),
      `Do terminu (${formatExactInstantPl(given.deadlineAt)}) można ją złożyć ponownie.`,
      'Potwierdzenie:',
      given.link,
    ),
} as const;

/** Mails whose rows hold the address of somebody who is forgotten: they go as soon as they were sent. */
export const mailsToTheForgotten = [
  'NOTICE_ERASED',
  'NOTICE_ACCOUNT_FORGOTTEN',
] as const satisfies readonly (keyof typeof mailTexts)[];

const roleOf = (given: GivenRole): string =>
  given.organisationName ? `${grantedRole(given)} (${given.organisationName})` : grantedRole(given);
