import { formatZloty, groupThousands, isNgo, type DocumentFacts, type MemberFacts } from '@zit/domain';
import { organisationKindWords } from '@zit/words.pl/organisation-kinds';
import type { Block, DocumentModel, RichText } from '../model/model';
import { blank, bold, list, paragraph, rich, text } from '../model/rich-text';
import { dataNotice } from './clauses';
import { declaredBy, sumsOf } from './contribution';
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
import { partyText, signatureSlot } from './party';
import { tasksByMember } from './tables';

/**
 * Letter of confirmation of one party: who, which partnership, what it confirms (slide 15, domain B.2).
 * @throws RangeError when `memberId` names no member
 */
export function letterOfConfirmation(facts: DocumentFacts): DocumentModel {
  const member = facts.consortium.members.find(({ id }) => id === facts.memberId);
  if (!member) throw new RangeError(`no member ${String(facts.memberId)} in the consortium`);
  const own = declaredBy(member, sumsOf(facts.consortium));
  const signed = facts.consortium.letterOfIntentSignedOn;
  return documentOf(facts, [
    placeAndDate(facts),
    {
      kind: 'title',
      text: numberedTitle(facts),
      subtitle: rich`udział w konsorcjum ${bold(quoted(facts.consortium.title))}`,
    },
    ...section(1, 'Kto potwierdza', paragraph(partyText(member, facts.date, rich`.`))),
    ...section(
      2,
      'Czego dotyczy potwierdzenie',
      paragraph(
        rich`Konsorcjum ${bold(quoted(facts.consortium.title))} ubiega się o prowadzenie: ${centreName(facts)} (gmina ${facts.consortium.centre.municipality}, kod TERYT ${facts.consortium.centre.teryt}) w naborze nr ${callName(facts)}, w okresie ${periodText(facts)}. Rolę Lidera pełni: ${leaderName(facts)}.`,
      ),
      ...(signed ? [paragraph(rich`List intencyjny konsorcjum podpisano dnia ${onDay(signed)}`)] : []),
    ),
    ...section(3, 'Treść potwierdzenia', paragraph('Podpisujący list potwierdza:'), confirmed(facts, member, own)),
    ...section(4, 'Dane osobowe', list('1.', dataNotice(facts.date))),
    ...closing(facts),
    { kind: 'heading', level: 2, text: text('Podpis') },
    { kind: 'signatures', slots: [signatureSlot(member, facts.date, own)] },
  ]);
}

function leaderName(facts: DocumentFacts): RichText {
  const names = facts.consortium.members.filter(({ role }) => role === 'LEADER').map(({ name }) => name);
  return names.length > 0 ? rich`${bold(names.join(', '))}` : [blank()];
}

function confirmed(facts: DocumentFacts, member: MemberFacts, own: { cash: number; inKind: number }): Block {
  const { years } = facts.ruleSet.leader;
  const items: (RichText | Block[])[] = [
    rich`członkostwo w konsorcjum w roli: ${bold(organisationKindWords.memberRole[member.role === 'LEADER' ? 'LEADER' : 'PARTNER'])}, jako ${organisationKindWords.sector[member.sector]};`,
  ];
  const duties = tasksByMember(facts.consortium).get(member.id) ?? [];
  items.push(
    duties.length > 0
      ? [
          paragraph('gotowość do realizacji zadań i usług:'),
          list(
            '-',
            duties.map(({ name }) => text(`${name};`)),
          ),
        ]
      : rich`gotowość do realizacji zadań ustalonych w umowie o partnerstwie;`,
  );
  if (member.similarProjects3y !== null) {
    items.push(
      rich`doświadczenie: liczba podobnych projektów zrealizowanych w ostatnich ${String(years)} latach wynosi ${bold(groupThousands(member.similarProjects3y))};`,
    );
  }
  if (member.turnoverGrosze !== null) {
    items.push(
      rich`potencjał finansowy: obrót w ostatnim zamkniętym roku wyniósł ${formatZloty(member.turnoverGrosze)};`,
    );
  }
  items.push(...contributionItems(own));
  if (isNgo(member.sector)) items.push(rich`że liczy się do udziału organizacji pozarządowych w konsorcjum;`);
  items.push(rich`wolę zawarcia umowy o partnerstwie po wyborze oferty konsorcjum.`);
  return list('1)', items);
}

function contributionItems(own: { cash: number; inKind: number }): RichText[] {
  const items: RichText[] = [];
  if (own.cash > 0) items.push(rich`deklarowany wkład pieniężny w wysokości ${money(own.cash)};`);
  if (own.inKind > 0) items.push(rich`deklarowany wkład rzeczowy o wartości ${money(own.inKind)};`);
  return items;
}

const closing = (facts: DocumentFacts): Block[] => [
  ...section(
    5,
    'Postanowienia końcowe',
    ...noteParagraphs(facts.note),
    paragraph(
      rich`List nie rodzi zobowiązań finansowych. Sporządzono go w liczbie egzemplarzy: ${bold(String(facts.copies))}${facts.validUntil ? rich`; obowiązuje do dnia ${bold(onDay(facts.validUntil))}` : rich`.`}`,
    ),
  ),
];
