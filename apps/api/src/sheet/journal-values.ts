import {
  canonicalJson,
  CARD_VERSION,
  isUnread,
  kindAt,
  OFFER_FORM,
  type SheetForm,
  type SheetValue,
} from '@zit/domain';
import type { Change } from '../journal/changes';
import { sha256 } from '../journal/sha256';
import type { ChangeRow } from './keep-save';

/** Forms of which no value stands in the journal. */
const SEALED: ReadonlySet<string> = new Set([OFFER_FORM.version, CARD_VERSION]);

/**
 * What a save wrote, for the journal, which can never be cleared of anything. Long texts name whom to ask and who was
 * heard, and so may whatever a field could not read: of these the entry keeps the SHA-256 of the save's id and the
 * value, both of which stand in the history of the sheet. Of an offer it keeps that of every value: who reads the
 * journal of the programme reads no offer (decision 11). The same of a score card: nobody reads points in the journal.
 */
export const journalChanges = (form: SheetForm, saveId: string, rows: readonly ChangeRow[]): Change[] =>
  rows
    .filter(({ aside }) => !aside)
    .map(({ path, before, after }) => {
      const hidden = SEALED.has(form.version) || kindAt(form, path)?.is === 'text';
      const kept = (value: SheetValue): unknown =>
        value !== null && (hidden || isUnread(value)) ? { sha256: sha256(saveId + canonicalJson(value)) } : value;
      return { field: path, before: kept(before), after: kept(after) };
    });
