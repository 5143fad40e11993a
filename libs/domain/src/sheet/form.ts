/**
 * What a field of a sheet holds, and how large it may be. Values as they travel and are kept:
 * `line`, `text`: string · `choice`: code · `choices`: codes, sorted as in `of` · `whole`: integer ·
 * `hundredths`: integer hundredths („60,00” is 6000) · `grosze`: integer grosze · `date`: `YYYY-MM-DD` ·
 * `thousandths`: integer thousandths from 0 („1,5” is 1500) · `moment`: instant in UTC, `2015-03-31T13:30:00.000Z` ·
 * `link`: http(s) address · `yes`: boolean · `item`: id of an item of that list in the same section · `member`: id of a
 * member of the consortium.
 */
export type FieldKind =
  | { is: 'line' | 'text'; max: number }
  | { is: 'choice' | 'choices'; of: readonly string[] }
  | { is: 'whole' | 'hundredths'; min: number; max: number }
  | { is: 'grosze'; max: number }
  | { is: 'thousandths'; max: number }
  | { is: 'date' | 'moment' | 'link' | 'yes' | 'member' }
  | { is: 'item'; list: string };

export type FieldKinds = Readonly<Record<string, FieldKind>>;

/** A list of equal items, in an order that people choose. */
export interface SheetList {
  /** Whose the items are (decision 11); not said: the leader's, as the fields of a section. */
  of?: 'MEMBER' | 'EACH_MEMBER';
  /** Items at most. */
  max: number;
  fields: FieldKinds;
}

export interface SheetSection {
  fields: FieldKinds;
  lists: Readonly<Record<string, SheetList>>;
}

/** A form as data. It never changes once something was filled in with it; a change is a new version. */
export interface SheetForm {
  /** e.g. `call/1` */
  version: string;
  /** In the order of the screen. */
  sections: Readonly<Record<string, SheetSection>>;
}

/** Values by path (decision 9): `section.field`, `section.list.<uuid>`, `section.list.<uuid>.field`. */
export type SheetValues = Readonly<Record<string, SheetValue>>;

/** What a field holds; null: empty, or removed when the path is an item's. */
export type SheetValue = string | number | boolean | readonly string[] | Unread | null;

/** What was typed, and what its field cannot read. It is kept and shown, and never taken for a value. */
export interface Unread {
  typed: string;
}

/** Longest text kept of what a field cannot read, in characters. */
export const MAX_TYPED = 200;
