/** Names of rules as headings. */
export const ruleTitles = {
  'R-NGO': 'Udział organizacji pozarządowych',
  'R-OWN': 'Wkład własny',
  'R-COMP': 'Skład partnerstwa',
  'R-SIZE': 'Liczba członków',
  'R-LEADER': 'Lider',
  'R-CAP': 'Limit kosztów i udział ZIT',
  'R-PERIOD': 'Okres realizacji',
  'R-AREA': 'Obszary usług',
  'R-IDS': 'Identyfikatory członków',
  'R-SUM': 'Zgodność sum',
  'R-SERVICE': 'Katalog usług',
  'R-DOUBLE': 'Podwójne finansowanie',
  'R-VALUATION': 'Wycena wkładu rzeczowego',
  'R-REGIME': 'Podstawa prawna',
} as const;

/** Where each rule comes from: slides of the 2014 presentation, open questions settled by default, acts of law. */
export const ruleSources = {
  'R-NGO': 'slajd 13, pytania Q1 i Q2',
  'R-OWN': 'slajd 15, pytania Q3 i Q4',
  'R-OWN:IN_KIND_CAP': 'slajd 15, pytanie Q5',
  'R-COMP': 'slajd 15, pytanie Q6',
  'R-SIZE': 'zasada naboru: liczba członków',
  'R-LEADER': 'slajd 15',
  'R-LEADER:SECTOR': 'slajd 15, pytanie Q14',
  'R-LEADER:EXPERIENCE': 'slajd 15, pytanie Q15',
  'R-CAP': 'slajd 11, pytanie Q9',
  'R-PERIOD': 'slajd 11, pytanie Q17',
  'R-AREA': 'slajdy 8 i 9, pytanie Q13',
  'R-IDS': 'zasada naboru: każdy podmiot raz, z poprawnym numerem',
  'R-SUM': 'zasada naboru: pozycje równe deklaracji co do grosza',
  'R-SERVICE': 'slajdy 8 i 9, slajd 4 (katalog otwarty)',
  'R-DOUBLE': 'slajdy 8 i 9: usługa obecna w obu obszarach',
  'R-VALUATION': 'slajd 15, pytanie Q5',
  'R-REGIME': 'data wejścia w życie ustawy',
  'R-REGIME:PARTIES': 'art. 14 ust. 2 ustawy o działalności pożytku publicznego i o wolontariacie',
} as const;
