import {
  formatExactInstantPl,
  formatInstantPl,
  offerFacts,
  type ConsortiumFacts,
  type Instant,
  type LocalDate,
  type OfferCallFacts,
  type OfferDocumentFacts,
} from '@zit/domain';
import { offerPaperWords as words } from '@zit/words.pl/offer-paper';
import type { Block, DocumentModel } from '../model/model';
import { list, paragraph, text } from '../model/rich-text';
import { clean, typeset } from '../model/typography';
import { confirmationTable } from './offer-tables';
import { offerSections } from './offer-sections';
import { inOrder, partyText } from './party';

/** What the paper of an offer says besides its content. */
export interface OfferPrint {
  document: OfferDocumentFacts;
  /** Of the canonical JSON of the document, 64 hex digits. */
  sha256: string;
  /** Day of the print, or on which it was received: the file carries it, so that the same offer gives the same bytes. */
  date: LocalDate;
  /** Of the newest edition. */
  call: OfferCallFacts & { title: string; municipality: string };
  /** Of what was handed in; null: a draft. */
  receipt: { number: string; receivedAt: Instant } | null;
  /** Those that hold for this content. */
  confirmations: OfferConfirmationPrint[];
}

export interface OfferConfirmationPrint {
  member: string;
  person: string;
  function: string;
  capacity: 'SIGNER' | 'TREASURER';
  at: Instant;
}

/** The whole offer as a paper: every section of the form, the budget in tables, and what hangs on it by its SHA-256. */
export function offerPaper(print: OfferPrint): DocumentModel {
  const { document, receipt } = print;
  const title = typeset(`${words.title(receipt?.number ?? null)} – ${titleOf(document)}`);
  return {
    lang: 'pl-PL',
    title,
    subject: typeset(words.subject(document.call.number)),
    date: print.date,
    runningHead: title,
    footer: {
      note: words.footer,
      template: words.template,
      number: clean(receipt ? receipt.number : words.draft),
      seal: words.hash(print.sha256),
    },
    blocks: [
      { kind: 'title', text: text(words.title(receipt?.number ?? null)), subtitle: text(titleOf(document)) },
      ...(receipt ? [] : [paragraph(words.draftNote, 'center')]),
      { kind: 'keyValue', rows: head(print).map(([key, value]) => ({ key, value: text(value) })) },
      heading(words.members),
      ...members(print),
      ...offerSections(document, factsOf(print)),
      ...attachments(document),
      ...papers(document),
      heading(words.confirmations),
      print.confirmations.length > 0
        ? confirmationTable(print.confirmations, document)
        : paragraph(words.noConfirmations),
    ],
  };
}

const titleOf = (document: OfferDocumentFacts): string => document.contents.basics.title ?? document.consortium.title;

/** What the rules, the grid and the sums count. */
export const factsOf = ({ document, call }: Pick<OfferPrint, 'document' | 'call'>): ConsortiumFacts =>
  offerFacts(document.contents, {
    call,
    consortium: document.consortium,
    members: document.members,
    attachments: document.attachments,
    papers: [],
    unread: [],
  });

const heading = (name: string): Block => ({ kind: 'heading', level: 2, text: text(name) });

function head({ document, call, receipt, sha256 }: OfferPrint): [string, string][] {
  const { number, edition } = document.call;
  const leader = document.members.find(({ role }) => role === 'LEADER');
  return [
    [words.call, words.callOf(number, edition, call.title)],
    [words.municipality, call.municipality],
    [words.consortium, document.consortium.title],
    [words.leader, leader?.name ?? '–'],
    [words.deadline, formatInstantPl(call.deadlineAt)],
    [words.received, receipt ? formatExactInstantPl(receipt.receivedAt) : words.notReceived],
    [words.receipt, receipt?.number ?? '–'],
    [words.sha, grouped(sha256)],
    [words.callSha, grouped(document.call.sha256)],
  ];
}

/** A long hash in groups of sixteen: a line breaks between them. */
export const grouped = (sha256: string): string => sha256.match(/.{1,16}/g)?.join(' ') ?? sha256;

function members({ document, date }: OfferPrint): Block[] {
  const parties = inOrder(document.members);
  return [
    list(
      '1.',
      parties.map((member) => partyText(member, date, text('.'))),
    ),
  ];
}

function attachments(document: OfferDocumentFacts): Block[] {
  const names = new Map(document.members.map(({ id, name }) => [id, name]));
  if (document.attachments.length === 0) return [heading(words.attachments), paragraph(words.noAttachments)];
  const items = document.attachments.map(({ name, about, member, mediaType, size, sha256 }): Block[] => [
    paragraph(words.attachmentLine(name, names.get(member) ?? words.left, mediaType, sizeText(size))),
    ...(about.trim() ? [paragraph(about)] : []),
    { ...paragraph(words.hash(sha256)), small: true },
  ]);
  return [heading(words.attachments), list('1.', items)];
}

/** „1,2 MB”, „340 kB”: bytes for people. */
const sizeText = (bytes: number): string =>
  bytes >= 1_000_000
    ? `${(bytes / 1_000_000).toFixed(1).replace('.', ',')}\u00a0MB`
    : `${Math.max(1, Math.round(bytes / 1_000))}\u00a0kB`;

function papers(document: OfferDocumentFacts): Block[] {
  if (document.papers.length === 0) return [heading(words.papers), paragraph(words.noPapers)];
  const items = document.papers.map(({ kind, number, sha256 }): Block[] => [
    paragraph(words.paperLine(words.paperKind[kind], number)),
    { ...paragraph(words.hash(sha256)), small: true },
  ]);
  return [heading(words.papers), list('1.', items)];
}
