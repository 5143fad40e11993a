import { formatExactInstantPl, inWarsaw, type Instant } from '@zit/domain';
import { offerPaperWords as words } from '@zit/words.pl/offer-paper';
import { receiptWords } from '@zit/words.pl/offer-receipt';
import type { Block, DocumentModel } from '../model/model';
import { list, paragraph, text } from '../model/rich-text';
import { clean, typeset } from '../model/typography';
import { grouped } from './offer';

/** A receipt as `OfferReceipt` of the wire has it, without the digests of single fields. */
export interface ReceiptFacts {
  number: string;
  kind: 'SUBMISSION' | 'WITHDRAWAL' | 'CURE';
  callNumber: string;
  edition: number;
  consortium: string;
  leader: string;
  receivedAt: Instant;
  deadlineAt: Instant;
  /** Milliseconds. */
  lateMs: number;
  sha256: string;
  seal: { batch: number; hash: string } | null;
  replaces: string | null;
  receiptSha256: string;
  journalled: boolean;
}

export interface ReceiptPrint {
  receipt: ReceiptFacts;
  /** Where anybody checks it, without the receipt's own number. */
  verifyAddress: string;
  /** The same with the number: what the code holds. */
  verifyLink: string;
}

/** The receipt as a paper: what was received and when, what happens next, and how anybody checks it. */
export function receiptPaper({ receipt, verifyAddress, verifyLink }: ReceiptPrint): DocumentModel {
  const title = typeset(receiptWords.title(receipt.number));
  return {
    lang: 'pl-PL',
    title,
    subject: typeset(words.subject(receipt.callNumber)),
    // The day of receipt: the same receipt always gives the same bytes.
    date: inWarsaw(receipt.receivedAt).date,
    runningHead: title,
    footer: {
      note: words.footer,
      template: words.receiptTemplate,
      number: clean(receipt.number),
      seal: words.hash(receipt.receiptSha256),
    },
    blocks: [
      {
        kind: 'title',
        text: text(receiptWords.title(receipt.number)),
        subtitle: text(words.receiptSubtitle[receipt.kind]),
      },
      { kind: 'keyValue', rows: facts(receipt).map(([key, value]) => ({ key, value: text(value) })) },
      paragraph(receipt.journalled ? receiptWords.journalled : receiptWords.notJournalled),
      heading(receiptWords.next),
      list('1.', [...next(receipt)]),
      heading(words.howToCheck),
      paragraph(words.checkText(verifyAddress)),
      { kind: 'qr', value: verifyLink },
    ],
  };
}

const heading = (name: string): Block => ({ kind: 'heading', level: 2, text: text(name) });

function facts(receipt: ReceiptFacts): [string, string][] {
  const { kind, lateMs, seal, replaces } = receipt;
  return [
    [receiptWords.number, receipt.number],
    [receiptWords.call, receiptWords.callOf(receipt.callNumber, receipt.edition)],
    [receiptWords.consortium, receipt.consortium],
    [receiptWords.leader, receipt.leader],
    [receiptWords.received, formatExactInstantPl(receipt.receivedAt)],
    [receiptWords.deadline, formatExactInstantPl(receipt.deadlineAt)],
    [receiptWords.kind[kind], lateMs > 0 ? receiptWords.late(lateMs) : receiptWords.inTime],
    [kind === 'WITHDRAWAL' ? receiptWords.shaWithdrawn : receiptWords.sha, grouped(receipt.sha256)],
    ...(replaces ? ([[receiptWords.replaces[kind], replaces]] as [string, string][]) : []),
    [receiptWords.seal, seal ? `${receiptWords.sealOf(seal.batch)}: ${grouped(seal.hash)}` : receiptWords.noSeal],
    [receiptWords.receiptSha, grouped(receipt.receiptSha256)],
  ];
}

/** As of the receipt itself: the paper does not change when time goes on. */
function next({ kind, lateMs, deadlineAt }: ReceiptFacts): readonly string[] {
  const deadline = formatExactInstantPl(deadlineAt);
  if (kind === 'WITHDRAWAL') return lateMs > 0 ? receiptWords.nextWithdrawnLate : receiptWords.nextWithdrawn(deadline);
  if (kind === 'CURE') return receiptWords.nextCured;
  return lateMs > 0 ? receiptWords.nextLate : receiptWords.nextBefore(deadline);
}
