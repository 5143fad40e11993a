import { formatGrosze } from '../../money/grosze';
import { callCheckWords } from '../../words.pl/call-check';
import { callFormWords } from '../../words.pl/call-form';
import type { CallFinding } from '../finding';
import { TIE_RULES } from './criteria';
import { type CallCheck, type CallContents, fails, findings, missingOf, warns } from './rule';

const words = callCheckWords.scoring;
const CODE = 'C-SCORING';
const LOT = 'LOT';

/** C-SCORING: threshold, quorum, conflicts and ties are settled before anybody hands in. */
export const scoring: CallCheck = (call) => {
  const { rules } = call;
  const missing = missingOf(words.missing, rules);
  const names = Object.keys(words.missing) as (keyof typeof words.missing)[];
  const at = `rules.${names.find((name) => rules[name] === null)}`;
  const faults =
    missing.length === 0 ? [] : [fails(CODE, { at, text: words.incomplete(missing), fix: words.fixIncomplete })];
  const order = rules.ties.map(({ by }) => tieWords[by ?? ''] ?? by ?? '');
  return findings(CODE, 'rules', [...faults, ...ties(call)], () =>
    words.pass(formatGrosze(rules.thresholdPoints ?? 0), rules.quorum ?? 0, order, rules.appealDays),
  );
};

const tieWords: Readonly<Record<string, string>> = callFormWords.choices['rules.ties.by'];

function ties(call: CallContents): CallFinding[] {
  const { ties: list } = call.rules;
  if (list.length === 0) return [fails(CODE, { at: 'rules', text: words.noTies, fix: words.fixNoTies })];
  const codes = call.criteria.list.flatMap(({ code }) => (code === null ? [] : [code]));
  const faults = list.flatMap((tie, index) => {
    const seen = list.slice(0, index).some(({ by }) => by !== null && by === tie.by);
    return oneTie(tie, codes, seen);
  });
  // A rule that is mistyped may be the lot itself.
  return [...faults, ...lot(list).filter(({ verdict }) => verdict === 'fail' || faults.length === 0)];
}

type Tie = CallContents['rules']['ties'][number];

function oneTie({ id, by }: Tie, codes: readonly string[], seen: boolean): CallFinding[] {
  const item = `rules.ties.${id}`;
  const remove = [{ path: item, value: null }];
  if (by === null) return [fails(CODE, { at: item, text: words.emptyTie, fix: words.fixRemoveTie, sets: remove })];
  if (seen) return [fails(CODE, { at: item, text: words.twiceTie(by), fix: words.fixTwiceTie, sets: remove })];
  if (codes.includes(by) || TIE_RULES.includes(by)) return [];
  const path = `${item}.by`;
  const meant = [...codes, ...TIE_RULES].find((code) => alike(code, by) || alike(tieWords[code] ?? code, by));
  return [
    fails(CODE, {
      at: path,
      text: words.unknownTie(by, codes),
      fix: meant === undefined ? words.fixUnknownTie : words.fixTie(by, meant),
      sets: meant === undefined ? null : [{ path, value: meant }],
    }),
  ];
}

const alike = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();

function lot(list: readonly Tie[]): CallFinding[] {
  const at = list.findIndex(({ by }) => by === LOT);
  if (at === -1) return [warns(CODE, { at: 'rules', text: words.noLot, fix: words.fixNoLot })];
  const drawn = list[at];
  if (!drawn || at === list.length - 1) return [];
  // The places in the sheet are not known here, so every item gets one.
  const order = [...list.filter((tie) => tie !== drawn), drawn];
  const sets = order.map(({ id }, index) => ({ path: `rules.ties.${id}`, value: index + 1 }));
  return [fails(CODE, { at: `rules.ties.${drawn.id}`, text: words.lotNotLast, fix: words.fixLotLast, sets })];
}
