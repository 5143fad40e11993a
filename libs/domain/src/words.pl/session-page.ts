import { counted, plural } from './plural';

export const sessionWords = {
  title: 'Logowanie',
  heading: 'Zaloguj się',
  lead: 'Konsorcja, budżety, listy intencyjne i umowy o partnerstwie Lokalnych Centrów ZIT.',
  email: 'Adres e-mail',
  password: 'Hasło',
  showPassword: 'Pokaż hasło',
  hidePassword: 'Ukryj hasło',
  signIn: 'Zaloguj się',
  signingIn: 'Logowanie…',
  emailMissing: 'Podaj adres e-mail, np. jan@example.org.',
  emailWrong: 'Adres e-mail ma postać nazwa@domena, np. biuro@example.org.',
  passwordMissing: 'Podaj hasło.',
  forgotten: 'Nie pamiętam hasła',
  calls: 'Nabory ogłoszone: czytaj bez logowania',
  or: 'albo',
  otherWays: 'Inne sposoby logowania',
  passkeySignIn: 'Zaloguj się kluczem dostępu',
  providerSignIn: (name: string) => `Zaloguj się przez: ${name}`,
  /** Short codes in the address, with which another provider's sign-in comes back. */
  providerFaults: {
    NOT_LINKED:
      'To konto zewnętrzne nie jest połączone z kontem w portalu. Zaloguj się hasłem albo kluczem dostępu i połącz je na stronie „Moje konto”. Jeżeli nie masz konta, poproś o zaproszenie.',
    CANCELLED: 'Logowanie u zewnętrznego dostawcy przerwano. Spróbuj ponownie albo zaloguj się hasłem.',
    FAILED: 'Zewnętrzny dostawca nie potwierdził tożsamości. Spróbuj ponownie albo zaloguj się hasłem.',
  },
  second: {
    title: 'Drugi krok logowania',
    lead: 'Hasło się zgadza. Pokaż jeszcze drugi składnik, żeby wejść na konto.',
    passkey: 'Użyj klucza dostępu',
    code: 'Kod z aplikacji (6 cyfr)',
    codeHint: 'Kod zmienia się co 30 sekund.',
    codeWrong: 'Przepisz 6 cyfr, które pokazuje aplikacja.',
    sendCode: 'Potwierdź kodem',
    toRecovery: 'Nie mam dostępu do aplikacji ani klucza: użyj kodu odzyskiwania',
    toCode: 'Wróć do kodu z aplikacji i klucza',
    recovery: 'Kod odzyskiwania',
    recoveryHint: (left: number) =>
      left > 0
        ? `Pozostało ${counted(left, 'niewykorzystany kod', 'niewykorzystane kody', 'niewykorzystanych kodów')}. Każdy działa jeden raz.`
        : 'Wszystkie kody odzyskiwania są wykorzystane. Poproś administratora o pomoc.',
    recoveryMissing: 'Podaj kod odzyskiwania z wydruku albo z pliku.',
    sendRecovery: 'Użyj kodu odzyskiwania',
    checking: 'Sprawdzanie…',
    startOver: 'Zacznij logowanie od nowa',
  },
  passkeyFaults: {
    cancelled: 'Przeglądarka nie dostała klucza dostępu: odrzucono pytanie albo minął czas. Spróbuj ponownie.',
    unsupported: 'Ta przeglądarka nie obsługuje kluczy dostępu. Użyj innego sposobu albo nowszej przeglądarki.',
    known: 'To urządzenie ma już klucz dostępu do tego konta.',
    failed: 'Klucz dostępu nie zadziałał. Spróbuj ponownie albo użyj innego sposobu.',
  },
  again: {
    title: 'Sesja wygasła',
    text: 'Zaloguj się ponownie. Wszystko, co wpisano na tej stronie, zostaje na miejscu.',
    second: 'Pokaż jeszcze drugi składnik. Wszystko, co wpisano na tej stronie, zostaje na miejscu.',
    other: 'To nie ja: zaloguj się jako ktoś inny',
  },
  confirm: {
    title: 'Potwierdź, że to Ty',
    text: 'Ta zmiana jest ważna dla bezpieczeństwa konta. Podaj hasło; potwierdzenie działa przez 10 minut.',
    confirm: 'Potwierdź',
    factor: 'Potwierdź drugim składnikiem',
    factorText:
      'Ta zmiana jest ważna dla bezpieczeństwa konta. Pokaż drugi składnik; potwierdzenie działa przez 10 minut.',
    byPassword: 'Potwierdź hasłem',
    cancel: 'Anuluj',
  },
  warning: {
    title: 'Sesja niedługo się skończy',
    left: (minutes: number) =>
      minutes < 1
        ? 'Do końca sesji została mniej niż minuta.'
        : `Do końca sesji ${plural(minutes, 'została', 'zostały', 'zostało')} ${counted(minutes, 'minuta', 'minuty', 'minut')}.`,
    text: 'Przedłuż ją, jeżeli pracujesz dalej. Potem trzeba będzie zalogować się ponownie; wpisane dane zostaną na miejscu.',
    last: (time: string) =>
      `Jedna sesja trwa najdłużej 12 godzin; ta kończy się o ${time}. Zaloguj się ponownie, a wpisane dane zostaną na miejscu.`,
    extend: 'Przedłuż sesję',
    again: 'Zaloguj się ponownie',
    signOut: 'Wyloguj się',
  },
  demo: {
    title: 'Wersja demonstracyjna',
    text: 'Dane są przykładowe, a hasła jawne. Wybierz osobę, żeby zalogować się jednym kliknięciem.',
    password: 'Hasło dla wszystkich:',
    code: (code: string) => `kod ${code}`,
    people: (n: number) => counted(n, 'osoba', 'osoby', 'osób'),
    signInAs: (who: string) => `Zaloguj: ${who}`,
    banner: 'Dane są przykładowe, a wiadomości nie są wysyłane.',
    mailbox: 'Skrzynka z wiadomościami',
    more: 'Co to znaczy',
    less: 'Ukryj',
  },
  signedOut: 'Wylogowano.',
} as const;
