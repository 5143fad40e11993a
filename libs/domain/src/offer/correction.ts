/** Files that hang on an offer, as a call for correction names them beside sections of the form. */
export const CORRECTION_FILES = 'attachments';

/**
 * Does a call for correction open what stands at the path? It names fields, items and whole sections, by path; the
 * second wall says the same (`correction_fields_only` in migration 030).
 */
export const correctionOpens = (fields: readonly string[], path: string): boolean =>
  fields.some((opened) => path === opened || path.startsWith(`${opened}.`));
