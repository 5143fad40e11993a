import { randomUUID } from 'node:crypto';
import type { FieldChange, SheetSaved } from '@zit/contracts';
import { CALL_FORM, flatten, parsePath, sameValue, type SheetValues } from '@zit/domain';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../consortium/actor';
import type { SheetService } from '../sheet/sheet.service';
import type { CallContents } from './edition';

/** Writes values that an act of the portal lays down; nobody else writes meanwhile, the call is locked. */
export async function writeValues(
  manager: EntityManager,
  sheets: SheetService,
  who: Actor,
  callId: string,
  values: SheetValues,
): Promise<SheetSaved> {
  const { rev, fields } = await sheets.read(manager, callId, 0);
  const revs = new Map(fields.map((field) => [field.path, field.rev]));
  const changes: FieldChange[] = Object.entries(values).map(([path, value]) => {
    // Who removes an item has to have seen all of it.
    const removes = value === null && parsePath(CALL_FORM, path)?.field === null;
    return { path, base: removes ? rev : (revs.get(path) ?? 0), value };
  });
  const saved = await sheets.save(manager, who, callId, CALL_FORM, { save: randomUUID(), changes });
  if (saved.collisions.length > 0) throw new Error('an act of the portal collided in a locked call');
  return saved;
}

/** Makes the sheet say again what was published, as an ordinary change: what was written since stays in its history. */
export async function restoreSheet(
  manager: EntityManager,
  sheets: SheetService,
  who: Actor,
  callId: string,
  published: CallContents,
): Promise<void> {
  const { fields } = await sheets.read(manager, callId, 0);
  const now = Object.fromEntries(fields.map(({ path, value }) => [path, value]));
  const due = flatten(CALL_FORM, published);
  const paths = new Set([...Object.keys(now), ...Object.keys(due)]);
  const changed: Record<string, SheetValues[string]> = {};
  for (const path of paths) {
    const value = due[path] ?? null;
    if (!sameValue(now[path] ?? null, value) && (value !== null || staysInPlace(path, due))) changed[path] = value;
  }
  if (Object.keys(changed).length > 0) await writeValues(manager, sheets, who, callId, changed);
}

/** Of an item that goes only its place goes: its fields stay, in case it comes back. */
function staysInPlace(path: string, due: SheetValues): boolean {
  const at = parsePath(CALL_FORM, path);
  return !at?.item || at.field === null || due[`${at.section}.${at.list}.${at.item}`] !== undefined;
}
