import type { ChangeBudget } from '@zit/contracts';
import {
  OFFER_FORM,
  amountOf,
  isUnread,
  parseTyped,
  unreadReason,
  type FieldKind,
  type Grosze,
  type SheetValue,
} from '@zit/domain';
import { cellWords, columnWords } from '@zit/words.pl/budget';
import type { HomeLine } from '../../budget/budget-home';
import {
  FIELDS,
  NO_FAULTS,
  isListColumn,
  type Fault,
  type FieldKey,
  type Lines,
  type SheetLine,
} from '../../budget/sheet';

/** Paths of the lines: `budget.lines.<id>` and below. */
export const LINES = 'budget.lines.';
const KINDS: Readonly<Record<FieldKey, FieldKind>> = OFFER_FORM.sections.budget.lists.lines.fields;
const NUMBERS: readonly FieldKey[] = ['quantity', 'unitPriceGrosze'];

/** What the sheet of an offer holds of one line, by field; and its place. */
export interface RawLine {
  id: string;
  place: number;
  fields: ReadonlyMap<string, SheetValue>;
}

/** The lines that are there, by place and then by id, as everywhere. */
export function rawLines(values: ReadonlyMap<string, SheetValue>): RawLine[] {
  const found = new Map<string, { place: number | null; fields: Map<string, SheetValue> }>();
  for (const [path, value] of values) {
    if (!path.startsWith(LINES)) continue;
    const [id = '', field] = path.slice(LINES.length).split('.');
    const line = found.get(id) ?? { place: null, fields: new Map<string, SheetValue>() };
    if (field === undefined) line.place = typeof value === 'number' ? value : null;
    else line.fields.set(field, value);
    found.set(id, line);
  }
  return [...found]
    .flatMap(([id, { place, fields }]) => (place === null ? [] : [{ id, place, fields }]))
    .sort((a, b) => a.place - b.place || (a.id < b.id ? -1 : 1));
}

/** A line as the grid shows it; what is missing or cannot be read stands in its cell as a text to mend. */
export function homeLine({ id, fields }: RawLine): HomeLine {
  const text = (key: FieldKey): string | null => {
    const value = fields.get(key);
    return typeof value === 'string' && value !== '' ? value : null;
  };
  const number = (key: FieldKey): number | null => {
    const value = fields.get(key);
    return typeof value === 'number' ? value : null;
  };
  const quantity = (number('quantity') ?? 0) / 1000;
  const unitPriceGrosze: Grosze = number('unitPriceGrosze') ?? 0;
  return {
    id,
    version: 0,
    category: text('category') ?? '',
    area: (text('area') ?? '') as HomeLine['area'],
    item: text('item') ?? '',
    member: text('member') ?? '',
    source: (text('source') ?? '') as HomeLine['source'],
    unit: text('unit'),
    quantity,
    unitPriceGrosze,
    amountGrosze: number('amountGrosze') ?? amountOf(quantity, unitPriceGrosze) ?? 0,
    valuation: text('valuation'),
    justification: text('justification'),
    faults: faultsOf(fields),
  };
}

function faultsOf(fields: ReadonlyMap<string, SheetValue>): SheetLine['faults'] {
  const faults = FIELDS.flatMap((key): [FieldKey, Fault][] => {
    const value = fields.get(key) ?? null;
    if (isUnread(value)) return [[key, { typed: value.typed, text: unreadReason(KINDS[key], value.typed) }]];
    if (value !== null && value !== '') return [];
    if (isListColumn(key)) return [[key, { typed: '', text: cellWords.choose(columnWords[key].title) }]];
    return NUMBERS.includes(key) ? [[key, { typed: '', text: cellWords.missing(columnWords[key].title) }]] : [];
  });
  return faults.length === 0 ? NO_FAULTS : Object.fromEntries(faults);
}

/** The same line, whoever made the object. */
export const sameLine = (a: HomeLine, b: HomeLine): boolean =>
  FIELDS.every((key) => a[key] === b[key] && a.faults?.[key]?.typed === b.faults?.[key]?.typed);

/** What an act writes into the sheet, without the order of the lines. */
export function fieldSets(change: ChangeBudget, lines: Lines): { path: string; value: SheetValue }[] {
  const byId = new Map(lines.map((line) => [line.id, line]));
  const written = [
    ...change.added.map(({ id }) => ({ id, keys: FIELDS })),
    ...change.changed.map(({ id, changes }) => ({ id, keys: Object.keys(changes) as FieldKey[] })),
  ];
  return written.flatMap(({ id, keys }) => {
    const line = byId.get(id);
    if (!line) return [];
    return keys.flatMap((key) => {
      const value = valueOf(line, key);
      return value === undefined ? [] : [{ path: `${LINES}${id}.${key}`, value }];
    });
  });
}

/** What is kept of a cell; undefined: only the grid objects to its text, so what stood there stays. */
function valueOf(line: SheetLine, key: FieldKey): SheetValue | undefined {
  const fault = line.faults[key];
  if (fault) return key === 'member' ? undefined : keptText(KINDS[key], fault.typed);
  if (key === 'quantity') return Math.round(line.quantity * 1000);
  const value = line[key];
  return value === '' ? null : value;
}

function keptText(kind: FieldKind, typed: string): SheetValue | undefined {
  if (typed.trim() === '') return null;
  const value = parseTyped(kind, typed);
  return isUnread(value) ? value : undefined;
}
