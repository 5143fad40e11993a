import { formatDatePl, formatGrosze, formatQuantity, formatZloty, isLocalDate } from '@zit/domain';
import { shortArea, shortSource } from '@zit/words.pl/budget';
import { historyWords } from '@zit/words.pl/history';
import { organisationKindWords } from '@zit/words.pl/organisation-kinds';
import { regimeWords } from '@zit/words.pl/regime';

/** Characters of a text that a sentence shows. */
const SHOWN = 60;

const NAMES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  area: shortArea,
  source: shortSource,
  legalRegime: regimeWords.name,
  sector: organisationKindWords.sector,
};

/** Fields that hold the id of an organisation or a member. */
const IDS = ['member', 'unitOfId', 'leader'];

/**
 * Before and after as a person reads them; null when the values say little in a sentence (lists) or are a person's
 * data and lie beside the journal.
 */
export function valuesOf(
  { field, before, after }: { field: string; before: unknown; after: unknown },
  name: (id: string) => string,
): { before: string; after: string } | null {
  const texts = [before, after].map((value) => textOf(field, value, name));
  const [from, to] = texts;
  return typeof from === 'string' && typeof to === 'string' ? { before: from, after: to } : null;
}

function textOf(field: string, value: unknown, name: (id: string) => string): string | null {
  if (value === null || value === undefined || value === '') return historyWords.nothing;
  if (typeof value === 'number') {
    if (field.endsWith('Grosze')) return formatZloty(value);
    return field === 'quantity' ? formatQuantity(value) : formatGrosze(value * 100).replace(/,00$/, '');
  }
  if (typeof value !== 'string') return null;
  if (IDS.includes(field)) return name(value);
  const named = NAMES[field];
  if (named && Object.hasOwn(named, value)) return named[value] ?? value;
  if (isLocalDate(value)) return `${formatDatePl(value)} r.`;
  return field === 'category' || /^\d+$/.test(value) ? value : `„${shortened(value)}”`;
}

const shortened = (text: string): string => (text.length > SHOWN ? `${text.slice(0, SHOWN - 1).trimEnd()}…` : text);
