import { formatDatePl, type LocalDate } from '../calendar/local-date';
import { counted } from './plural';

/** Where a consortium appeals against a published result. */
export const appealPageWords = {
  title: 'Odwołanie',
  byLeader: 'Odwołanie wnosi w imieniu konsorcjum lider. Poproś go o to.',
  noResult: 'Wynik tego naboru nie jest jeszcze ogłoszony.',
  noAppeal: 'Zasady naboru nie przewidują odwołania od wyniku.',
  term: (days: number, due: LocalDate) =>
    `Odwołanie można wnieść w ciągu ${counted(days, 'dnia', 'dni', 'dni')} od ogłoszenia wyniku: do ${formatDatePl(due)} włącznie.`,
  over: 'Termin minął. Odwołanie zostanie przyjęte i oznaczone jako spóźnione; o skutkach rozstrzygnie organ wykonawczy.',
  result: (no: number, at: string) => `Wynik, wersja ${no}, ogłoszono ${at}.`,
  lodge: 'Wniesienie odwołania',
  grounds: 'Z czym i dlaczego się nie zgadzamy',
  groundsHelp: 'Wskaż kryterium albo punkt oceny formalnej i powód. Co najmniej 10 znaków.',
  groundsMissing: 'Napisz, z czym i dlaczego się nie zgadzacie (co najmniej 10 znaków).',
  go: 'Wnieś odwołanie',
  working: 'Zapisuję…',
  done: 'Odwołanie jest wniesione. Potwierdzenie jest w pismach.',
  lodgedTitle: 'Wniesione odwołania',
  appeal: (no: number) => `Odwołanie nr ${no}`,
  lodged: (at: string, version: number) => `Wniesiono ${at}, od wersji ${version} wyniku.`,
  late: (days: number) => `${counted(days, 'dzień', 'dni', 'dni')} po terminie`,
  statement: 'Stanowisko komisji',
  decision: 'Rozstrzygnięcie',
  waitsStatement: 'Czeka na stanowisko komisji.',
  waitsDecision: 'Czeka na rozstrzygnięcie organu wykonawczego.',
  upheld: 'Uwzględnione',
  dismissed: 'Oddalone',
  effect: {
    NONE: 'Bez wpływu na oceny i na ocenę formalną.',
    SCORES: 'Komisja oceni ofertę jeszcze raz; powstanie nowa wersja wyniku.',
    FORMAL: 'Oferta przejdzie jeszcze raz ocenę formalną; powstanie nowa wersja wyniku.',
  },
  basis: (text: string) => `Podstawa: ${text}`,
  letters: 'Pisma',
} as const;
