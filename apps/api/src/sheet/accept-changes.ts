import type { FieldChange, FieldError } from '@zit/contracts';
import { acceptValue, kindAt, type SheetForm, type SheetValue } from '@zit/domain';
import { sheetSaveWords as words } from '@zit/words.pl/sheet-save';
import { validation } from '../http/problem-error';

/** A change whose path is in the form, with a value that the sheet can keep. */
export interface AcceptedChange {
  path: string;
  base: number;
  value: SheetValue;
}

/** Quoted of a path that nobody knows; enough to recognise it. */
const QUOTED = 80;

/** @throws 400, naming each path that the form does not have and each value that no field could hold */
export function acceptChanges(form: SheetForm, changes: readonly FieldChange[]): AcceptedChange[] {
  const faults: FieldError[] = [];
  const accepted = new Map<string, AcceptedChange>();
  for (const [at, { path, base, value: raw }] of changes.entries()) {
    const fault = (field: string, message: string) => void faults.push({ pointer: `/changes/${at}/${field}`, message });
    const kind = kindAt(form, path);
    const value = kind ? acceptValue(kind, raw) : undefined;
    if (!kind) fault('path', words.unknownPath(path.slice(0, QUOTED)));
    else if (accepted.has(path)) fault('path', words.twice(path));
    else if (!Number.isSafeInteger(base)) fault('base', words.noBase(path));
    else if (value === undefined) fault('value', words.noValue(path));
    else accepted.set(path, { path, base, value });
  }
  if (faults.length > 0) throw validation(faults);
  return [...accepted.values()];
}
