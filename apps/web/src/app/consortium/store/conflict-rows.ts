import type { BudgetLineFields, ConsortiumResponse, FieldConflict } from '@zit/contracts';
import { formatDatePl, formatZloty, isLocalDate, itemName, TARGET_GROUPS } from '@zit/domain';
import { columnWords } from '@zit/words.pl/budget';
import { consortiumFieldWords } from '@zit/words.pl/consortium';
import { memberWords } from '@zit/words.pl/consortium-members';
import { frameWords } from '@zit/words.pl/frame';
import { regimeWords } from '@zit/words.pl/regime';
import type { ConflictRow } from '../../ui/conflict-dialog';

/** The questions about colliding fields, in words that a person recognises. */
export const conflictRows = (conflicts: FieldConflict[], of: ConsortiumResponse): ConflictRow[] =>
  conflicts.map((conflict) => {
    const { label, text } = describe(conflict, of);
    return {
      field: conflict.field,
      label,
      base: text(conflict.base),
      theirs: text(conflict.theirs),
      mine: text(conflict.mine),
    };
  });

interface Described {
  label: string;
  text: (value: unknown) => string;
}

function describe({ field, base, theirs, mine }: FieldConflict, of: ConsortiumResponse): Described {
  const [room, key, part] = splitPath(field);
  const row = (theirs ?? mine ?? base) as Record<string, unknown>;
  const words = consortiumFieldWords;
  switch (room) {
    case 'members':
      return describeMember(key, part, of);
    case 'lines':
      return describeLine(key, part as keyof BudgetLineFields | '', of);
    case 'services': {
      const [code, memberId] = key.split(' ');
      const name = `${itemName(code ?? '', of.catalogueAdditions)}, ${memberName(memberId ?? '', of)}`;
      return {
        label: `${words.services}: ${name}`,
        text: (value) => (value === null ? frameWords.no : frameWords.yes),
      };
    }
    case 'targetGroups':
      return {
        label: `${words.targetGroups}: ${TARGET_GROUPS.find((group) => group.code === key)?.pl ?? key}`,
        text: (value) => (value === null ? '' : String((value as { planned: number }).planned)),
      };
    case 'servicePoints':
      return {
        label: `${words.servicePoints}: ${String(row['address'])}`,
        text: (value) => (value === null ? words.removed : pointText(value as Record<string, string | null>)),
      };
    case 'catalogueAdditions':
      return {
        label: `${words.catalogueAdditions}: ${String(row['pl'])}`,
        text: (value) => (value === null ? words.removed : String((value as { justification: string }).justification)),
      };
    default:
      return { label: words[room as 'title'] ?? room, text: valueText(room) };
  }
}

function splitPath(path: string): [string, string, string] {
  const [room = '', key = '', ...rest] = path.split('/');
  return [room, key, rest.join('/')];
}

const pointText = (point: Record<string, string | null>): string =>
  [point['address'], point['hours'], point['accessibility']].filter(Boolean).join('; ');

const memberName = (id: string, of: ConsortiumResponse): string =>
  of.members.find((member) => member.id === id)?.name ?? id;

function describeMember(id: string, field: string, of: ConsortiumResponse): Described {
  const name = memberName(id, of);
  const label = memberWords.fields[field as keyof typeof memberWords.fields];
  return field === ''
    ? { label: name, text: (value) => (value === null ? consortiumFieldWords.left : frameWords.yes) }
    : { label: `${name}: ${label}`, text: valueText(field) };
}

function describeLine(id: string, field: keyof BudgetLineFields | '', of: ConsortiumResponse): Described {
  const line = of.lines.find((one) => one.id === id);
  const name = line ? consortiumFieldWords.line(line.no) : consortiumFieldWords.wholeLine;
  if (field === '') {
    return { label: name, text: (value) => (value === null ? consortiumFieldWords.removed : lineText(value)) };
  }
  const text = field === 'member' ? (value: unknown) => memberName(String(value), of) : valueText(field);
  return { label: `${name}: ${columnWords[field].full}`, text };
}

function lineText(value: unknown): string {
  const { item, amountGrosze } = value as BudgetLineFields;
  return [itemName(item ?? ''), formatZloty(amountGrosze ?? 0)].join(', ');
}

/** A plain value by the name of its field: money, a day, a legal basis, a list of tasks, or just text. */
const valueText =
  (field: string) =>
  (value: unknown): string => {
    if (value === null || value === undefined) return '';
    if (typeof value === 'number') return field.endsWith('Grosze') ? formatZloty(value) : String(value);
    if (Array.isArray(value)) return value.join('\n');
    if (isLocalDate(value)) return formatDatePl(value);
    return field === 'legalRegime' ? regimeWords.name[value as keyof typeof regimeWords.name] : String(value);
  };
