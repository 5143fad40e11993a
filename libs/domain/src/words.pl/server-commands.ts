/** What the server's own commands say when they cannot begin. */
export const serverCommandWords = {
  database: {
    unreachable: (place: string) =>
      `Baza danych pod adresem ${place} nie odpowiada. Sprawdź, czy PostgreSQL działa i czy adres w DATABASE_URL jest poprawny.`,
    refused: (place: string) =>
      `Baza danych pod adresem ${place} odrzuciła logowanie. Sprawdź użytkownika i hasło w DATABASE_URL.`,
    missing: (place: string) =>
      `Na serwerze ${place} nie ma bazy danych podanej w DATABASE_URL. Załóż ją albo popraw jej nazwę.`,
  },
  login: {
    mighty: (login: string) =>
      `Użytkownik bazy ${login} z DATABASE_URL omija prawa do wierszy (SUPERUSER albo BYPASSRLS), więc portal się nie uruchomi. Załóż zwykłego poleceniami z apps/dev/deploy/postgres-init.sh i wpisz go do DATABASE_URL.`,
    owner: (login: string) =>
      `Użytkownik bazy ${login} z DATABASE_URL jest właścicielem tabel, więc portal się nie uruchomi. Właściciela zostaw w DATABASE_DIRECT_URL, a do DATABASE_URL wpisz użytkownika założonego poleceniami z apps/dev/deploy/postgres-init.sh.`,
    inherits: (login: string, roles: readonly string[], mending: string) =>
      `Użytkownik bazy ${login} z DATABASE_URL dziedziczy prawa ról portalu (${roles.join(', ')}), więc portal się nie uruchomi. Wykonaj w bazie jako jej administrator: ${mending}`,
  },
} as const;
