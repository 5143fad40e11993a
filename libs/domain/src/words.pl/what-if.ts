import { counted } from './plural';

/** An earlier call's offers by the rules of a draft. */
export const whatIfWords = {
  title: 'Co by było w poprzednim naborze',
  lead: 'Sprawdź, jak wagi, próg i kolejność rozstrzygania remisów z tego projektu ułożyłyby oferty naboru, którego wynik już opublikowano. To tylko próba: niczego nie zmienia i znika z chwilą ogłoszenia naboru.',
  choose: 'Wcześniejszy nabór',
  nothing: 'Nie wybrano',
  noCalls: 'Nie ma jeszcze naboru z minionym terminem.',
  missing: 'Wyniku tego naboru jeszcze nie opublikowano. Wybierz inny.',
  noCriteria: 'Żadne kryterium tego projektu nie było w tamtym naborze oceniane, więc nie ma czego liczyć.',
  incomplete: 'Najpierw wpisz wagi kryteriów i próg punktowy.',
  caption: 'Miejsca ofert: w opublikowanym wyniku i według tego projektu',
  offer: 'Oferta',
  was: 'Opublikowano',
  would: 'Według projektu',
  points: 'Punkty',
  because: 'Dlaczego',
  none: 'brak miejsca',
  place: (place: number | null, status: string) => (place === null ? status : `${place}, ${status}`),
  unknown: (codes: readonly string[]) =>
    `Pominięto ${counted(codes.length, 'kryterium projektu', 'kryteria projektu', 'kryteriów projektu')}, ${codes.length === 1 ? 'którego' : 'których'} wtedy nie oceniano: ${codes.join(', ')}.`,
  dropped: (codes: readonly string[]) => `Projekt nie ma kryteriów z tamtego naboru: ${codes.join(', ')}.`,
  weight: (sum: number) =>
    `Wagi, które zostały, dają razem ${sum}, nie 100; nie przeliczono ich, więc ${sum} to najwięcej punktów, ile można dostać.`,
  kept: 'Oceny, konflikty interesów, kworum i liczba centrów są takie jak w tamtym naborze; losowania nie powtórzono.',
} as const;
