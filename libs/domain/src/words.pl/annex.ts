import { factsDifferencesWords } from './facts-differences';

/** Words of the annex to a partnership agreement. */
export const annexWords = {
  party: factsDifferencesWords.party,
  ordinal: (no: number) => `nr ${no}`,
  nothing: 'brak',
  withLeaving: 'oraz Stroną, która występuje z partnerstwa:',
  sections: {
    parties: 'Zmiany Stron',
    budget: 'Zmiany w planie finansowym',
    works: 'Zmiany zadań, usług i terminów',
    rules: 'Zasady naboru po zmianie',
    personal: 'Dane osobowe',
    closing: 'Postanowienia końcowe',
  },
  sameMoney: 'Kwoty i podział środków między Strony się nie zmieniają.',
  linesLead:
    'Pozycje budżetu, które się zmieniają, dochodzą lub odpadają, określa tabela. Pozostałe się nie zmieniają.',
  rulesLead: 'Po zmianie konsorcjum spełnia zasady naboru, w szczególności:',
  restHolds: 'Pozostałe postanowienia umowy się nie zmieniają.',
  /** Rules that are told on the paper, each with its first finding. */
  toldRules: ['R-NGO', 'R-OWN', 'R-SIZE', 'R-CAP'],
  captions: {
    lines: 'Zmieniane pozycje budżetu (w złotych)',
    shares: 'Kwoty przypadające na Strony (w złotych)',
    sums: 'Plan finansowy przed zmianą i po zmianie (w złotych)',
    works: 'Zmiany zadań, usług i terminów',
  },
  columns: {
    line: 'Poz.',
    item: 'Pozycja',
    party: 'Strona i źródło',
    what: 'Czego dotyczy',
    before: 'Było',
    after: 'Będzie',
    difference: 'Różnica',
    was: 'Było',
    is: 'Będzie',
  },
  together: 'Razem zmieniane pozycje',
} as const;
