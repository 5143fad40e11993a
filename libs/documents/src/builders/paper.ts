import { documentWords } from '@zit/words.pl/documents';
import { formatDatePl, formatZloty, type DocumentFacts, type Grosze, type LocalDate } from '@zit/domain';
import { amountInWords } from '../amount-in-words';
import type { Block, DocumentModel, Paragraph, RichText, Run } from '../model/model';
import { blank, bold, orBlank, paragraph, rich, text } from '../model/rich-text';
import { clean, typeset } from '../model/typography';

/** „5 marca 2015 r.” */
export const onDay = (date: LocalDate): string => `${formatDatePl(date)} r.`;

/** „330 000,00 zł (słownie: trzysta trzydzieści tysięcy złotych 00/100)” */
export const money = (amount: Grosze): RichText =>
  rich`${bold(formatZloty(amount))} (słownie: ${amountInWords(amount)})`;

export const quoted = (name: string): string => `„${clean(name)}”`;

/** „Sopot, 5 marca 2015 r.” at the right edge, as letters and agreements begin or close. */
export const placeAndDate = (facts: DocumentFacts): Paragraph =>
  paragraph(rich`${orBlank(facts.place, 'short')}, dnia ${onDay(facts.date)}`, 'end');

/** „w Sopocie”-free wording: the name of the place stays in the nominative, whatever it is. */
export const inPlace = (facts: DocumentFacts): Run => orBlank(facts.place, 'short');

export const callName = (facts: DocumentFacts): Run =>
  facts.consortium.centre.callNo ? bold(facts.consortium.centre.callNo) : blank('short');

/** Name of the Local Centre, or one made of its municipality. */
export const centreName = (facts: DocumentFacts): string =>
  facts.consortium.centre.name ?? `Lokalne Centrum – ${facts.consortium.centre.municipality}`;

export const periodText = (facts: DocumentFacts): RichText => {
  const period = facts.consortium.period;
  if (!period) return rich`od ${blank('short')} do ${blank('short')}`;
  return rich`od ${bold(onDay(period.from))} do ${bold(onDay(period.to))}`;
};

/** Frame of a document: properties, footer and the running head, the same for every kind. */
export function documentOf(facts: DocumentFacts, blocks: Block[]): DocumentModel {
  const kind = documentWords.kind[facts.kind];
  const title = typeset(`${kind} – ${facts.consortium.title}`);
  const number = facts.number ? documentWords.number(facts.number) : documentWords.draft;
  return {
    lang: 'pl-PL',
    title: facts.number ? typeset(`${kind} nr ${facts.number} – ${facts.consortium.title}`) : title,
    subject: typeset(centreName(facts)),
    date: facts.date,
    runningHead: title,
    footer: {
      note: documentWords.counselNote,
      template: documentWords.template(facts.templateVersion),
      number: clean(number),
      ...(facts.journalSeal && { seal: documentWords.journalSeal(facts.journalSeal.batch, facts.journalSeal.hash) }),
    },
    blocks,
  };
}

/** „List intencyjny nr LI/2264/2015/01”, or „… – projekt” while a draft. */
export const numberedTitle = (facts: DocumentFacts): RichText => {
  const kind = documentWords.kind[facts.kind];
  return text(
    facts.number ? `${kind} ${documentWords.number(clean(facts.number))}` : `${kind} – ${documentWords.draft}`,
  );
};

/** Heading of a section with its number: „§ 3. Obowiązki Lidera”. */
export const section = (number: number, name: string, ...blocks: Block[]): Block[] => [
  { kind: 'heading', level: 2, text: text(`§ ${number}. ${name}`) },
  ...blocks,
];

/** What people added to the draft in their own words; one paragraph a line. */
export const noteParagraphs = (note: string | null): Block[] =>
  (note ?? '')
    .split(/\r?\n/)
    .filter((line) => line.trim() !== '')
    .map((line) => paragraph(line.trim()));
