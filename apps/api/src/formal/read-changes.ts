import type { FormalCard } from '@zit/contracts';
import { coverDifferences } from '@zit/domain';
import type { EntityManager } from 'typeorm';
import { standingReceipt, receiptOf } from '../submission/receipt';
import { readContent } from '../submission/signing';
import type { FormalRow } from './read-formal';

/** What a correction changed, for the second look; null: the card is of no correction. */
export async function readChanges(
  manager: EntityManager,
  { offerId, receiptNumber, cure }: Pick<FormalRow, 'offerId' | 'receiptNumber' | 'cure'>,
): Promise<FormalCard['changes']> {
  if (!cure || cure.answer !== receiptNumber) return null;
  const [was, is] = [await receiptOf(manager, cure.receiptNumber), await standingReceipt(manager, offerId)];
  if (!was || !is) return null;
  const before = await readContent(manager, offerId, was.receipt.sha256);
  const after = await readContent(manager, offerId, is.receipt.sha256);
  // What the leader confirms is the whole of it.
  const leader = after.members.find(({ role }) => role === 'LEADER')?.id ?? '';
  return {
    before: was.receipt.number,
    after: is.receipt.number,
    receivedAt: is.receipt.receivedAt,
    differences: coverDifferences(before, after, leader),
  };
}
