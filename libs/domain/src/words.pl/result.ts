import { plural } from './plural';

/** What is said about settling a call: its lot, its freezing, its approval and publication. */
export const resultWords = {
  notSettled: 'Ranking układa przewodniczący albo sekretarz komisji.',
  software: (version: string) => `zit-portal ${version}`,
  minutesNumber: (call: string, no: number) => `PK${call.replace(/^[^/]*/, '')}${no > 1 ? `/${no}` : ''}`,
  block: {
    FORMAL: (offers: readonly string[]) =>
      `${plural(offers.length, 'Oferta', 'Oferty', 'Oferty')} ${offers.join(', ')} ${plural(offers.length, 'czeka', 'czekają', 'czekają')} na rozstrzygnięcie oceny formalnej. Rozstrzygnij karty formalne.`,
    SOFT_TIE: (names: readonly string[]) =>
      `Powiązania: ${names.join(', ')} czekają na decyzję przewodniczącego. Rozstrzygnij je w komisji.`,
  },
  late: 'po terminie',
  rejected: 'odrzucona w ocenie formalnej',
  cause: {
    DECLARED: 'zgłoszony konflikt interesów',
    HARD: 'powiązanie, które wyłącza z oceny',
    SOFT: 'powiązanie, które czeka na decyzję',
    DECIDED: 'decyzja przewodniczącego',
  },
  attachments: ['karty oceny', 'oświadczenia o bezstronności i poufności', 'plik wyniku (zit-result/1)'],
  blocked: 'Rankingu nie można zamrozić. Najpierw usuń to, co stoi na przeszkodzie.',
  frozenAlready: 'Wynik jest już zamrożony. Nowa wersja wymaga powodu.',
  nothingReplaced: 'To pierwsza wersja wyniku; powód dotyczy dopiero następnej.',
  missingReason: (offer: string) => `Uzasadnij miejsce oferty ${offer}: jest na granicy.`,
  noSuchOnLine: (offer: string) => `Oferta ${offer} nie jest na granicy; nie wymaga uzasadnienia.`,
  endsBeforeItBegan: 'Posiedzenie kończy się po rozpoczęciu i nie później niż teraz.',
  notSeated: 'Tej osoby nie ma w komisji.',
  blank: 'Wpisz treść.',
  lotNotNeeded: 'Losowanie nie jest potrzebne: zasady naboru rozstrzygają każdy remis, który ma znaczenie.',
  lotNotPromised: 'Najpierw ogłoś połowę portalu, potem świadkowie podadzą swoją.',
  lotDrawn: 'Losowanie już się odbyło, z inną treścią.',
  approvedOtherwise: 'Wynik jest już zatwierdzony, na innej podstawie.',
  notNewest: 'Zatwierdza się i ogłasza tylko najnowszą wersję wyniku.',
  notApproved: 'Najpierw wpisz akt, którym wynik zatwierdzono.',
  minutesFile: (number: string) => `protokol-${number.replaceAll('/', '-')}`,
  resultFile: (number: string, no: number) => `wynik-${number.replaceAll('/', '-')}-${no}.json`,
} as const;
