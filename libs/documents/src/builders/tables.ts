import {
  categoryName,
  catalogueOf,
  formatGrosze,
  formatQuantity,
  isServiceCode,
  itemName,
  TARGET_GROUPS,
  type BudgetArea,
  type BudgetLine,
  type ConsortiumFacts,
  type Grosze,
  type LocalDate,
  type MemberTotals,
} from '@zit/domain';
import { catalogueWords } from '@zit/words.pl/catalogue';
import type { RichText, Table, TableRow } from '../model/model';
import { bold, text } from '../model/rich-text';
import { typeset } from '../model/typography';
import { amountInWords } from '../amount-in-words';
import { declaredBy, sumsOf } from './contribution';
import { inOrder } from './party';

const figure = (amount: Grosze): RichText => text(formatGrosze(amount));
const boldText = (value: string): RichText => [bold(value)];

/** Columns of money: other sources only when there is any. */
function moneyColumns(other: boolean): Table['columns'] {
  const heads = ['ZIT', 'Wkład pieniężny', 'Wkład rzeczowy', ...(other ? ['Inne środki'] : []), 'Razem'];
  return heads.map((head) => ({ head, width: 'number' }));
}

const moneyCells = (sums: MemberTotals, other: boolean): RichText[] =>
  [sums.zit, sums.cash, sums.inKind, ...(other ? [sums.other] : []), sums.total].map(figure);

/** Financial plan: each party with its sums, below it its cost categories, each by source (domain B.3 §6). */
export function financialPlan(consortium: ConsortiumFacts): Table {
  const sums = sumsOf(consortium);
  const other = sums.other > 0;
  const categories = byMemberAndCategory(consortium.lines ?? []);
  const rows: TableRow[] = [];
  for (const member of inOrder(consortium.members)) {
    const whole = sums.byMember[member.id];
    if (!whole) continue;
    rows.push({ group: true, cells: [boldText(member.name), ...moneyCells(whole, other)] });
    const own = [...(categories.get(member.id) ?? [])].sort(([a], [b]) => (a < b ? -1 : 1));
    for (const [category, part] of own) {
      rows.push({ cells: [text(`${category} ${categoryName(category)}`), ...moneyCells(part, other)] });
    }
  }
  const whole: MemberTotals = {
    zit: sums.zit,
    cash: sums.ownCash,
    inKind: sums.ownInKind,
    other: sums.other,
    total: sums.total,
  };
  return {
    kind: 'table',
    caption: typeset('Plan finansowy według stron, kategorii kosztów i źródeł finansowania (w złotych)'),
    columns: [{ head: 'Strona i kategoria kosztów', width: 1, rowHeader: true }, ...moneyColumns(other)],
    rows,
    foot: [{ cells: [text('Razem'), ...moneyCells(whole, other)] }],
  };
}

function byMemberAndCategory(lines: readonly BudgetLine[]): Map<string, Map<string, MemberTotals>> {
  const members = new Map<string, Map<string, MemberTotals>>();
  for (const line of lines) {
    const categories = members.get(line.member) ?? new Map<string, MemberTotals>();
    const sums = categories.get(line.category) ?? { zit: 0, cash: 0, inKind: 0, other: 0, total: 0 };
    const source = (
      { ZIT: 'zit', OWN_CASH: 'cash', OWN_IN_KIND: 'inKind', OTHER_PUBLIC: 'other', OTHER_PRIVATE: 'other' } as const
    )[line.source];
    sums[source] += line.amountGrosze;
    sums.total += line.amountGrosze;
    categories.set(line.category, sums);
    members.set(line.member, categories);
  }
  return members;
}

