import { catalogueWords } from '../words.pl/catalogue';

export interface BudgetCategory {
  code: string;
  pl: string;
}

/** Cost categories C1…C8; the codes come from the Sopot case, the names are our interpretation [I]. */
export const CATEGORIES: readonly BudgetCategory[] = Object.entries(catalogueWords.category).map(([code, pl]) => ({
  code,
  pl,
}));

/** Name of a category; a code that the list does not know is shown as it stands. */
export const categoryName = (code: string): string => CATEGORIES.find((category) => category.code === code)?.pl ?? code;
