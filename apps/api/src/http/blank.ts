/** What can be seen on a page: a letter, a digit, a mark of punctuation or a symbol (emoji are symbols). */
const SEEN = /[\p{Letter}\p{Number}\p{Punctuation}\p{Symbol}]/u;
/** Hangul fillers are letters that show nothing. */
const FILLERS = /[\u115f\u1160\u3164\uffa0]/g;

/** Is there nothing to read: no text, spaces, joiners, control characters? */
export const isBlank = (text: string): boolean => !SEEN.test(text.replaceAll(FILLERS, ''));
