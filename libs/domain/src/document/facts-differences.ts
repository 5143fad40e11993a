import { totals } from '../budget/totals';
import { formatDatePl } from '../calendar/local-date';
import { itemName } from '../catalogue/services';
import { TARGET_GROUPS } from '../catalogue/target-groups';
import type { ConsortiumFacts, MemberFacts, ServicePoint } from '../consortium/facts';
import type { Grosze } from '../money/grosze';
import { factsDifferencesWords as words } from '../words.pl/facts-differences';
import { regimeWords } from '../words.pl/regime';
import { lineDifferences, type LineDifference } from './line-differences';

/** What is said in words; before null: it was not there, after null: it is no longer there. */
export interface TextDifference {
  label: string;
  before: string | null;
  after: string | null;
}

/** An amount of money; null: there was, or is, none stated. */
export interface MoneyDifference {
  label: string;
  before: Grosze | null;
  after: Grosze | null;
}

/** What differs between two states of a consortium, by person, by money and by what is done. */
export interface FactsDifferences {
  /** Who came, who went, who leads, with how many votes. */
  parties: TextDifference[];
  /** Sums of the budget; all of them, changed or not, so that a table of differences has its foot. */
  sums: MoneyDifference[];
  /** What changed of each party's share of ZIT and own contribution, and of what it declares. */
  shares: MoneyDifference[];
  lines: LineDifference[];
  /** Services, tasks, groups, places, period and terms. */
  works: TextDifference[];
  /** False: the two states say the same; the order of lines says nothing. */
  changed: boolean;
}

/**
 * Differences between two states of one consortium; members go by their ids. The data of the register, the title and the
 * date of the letter of intent are not compared: they are not agreed on.
 */
export function factsDifferences(before: ConsortiumFacts, after: ConsortiumFacts): FactsDifferences {
  const parties = partyDifferences(before, after);
  const sums = sumDifferences(before, after);
  const shares = shareDifferences(before, after);
  const lines = lineDifferences(before, after);
  const works = workDifferences(before, after);
  const changed =
    [parties, shares, lines, works].some(({ length }) => length > 0) || sums.some((sum) => sum.before !== sum.after);
  return { parties, sums, shares, lines, works, changed };
}

const unless = <Value>(label: string, before: Value, after: Value): { label: string; before: Value; after: Value }[] =>
  before === after ? [] : [{ label, before, after }];

function partyDifferences(before: ConsortiumFacts, after: ConsortiumFacts): TextDifference[] {
  const gone = before.members.filter(({ id }) => !after.members.some((now) => now.id === id));
  const come = after.members.filter(({ id }) => !before.members.some((then) => then.id === id));
  const stayed = pairsOf(before, after).flatMap(([then, now]) =>
    then ? unless(words.votes(now.name), String(then.votes), String(now.votes)) : [],
  );
  return [
    ...gone.map(({ name }) => ({ label: words.party, before: name, after: null })),
    ...come.map(({ name }) => ({ label: words.party, before: null, after: name })),
    ...unless(words.leader, leaderOf(before), leaderOf(after)),
    ...stayed,
  ];
}

const leaderOf = ({ members }: ConsortiumFacts): string | null =>
  members.find(({ role }) => role === 'LEADER')?.name ?? null;

/** Each member of now with what it was before. */
const pairsOf = (before: ConsortiumFacts, after: ConsortiumFacts): [MemberFacts | undefined, MemberFacts][] =>
  after.members.map((now) => [before.members.find(({ id }) => id === now.id), now]);

function sumDifferences(before: ConsortiumFacts, after: ConsortiumFacts): MoneyDifference[] {
  const [then, now] = [totals(before.lines ?? []), totals(after.lines ?? [])];
  const names = ['zit', 'ownCash', 'ownInKind', 'other', 'total'] as const;
  return names
    .filter((name) => name !== 'other' || then.other > 0 || now.other > 0)
    .map((name) => ({ label: words.sums[name], before: then[name], after: now[name] }));
}

