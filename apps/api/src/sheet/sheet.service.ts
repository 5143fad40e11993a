import { Injectable } from '@nestjs/common';
import type { SaveSheet, SheetField, SheetHistory, SheetResponse, SheetSaved } from '@zit/contracts';
import {
  canonicalJson,
  CARD_VERSION,
  OFFER_FORM,
  type SheetForm,
  type SheetValue,
  type SheetValues,
} from '@zit/domain';
import type { EntityManager } from 'typeorm';
import { notFound } from '../http/problem-error';
import { note, type Author, type SubjectKind } from '../journal/note';
import { sha256 } from '../journal/sha256';
import { acceptChanges } from './accept-changes';
import { decideSave } from './decide-save';
import { journalChanges } from './journal-values';
import { keepSave } from './keep-save';
import { answerOf, collisionsOf, type KeptAnswer, type KeptCollision } from './kept-answer';
import { lockSheet, readTouched } from './open-sheet';
import { readHistory } from './sheet-history';
import { closedSheet, usedSave } from './sheet-refusals';
import { touchedPaths } from './touched-paths';

/** Who writes in a sheet. */
export type SheetAuthor = Author & { personId: string };

/**
 * Which of these changes are not the author's to make, by path (decision 11). `stored` holds every field of the items
 * that they touch, and the places of their lists. Not said: all are.
 */
export type RefusedChanges = (
  changes: readonly { path: string; value: SheetValue }[],
  stored: SheetValues,
) => ReadonlySet<string>;

const READ = `
  select form, rev::float8 as rev, closed,
    (select coalesce(json_agg(json_build_object('path', path, 'value', value, 'rev', rev) order by path), '[]')
      from sheet_field where sheet_id = $1 and rev > $2) as fields
  from sheet where id = $1`;

const CLOSE = 'update sheet set closed = $2 where id = $1 returning rev::float8 as rev';
const VALUES = `select coalesce(json_object_agg(path, value order by path), '{}') as values from sheet_field
  where sheet_id = $1`;

/**
 * A text that many write for weeks, field by field (decision 9). Everything happens inside the caller's transaction,
 * who has asked before whether this person may; a sheet has the id of the thing that is written in it.
 */
@Injectable()
export class SheetService {
  /** An empty sheet of this form. */
  async create(manager: EntityManager, id: string, form: SheetForm): Promise<void> {
    await manager.query('insert into sheet (id, form) values ($1, $2)', [id, form.version]);
  }

  /** Fields that changed after this revision (0: all that were ever filled in). @throws 404 */
  async read(manager: EntityManager, id: string, after: number): Promise<SheetResponse> {
    const [sheet] = await manager.query<SheetResponse[]>(READ, [id, after]);
    if (!sheet) throw notFound();
    return sheet;
  }

  /**
   * One save: what nobody else has touched is written, the rest is set aside and answered as collisions. The number of
   * statements does not depend on the number of fields. A repeated save changes nothing and gets the same answer. What
   * is `refused` comes back as a collision of its own kind, and everything else is taken.
   * @throws 400 a path or a value that the form does not know, 404, 409 `SHEET_CLOSED`, 422 `SAVE_USED`
   */
  async save(
    manager: EntityManager,
    who: SheetAuthor,
    id: string,
    form: SheetForm,
    request: SaveSheet,
    refused: RefusedChanges = () => NOTHING,
  ): Promise<SheetSaved> {
    const changes = acceptChanges(form, request.changes);
    const asked = sha256(canonicalJson(changes));
    const paths = changes.map(({ path }) => path);
    const { rev: now, closed } = await lockSheet(manager, id, form);
    const { before, fields } = await readTouched(manager, id, request.save, touchedPaths(form, paths));
    if (before && before.sha256 !== asked) throw usedSave();
    if (before) return answerOf(manager, id, changes, before);
    if (closed) throw closedSheet(await collisionsOf(manager, id, changes, inTheWayOfAll(paths, fields), ''));
    const stored = Object.fromEntries(fields.map(({ path, value }) => [path, value]));
    const { rev, rows, answer } = decideSave(form, now, fields, changes, refused(changes, stored));
    const kept = { sheetId: id, saveId: request.save, personId: who.personId, sha256: asked, rev, rows, answer };
    const savedAt = await keepSave(manager, kept);
    if (rows.length > 0)
      await note(manager, who, {
        act: 'CHANGE_SHEET',
        subject: { kind: subjectOf(form), id },
        details: { rev, ...countsOf(form, rows, answer) },
        changes: journalChanges(form, request.save, rows),
      });
    return answerOf(manager, id, changes, { answer, rev, savedAt });
  }

  /** Who wrote what, newest first. */
  history(
    manager: EntityManager,
    id: string,
    asked: { before?: number | null; path?: string | null },
  ): Promise<SheetHistory> {
    return readHistory(manager, id, asked);
  }

  /** Closes the sheet; no save comes between its values and its end. @throws 404 */
  async freeze(manager: EntityManager, id: string): Promise<{ rev: number; values: SheetValues }> {
    const rev = await this.close(manager, id, true);
    const [{ values }] = await manager.query<[{ values: SheetValues }]>(VALUES, [id]);
    return { rev, values };
  }

  /** Opens it again, for an annex. @throws 404 */
  async reopen(manager: EntityManager, id: string): Promise<void> {
    await this.close(manager, id, false);
  }

  private async close(manager: EntityManager, id: string, closed: boolean): Promise<number> {
    const [[sheet]] = await manager.query<[{ rev: number }[], number]>(CLOSE, [id, closed]);
    if (!sheet) throw notFound();
    return sheet.rev;
  }
}

/** The journal knows the thing that is written, not its sheet; their ids are the same. */
const SUBJECTS: Readonly<Record<string, SubjectKind>> = { call: 'call', offer: 'offer', card: 'card' };
const NOTHING: ReadonlySet<string> = new Set();

function subjectOf({ version }: SheetForm): SubjectKind {
  const kind = SUBJECTS[version.split('/')[0] ?? ''];
  if (!kind) throw new Error(`the journal has no subject for ${version}`);
  return kind;
}

/** What the journal counts of a save; of an offer's also what was somebody else's, and whose words name its fields. */
function countsOf(
  { version }: SheetForm,
  rows: readonly unknown[],
  { collisions }: KeptAnswer,
): Record<string, unknown> {
  const counts = { taken: rows.length - collisions.length, setAside: collisions.length };
  if (version === CARD_VERSION) return { ...counts, form: version };
  if (version !== OFFER_FORM.version) return counts;
  return { ...counts, foreign: collisions.filter(({ because }) => because === 'NOT_YOURS').length, form: version };
}

/** Where nothing may be written, whatever stands is in the way of everything. */
function inTheWayOfAll(paths: readonly string[], fields: readonly SheetField[]): KeptCollision[] {
  const revs = new Map(fields.map(({ path, rev }) => [path, rev]));
  return paths.map((path) => {
    const rev = revs.get(path) ?? 0;
    return { path, because: 'CHANGED', rev, of: { path, rev } };
  });
}
