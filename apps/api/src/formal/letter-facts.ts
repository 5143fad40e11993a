import type { FormalLetterFacts } from '@zit/documents/builders/formal-letter';
import { nameOfPath, OFFER_FORM, unlockedBy, type OfferDocumentFacts } from '@zit/domain';
import { formalWords } from '@zit/words.pl/formal';
import { formalRoomWords } from '@zit/words.pl/formal-room';
import { offerFormWords } from '@zit/words.pl/offer-form';
import type { EntityManager } from 'typeorm';
import type { CallRecord } from '../call/open-call';
import { itemsOf, type FormalRow } from './read-formal';

/** What stands on a letter: items with a fault, and, of a call for correction, what may be changed until when. */
export async function letterFacts(
  manager: EntityManager,
  call: CallRecord,
  row: FormalRow,
  { kind, date, term }: Pick<FormalLetterFacts, 'kind' | 'date' | 'term'>,
): Promise<FormalLetterFacts> {
  const document = await received(manager, row.receiptNumber);
  const faulty = itemsOf(row).filter(({ answer }) => answer === 'NO');
  const leader = document.members.find(({ role }) => role === 'LEADER');
  return {
    ...{ kind, date, term, callNumber: call.number ?? '', callTitle: call.title },
    ...{ receiptNumber: row.receiptNumber, consortium: row.consortium },
    leader: { name: row.leader, address: leader?.address ?? null },
    items: faulty.map(({ code, texts }) => ({ name: formalWords.items[code], texts })),
    fields: term ? unlockedBy(faulty).map((path) => partName(path, document)) : [],
  };
}

async function received(manager: EntityManager, number: string): Promise<OfferDocumentFacts> {
  const [row] = await manager.query<{ contents: string }[]>(
    `select k.contents from offer_receipt r join offer_content k on k.offer_id = r.offer_id and k.sha256 = r.sha256
     where r.number = $1`,
    [number],
  );
  if (!row) throw new Error(`receipt ${number} has no content`);
  return JSON.parse(row.contents) as OfferDocumentFacts;
}

/** „Budżet: kwota oferty”; of a whole section its title. */
export function partName(path: string, { contents, members }: OfferDocumentFacts): string {
  if (path === 'attachments') return formalRoomWords.attachments;
  const sections = offerFormWords.sections as Readonly<Record<string, { title: string }>>;
  if (!path.includes('.')) return sections[path]?.title ?? path;
  return nameOfPath(OFFER_FORM, contents, path, Object.fromEntries(members.map(({ id, name }) => [id, name])));
}
