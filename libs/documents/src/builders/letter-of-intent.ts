import { addMonths, formatPercent, isNgo, type DocumentFacts, type MemberFacts } from '@zit/domain';
import type { Block, DocumentModel, RichText } from '../model/model';
import { blank, bold, list, orBlank, paragraph, rich, text } from '../model/rich-text';
import { dataNotice, ngoShare, programme } from './clauses';
import { declaredBy, sumsOf, wholeOf } from './contribution';
import {
  callName,
  centreName,
  documentOf,
  money,
  noteParagraphs,
  numberedTitle,
  onDay,
  periodText,
  placeAndDate,
  quoted,
  section,
} from './paper';
import { inOrder, partyList, signatureSlot } from './party';
import { contributionTable, tasksByMember } from './tables';

/** Months that a letter of intent holds when nobody says otherwise (domain B.2, item 9). */
const VALID_MONTHS = 6;

/** Letter of intent of all parties: a declaration of will with the 14 elements of domain B.2, not binding in money. */
export function letterOfIntent(facts: DocumentFacts): DocumentModel {
  const { consortium } = facts;
  const blocks: Block[] = [
    placeAndDate(facts),
    {
      kind: 'title',
      text: numberedTitle(facts),
      subtitle: rich`w sprawie utworzenia konsorcjum ${bold(quoted(consortium.title))} i wspólnego prowadzenia: ${centreName(facts)}`,
    },
    ...section(1, 'Strony', paragraph('List podpisują:'), partyList(consortium.members, facts.date)),
    ...section(2, 'Podstawa współpracy', paragraph('Strony biorą pod uwagę, że:'), recitals(facts)),
    ...section(3, 'Cel współpracy', purpose(facts)),
    ...section(4, 'Planowane role i usługi Stron', ...roles(facts)),
    ...section(5, 'Deklarowany wkład własny', ...contributions(facts)),
    ...section(6, 'Lider', ...leader(consortium.members)),
    ...section(7, 'Udział organizacji pozarządowych i otwartość konsorcjum', openness(facts)),
    ...section(8, 'Okres obowiązywania', paragraph(validity(facts))),
    ...section(9, 'Charakter listu', nature()),
    ...section(10, 'Dane osobowe', list('1.', dataNotice(facts.date))),
    ...section(11, 'Osoby do kontaktu', ...contacts(facts)),
    ...section(12, 'Egzemplarze', ...closing(facts)),
    ...signatures(facts),
  ];
  return documentOf(facts, blocks);
}

function recitals(facts: DocumentFacts): Block {
  const { consortium } = facts;
  const whole = wholeOf(consortium, sumsOf(consortium));
  const items: RichText[] = [
    rich`${programme(facts)};`,
    rich`Lokalne Centrum ma działać na obszarze gminy ${bold(consortium.centre.municipality)} (kod TERYT ${consortium.centre.teryt}), w jednym lub w wielu punktach, prowadzone przez partnerstwo samorządu, organizacji pozarządowych i przedsiębiorców;`,
    rich`nabór ma numer ${callName(facts)}, a usługi mają być świadczone w okresie ${periodText(facts)};`,
  ];
  if (whole) {
    items.push(
      rich`planowany koszt całkowity usług wynosi ${money(whole.total)}, z czego środki ZIT ${money(whole.zit)} i wkład własny ${money(whole.own)}, czyli ${formatPercent(whole.own, whole.total)} kosztu całkowitego.`,
    );
  }
  return list('1)', items);
}

const purpose = (facts: DocumentFacts): Block =>
  list('1.', [
    rich`Strony wyrażają wolę utworzenia konsorcjum ${bold(quoted(facts.consortium.title))}, przygotowania wspólnej oferty oraz – po jej wyborze – zawarcia umowy o partnerstwie i wspólnego prowadzenia Lokalnego Centrum.`,
    'Celem współpracy jest zwiększenie szans na zatrudnienie osób biernych zawodowo, wykluczonych i zagrożonych wykluczeniem społecznym oraz poprawa jakości usług społecznych dla tych osób, ich rodzin i otoczenia.',
    'Strony będą stale rozpoznawać lokalne problemy aktywizacji społecznej i zawodowej, rozwijać samopomoc i wolontariat oraz wspierać lokalne inicjatywy.',
  ]);

function roles(facts: DocumentFacts): Block[] {
  const { consortium } = facts;
  const tasks = tasksByMember(consortium);
  const rows = inOrder(consortium.members).map((member) => {
    const planned = (tasks.get(member.id) ?? []).map(({ name }) => name).join('; ');
    return { cells: [text(member.name), text(member.role === 'LEADER' ? 'lider' : 'partner'), text(planned || '–')] };
  });
  return [
    paragraph('Strony planują następujący podział ról i usług; szczegóły ustali umowa o partnerstwie:'),
    {
      kind: 'table',
      caption: 'Role i usługi',
      columns: [
        { head: 'Strona', width: 1, rowHeader: true },
        { head: 'Rola', width: 0.35 },
        { head: 'Planowane usługi i zadania', width: 1.9 },
      ],
      rows,
      foot: [],
    },
  ];
}

