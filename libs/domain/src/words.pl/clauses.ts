/** Information clauses (RODO, art. 13): shown before data are given, acknowledged by version. */
export interface Clause {
  id: string;
  /** Changes with every change of the text; what was acknowledged stays known. */
  version: string;
  title: string;
  paragraphs: readonly { heading: string; text: string }[];
}

export const accountClause: Clause = {
  id: 'account',
  version: '2026-11-1',
  title: 'Informacja o przetwarzaniu danych osobowych',
  paragraphs: [
    {
      heading: 'Kto odpowiada za dane',
      text: 'Administratorem danych jest samorząd, który prowadzi ten portal. Adres administratora i dane inspektora ochrony danych podaje jednostka, która wysłała zaproszenie.',
    },
    {
      heading: 'Po co i na jakiej podstawie',
      text: 'Imię, nazwisko i adres e-mail służą do prowadzenia konta, a zapis czynności do wykazania, kto i kiedy podjął decyzję o środkach publicznych (art. 6 ust. 1 lit. c i e RODO). Bez tych danych nie można założyć konta.',
    },
    {
      heading: 'Kto je widzi',
      text: 'Osoby z organizacji, w których imieniu działasz, administratorzy programu i audytor. Dane nie są przekazywane poza Europejski Obszar Gospodarczy i nie służą do profilowania.',
    },
    {
      heading: 'Jak długo',
      text: 'Przez czas działania konta, a zapis czynności i podpisane dokumenty przez okres wymagany dla rozliczenia środków publicznych i archiwów. Sesje i nieudane logowania są usuwane wcześniej.',
    },
    {
      heading: 'Twoje prawa',
      text: 'Możesz żądać dostępu do danych, ich sprostowania, ograniczenia przetwarzania i usunięcia, o ile prawo nie każe ich zachować, a także wnieść sprzeciw. Skargę przyjmuje Prezes Urzędu Ochrony Danych Osobowych.',
    },
  ],
};

/** Every clause there is, each in its present version. */
export const clauses: readonly Clause[] = [accountClause];
