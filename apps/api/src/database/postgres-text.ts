/** Longest text that the portal keeps in one field; far above any real field, a guard for memory. */
const MAX_TEXT = 1_000_000;

/** U+0000 or half of a surrogate pair (`\p{Cs}` under the u flag matches only lone ones). */
const UNSTORABLE = /[\u0000\p{Cs}]/u;

/** Can PostgreSQL keep this text? It refuses U+0000, and half of a surrogate pair is no text at all. */
export const isStorable = (text: string): boolean => text.length <= MAX_TEXT && !UNSTORABLE.test(text);
