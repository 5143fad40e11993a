/** Words around the documents: titles, footers, what the command line says. Clauses stand in the templates. */
export const documentWords = {
  kind: {
    LETTER_OF_INTENT: 'List intencyjny',
    LETTER_OF_CONFIRMATION: 'List potwierdzający',
    PARTNERSHIP_AGREEMENT: 'Umowa o partnerstwie',
    ANNEX: 'Aneks',
  },
  /** Who made the file, in its properties. */
  producer: 'Portal Lokalnych Centrów ZIT',
  draft: 'projekt',
  journalSeal: (batch: number, hash: string) => `Pieczęć dziennika portalu nr ${batch}: ${hash}`,
  counselNote: 'wzór do weryfikacji przez radcę prawnego',
  template: (version: string) => `wzór ${version}`,
  number: (number: string) => `nr ${number}`,
  pageOf: (page: number, pages: number) => `strona ${page} z ${pages}`,
  pageWords: { page: 'strona ', of: ' z ' },
  blankLabel: 'miejsce do wypełnienia',
  signature: {
    office: 'podpis osoby uprawnionej do reprezentacji',
    treasurer: 'kontrasygnata skarbnika',
    space: 'miejsce na podpis',
  },
} as const;
