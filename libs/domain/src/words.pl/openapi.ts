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
    sessions: 'Logowanie',
    'sign-in-ways': 'Logowanie',
    providers: 'Logowanie',
    'password-resets': 'Logowanie',
    'email-confirmations': 'Konto',
    account: 'Konto',
    'demo-logins': 'Logowanie',
    'demo-session': 'Logowanie',
    invitations: 'Osoby i role',
    people: 'Osoby i role',
    grants: 'Osoby i role',
    mailbox: 'Skrzynka demonstracyjna',
    organisations: 'Organizacje',
    consortia: 'Konsorcja',
    documents: 'Dokumenty',
    place: 'Słowniki',
    service: 'Działanie portalu',
  },
  ok: 'Udało się',
  problem: 'Błąd z kodem i opisem',
} as const;
