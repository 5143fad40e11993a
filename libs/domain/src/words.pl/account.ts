import { counted } from './plural';

/** Sentences about accounts that the server says. */
export const accountWords = {
  linkSpent: 'Ten link wygasł albo został już użyty. Poproś o nowy.',
  tooManyLinks: (minutes: number) =>
    `Za dużo prób z nieważnym linkiem. Odczekaj ${counted(minutes, 'minutę', 'minuty', 'minut')} i otwórz link z wiadomości jeszcze raz.`,
  currentMissing: 'Podaj obecne hasło.',
  tooManyResets: (minutes: number) =>
    `Za dużo próśb o nowe hasło. Sprawdź skrzynkę pocztową, także folder ze spamem, i spróbuj ponownie za ${counted(minutes, 'minutę', 'minuty', 'minut')}.`,
  tooManyMails: (minutes: number) =>
    `Za dużo wiadomości z potwierdzeniem. Spróbuj ponownie za ${counted(minutes, 'minutę', 'minuty', 'minut')}.`,
} as const;

/** What is wrong with a new password, and the way out. */
export const passwordWords = {
  tooShort: (shortest: number, given: number) =>
    `Hasło ma ${counted(given, 'znak', 'znaki', 'znaków')}, a powinno mieć co najmniej ${shortest}. Najłatwiej zapamiętać kilka niepowiązanych słów.`,
  common: 'To hasło jest na listach haseł, które sprawdza się najpierw. Użyj kilku niepowiązanych słów.',
  monotonous: 'To hasło powtarza te same znaki albo idzie po kolei. Użyj kilku niepowiązanych słów.',
  atHand:
    'To hasło składa się głównie z nazwy miejsca, organizacji, portalu albo z Twoich danych. Dodaj kilka słów, które się z nimi nie wiążą.',
} as const;
