import {
  BUDGET_SOURCES,
  formatExactInstantPl,
  formatGrosze,
  formatPercent,
  formatZloty,
  itemName,
  lineNo,
  totals,
  type ConsortiumFacts,
  type OfferDocumentFacts,
} from '@zit/domain';
import { catalogueWords } from '@zit/words.pl/catalogue';
import { offerFormWords } from '@zit/words.pl/offer-form';
import { offerPaperWords as words } from '@zit/words.pl/offer-paper';
import type { Block, RichText, Table } from '../model/model';
import { bold, list, paragraph, rich, text } from '../model/rich-text';
import { typeset } from '../model/typography';
import type { OfferConfirmationPrint } from './offer';
import { money } from './paper';
import { budgetTable, financialPlan, valuationTable } from './tables';

type Column = Table['columns'][number];

const said = offerFormWords.sections;
const NUMBER = 'number' as const;
const table = (caption: string, columns: Column[], rows: RichText[][], foot: RichText[][] = []): Table => ({
  kind: 'table',
  caption: typeset(caption),
  columns,
  rows: rows.map((cells) => ({ cells })),
  foot: foot.map((cells) => ({ cells })),
});

const cell = (value: string | number | null): RichText => text(value === null ? '–' : String(value));
const nameOf = (codes: object, code: string | null): string =>
  code === null ? '–' : ((codes as Readonly<Record<string, string>>)[code] ?? code);
const memberOf = ({ members }: OfferDocumentFacts, id: string | null): string =>
  id === null ? words.nobody : (members.find((member) => member.id === id)?.name ?? words.left);

/** Services in short: what, in which area, by whom; what each is about follows below. */
export function serviceTable(document: OfferDocumentFacts, facts: ConsortiumFacts): Block[] {
  const areas = new Map(facts.catalogueAdditions.map(({ code, area }) => [code, area]));
  const rows = document.contents.services.list.map(({ code, member }) => [
    text(code === null ? '–' : itemName(code, facts.catalogueAdditions)),
    text(areaOf(code, areas)),
    text(memberOf(document, member)),
  ]);
  const columns: Column[] = [
    { head: said.services.lists.list.fields.code.label, width: 1.3, rowHeader: true },
    { head: said.services.lists.additions.fields.area.label, width: 0.8 },
    { head: said.services.lists.list.fields.member.label, width: 1 },
  ];
  return [table(words.servicesTable, columns, rows)];
}

function areaOf(code: string | null, additions: ReadonlyMap<string, keyof typeof catalogueWords.area>): string {
  const area = code === null ? null : (additions.get(code) ?? (code.startsWith('LM_') ? 'LABOUR_MARKET' : null));
  if (area) return catalogueWords.area[area];
  return code?.startsWith('SS_') ? catalogueWords.area.SOCIAL_SERVICES : '–';
}

/** Planned head-counts; a person may belong to several groups, so there is no sum. */
export function groupTable({ contents }: OfferDocumentFacts): Block[] {
  const labels = said.groups.lists.list.fields;
  const rows = contents.groups.list.map(({ code, planned, note }) => [
    text(nameOf(catalogueWords.targetGroup, code)),
    cell(planned),
    cell(note),
  ]);
  const columns: Column[] = [
    { head: labels.code.label, width: 1.4, rowHeader: true },
    { head: labels.planned.label, width: NUMBER },
    { head: labels.note.label, width: 1 },
  ];
  return [table(words.groupsTable, columns, rows)];
}

export function criteriaTable({ contents }: OfferDocumentFacts): Block[] {
  const labels = said.places.lists.criteria.fields;
  const points = Object.fromEntries(contents.places.points.map(({ id, name }, i) => [id, name ?? String(i + 1)]));
  const rows = contents.places.criteria.map(({ criterion, name, point, value, unit, source, year, note }) => [
    text(
      [nameOf(offerFormWords.choices['places.criteria.criterion'], criterion), name ?? ''].filter(Boolean).join(': '),
    ),
    text(point === null ? words.everyPoint : nameOf(points, point)),
    text([value, unit].filter(Boolean).join(' ') || '–'),
    text([source, note].filter(Boolean).join('; ') || '–'),
    cell(year),
  ]);
  const columns: Column[] = [
    { head: labels.criterion.label, width: 1.4, rowHeader: true },
    { head: labels.point.label, width: 0.8 },
    { head: labels.value.label, width: 0.7 },
    { head: labels.source.label, width: 1 },
    { head: labels.year.label, width: NUMBER },
  ];
  return [table(words.criteriaTable, columns, rows)];
}

export function indicatorTable({ contents }: OfferDocumentFacts): Block[] {
  const labels = said.indicators.lists.list.fields;
  const value = (hundredths: number | null): RichText => text(hundredths === null ? '–' : formatGrosze(hundredths));
  const rows = contents.indicators.list.map(({ kind, name, unit, baseline, target, measurement, due }) => [
    text(
      [name ?? words.unnamed, kind ? nameOf(offerFormWords.choices['indicators.list.kind'], kind) : '']
        .filter(Boolean)
        .join(' – '),
    ),
    cell(unit),
    value(baseline),
    value(target),
    text([measurement, due].filter(Boolean).join('; ') || '–'),
  ]);
  const columns: Column[] = [
    { head: labels.name.label, width: 1.2, rowHeader: true },
    { head: labels.unit.label, width: 0.5 },
    { head: labels.baseline.label, width: NUMBER },
    { head: labels.target.label, width: NUMBER },
    { head: labels.measurement.label, width: 1 },
  ];
  return [table(words.indicatorsTable, columns, rows)];
}

