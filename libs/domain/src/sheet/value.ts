import { formatDatePl } from '../calendar/local-date';
import { formatInstantPl, fromWarsaw, inWarsaw } from '../calendar/instant';
import { formatGrosze, formatZloty, groupThousands } from '../money/grosze';
import { formatQuantity } from '../money/quantity';
import { fieldWords as words } from '../words.pl/sheet';
import type { FieldKind, SheetValue, Unread } from './form';
import { type ValueKind } from './sheet-path';
import { cleaned, isSummer, keptOf, readTyped } from './typed';

/** Places are numbers with room between them; what a screen counts from 1 is never near this. */
const MAX_PLACE = 1_000_000_000;

/**
 * The value that is kept for what came over the wire: of the kind, or `{typed}` when the kind cannot read it, or
 * null for nothing. Undefined: no value at all, the request is wrong. Accepting what was accepted changes nothing.
 */
export function acceptValue(kind: ValueKind, raw: unknown): SheetValue | undefined {
  if (raw === null) return null;
  if (kind.is === 'place') return typeof raw === 'number' && Math.abs(raw) <= MAX_PLACE ? raw + 0 : undefined;
  if (typeof raw === 'string') return acceptText(kind, raw);
  if (isUnread(raw)) return acceptText(kind, raw.typed);
  if (kind.is === 'yes') return typeof raw === 'boolean' ? raw : undefined;
  if (kind.is === 'choices') return acceptCodes(kind.of, raw);
  if (kind.is === 'whole' || kind.is === 'hundredths') return acceptNumber(kind.min, kind.max, raw);
  return kind.is === 'grosze' || kind.is === 'thousandths' ? acceptNumber(0, kind.max, raw) : undefined;
}

/** What a person typed („330 000,00”, „60,5”, „31.03.2015 15:30”) as a value, else kept as `{typed}`. Never throws. */
export function parseTyped(kind: FieldKind, text: string): SheetValue {
  const typed = cleaned(text);
  const read = readTyped(kind, typed);
  return read.ok ? read.value : { typed: cut(typed, keptOf(kind)) };
}

/** A Polish sentence: what is wrong with what was typed, and the way out; empty when the kind can read it. */
export function unreadReason(kind: FieldKind, typed: string): string {
  const read = readTyped(kind, cleaned(typed));
  return read.ok ? '' : read.text;
}

/**
 * The value for reading, in Polish; '' when empty. `names` holds the words of codes, and of items for a kind that
 * names one.
 */
export function showValue(kind: FieldKind, value: SheetValue, names: Readonly<Record<string, string>> = {}): string {
  if (value === null) return '';
  if (isUnread(value)) return kind.is === 'date' || kind.is === 'moment' ? words.typed(value.typed) : value.typed;
  const named = (code: string): string => (Object.hasOwn(names, code) ? (names[code] ?? code) : code);
  if (typeof value === 'boolean') return value ? words.yesNo.yes : words.yesNo.no;
  if (typeof value === 'number') {
    if (kind.is === 'grosze') return formatZloty(value);
    if (kind.is === 'thousandths') return formatQuantity(value / 1000);
    return kind.is === 'hundredths' ? formatGrosze(value) : groupThousands(value);
  }
  if (typeof value !== 'string') return value.map(named).join(', ');
  if (kind.is === 'date') return formatDatePl(value);
  if (kind.is === 'moment') return formatInstantPl(value);
  return named(value);
}

/** The value as its input field holds it; dates and moments as native fields want them (`2015-03-31T15:30`). */
export function typedText(kind: FieldKind, value: SheetValue): string {
  if (value === null || isUnread(value)) return value === null ? '' : value.typed;
  if (typeof value === 'string') return kind.is === 'moment' ? momentText(value) : value;
  if (typeof value === 'boolean') return value ? words.yesNo.yes : words.yesNo.no;
  if (typeof value !== 'number') return value.join(', ');
  if (kind.is === 'grosze' || kind.is === 'hundredths') return formatGrosze(value);
  if (kind.is === 'thousandths') return formatQuantity(value / 1000);
  return String(value);
}

/** Kept, but not read by its kind. */
export const isUnread = (value: unknown): value is Unread =>
  typeof value === 'object' &&
  value !== null &&
  !Array.isArray(value) &&
  Object.keys(value).length === 1 &&
  'typed' in value &&
  typeof value.typed === 'string';

/** The same value, whoever wrote it. */
export function sameValue(a: SheetValue, b: SheetValue): boolean {
  if (isUnread(a) || isUnread(b)) return isUnread(a) && isUnread(b) && a.typed === b.typed;
  if (a === null || b === null || typeof a !== 'object' || typeof b !== 'object') return a === b;
  return a.length === b.length && a.every((code, index) => code === b[index]);
}

/** What a person's own browser never sends: characters that `cleaned` takes out, and more than is kept. */
function acceptText(kind: FieldKind, text: string): SheetValue | undefined {
  const bad = /[\p{Cc}\p{Cs}]/u.test(text.replaceAll(/[\n\t]/g, ''));
  return bad || text.length > keptOf(kind) ? undefined : parseTyped(kind, text);
}

function acceptCodes(of: readonly string[], raw: unknown): SheetValue | undefined {
  if (!Array.isArray(raw)) return undefined;
  const codes = raw as unknown[];
  if (!codes.every((code) => typeof code === 'string' && of.includes(code))) return undefined;
  return codes.length === 0 ? null : of.filter((code) => codes.includes(code));
}

const acceptNumber = (min: number, max: number, raw: unknown): SheetValue | undefined =>
  typeof raw === 'number' && Number.isInteger(raw) && raw >= min && raw <= max ? raw + 0 : undefined;

function momentText(instant: string): string {
  const { date, time } = inWarsaw(instant);
  const seconds = instant.slice(17, 19);
  const exact = seconds === '00' ? time : `${time}:${seconds}`;
  const twice = fromWarsaw(date, time).length === 2;
  const season = isSummer(instant) ? words.summerTime : words.winterTime;
  return `${date}T${exact}${twice ? ` ${season}` : ''}`;
}

/** At most so many UTF-16 units, never half a character. */
const cut = (text: string, most: number): string =>
  text.length <= most ? text : text.slice(0, most).replace(/[\ud800-\udbff]$/, '');
