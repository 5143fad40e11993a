import type { OfferReceipt, OfferReceipts } from '@zit/contracts';
import { formatInstantPl } from '@zit/domain';
import { receiptWords as words } from '@zit/words.pl/offer-receipt';
import type { Tone } from '../../ui/status-chip';

interface Chip {
  tone: Tone;
  text: string;
}

/** The receipt that took the place of this one: a later submission, or its withdrawal; null: it stands. */
export const successorOf = (receipt: OfferReceipt, { receipts }: OfferReceipts): OfferReceipt | null =>
  receipts.find(({ replaces }) => replaces === receipt.number) ?? null;

/** Whether it counts, and whether it came in time, each in a word. */
export function chipsOf(receipt: OfferReceipt, all: OfferReceipts): Chip[] {
  if (receipt.kind === 'WITHDRAWAL') return [{ tone: 'quiet', text: words.withdrawal }];
  const successor = successorOf(receipt, all);
  const stands: Chip = !successor
    ? { tone: 'settled', text: words.inForce }
    : { tone: 'quiet', text: successor.kind === 'WITHDRAWAL' ? words.withdrawn : words.replaced };
  const cures: Chip[] = receipt.kind === 'CURE' ? [{ tone: 'quiet', text: words.cure }] : [];
  return [stands, ...cures, ...timeOf(receipt, all)];
}

function timeOf({ lateMs, number }: OfferReceipt, { admissions }: OfferReceipts): Chip[] {
  if (lateMs === 0) return [{ tone: 'settled', text: words.inTime }];
  const admitted = admissions.some(({ receiptNumber }) => receiptNumber === number);
  return [
    { tone: 'attention', text: words.late(lateMs) },
    ...(admitted ? [{ tone: 'settled', text: words.admitted } as const] : []),
  ];
}

/** What happens next with what was handed in, in short sentences. */
export function nextSteps(receipt: OfferReceipt, all: OfferReceipts, closed: boolean): readonly string[] {
  const deadline = formatInstantPl(receipt.deadlineAt);
  const successor = successorOf(receipt, all);
  if (successor) return words.nextReplaced(successor.number);
  if (receipt.kind === 'WITHDRAWAL') return closed ? words.nextWithdrawnLate : words.nextWithdrawn(deadline);
  if (receipt.kind === 'CURE') return words.nextCured;
  if (receipt.lateMs > 0) {
    const admitted = all.admissions.some(({ receiptNumber }) => receiptNumber === receipt.number);
    return admitted ? words.nextAfter : words.nextLate;
  }
  return closed ? words.nextAfter : words.nextBefore(deadline);
}
