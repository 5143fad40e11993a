import {
  documentFindings,
  factsDifferences,
  type AnnexFacts,
  type DocumentFacts,
  type FactsDifferences,
  type MemberFacts,
} from '@zit/domain';
import { annexWords as words } from '@zit/words.pl/annex';
import type { Block, DocumentModel, RichText } from '../../model/model';
import { bold, list, paragraph, rich, text } from '../../model/rich-text';
import { dataNotice, legalBasis } from '../clauses';
import { budgetedBy, sumsOf } from '../contribution';
import { documentOf, inPlace, noteParagraphs, numberedTitle, onDay, quoted, section } from '../paper';
import { inOrder, partyList, partyText, signatureSlot } from '../party';
import { lineTable, sharesTable, sumsTable, textTable } from './tables';

/**
 * Annex to a partnership agreement: what changes by person, by money and by what is done, and that the rules of the call
 * still hold (domain A.11, Q18; N21). Who leaves signs as well.
 * @throws RangeError when the facts name no agreement
 */
export function annex(facts: DocumentFacts): DocumentModel {
  if (!facts.annex) throw new RangeError('an annex without its agreement');
  const found = factsDifferences(facts.annex.before, facts.consortium);
  const parts = [parties(found), budget(found), works(found), rules(facts), personal(facts), closing(facts)];
  const sections = parts
    .filter(({ blocks }) => blocks.length > 0)
    .flatMap(({ name, blocks }, at) => section(at + 1, name, ...blocks));
  return documentOf(facts, [...opening(facts, facts.annex), ...sections, ...signing(facts, facts.annex)]);
}

interface Part {
  name: string;
  blocks: Block[];
}

function opening(facts: DocumentFacts, { no, agreement, previous }: AnnexFacts): Block[] {
  const { consortium } = facts;
  const leaving = gone(facts);
  const after = previous
    ? rich`, w brzmieniu nadanym aneksem nr ${previous.number} z dnia ${onDay(previous.date)},`
    : '';
  return [
    {
      kind: 'title',
      text: numberedTitle(facts),
      subtitle: rich`aneks ${bold(words.ordinal(no))} do umowy o partnerstwie nr ${bold(agreement.number)} z dnia ${onDay(agreement.date)} – konsorcjum ${quoted(consortium.title)}`,
    },
    paragraph(rich`zawarty dnia ${bold(onDay(facts.date))} w miejscowości ${inPlace(facts)} pomiędzy:`),
    partyList(consortium.members, facts.date),
    ...(leaving.length > 0
      ? [
          paragraph(words.withLeaving),
          list(
            '-',
            leaving.map((member) => partyText(member, facts.date, rich`.`)),
          ),
        ]
      : []),
    paragraph(
      rich`Na podstawie ${legalBasis(consortium.legalRegime, agreement.date)} oraz umowy o partnerstwie nr ${agreement.number}${after} Strony zmieniają ją w następujący sposób:`,
    ),
  ];
}

/** Parties of before that are not there any more. */
const gone = ({ annex: changes, consortium }: DocumentFacts): MemberFacts[] =>
  (changes?.before.members ?? []).filter(({ id }) => !consortium.members.some((now) => now.id === id));

function parties({ parties: changes }: FactsDifferences): Part {
  const said = changes.map(({ label, before, after }): RichText => {
    if (label === words.party && before === null) return rich`Do umowy przystępuje: ${bold(after ?? '')}.`;
    if (label === words.party) return rich`Z partnerstwa występuje: ${bold(before ?? '')}.`;
    return rich`${label}: było ${bold(before ?? words.nothing)}, jest ${bold(after ?? words.nothing)}.`;
  });
  return { name: words.sections.parties, blocks: said.length > 0 ? [list('1.', said)] : [] };
}

function budget(found: FactsDifferences): Part {
  const { lines, sums, shares } = found;
  const same = lines.length === 0 && shares.length === 0;
  if (same) return { name: words.sections.budget, blocks: [paragraph(words.sameMoney), sumsTable(sums)] };
  return {
    name: words.sections.budget,
    blocks: [
      ...(lines.length > 0 ? [paragraph(words.linesLead), lineTable(lines)] : []),
      ...(shares.length > 0 ? [sharesTable(shares)] : []),
      sumsTable(sums),
    ],
  };
}

const works = ({ works: changes }: FactsDifferences): Part => ({
  name: words.sections.works,
  blocks: changes.length > 0 ? [textTable(changes)] : [],
});

/** What the rules of the call say of the partnership as it is after the annex, with their numbers. */
function rules(facts: DocumentFacts): Part {
  const { findings } = documentFindings('ANNEX', facts);
  const told = words.toldRules.flatMap((code) => findings.find((finding) => finding.code === code) ?? []);
  const award = findings.filter(({ aspect }) => aspect === 'AWARD_ZIT');
  const texts = [...new Set([...told, ...award].map((finding) => finding.text))];
  return { name: words.sections.rules, blocks: [paragraph(words.rulesLead), list('1)', texts)] };
}

const personal = ({ date }: DocumentFacts): Part => ({
  name: words.sections.personal,
  blocks: [list('1.', dataNotice(date))],
});

const closing = (facts: DocumentFacts): Part => ({
  name: words.sections.closing,
  blocks: [
    ...noteParagraphs(facts.note),
    list('1.', [
      words.restHolds,
      rich`Aneks wchodzi w życie z dniem podpisania przez wszystkie Strony.`,
      rich`Aneks sporządzono w liczbie egzemplarzy: ${bold(String(facts.copies))}, po jednym dla każdej ze Stron.`,
    ]),
  ],
});

function signing(facts: DocumentFacts, { before }: AnnexFacts): Block[] {
  const [now, then] = [sumsOf(facts.consortium), sumsOf(before)];
  const slots = [
    ...inOrder(facts.consortium.members).map((member) =>
      signatureSlot(member, facts.date, budgetedBy(member, facts.consortium, now)),
    ),
    ...gone(facts).map((member) => signatureSlot(member, facts.date, budgetedBy(member, before, then))),
  ];
  return [
    { kind: 'heading', level: 2, text: text('Podpisy Stron') },
    { kind: 'signatures', slots },
  ];
}
