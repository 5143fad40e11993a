import { nameOfPath, OFFER_FORM, type OfferDocumentFacts } from '@zit/domain';
import { offerReadingWords } from '@zit/words.pl/offer-signing';
import { verifyWords } from '@zit/words.pl/offer-receipt';

/** What a path of an offer's document is called in words, e.g. „Budżet: animator, kwota”. */
export function fieldName(path: string, document: OfferDocumentFacts): string {
  const [part = '', ...rest] = path.split('.');
  if (part === 'contents') return nameInForm(rest, document);
  const of = (verifyWords.parts as Readonly<Record<string, string>>)[part] ?? part;
  if (part !== 'members' && part !== 'attachments' && part !== 'papers') return [of, ...rest.map(fieldWord)].join(', ');
  const [id, ...field] = rest;
  const things = document[part] as readonly { id?: string; name?: string; number?: string }[];
  const thing = things.find((each, index) => (each.id ?? String(index)) === id);
  const name = thing?.name ?? thing?.number ?? id;
  return id === undefined ? `${of}: ${verifyWords.order}` : [`${of}: ${name}`, ...field.map(fieldWord)].join(', ');
}

function nameInForm(path: readonly string[], document: OfferDocumentFacts): string {
  const members = Object.fromEntries(document.members.map(({ id, name }) => [id, name]));
  // The list itself is a field too: which items there are, in which order.
  const [section = '', list = ''] = path;
  if (path.length === 2 && Object.hasOwn(listsOf(section), list))
    return `${nameOfPath(OFFER_FORM, document.contents, path.join('.'), members)}: ${verifyWords.order}`;
  return nameOfPath(OFFER_FORM, document.contents, path.join('.'), members);
}

const listsOf = (section: string): object =>
  OFFER_FORM.sections[section as keyof typeof OFFER_FORM.sections]?.lists ?? {};

const fieldWord = (field: string): string =>
  ({ sha256: offerReadingWords.sha, nip: offerReadingWords.nip, ...verifyWords.fields })[field] ?? field;
