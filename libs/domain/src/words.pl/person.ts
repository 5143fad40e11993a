import { counted } from './plural';

/** What the command line says about people. */
export const personWords = {
  noName: 'Podaj nazwę osoby: --name "Administrator programu".',
  noEmail: 'Podaj adres e-mail osoby: --email administrator@example.pl.',
  wrongEmail: (given: string) =>
    `„${given}” nie jest adresem e-mail. Podaj go w postaci nazwa@domena: --email administrator@example.pl.`,
  noDatabase: 'Nie wiadomo, w której bazie danych założyć konto. Podaj jej adres w DATABASE_URL.',
  notMigrated: 'W tej bazie danych nie ma jeszcze tabel portalu. Najpierw uruchom portal albo polecenie migrate.',
  thereIsOne:
    'Administrator już jest, więc to polecenie niczego nie zrobiło. Następne osoby zaprasza administrator w portalu.',
  emailTaken: 'Na ten adres e-mail jest już konto. Podaj inny adres.',
  askPassword: 'Hasło administratora: ',
  askAgain: 'Jeszcze raz: ',
  notTheSame: 'Hasła się różnią. Uruchom polecenie jeszcze raz.',
  noPassword: 'Nie podano hasła. Wpisz je, podaj na standardowym wejściu albo użyj opcji --link.',
  tooLong: (longest: number) => `Hasło jest dłuższe niż ${counted(longest, 'znak', 'znaki', 'znaków')}.`,
  created: 'Konto założone. Przy pierwszym logowaniu administrator doda drugi składnik.',
  setPassword: (minutes: number) =>
    `Konto założone. Hasło ustawia się pod powyższym linkiem, raz, w ciągu ${counted(minutes, 'minuty', 'minut', 'minut')}.`,
} as const;
