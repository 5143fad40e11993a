import type { FieldKind, FieldKinds } from '@zit/domain';

/** A line longer than this wants the whole width. */
const LONG_LINE = 100;
/** So many short fields stand beside each other as a row. */
const MOST_IN_ROW = 4;

/** Takes the whole width of its form. */
export function isWide(kind: FieldKind | undefined): boolean {
  switch (kind?.is) {
    case 'text':
    case 'choices':
    case 'moment':
    case 'yes':
    case 'link':
      return true;
    case 'line':
      return kind.max > LONG_LINE;
    default:
      return false;
  }
}

/** Items of a few short fields stand as rows of a table, others as cards. */
export const isCompact = (fields: FieldKinds): boolean =>
  Object.keys(fields).length <= MOST_IN_ROW &&
  Object.values(fields).every(({ is }) => is !== 'text' && is !== 'choices' && is !== 'moment');