/** What each member declares; the budget's own sums stand beside them in the plan. */
export function contributionTables(document: OfferDocumentFacts): Block[] {
  const labels = said.contribution.lists.members.fields;
  const entries = document.contents.contribution.members;
  const sum = (cash: number, inKind: number): RichText[] =>
    [cash, inKind, cash + inKind].map((n) => text(formatGrosze(n)));
  const rows = entries.map(({ id, cashGrosze, inKindGrosze }) => [
    text(memberOf(document, id)),
    ...sum(cashGrosze ?? 0, inKindGrosze ?? 0),
  ]);
  const whole = (key: 'cashGrosze' | 'inKindGrosze') => entries.reduce((all, entry) => all + (entry[key] ?? 0), 0);
  const columns: Column[] = [
    { head: said.services.lists.list.fields.member.label, width: 1, rowHeader: true },
    { head: labels.cashGrosze.label, width: NUMBER },
    { head: labels.inKindGrosze.label, width: NUMBER },
    { head: words.amount, width: NUMBER },
  ];
  return [
    table(words.contributionTable, columns, rows, [
      [text('Razem'), ...sum(whole('cashGrosze'), whole('inKindGrosze'))],
    ]),
  ];
}

/** Sums in figures and words, then by member, category and source, then every line, its valuation and reasons. */
export function budgetBlocks(document: OfferDocumentFacts, facts: ConsortiumFacts): Block[] {
  const sums = totals(facts.lines ?? [], facts.members);
  const plan = financialPlan(facts);
  const valuation = valuationTable(facts);
  const pairs: [string, number][] = [
    [words.total, sums.total],
    [words.zit, sums.zit],
    [words.own, sums.own],
    [words.ownCash, sums.ownCash],
    [words.ownInKind, sums.ownInKind],
    ...(sums.other > 0 ? [[words.other, sums.other] as [string, number]] : []),
  ];
  return [
    { kind: 'keyValue', rows: pairs.map(([key, amount]) => ({ key, value: money(amount) })) },
    sourceTable(facts),
    { ...plan, caption: typeset(words.planTable), columns: renamed(plan.columns) },
    paragraph(words.linesLead),
    budgetTable(facts),
    ...(valuation ? [valuation] : []),
    ...justifications(facts),
    ...incomplete(document, facts),
  ];
}

const renamed = ([first, ...rest]: Column[]): Column[] =>
  first ? [{ ...first, head: words.planHead }, ...rest] : rest;

function sourceTable(facts: ConsortiumFacts): Table {
  const { bySource, total } = totals(facts.lines ?? []);
  const rows = BUDGET_SOURCES.filter((source) => bySource[source] > 0).map((source) => [
    text(catalogueWords.source[source]),
    text(formatGrosze(bySource[source])),
    text(formatPercent(bySource[source], total)),
  ]);
  const columns: Column[] = [
    { head: words.source, width: 1, rowHeader: true },
    { head: words.amount, width: NUMBER },
    { head: words.share, width: 0.25 },
  ];
  return table(words.sources, columns, rows, [[text('Razem'), text(formatGrosze(total)), text('')]]);
}

function justifications(facts: ConsortiumFacts): Block[] {
  const said = (facts.lines ?? []).filter(({ justification }) => justification?.trim());
  if (said.length === 0) return [];
  const items = said.map(({ no, justification }) => rich`${bold(no)}: ${justification ?? ''}`);
  return [paragraph([bold(`${words.justifications}:`)]), list('-', items)];
}

/** Lines that lack what a sum needs: nothing that was written is left off the paper. */
function incomplete(document: OfferDocumentFacts, facts: ConsortiumFacts): Block[] {
  const counted = new Set((facts.lines ?? []).map(({ no }) => no));
  const rows = document.contents.budget.lines.flatMap((line, index) => {
    const no = lineNo(index);
    if (counted.has(no)) return [];
    const { member, item, amountGrosze } = line;
    const amount = amountGrosze === null ? '–' : formatZloty(amountGrosze);
    return [[text(no), text(memberOf(document, member)), text(item ?? words.unnamed), text(amount)]];
  });
  if (rows.length === 0) return [];
  const [no, member, item, amount] = words.incompleteHeads;
  const columns: Column[] = [
    { head: no, width: 0.3 },
    { head: member, width: 1 },
    { head: item, width: 1.2, rowHeader: true },
    { head: amount, width: NUMBER },
  ];
  return [table(words.incomplete, columns, rows)];
}

export function confirmationTable(all: readonly OfferConfirmationPrint[], document: OfferDocumentFacts): Table {
  const [member, person, capacity, at] = words.confirmationHeads;
  const columns: Column[] = [
    { head: member, width: 1, rowHeader: true },
    { head: person, width: 1 },
    { head: capacity, width: 0.8 },
    { head: at, width: 1 },
  ];
  const rows = all.map((each) => [
    text(memberOf(document, each.member)),
    text([each.person, each.function].filter(Boolean).join(' – ')),
    text(words.capacity[each.capacity]),
    text(formatExactInstantPl(each.at)),
  ]);
  return table(words.confirmationsTable, columns, rows);
}
