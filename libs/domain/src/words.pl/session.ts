/** Sentences about signing in that the server says. */
export const sessionWords = {
  wrongCredentials: 'Adres e-mail lub hasło są nieprawidłowe. Sprawdź je i spróbuj ponownie.',
  tooMany: (minutes: number) =>
    `Za dużo nieudanych prób logowania. Odczekaj ${minutes} minut i spróbuj ponownie albo poproś administratora o nowe hasło.`,
  wrongPassword: 'To nie jest obecne hasło.',
  tooManyConfirmations: (minutes: number) => `Za dużo błędnych haseł. Odczekaj ${minutes} minut i spróbuj ponownie.`,
  unknownDevice: 'nieznane urządzenie',
  oneHat: 'Wybierz albo organizację, albo gremium.',
} as const;
