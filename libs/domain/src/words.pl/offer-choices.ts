import { catalogueWords } from './catalogue';

/** Words of the codes of an offer, by `section.field` or `section.list.field`; goals and priorities as slides 5–16 name them. */
export const offerChoices = {
  'services.list.code': catalogueWords.service,
  'services.list.goal': {
    '1': '1. Wykluczenie społeczne dzieci i młodzieży – przez usługi do aktywności',
    '2': '2. Aktywna osoba i zintegrowana rodzina – odpowiedzialne lokalne środowisko',
    '3': '3. Nasi seniorzy – bezpieczni, aktywni i potrzebni',
    '4': '4. Zapobieganie niepewności mieszkaniowej',
    '5': '5. Reforma zarządzania systemem rynku pracy i integracji społecznej',
  },
  'services.list.priority': {
    I: 'I. Przeciwdziałanie wykluczeniu społecznemu dzieci i młodzieży',
    II: 'II. Zapewnienie spójności działań edukacyjnych, społecznych i zawodowych',
    III: 'III. Aktywna integracja w społeczności lokalnej',
    IV: 'IV. Bezpieczeństwo i aktywność osób starszych',
    V: 'V. Zapobieganie niepewności mieszkaniowej i przeciwdziałanie bezdomności',
    VI: 'VI. Zarządzanie i zmiany strukturalne integracji społecznej',
  },
  'services.list.action': {
    'III.1': 'III.1. Udział w życiu publicznym i pracy osób i rodzin zagrożonych wykluczeniem',
    'III.2': 'III.2. Aktywne społeczności zdolne do rozwoju',
    'III.3': 'III.3. Usługi społeczne użyteczności publicznej i podmioty ekonomii społecznej',
    'III.4': 'III.4. Lepsza integracja osób niepełnosprawnych',
  },
  'services.additions.area': catalogueWords.area,
  'groups.list.code': catalogueWords.targetGroup,
  'places.criteria.criterion': {
    REVITALISATION: 'rewitalizacja',
    DEGRADED_AREA: 'obszar zdegradowany społecznie i infrastrukturalnie',
    UNEMPLOYMENT_STRUCTURE: 'struktura bezrobocia',
    AGE_STRUCTURE: 'struktura wieku',
    ADVERSE_PHENOMENA: 'silne nagromadzenie niekorzystnych zjawisk społecznych',
    SERVICE_AVAILABILITY: 'dostępność usług społecznych',
    OTHER: 'inne',
  },
  'plan.list.groups': catalogueWords.targetGroup,
  'indicators.list.kind': { OUTPUT: 'produkt', RESULT: 'rezultat' },
  'budget.lines.category': catalogueWords.category,
  'budget.lines.area': catalogueWords.area,
  'budget.lines.item': catalogueWords.service,
  'budget.lines.source': catalogueWords.source,
} as const;