function contributions(facts: DocumentFacts): Block[] {
  const { consortium } = facts;
  const sums = sumsOf(consortium);
  const declared = inOrder(consortium.members)
    .map((member) => ({ member, own: declaredBy(member, sums) }))
    .filter(({ own }) => own.cash + own.inKind > 0);
  if (declared.length === 0) return [paragraph('Na dzień podpisania listu Strony nie deklarują kwot wkładu własnego.')];
  const total = declared.reduce((sum, { own }) => sum + own.cash + own.inKind, 0);
  const items = declared.map(({ member, own }, i) => {
    const parts: RichText[] = [];
    if (own.cash > 0) parts.push(rich`wkład pieniężny ${money(own.cash)}`);
    if (own.inKind > 0) parts.push(rich`wkład rzeczowy ${money(own.inKind)}`);
    const [first = [], second] = parts;
    return rich`${bold(member.name)}: ${first}${second ? rich` oraz ${second}` : []}${i === declared.length - 1 ? '.' : ';'}`;
  });
  return [
    list('1.', [
      [paragraph(rich`Strony deklarują wkład własny w łącznej wysokości ${money(total)}, w tym:`), list('1)', items)],
      text('Kwoty mają charakter deklaracji. Zobowiązania finansowe powstaną dopiero z umowy o partnerstwie.'),
    ]),
    contributionTable(consortium, 'Deklarowany wkład własny', true),
  ];
}

function leader(members: readonly MemberFacts[]): Block[] {
  const leaders = members.filter((member) => member.role === 'LEADER');
  const name = leaders.length > 0 ? bold(leaders.map((member) => member.name).join(', ')) : blank();
  return [
    list('1.', [
      rich`Rolę Lidera konsorcjum powierza się Stronie: ${name}.`,
      'Lider przygotowuje wspólną ofertę, zwołuje spotkania Stron i reprezentuje je wobec ogłaszającego nabór w zakresie udzielonych upoważnień.',
    ]),
  ];
}

function openness(facts: DocumentFacts): Block {
  const { members } = facts.consortium;
  const ngo = members.filter((member) => isNgo(member.sector)).length;
  return list('1.', [
    rich`Strony zobowiązują się, że organizacje pozarządowe i podmioty z nimi zrównane będą stanowić ${bold(ngoShare(facts))} przez cały okres współpracy. W dniu podpisania listu jest to ${ngo} z ${members.length} Stron (${formatPercent(ngo, members.length)}).`,
    'Konsorcjum jest otwarte na kolejne organizacje pozarządowe działające na obszarze Lokalnego Centrum. Przystępują one przez podpisanie oświadczenia o przystąpieniu do niniejszego listu, o czym Lider zawiadamia pozostałe Strony.',
  ]);
}

function validity(facts: DocumentFacts): RichText {
  if (facts.validUntil) {
    return rich`List obowiązuje do dnia zawarcia umowy o partnerstwie, nie dłużej jednak niż do dnia ${bold(onDay(facts.validUntil))}`;
  }
  const last = onDay(addMonths(facts.date, VALID_MONTHS));
  return rich`List obowiązuje do dnia zawarcia umowy o partnerstwie, nie dłużej jednak niż 6 miesięcy, czyli do dnia ${bold(last)}`;
}

const nature = (): Block =>
  list('1.', [
    'List wyraża wolę współpracy. Nie jest umową przedwstępną ani ofertą w rozumieniu Kodeksu cywilnego i nie rodzi zobowiązań finansowych Stron.',
    'Strony zachowują w poufności informacje, które druga Strona oznaczyła jako poufne; to jedno postanowienie jest wiążące.',
    'Każda ze Stron może odstąpić od listu przez pisemne zawiadomienie Lidera.',
  ]);

function contacts(facts: DocumentFacts): Block[] {
  const rows = inOrder(facts.consortium.members).map((member) => ({
    cells: [text(member.name), [blank('short')], [orBlank(member.email, 'short')], [orBlank(member.phone, 'short')]],
  }));
  return [
    paragraph('Do bieżących kontaktów Strony wyznaczają:'),
    {
      kind: 'table',
      caption: 'Osoby do kontaktu',
      columns: [
        { head: 'Strona', width: 1.2, rowHeader: true },
        { head: 'Imię i nazwisko', width: 1 },
        { head: 'E-mail', width: 1.1 },
        { head: 'Telefon', width: 0.9 },
      ],
      rows,
      foot: [],
    },
  ];
}

function closing(facts: DocumentFacts): Block[] {
  return [
    ...noteParagraphs(facts.note),
    paragraph(
      rich`List sporządzono w liczbie egzemplarzy: ${bold(String(facts.copies))}, po jednym dla każdej ze Stron, albo w postaci elektronicznej opatrzonej kwalifikowanymi podpisami elektronicznymi lub podpisami zaufanymi.`,
    ),
  ];
}

function signatures(facts: DocumentFacts): Block[] {
  const sums = sumsOf(facts.consortium);
  return [
    { kind: 'heading', level: 2, text: text('Podpisy Stron') },
    {
      kind: 'signatures',
      slots: inOrder(facts.consortium.members).map((member) =>
        signatureSlot(member, facts.date, declaredBy(member, sums)),
      ),
    },
  ];
}
