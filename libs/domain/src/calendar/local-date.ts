/** A calendar day in Poland, `YYYY-MM-DD`; it has no time and no zone. */
export type LocalDate = string;
