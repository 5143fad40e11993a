import { counted } from './plural';

/** Native fields type `2015-03-31T15:30`; people read „31.03.2015 15:30”. */
const spoken = (typed: string): string => typed.replace(/^(\d{4})-(\d{2})-(\d{2})(?:T|$)/, '$3.$2.$1 ').trimEnd();
const quoted = (text: string): string => {
  const typed = spoken(text);
  return `„${typed.length > 30 ? `${typed.slice(0, 30)}…` : typed}”`;
};
const characters = (count: number): string => counted(count, 'znak', 'znaki', 'znaków');

/** Why a field cannot read what was typed; each sentence ends with the way out. */
export const fieldWords = {
  tooLong: (most: number, over: number) =>
    `Tekst jest za długi o ${characters(over)}. Skróć go do ${characters(most)}.`,
  muchTooLong: (kept: number, most: number) =>
    `Tekst jest o wiele za długi; zachowano pierwsze ${characters(kept)}. Skróć go do ${characters(most)}.`,
  choose: (typed: string) => `${quoted(typed)} nie ma na liście. Wybierz jedną z podanych możliwości.`,
  whole: (typed: string, min: string, max: string, example: string) =>
    `${quoted(typed)} to nie jest liczba całkowita od ${min} do ${max}. Wpisz na przykład ${example}.`,
  hundredths: (typed: string, min: string, max: string, example: string) =>
    `${quoted(typed)} to nie jest liczba od ${min} do ${max} z najwyżej dwoma miejscami po przecinku. Wpisz na przykład ${example}.`,
  most: (typed: string, max: string) => `${quoted(typed)} to za dużo. Największa kwota to ${max}.`,
  date: (typed: string) => `${quoted(typed)} to nie jest data. Wpisz dzień, miesiąc i rok, na przykład 31.03.2015.`,
  year: (typed: string, from: number, to: number) =>
    `Rok w dacie ${quoted(typed)} jest spoza lat ${from}–${to}. Sprawdź rok.`,
  moment: (typed: string) =>
    `${quoted(typed)} to nie jest data z godziną. Wpisz dzień i godzinę, na przykład 31.03.2015 15:30.`,
  noTime: (typed: string) => `W ${quoted(typed)} brakuje godziny. Dopisz ją, na przykład 15:30.`,
  skipped: (time: string, date: string) =>
    `Godziny ${time} nie ma w dniu ${date}: zegary przechodzą wtedy na czas letni. Wpisz inną godzinę.`,
  twice: (time: string, date: string) =>
    `Godzina ${time} jest w dniu ${date} dwa razy, bo zegary wracają na czas zimowy. Wskaż pierwszą (czas letni) albo drugą (czas zimowy).`,
  notThatTime: (typed: string) => `W dniu i godzinie ${quoted(typed)} obowiązuje inny czas. Skreśl słowa o czasie.`,
  link: (typed: string) =>
    `${quoted(typed)} to nie jest adres strony. Wpisz cały adres, od https://, na przykład https://www.sopot.pl.`,
  yes: (typed: string) => `${quoted(typed)} to ani „tak”, ani „nie”. Wybierz jedno z nich.`,
  item: (typed: string) => `${quoted(typed)} nie wskazuje żadnej pozycji. Wybierz ją z listy.`,
  member: (typed: string) => `${quoted(typed)} nie wskazuje żadnego członka konsorcjum. Wybierz go z listy.`,
  /** What was typed and cannot be read, as it is read back. */
  typed: spoken,
  yesNo: { yes: 'tak', no: 'nie' },
  summerTime: 'czas letni',
  winterTime: 'czas zimowy',
  /** Of a list whose items changed places. */
  order: 'kolejność',
} as const;
