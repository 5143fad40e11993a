/** Sentences about signing in by another provider that the server says. */
export const providerWords = {
  /** An identity of a provider that is no longer set up. */
  gone: 'dostawca, którego już nie ma',
  unreachable: 'Zewnętrzny dostawca logowania nie odpowiada. Spróbuj ponownie za chwilę.',
  tooMany: (minutes: number) =>
    `Za dużo prób logowania przez zewnętrznego dostawcę z tego miejsca. Odczekaj ${minutes} minut i spróbuj ponownie.`,
  needsAddress:
    'Logowanie przez zewnętrznego dostawcę działa dopiero pod stałym adresem portalu. Poproś administratora o ustawienie adresu (PUBLIC_ORIGIN).',
  lastWay:
    'To jedyny sposób logowania na tym koncie. Najpierw ustaw hasło albo dodaj klucz dostępu, potem odłącz dostawcę.',
} as const;
