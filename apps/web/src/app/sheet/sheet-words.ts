import type { SheetForm } from '@zit/domain';

export interface FieldWords {
  label: string;
  help?: string;
}

export interface ListWords {
  title: string;
  help?: string;
  /** One of them: „kryterium”. */
  item: string;
  /** Fields that name an item for people. */
  named: readonly string[];
  /** What the button says: „Dodaj kryterium”. */
  add: string;
  fields: Readonly<Record<string, FieldWords>>;
}

export interface SectionWords {
  title: string;
  help?: string;
  fields: Readonly<Record<string, FieldWords>>;
  lists: Readonly<Record<string, ListWords>>;
}

/** What a form says to people, `FormWords` of any form; `choices` by `section.field` or `section.list.field`. */
export interface SheetWords {
  sections: Readonly<Record<string, SectionWords>>;
  choices: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

/** A form with its words: all that the screen needs to draw a sheet. */
export interface SheetShape {
  form: SheetForm;
  words: SheetWords;
  /** The name of what a value names outside of the form, at a path: a member, a code; null: it goes by itself. */
  named?: (path: string, value: string) => string | null;
}
