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
} as const;
