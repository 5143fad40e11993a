/** Words of the description of the API. */
export const openApiWords = {
  title: 'Portal Lokalnych Centrów ZIT: interfejs programistyczny',
  pageTitle: 'Interfejs programistyczny portalu',
  needsScript: 'Ta strona potrzebuje JavaScriptu. Opis w formacie OpenAPI jest pod adresem /api/openapi.json.',
  description:
    'Kwoty są liczbami całkowitymi w groszach, chwile zapisami ISO 8601 w UTC, dni zapisami RRRR-MM-DD. ' +
    'Błędy mają postać application/problem+json ze stałym polem „code”. ' +
    'Żądania zmieniające dane wymagają nagłówka Origin lub Sec-Fetch-Site zgodnego z adresem portalu i treści w formacie JSON. ' +
    'Zmiana podaje wersję, nowe wartości i wartości sprzed zmiany; kolizja kończy się kodem 409 STALE i niczego nie nadpisuje.',
  tags: {
    session: 'Logowanie',
    'demo-logins': 'Logowanie',
    organisations: 'Organizacje',
    consortia: 'Konsorcja',
    documents: 'Dokumenty',
    place: 'Słowniki',
    service: 'Działanie portalu',
  },
  ok: 'Udało się',
  problem: 'Błąd z kodem i opisem',
} as const;