/** What of the grant falls to each party, in figures and words: the fifth statutory element of an agreement. */
export function grantByMember(consortium: ConsortiumFacts): Table {
  const sums = sumsOf(consortium);
  const rows = inOrder(consortium.members).map((member) => {
    const zit = sums.byMember[member.id]?.zit ?? 0;
    return { cells: [text(member.name), figure(zit), text(amountInWords(zit))] };
  });
  return {
    kind: 'table',
    caption: typeset('Kwota dofinansowania przypadająca na każdą ze Stron (w złotych)'),
    columns: [
      { head: 'Strona', width: 1, rowHeader: true },
      { head: 'Kwota', width: 'number' },
      { head: 'Słownie', width: 1.25 },
    ],
    rows,
    foot: [{ cells: [text('Razem'), figure(sums.zit), text(amountInWords(sums.zit))] }],
  };
}

/** Own contribution of each party that brings any, cash and in kind. */
export function contributionTable(consortium: ConsortiumFacts, caption: string, declared: boolean): Table {
  const sums = sumsOf(consortium);
  let cash = 0;
  let inKind = 0;
  const rows: TableRow[] = [];
  for (const member of inOrder(consortium.members)) {
    const budgeted = sums.byMember[member.id];
    const own = declared ? declaredBy(member, sums) : { cash: budgeted?.cash ?? 0, inKind: budgeted?.inKind ?? 0 };
    cash += own.cash;
    inKind += own.inKind;
    rows.push({ cells: [text(member.name), figure(own.cash), figure(own.inKind), figure(own.cash + own.inKind)] });
  }
  return {
    kind: 'table',
    caption: typeset(`${caption} (w złotych)`),
    columns: [
      { head: 'Strona', width: 1, rowHeader: true },
      { head: 'Pieniężny', width: 'number' },
      { head: 'Rzeczowy', width: 'number' },
      { head: 'Razem', width: 'number' },
    ],
    rows,
    foot: [{ cells: [text('Razem'), figure(cash), figure(inKind), figure(cash + inKind)] }],
  };
}

/** How each contribution in kind was valued (N16). */
export function valuationTable(consortium: ConsortiumFacts): Table | null {
  const inKind = (consortium.lines ?? []).filter((line) => line.source === 'OWN_IN_KIND');
  if (inKind.length === 0) return null;
  const names = new Map(consortium.members.map((member) => [member.id, member.name]));
  return {
    kind: 'table',
    caption: typeset('Wycena wkładu rzeczowego (w złotych)'),
    columns: [
      { head: 'Poz.', width: 0.28 },
      { head: 'Strona', width: 1 },
      { head: 'Przedmiot wkładu', width: 1, rowHeader: true },
      { head: 'Sposób wyceny', width: 1 },
      { head: 'Wartość', width: 'number' },
    ],
    rows: inKind.map((line) => ({
      cells: [
        text(line.no),
        text(names.get(line.member) ?? line.member),
        text(itemName(line.item, consortium.catalogueAdditions)),
        text(line.valuation ?? '–'),
        figure(line.amountGrosze),
      ],
    })),
    foot: [
      {
        cells: [
          text(''),
          text(''),
          text('Razem'),
          text(''),
          figure(inKind.reduce((sum, line) => sum + line.amountGrosze, 0)),
        ],
      },
    ],
  };
}

/** Tasks and services of every party with area and term (domain B.3 §4). */
export function taskTable(consortium: ConsortiumFacts): Table {
  const term = consortium.period ? `${shortDay(consortium.period.from)} – ${shortDay(consortium.period.to)}` : '–';
  const tasks = tasksByMember(consortium);
  const rows = inOrder(consortium.members).flatMap((member) =>
    (tasks.get(member.id) ?? []).map(({ name, code, area }) => ({
      cells: [
        text(name),
        text(code ?? '–'),
        text(area ? catalogueWords.area[area] : '–'),
        text(member.name),
        text(term),
      ],
    })),
  );
  return {
    kind: 'table',
    caption: typeset('Zadania Stron'),
    columns: [
      { head: 'Zadanie', width: 1.1, rowHeader: true },
      { head: 'Kod usługi', width: 1.45 },
      { head: 'Obszar', width: 0.75 },
      { head: 'Strona', width: 0.9 },
      { head: 'Termin', width: 0.65 },
    ],
    rows,
    foot: [],
  };
}

