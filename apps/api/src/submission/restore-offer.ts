import { randomUUID } from 'node:crypto';
import type { FieldChange } from '@zit/contracts';
import { flatten, OFFER_FORM, parsePath, sameValue, type OfferDocumentFacts, type SheetValues } from '@zit/domain';
import type { EntityManager } from 'typeorm';
import type { SheetAuthor, SheetService } from '../sheet/sheet.service';

/**
 * Makes an offer say again what was handed in: its sheet by an ordinary change, so that what was written since stays in
 * the history, and its files. The offer is locked and its sheet open.
 */
export async function restoreOffer(
  manager: EntityManager,
  sheets: SheetService,
  who: SheetAuthor,
  document: OfferDocumentFacts,
): Promise<void> {
  const id = document.offerId;
  const { rev, fields } = await sheets.read(manager, id, 0);
  const now = new Map(fields.map((field) => [field.path, field]));
  const due: SheetValues = flatten(OFFER_FORM, document.contents);
  const changes = [...new Set([...now.keys(), ...Object.keys(due)])].flatMap((path): FieldChange[] => {
    const value = due[path] ?? null;
    if (sameValue(now.get(path)?.value ?? null, value)) return [];
    const at = parsePath(OFFER_FORM, path);
    // Of an item that goes only its place goes: its fields stay, in case it comes back.
    if (value === null && at?.item && at.field !== null && due[`${at.section}.${at.list}.${at.item}`] === undefined)
      return [];
    // Who removes an item has to have seen all of it.
    const removes = value === null && at?.item && at.field === null;
    return [{ path, base: removes ? rev : (now.get(path)?.rev ?? 0), value }];
  });
  if (changes.length > 0) {
    const saved = await sheets.save(manager, who, id, OFFER_FORM, { save: randomUUID(), changes });
    if (saved.collisions.length > 0) throw new Error('going back collided in a locked offer');
  }
  await restoreFiles(manager, id, document);
}

async function restoreFiles(manager: EntityManager, id: string, { attachments }: OfferDocumentFacts): Promise<void> {
  await manager.query(
    `update offer_attachment set state = 'REMOVED', removed_at = clock_timestamp()
     where offer_id = $1 and state <> 'REMOVED' and id <> all ($2::uuid[])`,
    [id, attachments.map((each) => each.id)],
  );
  await manager.query(
    `update offer_attachment a set state = 'STORED', removed_at = null, about = given.about
     from jsonb_to_recordset($2::jsonb) as given (id uuid, about text)
     where a.offer_id = $1 and a.id = given.id and (a.state = 'REMOVED' or a.about <> given.about)`,
    [id, JSON.stringify(attachments.map(({ id: attachment, about }) => ({ id: attachment, about })))],
  );
}
