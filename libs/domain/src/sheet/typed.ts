import { formatDatePl, isLocalDate } from '../calendar/local-date';
import { fromWarsaw } from '../calendar/instant';
import { formatGrosze, formatZloty, groupThousands, parseGrosze } from '../money/grosze';
import { formatQuantity, parseQuantity } from '../money/quantity';
import { fieldWords as words } from '../words.pl/sheet';
import { type FieldKind, MAX_TYPED, type SheetValue } from './form';
import { isItemId } from './sheet-path';

/** What was typed as its kind reads it, or a Polish sentence: what is wrong and the way out. */
export type TypedRead = { ok: true; value: SheetValue } | { ok: false; text: string };

/** A year outside is a slip of the finger (0215); before it, clocks in Poland followed other rules than today's. */
const YEARS = { from: 1950, to: 2199 };
const MAX_LINK = 2_000;
const SPACES = /[\s\u00a0\u2007\u2009\u202f]+/g;

/** Reads a text that `cleaned` has been through. Never throws. */
export function readTyped(kind: FieldKind, text: string): TypedRead {
  if (text.trim() === '') return value(null);
  switch (kind.is) {
    case 'line':
    case 'text':
      return readText(kind.max, kind.is === 'line' ? oneLine(text) : text);
    case 'choice':
      return kind.of.includes(text.trim()) ? value(text.trim()) : fault(words.choose(text));
    case 'choices':
      return readChoices(kind.of, text);
    case 'whole':
      return readWhole(kind, text);
    case 'hundredths':
      return readHundredths(kind, text);
    case 'grosze':
      return readGrosze(kind.max, text);
    case 'thousandths':
      return readThousandths(kind.max, text);
    case 'date':
      return readDate(text);
    case 'moment':
      return readMoment(text);
    case 'link':
      return text.length <= MAX_LINK && LINK.test(text.trim()) ? value(text.trim()) : fault(words.link(text));
    case 'yes':
      return readYes(text);
    case 'item':
    case 'member':
      return readId(text, kind.is === 'item' ? words.item : words.member);
  }
}

/**
 * Text as it is kept: composed (NFC), line ends as `\n`, without control characters and halves of characters, which
 * no database and no paper carries. Word and the like put such characters between lines.
 */
export const cleaned = (text: string): string =>
  text
    .replaceAll(/\r\n?|[\v\f\u0085\u2028\u2029]/g, '\n')
    .replaceAll(/[\p{Cc}\p{Cs}]/gu, (character) => (character === '\n' || character === '\t' ? character : ''))
    .normalize('NFC');

/** Characters kept of what the kind cannot read: of a text twice what fits, so that it can be shortened in peace. */
export function keptOf(kind: FieldKind): number {
  if (kind.is === 'line' || kind.is === 'text') return Math.max(MAX_TYPED, 2 * kind.max);
  return kind.is === 'link' ? MAX_LINK : MAX_TYPED;
}

const value = (read: SheetValue): TypedRead => ({ ok: true, value: read });
const fault = (text: string): TypedRead => ({ ok: false, text });

const oneLine = (text: string): string =>
  text
    .split(/[\n\t]/)
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .join(' ');

function readText(max: number, text: string): TypedRead {
  if (text.length <= max) return value(text);
  const kept = keptOf({ is: 'text', max });
  return fault(text.length < kept ? words.tooLong(max, text.length - max) : words.muchTooLong(kept, max));
}

function readChoices(of: readonly string[], text: string): TypedRead {
  const codes = text.split(/[\s,;]+/).filter((code) => code !== '');
  const unknown = codes.find((code) => !of.includes(code));
  if (unknown !== undefined) return fault(words.choose(unknown));
  return value(codes.length === 0 ? null : of.filter((code) => codes.includes(code)));
}

/** `1 200,5`; thousands apart or together. */
const NUMBER = /^(\d+|\d{1,3}(?: \d{3})+)(?:[.,](\d+))?$/;
const wholeOf = (digits = ''): number => Number(digits.replaceAll(' ', ''));

function readWhole(kind: { min: number; max: number }, text: string): TypedRead {
  const match = NUMBER.exec(text.replaceAll(SPACES, ' ').trim());
  const number = match && match[2] === undefined ? wholeOf(match[1]) : NaN;
  const fits = number >= kind.min && number <= kind.max;
  return fits
    ? value(number)
    : fault(words.whole(text, groupThousands(kind.min), groupThousands(kind.max), groupThousands(middleOf(kind))));
}

