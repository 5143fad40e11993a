import { formatDatePl } from '../calendar/local-date';
import type { Representation } from '../organisation/representation';
import { differences } from '../sheet/differences';
import { offerDocumentWords as words } from '../words.pl/offer-check';
import { organisationKindWords } from '../words.pl/organisation-kinds';
import type { OfferAttachmentFacts, OfferMemberFacts } from './offer-about';
import { coverPart, type OfferCover, type OfferDocumentFacts } from './offer-document';
import { OFFER_FORM } from './offer-form';

/** One difference in words; before null: it was not there, after null: it is no longer there. */
export interface CoverDifference {
  label: string;
  before: string | null;
  after: string | null;
}

/**
 * What changed in the part that a confirmation of that member covers, in words: first around the form, then in it.
 * Equal covers have none, unequal ones have some.
 */
export function coverDifferences(
  before: OfferDocumentFacts,
  after: OfferDocumentFacts,
  member: string,
): CoverDifference[] {
  const [was, is] = [coverPart(before, member), coverPart(after, member)];
  const names = Object.fromEntries([...before.members, ...after.members].map(({ id, name }) => [id, name]));
  return [
    ...around(was, is),
    ...parties(was, is, names),
    ...pairs(was.members, is.members).flatMap(([old, now]) => (old && now ? register(old, now) : [])),
    ...differences(OFFER_FORM, was.contents, is.contents, names).map(({ label, before: old, after: now }) =>
      changed(label, old, now),
    ),
    ...pairs(was.attachments, is.attachments).flatMap(([old, now]) => attachment(old, now, names)),
    ...papers(was, is),
  ];
}

const changed = (label: string, before: string | null, after: string | null): CoverDifference => ({
  label,
  before,
  after,
});

/** Said only when it is not the same. */
const unless = (same: boolean, ...said: Parameters<typeof changed>): CoverDifference[] =>
  same ? [] : [changed(...said)];

function around(was: OfferCover, is: OfferCover): CoverDifference[] {
  const [old, now] = [was.call, is.call];
  const edition = ({ edition: no, sha256 }: OfferCover['call']): string => words.edition(no, sha256);
  const sameEdition = old.edition === now.edition && old.sha256 === now.sha256;
  const sameTitle = was.consortium.title === is.consortium.title && was.consortium.id === is.consortium.id;
  return [
    ...unless(old.number === now.number, words.callNumber, old.number, now.number),
    ...unless(sameEdition, words.callEdition, edition(old), edition(now)),
    ...unless(sameTitle, words.consortium, was.consortium.title, is.consortium.title),
  ];
}

function parties(was: OfferCover, is: OfferCover, names: Readonly<Record<string, string>>): CoverDifference[] {
  return pairs(was.parties, is.parties).flatMap(([old, now]) => {
    const name = names[(now ?? old)?.id ?? ''] ?? '';
    if (!old || !now) return [changed(words.party, old ? name : null, now ? name : null)];
    const same = old.organisationId === now.organisationId;
    return [
      ...unless(
        same,
        words.register(name, words.fields['organisationId'] ?? ''),
        old.organisationId,
        now.organisationId,
      ),
      ...unless(old.role === now.role, words.role(name), words.roles[old.role], words.roles[now.role]),
      ...unless(old.votes === now.votes, words.votes(name), String(old.votes), String(now.votes)),
    ];
  });
}

/** Told elsewhere: by the parties, or by the form, which the document takes them from. */
const TOLD = new Set([
  ...['id', 'organisationId', 'role', 'votes', 'email', 'phone', 'tasks'],
  ...['similarProjects3y', 'turnoverGrosze', 'declaredCashGrosze', 'declaredInKindGrosze'],
]);

function register(old: OfferMemberFacts, now: OfferMemberFacts): CoverDifference[] {
  const fields = [...new Set([...Object.keys(old), ...Object.keys(now)])].filter((field) => !TOLD.has(field));
  return fields.flatMap((field) => {
    const [before, after] = [old, now].map((each) => said(field, each[field as keyof OfferMemberFacts]));
    const label = words.register(now.name, words.fields[field] ?? field);
    return unless(before === after, label, before ?? null, after ?? null);
  });
}

function said(field: string, value: unknown): string | null {
  if (value === null || value === undefined) return null;
  if (field === 'representation') return (value as Representation[]).map(represents).join('; ');
  if (field === 'sector') return organisationKindWords.sector[value as OfferMemberFacts['sector']];
  return String(value);
}

/** All of an entry: two entries that differ read differently. */
function represents({ person, function: office, mode, validFrom, validTo, evidence }: Representation): string {
  const { from, to, mode: modes } = words.representation;
  const parts = [
    `${person} – ${office}`,
    modes[mode],
    validFrom === null ? null : from(formatDatePl(validFrom)),
    validTo === null ? null : to(formatDatePl(validTo)),
    evidence,
  ];
  return parts.filter((part) => part !== null).join(', ');
}

function attachment(
  old: OfferAttachmentFacts | undefined,
  now: OfferAttachmentFacts | undefined,
  names: Readonly<Record<string, string>>,
): CoverDifference[] {
  if (!old || !now) return [changed(words.attachment, old?.name ?? null, now?.name ?? null)];
  const fields = ['member', 'name', 'about', 'mediaType', 'size', 'sha256'] as const;
  return fields.flatMap((field) => {
    const show = (each: OfferAttachmentFacts): string =>
      field === 'member' ? (names[each.member] ?? each.member) : String(each[field]);
    const label = words.attachmentPart(now.name, words.attachmentParts[field]);
    return unless(old[field] === now[field], label, show(old), show(now));
  });
}

/** A paper never changes; a new one is another one. */
function papers(was: OfferCover, is: OfferCover): CoverDifference[] {
  const keyed = ({ papers: list }: OfferCover): { id: string; label: string; number: string }[] =>
    list.map(({ kind, number, sha256 }) => ({ id: `${kind} ${number} ${sha256}`, label: words.paper[kind], number }));
  return pairs(keyed(was), keyed(is)).flatMap(([old, now]) =>
    old && now ? [] : [changed((now ?? old)?.label ?? '', old?.number ?? null, now?.number ?? null)],
  );
}

/** Those of both sides with the same id together, what went first. */
function pairs<Item extends { id: string }>(
  was: readonly Item[],
  is: readonly Item[],
): [Item | undefined, Item | undefined][] {
  const gone = was.filter(({ id }) => !is.some((now) => now.id === id));
  return [
    ...gone.map((old): [Item, undefined] => [old, undefined]),
    ...is.map((now): [Item | undefined, Item] => [was.find(({ id }) => id === now.id), now]),
  ];
}