/** A service of the catalogue, or a task in the partner's own words (no code). */
export interface Task {
  name: string;
  code: string | null;
  area: BudgetArea | null;
}

/**
 * What every member does: services planned for it, services that its budget lines price, then its own tasks;
 * each thing once.
 */
export function tasksByMember(consortium: ConsortiumFacts): Map<string, Task[]> {
  const catalogue = catalogueOf(consortium.catalogueAdditions);
  const codes = new Map<string, Set<string>>(consortium.members.map((member) => [member.id, new Set()]));
  for (const { code, memberId } of consortium.services) codes.get(memberId)?.add(code);
  for (const line of consortium.lines ?? []) if (isServiceCode(line.item)) codes.get(line.member)?.add(line.item);
  return new Map(
    consortium.members.map((member) => {
      const services = [...(codes.get(member.id) ?? [])].map((code): Task => {
        const service = catalogue.get(code);
        return { name: service?.pl ?? code, code, area: service?.area ?? null };
      });
      const named = new Set(services.map(({ name }) => name.toLowerCase()));
      const own = member.tasks.filter((task) => !named.has(task.trim().toLowerCase()));
      return [member.id, [...services, ...own.map((name): Task => ({ name, code: null, area: null }))]];
    }),
  );
}

/** Planned head-counts by target group; a person may count in several groups, so there is no sum. */
export function targetGroupTable(consortium: ConsortiumFacts): Table | null {
  if (consortium.targetGroups.length === 0) return null;
  const names = new Map(TARGET_GROUPS.map((group) => [group.code, group]));
  return {
    kind: 'table',
    caption: typeset('Planowana liczba odbiorców w grupach docelowych'),
    columns: [
      { head: 'Grupa docelowa', width: 1, rowHeader: true },
      { head: 'Liczba osób', width: 'number' },
    ],
    rows: [...consortium.targetGroups]
      .sort((a, b) => (names.get(a.code)?.no ?? 99) - (names.get(b.code)?.no ?? 99))
      .map((group) => ({ cells: [text(names.get(group.code)?.pl ?? group.code), text(String(group.planned))] })),
    foot: [],
  };
}

/** Every line of the budget, for the annex. */
export function budgetTable(consortium: ConsortiumFacts): Table {
  const numbers = new Map(inOrder(consortium.members).map((member, i) => [member.id, i + 1]));
  const rows = (consortium.lines ?? []).map((line) => ({
    cells: [
      text(line.no),
      text(line.category),
      text(itemName(line.item, consortium.catalogueAdditions)),
      text(String(numbers.get(line.member) ?? line.member)),
      text(catalogueWords.source[line.source]),
      text(formatQuantity(line.quantity)),
      figure(line.unitPriceGrosze),
      figure(line.amountGrosze),
    ],
  }));
  const total = (consortium.lines ?? []).reduce((sum, line) => sum + line.amountGrosze, 0);
  return {
    kind: 'table',
    caption: typeset('Pozycje budżetu (w złotych)'),
    columns: [
      { head: 'Poz.', width: 0.42 },
      { head: 'Kat.', width: 0.4 },
      { head: 'Nazwa', width: 2.1, rowHeader: true },
      { head: 'Strona nr', width: 0.5 },
      { head: 'Źródło', width: 1.1 },
      { head: 'Ilość', width: 'number' },
      { head: 'Cena jedn.', width: 'number' },
      { head: 'Kwota', width: 'number' },
    ],
    rows,
    foot: [{ cells: [text(''), text(''), text('Razem'), text(''), text(''), text(''), text(''), figure(total)] }],
  };
}

/** „1.07.2015”: days in narrow columns. */
export const shortDay = (date: LocalDate): string => {
  const [year = '', month = '', day = ''] = date.split('-');
  return `${Number(day)}.${month}.${year}`;
};