function shareDifferences(before: ConsortiumFacts, after: ConsortiumFacts): MoneyDifference[] {
  const [then, now] = [before, after].map(({ lines, members }) => totals(lines ?? [], members).byMember);
  const gone = before.members.filter(({ id }) => !after.members.some((each) => each.id === id));
  const own = (sums: { cash: Grosze; inKind: Grosze } | undefined): Grosze => (sums ? sums.cash + sums.inKind : 0);
  const shares = [...after.members, ...gone].flatMap(({ id, name }) => [
    ...unless(words.member.zit(name), then?.[id]?.zit ?? 0, now?.[id]?.zit ?? 0),
    ...unless(words.member.own(name), own(then?.[id]), own(now?.[id])),
  ]);
  const declared = pairsOf(before, after).flatMap(([was, is]) => [
    // Who declares nothing declares zero.
    ...unless(words.declaredCash(is.name), was?.declaredCashGrosze ?? 0, is.declaredCashGrosze ?? 0),
    ...unless(words.declaredInKind(is.name), was?.declaredInKindGrosze ?? 0, is.declaredInKindGrosze ?? 0),
  ]);
  return [
    ...shares,
    ...declared,
    ...unless(words.declaredTotal, before.declared.totalGrosze, after.declared.totalGrosze),
    ...unless(words.cap, before.capGrosze, after.capGrosze),
  ];
}

function workDifferences(before: ConsortiumFacts, after: ConsortiumFacts): TextDifference[] {
  const names = new Map([...before.members, ...after.members].map(({ id, name }) => [id, name]));
  const nameOf = (id: string): string => names.get(id) ?? id;
  const services = ({ services: list, catalogueAdditions }: ConsortiumFacts): Entry[] =>
    list.map(({ code, memberId }) => ({
      label: words.service(itemName(code, catalogueAdditions)),
      said: nameOf(memberId),
    }));
  const tasks = ({ members }: ConsortiumFacts): Entry[] =>
    members.flatMap(({ name, tasks: list }) => list.map((task) => ({ label: words.task(task), said: name })));
  return [
    ...unless(words.callNo, before.centre.callNo, after.centre.callNo),
    ...unless(words.regime, regimeWords.name[before.legalRegime], regimeWords.name[after.legalRegime]),
    ...unless(words.period, periodText(before), periodText(after)),
    ...entries(services(before), services(after)),
    ...entries(tasks(before), tasks(after)),
    ...entries(additions(before), additions(after)),
    ...groups(before, after),
    ...unless(words.distinctPersons, persons(before.distinctPersons), persons(after.distinctPersons)),
    ...entries(points(before), points(after)),
  ];
}

interface Entry {
  label: string;
  said: string;
}

const periodText = ({ period }: ConsortiumFacts): string | null =>
  period && words.days(formatDatePl(period.from), formatDatePl(period.to));
const persons = (count: number | null): string | null => (count === null ? null : words.persons(count));
const points = ({ servicePoints }: ConsortiumFacts): Entry[] =>
  servicePoints.map((point) => ({ label: words.point, said: pointText(point) }));
const pointText = ({ address, teryt, hours, accessibility }: ServicePoint): string =>
  [`${address} (TERYT ${teryt})`, hours, accessibility].filter(Boolean).join('; ');
const additions = ({ catalogueAdditions }: ConsortiumFacts): Entry[] =>
  catalogueAdditions.map(({ pl, code, justification }) => ({
    label: words.addition,
    said: [`${pl} (${code})`, justification].filter(Boolean).join('; '),
  }));

/** What is in one list and not in the other, counted: the same entry twice is two; what went to another is one. */
function entries(before: readonly Entry[], after: readonly Entry[]): TextDifference[] {
  const left = [...after];
  const gone = before.filter((entry) => !take(left, entry));
  const changed = gone.map(({ label, said }) => {
    const at = left.findIndex((entry) => entry.label === label);
    return { label, before: said, after: at < 0 ? null : (left.splice(at, 1)[0]?.said ?? null) };
  });
  return [...changed, ...left.map(({ label, said }) => ({ label, before: null, after: said }))];
}

function take(from: Entry[], { label, said }: Entry): boolean {
  const at = from.findIndex((each) => each.label === label && each.said === said);
  if (at >= 0) from.splice(at, 1);
  return at >= 0;
}

function groups(before: ConsortiumFacts, after: ConsortiumFacts): TextDifference[] {
  const codes = [...new Set([...before.targetGroups, ...after.targetGroups].map(({ code }) => code))];
  const planned = ({ targetGroups }: ConsortiumFacts, code: string): number | null =>
    targetGroups.find((group) => group.code === code)?.planned ?? null;
  return codes.flatMap((code) => {
    const name = TARGET_GROUPS.find((group) => group.code === code)?.pl ?? code;
    return unless(words.group(name), persons(planned(before, code)), persons(planned(after, code)));
  });
}
