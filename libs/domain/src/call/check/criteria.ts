import { callCheckWords } from '../../words.pl/call-check';
import type { CallFinding } from '../finding';
import { type CallCheck, type CallContents, fails, findings, missingOf } from './rule';

const words = callCheckWords.criteria;
const CODE = 'C-CRITERIA';
const WHOLE = 100;
type Criterion = CallContents['criteria']['list'][number];

/** Rules of ties that are no criterion's code. */
export const TIE_RULES: readonly string[] = ['LOWER_ZIT', 'LOT'];

/** C-CRITERIA (slides 10, 13): at least one, each complete and with a code of its own, weights that sum to 100. */
export const criteria: CallCheck = (call) => {
  const { list } = call.criteria;
  const none = { at: 'criteria', text: words.none, fix: words.fixNone };
  const faults = list.length === 0 ? [fails(CODE, none)] : [...incomplete(list), ...codes(list), ...sum(list)];
  return findings(CODE, 'criteria', faults, () => words.pass(list.length));
};

const nameOf = (list: readonly Criterion[], item: Criterion): string =>
  [item.code, item.name].filter((part) => part !== null).join(' ') || String(list.indexOf(item) + 1);

function incomplete(list: readonly Criterion[]): CallFinding[] {
  return list.flatMap((item) => {
    const missing = missingOf(words.missing, item);
    const text = words.incomplete(nameOf(list, item), missing);
    return missing.length === 0
      ? []
      : [fails(CODE, { at: `criteria.list.${item.id}`, text, fix: words.fixIncomplete })];
  });
}

function codes(list: readonly Criterion[]): CallFinding[] {
  const same = new Map<string, Criterion[]>();
  for (const item of list) {
    const code = item.code?.toUpperCase();
    if (code !== undefined) same.set(code, [...(same.get(code) ?? []), item]);
  }
  const free = freeCode([...same.keys()]);
  return [...same].flatMap(([code, items]) => {
    const last = items.at(-1);
    const reserved = TIE_RULES.includes(code);
    if (!last || (items.length === 1 && !reserved)) return [];
    const at = `criteria.list.${last.id}.code`;
    const text = reserved ? words.reserved(code) : words.twice(code, items.length);
    const fix = reserved ? words.fixReserved(free) : words.fixTwice(free);
    return [fails(CODE, { at, text, fix, sets: [{ path: at, value: free }] })];
  });
}

function freeCode(taken: readonly string[]): string {
  let no = 1;
  while (taken.includes(`K${no}`)) no += 1;
  return `K${no}`;
}

function sum(list: readonly Criterion[]): CallFinding[] {
  const total = list.reduce((whole, { weight }) => whole + (weight ?? 0), 0);
  const short = WHOLE - total;
  if (short === 0) return [];
  const takes = taker(list, short);
  const to = (takes?.weight ?? 0) + short;
  const at = takes ? `criteria.list.${takes.id}.weight` : 'criteria';
  return [
    fails(CODE, {
      at,
      text: short > 0 ? words.tooLittle(total, short) : words.tooMuch(total, -short),
      fix: takes ? words.fixWeight(nameOf(list, takes), takes.weight, to) : words.fixSum(short),
      sets: takes ? [{ path: at, value: to }] : null,
    }),
  ];
}

/** Who takes the difference: the only one without a weight, else the heaviest, for which it matters least. */
function taker(list: readonly Criterion[], difference: number): Criterion | null {
  const empty = list.filter(({ weight }) => weight === null);
  if (empty.length > 1) return null;
  const [heaviest] = [...list].sort((a, b) => (b.weight ?? 0) - (a.weight ?? 0));
  const takes = empty[0] ?? heaviest;
  const to = (takes?.weight ?? 0) + difference;
  return takes && to >= 1 && to <= WHOLE ? takes : null;
}
