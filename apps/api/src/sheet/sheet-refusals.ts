import type { SheetCollision } from '@zit/contracts';
import { sheetSaveWords as words } from '@zit/words.pl/sheet-save';
import { ProblemError } from '../http/problem-error';

/** 409: nothing may be written at present; the answer says field by field what was not, so that nothing is lost. */
export const closedSheet = (fields: readonly SheetCollision[]): ProblemError =>
  new ProblemError({
    status: 409,
    code: 'SHEET_CLOSED',
    detail: words.closed(fields.length),
    conflicts: fields.map(({ path, base, theirs, mine }) => ({ field: path, base, theirs, mine })),
  });

/** 422: the browser's id of this save was used for another one. */
export const usedSave = (): ProblemError =>
  new ProblemError({ status: 422, code: 'SAVE_USED', detail: words.usedSave });
