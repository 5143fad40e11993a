import { counted } from './plural';

/** The register of outages: what the portal says when it refuses an entry. */
export const outageWords = {
  blank: 'To pole nie może być puste. Wpisz treść.',
  noZone: 'Podaj chwilę razem ze strefą czasu, na przykład 2015-03-31T13:30:00Z.',
  endsLater: 'Koniec awarii musi być późniejszy niż jej początek.',
  notOver: 'Awarię wpisuje się, gdy już się skończyła. Podaj koniec, który już był.',
  noSuchEntry: 'Nie ma takiego wpisu w rejestrze awarii albo zastąpił go późniejszy. Wybierz obowiązujący wpis.',
  correctedAlready: 'Ten wpis został już poprawiony. Odśwież stronę i popraw najnowszy.',
} as const;

/** „45 minut”, „2 godz. 5 min” */
const lasting = (minutes: number): string =>
  minutes < 60
    ? counted(minutes, 'minuta', 'minuty', 'minut')
    : `${Math.floor(minutes / 60)}\u00a0godz.${minutes % 60 > 0 ? ` ${minutes % 60}\u00a0min` : ''}`;

/** Its page. */
export const outagePageWords = {
  title: 'Awarie portalu',
  lead: 'Rejestr awarii: od kiedy do kiedy, co nie działało i protokół. Czytać może każdy, bez logowania.',
  json: 'Rejestr jako plik (JSON)',
  open: 'Wpisz awarię',
  recordTitle: 'Nowy wpis w rejestrze awarii',
  correctTitle: 'Poprawiony wpis w rejestrze awarii',
  recordLead: 'Wpis jest publiczny i się nie zmienia; pomyłkę poprawia następny wpis. Nie podawaj nazwisk.',
  fields: {
    beganAt: { label: 'Początek', help: 'Dzień i godzina w czasie polskim, na przykład 31.03.2015 15:05.' },
    endedAt: { label: 'Koniec', help: 'Kiedy wszystko znowu działało, na przykład 31.03.2015 15:50.' },
    what: { label: 'Co nie działało', help: 'Jednym zdaniem, tak jak widział to składający ofertę.' },
    minutes: { label: 'Protokół', help: 'Co ustalono i co zrobiono.' },
  },
  missing: {
    moment: 'Podaj dzień i godzinę.',
    what: 'Napisz, co nie działało, co najmniej 5 znaków.',
    minutes: 'Napisz protokół, co najmniej 10 znaków.',
  },
  record: 'Wpisz do rejestru',
  leave: 'Zrezygnuj',
  recorded: 'Wpisano awarię do rejestru.',
  correct: 'Popraw wpis',
  replaced: 'Wpis zastąpiony późniejszym.',
  replaces: 'Poprawia wcześniejszy wpis.',
  minutesOf: 'Protokół',
  recordedAt: (when: string) => `Wpisano ${when}.`,
  emptyTitle: 'Nie wpisano żadnej awarii',
  empty: 'Gdy portal przestanie działać, powstanie tu wpis z godzinami i protokołem.',
  span: (from: string, to: string, minutes: number) => `${from}–${to} (czas polski), ${lasting(minutes)}`,
  /** In the dialog of an extension. */
  named: 'Awaria, z powodu której przedłużasz termin',
  none: 'Bez wskazania awarii',
  namedHint: 'Wskazana awaria ukaże się przy wydaniu. Nowe wpisy dodaje się w rejestrze awarii.',
  ofEdition: (span: string, what: string) => `Awaria portalu: ${span}. ${what}`,
} as const;