function readHundredths(kind: { min: number; max: number }, text: string): TypedRead {
  const match = NUMBER.exec(text.replaceAll(SPACES, ' ').trim());
  const decimals = (match?.[2] ?? '').padEnd(2, '0');
  const number = match && decimals.length === 2 ? wholeOf(match[1]) * 100 + Number(decimals) : NaN;
  if (number >= kind.min && number <= kind.max) return value(number);
  const [min, max, example] = [kind.min, kind.max, Math.ceil(middleOf(kind) / 100) * 100].map(formatGrosze);
  return fault(words.hundredths(text, min ?? '', max ?? '', example ?? ''));
}

/** An example that nobody takes for a limit: ten, where ten fits. */
const middleOf = ({ min, max }: { min: number; max: number }): number =>
  min <= 10 && max > 10 && max < 10_000 ? 10 : Math.ceil((min + max) / 2);

function readGrosze(max: number, text: string): TypedRead {
  const read = parseGrosze(text);
  if (!read.ok) return fault(read.text);
  return read.value <= max ? value(read.value) : fault(words.most(text, formatZloty(max)));
}

/** The number of a budget line, as `parseQuantity` reads it; kept as whole thousandths. */
function readThousandths(max: number, text: string): TypedRead {
  const read = parseQuantity(text);
  if (!read.ok) return fault(read.text);
  const thousandths = Math.round(read.value * 1000);
  return thousandths <= max ? value(thousandths) : fault(words.most(text, formatQuantity(max / 1000)));
}

function readId(text: string, reason: (typed: string) => string): TypedRead {
  const id = text.trim().toLowerCase();
  return isItemId(id) ? value(id) : fault(reason(text));
}

const DATE = /^(?:(\d{1,2})[./-](\d{1,2})[./-](\d{4})|(\d{4})-(\d{2})-(\d{2}))(?: ?r\.?)?$/;

/** `31.03.2015`, `31-03-2015`, `2015-03-31` */
function readDate(text: string): TypedRead {
  const match = DATE.exec(text.trim());
  if (!match) return fault(words.date(text));
  const [, day = match[6], month = match[5], year = match[4]] = match;
  const date = `${year}-${two(month)}-${two(day)}`;
  if (Number(year) < YEARS.from || Number(year) > YEARS.to) return fault(words.year(text, YEARS.from, YEARS.to));
  return isLocalDate(date) ? value(date) : fault(words.date(text));
}

const MOMENT =
  /^(\S+?)(?:[T,\s]\s*(?:godz\.? ?)?(\d{1,2})[:.](\d{2})(?::(\d{2})(?:[.,]0+)?)?(Z|(?: \(?czas (letni|zimowy)\)?))?)?$/;

/** `31.03.2015 15:30` in Polish time, with „czas letni”/„czas zimowy” where the night needs it; an instant in UTC. */
function readMoment(text: string): TypedRead {
  const typed = text.trim().replaceAll(SPACES, ' ');
  const [, day = '', hour, minute, second = '00', end, season] = MOMENT.exec(typed) ?? [];
  const date = readDate(day);
  if (!date.ok) return fault(day === '' ? words.moment(text) : date.text);
  if (hour === undefined) return fault(words.noTime(text));
  const time = `${two(hour)}:${minute}:${second}`;
  if (fromWarsaw('2015-01-01', time).length === 0) return fault(words.moment(text));
  if (end === 'Z') return value(`${String(date.value)}T${time}.000Z`);
  return chosen(text, String(date.value), time, season);
}

function chosen(text: string, date: string, time: string, season: string | undefined): TypedRead {
  const found = fromWarsaw(date, time);
  const [first] = found;
  const [shownTime, shownDate] = [time.slice(0, 5), formatDatePl(date)];
  if (first === undefined) return fault(words.skipped(shownTime, shownDate));
  if (season === undefined) return found.length === 1 ? value(first) : fault(words.twice(shownTime, shownDate));
  const meant = found.find((instant) => (isSummer(instant) ? 'letni' : 'zimowy') === season);
  return meant === undefined ? fault(words.notThatTime(text)) : value(meant);
}

/** Whether clocks in Poland show summer time then; the instant is one of `fromWarsaw`. */
export function isSummer(instant: string): boolean {
  const later = new Date(Date.parse(instant) + 2 * 3_600_000).toISOString().slice(0, 19).split('T');
  return fromWarsaw(later[0] ?? '', later[1] ?? '').includes(instant);
}

function readYes(text: string): TypedRead {
  const typed = text.trim().toLowerCase();
  if (['tak', 'true', '1'].includes(typed)) return value(true);
  if (['nie', 'false', '0'].includes(typed)) return value(false);
  return fault(words.yes(text));
}

/** A page of the web: a host with a dot, no user name in front of it, nothing that ends an attribute. */
const LINK =
  /^https?:\/\/(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]*[\p{L}\p{N}])?\.)+[\p{L}\p{N}-]{2,}(?::\d{1,5})?(?:[/?#][^\s<>"'`\\]*)?$/iu;

const two = (digits: string | undefined): string => (digits ?? '').padStart(2, '0');
