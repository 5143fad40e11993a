import { counted, plural } from './plural';

/** Sentences about the second factor that the server says. */
export const factorWords = {
  /** How the portal is called in people's applications and passkey lists. */
  portal: 'Portal Lokalnych Centrów ZIT',
  wrongCode: (left: number) =>
    left > 0
      ? `Kod się nie zgadza albo był już użyty. Poczekaj na następny i spróbuj ponownie; ${plural(left, 'pozostała', 'pozostały', 'pozostało')} ${counted(left, 'próba', 'próby', 'prób')}.`
      : 'Kod się nie zgadza albo był już użyty, a wszystkie próby są wykorzystane. Odczekaj 15 minut.',
  wrongRecoveryCode:
    'Kod odzyskiwania się nie zgadza albo był już użyty. Sprawdź go i spróbuj ponownie lub użyj innego.',
  tooManyCodes: (minutes: number) =>
    `Za dużo nieprawidłowych kodów. Odczekaj ${counted(minutes, 'minutę', 'minuty', 'minut')} albo użyj klucza dostępu.`,
  tooManyPasskeys: (minutes: number) =>
    `Za dużo prób użycia klucza dostępu z tego miejsca. Odczekaj ${counted(minutes, 'minutę', 'minuty', 'minut')} i spróbuj ponownie.`,
  noTotpStarted: 'Najpierw pobierz nowy sekret dla aplikacji z kodami, potem przepisz kod, który ona pokaże.',
  passkeyRefused: 'Portal nie przyjął klucza dostępu. Spróbuj ponownie albo użyj innego sposobu logowania.',
  passkeyKnown: 'Ten klucz dostępu jest już dodany do konta.',
  passkeyLimit: (most: number) =>
    `Konto ma już ${counted(most, 'klucz', 'klucze', 'kluczy')} dostępu, więcej nie można. Usuń jeden z nich i spróbuj ponownie.`,
  passkeysNeedAddress:
    'Klucze dostępu działają dopiero pod stałym adresem portalu. Użyj aplikacji z kodami albo poproś administratora o ustawienie adresu (PUBLIC_ORIGIN).',
  lastFactor: 'Twoja rola wymaga drugiego składnika, a to ostatni. Najpierw dodaj inny, potem usuń ten.',
  codesNeedFactor:
    'Kody odzyskiwania działają tylko obok drugiego składnika. Najpierw dodaj klucz dostępu albo aplikację z kodami.',
  passwordFirst: 'Kod odzyskiwania działa tylko jako drugi krok logowania, po haśle.',
} as const;
