import type { FieldKinds, SheetForm, SheetList } from './form';

/** How a field is called, and what a person should know before filling it in. */
export interface FieldWords {
  label: string;
  help?: string;
}

export interface ListWords<Fields extends string = string> {
  title: string;
  help?: string;
  /** One of them, as in „kryterium 3”. */
  item: string;
  /** The button that adds one. */
  add: string;
  /** Fields that name an item for people, e.g. code and name; an item without them goes by its number. */
  named: readonly Fields[];
  fields: Readonly<Record<Fields, FieldWords>>;
}

export interface SectionWords<Fields extends string = string, Lists = Readonly<Record<string, ListWords>>> {
  title: string;
  help?: string;
  fields: Readonly<Record<Fields, FieldWords>>;
  lists: Lists;
}

/** All words of a form: nothing of it is left without a name. */
export interface FormWords<Form extends SheetForm = SheetForm> {
  sections: {
    readonly [Section in keyof Form['sections']]: SectionWords<
      NamesOf<Form['sections'][Section]['fields']>,
      ListsOf<Form['sections'][Section]['lists']>
    >;
  };
  /** Words of codes, by `section.field` or `section.list.field`. */
  choices: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

type NamesOf<Fields extends FieldKinds> = keyof Fields & string;
type ListsOf<Lists extends Readonly<Record<string, SheetList>>> = {
  readonly [Name in keyof Lists]: ListWords<NamesOf<Lists[Name]['fields']>>;
};
