import {
  MAX_GROSZE,
  amountOf,
  formatGrosze,
  formatQuantity,
  parseGrosze,
  parseQuantity,
  type BudgetArea,
  type BudgetSource,
} from '@zit/domain';
import { cellWords, columnWords } from '@zit/words.pl/budget';
import type { SheetLists } from './choices';
import { NO_FAULTS, isListColumn, type FieldKey, type LineFields, type ListColumn, type SheetLine } from './sheet';

export type Reading = { ok: true; changes: Partial<LineFields> } | { ok: false; text: string };

/** Longest texts that the wire takes. */
const LONGEST = { item: 300, unit: 40, valuation: 500, justification: 1000 } as const;

/** Reads what was typed or pasted into one cell of `line`; never rounds and never guesses. */
export function readCell(line: LineFields, key: FieldKey, typed: string, lists: SheetLists): Reading {
  if (isListColumn(key)) return readChoice(key, typed, lists);
  switch (key) {
    case 'quantity':
      return readQuantity(line, typed);
    case 'unitPriceGrosze':
      return readPrice(line, typed);
    case 'amountGrosze':
      return readAmount(line, typed);
    case 'item':
      return readText(key, typed, (text) => ({ item: itemOf(text, line, lists) }));
    case 'unit':
      return /^\s*\d+([.,]\d+)?\s*$/.test(typed)
        ? { ok: false, text: cellWords.unitIsNumber(typed.trim()) }
        : readText(key, typed, (text) => ({ unit: text || null }));
    default:
      return readText(key, typed, (text) => ({ [key]: text || null }));
  }
}

/** The line with the text in its cell: either as a value, or as typed with the reason why not. */
export function writeCell(line: SheetLine, key: FieldKey, typed: string, lists: SheetLists): SheetLine {
  const reading = readCell(line, key, typed, lists);
  if (!reading.ok) return { ...line, faults: { ...line.faults, [key]: { typed, text: reading.text } } };
  return settle(recheckAmount({ ...line, ...reading.changes, faults: withoutFaults(line.faults, [key]) }, key));
}

/** A line free of faults counts from now on. */
export const settle = (line: SheetLine): SheetLine =>
  line.held && line.faults === NO_FAULTS ? { ...line, held: false } : line;

export function withoutFaults(faults: SheetLine['faults'], keys: readonly FieldKey[]): SheetLine['faults'] {
  if (faults === NO_FAULTS) return NO_FAULTS;
  const rest = Object.entries(faults).filter(([key]) => !(keys as readonly string[]).includes(key));
  return rest.length === 0 ? NO_FAULTS : Object.fromEntries(rest);
}

/** A pasted amount that differed from quantity × price is compared again after either has changed. */
function recheckAmount(line: SheetLine, key: FieldKey): SheetLine {
  const amount = line.faults.amountGrosze;
  if (!amount || (key !== 'quantity' && key !== 'unitPriceGrosze')) return line;
  const again = checkAmount(line, amount.typed);
  const faults = again.ok
    ? withoutFaults(line.faults, ['amountGrosze'])
    : { ...line.faults, amountGrosze: { typed: amount.typed, text: again.text } };
  return { ...line, faults };
}

function readChoice(key: ListColumn, typed: string, lists: SheetLists): Reading {
  if (typed.trim() === '') return { ok: false, text: cellWords.choose(columnWords[key].title) };
  const found = lists[key].recognise(typed);
  if (found === 'ambiguous') return { ok: false, text: cellWords.ambiguous(brief(typed)) };
  if (!found) return { ok: false, text: cellWords.unknown(brief(typed), columnWords[key].title) };
  return { ok: true, changes: choiceChange(key, found.value) };
}

/** A value of a list comes from the list itself, so the narrowing is safe. */
export function choiceChange(key: ListColumn, value: string): Partial<LineFields> {
  if (key === 'area') return { area: value as BudgetArea };
  if (key === 'source') return { source: value as BudgetSource };
  return { [key]: value };
}

function readQuantity(line: LineFields, typed: string): Reading {
  const read = parseQuantity(typed);
  if (!read.ok) return read;
  const amountGrosze = amountOf(read.value, line.unitPriceGrosze);
  return amountGrosze === null ? TOO_BIG : { ok: true, changes: { quantity: read.value, amountGrosze } };
}

function readPrice(line: LineFields, typed: string): Reading {
  const read = parseGrosze(typed);
  if (!read.ok) return read;
  const amountGrosze = amountOf(line.quantity, read.value);
  return amountGrosze === null ? TOO_BIG : { ok: true, changes: { unitPriceGrosze: read.value, amountGrosze } };
}

const TOO_BIG: Reading = { ok: false, text: cellWords.amountTooBig };

/** An amount of its own is turned into the price that gives exactly this amount, or refused. */
function readAmount(line: LineFields, typed: string): Reading {
  const read = parseGrosze(typed);
  if (!read.ok) return read;
  const quantity = line.quantity || 1;
  const price = Math.round(read.value / quantity);
  if (price > MAX_GROSZE || amountOf(quantity, price) !== read.value) {
    return { ok: false, text: cellWords.amountIndivisible(formatGrosze(read.value), formatQuantity(quantity)) };
  }
  return { ok: true, changes: { quantity, unitPriceGrosze: price, amountGrosze: read.value } };
}

/** In a pasted row that also brings quantity or price, the amount is only compared with them. */
export function checkAmount(line: LineFields, typed: string): Reading {
  const read = parseGrosze(typed);
  if (!read.ok) return read;
  if (read.value === line.amountGrosze) return { ok: true, changes: {} };
  return { ok: false, text: cellWords.amountDiffers(formatGrosze(read.value), formatGrosze(line.amountGrosze)) };
}

function readText(key: keyof typeof LONGEST, typed: string, changes: (text: string) => Partial<LineFields>): Reading {
  const text = tidy(typed);
  const most = LONGEST[key];
  return text.length > most ? { ok: false, text: cellWords.tooLong(most) } : { ok: true, changes: changes(text) };
}

/** One line of visible text: no control characters, no half of a surrogate pair, which the database refuses. */
const tidy = (typed: string): string =>
  typed
    .replace(/\p{Surrogate}/gu, '\ufffd')
    .replace(/\p{Control}+/gu, ' ')
    .trim();

/** A catalogue service may be typed by its code or by its name; anything else stays a free description. */
function itemOf(text: string, line: LineFields, lists: SheetLists): string {
  const found = lists.item.recognise(text);
  if (found === null) return text;
  if (found !== 'ambiguous') return found.value;
  // Six services stand in both areas, some under one name: the area of the line says which one is meant.
  const inArea = lists.itemsByArea[line.area].recognise(text);
  return inArea !== null && inArea !== 'ambiguous' ? inArea.value : text;
}

const brief = (typed: string): string => (typed.trim().length > 40 ? `${typed.trim().slice(0, 40)}…` : typed.trim());
