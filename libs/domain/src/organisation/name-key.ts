/**
 * Search key of a name: lower case, no diacritics (ł too), and every quote, hyphen, dot or other mark
 * turned into one space, so that „Sąsiedzi z Górki” is found by `sasiedzi z gorki`.
 */
export const nameKey = (name: string): string =>
  name
    .normalize('NFKD')
    .replace(/\p{Mark}+/gu, '')
    .toLowerCase()
    .replace(/ł/g, 'l')
    .replace(/[^\p{Letter}\p{Number}]+/gu, ' ')
    .trim();
