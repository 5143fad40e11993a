import {
  acceptValue,
  flatten,
  kindAt,
  OFFER_FORM,
  parsePath,
  sameValue,
  type OfferContents,
  type SheetForm,
  type SheetValue,
} from '@zit/domain';
import { itemsOf, placeAfter, type Values } from '../../sheet/place';

/** Largest file of an offer that is read, in bytes. */
export const MOST_BYTES = 10_000_000;

/** What is read of an offer's file (`OfferFile` of the wire). */
export interface OfferFileContent {
  offerId: string;
  members: { id: string; organisationId: string }[];
  contents: OfferContents;
}

/** Who takes a file in: which members there are now, and what the person may write. */
export interface FileReader {
  members: readonly { id: string; organisationId: string }[];
  /** Of a field, of an item that is there, or of a list (`groups.list`: adding to it). */
  may(path: string): boolean;
  /** May a new item name this member. */
  offers(member: string): boolean;
}

export interface FileChanges {
  sets: { path: string; value: SheetValue }[];
  /** Fields that differ and are somebody else's to write. */
  foreign: number;
  /** Fields that this form cannot take. */
  unread: number;
}

/** The content of a file that somebody chose; null: it is no offer of this form. */
export function offerFileIn(text: string): OfferFileContent | null {
  try {
    const file = JSON.parse(text) as { format?: unknown; document?: { form?: unknown } & OfferFileContent } | null;
    const document = file?.document;
    if (file?.format !== 'zit-offer/1' || document?.form !== OFFER_FORM.version) return null;
    if (!Array.isArray(document.members) || typeof document.contents !== 'object') return null;
    flatten(OFFER_FORM, document.contents);
    return document;
  } catch {
    return null;
  }
}

const FORM: SheetForm = OFFER_FORM;
interface Place {
  section: string;
  list: string;
  item: string;
  field: string | null;
}

/**
 * What the file would change in this sheet. Members are found again by their organisation; what is empty in the file
 * and what only this sheet has stays as it is.
 */
export function changesFromFile(file: OfferFileContent, now: Values, reader: FileReader): FileChanges {
  const byOrganisation = new Map(reader.members.map(({ id, organisationId }) => [organisationId, id]));
  const members = new Map(file.members.map(({ id, organisationId }) => [id, byOrganisation.get(organisationId)]));
  const found: FileChanges = { sets: [], foreign: 0, unread: 0 };
  const added = new Map<string, number>();
  const mine = new Map<string, boolean>();
  const values = flatten(OFFER_FORM, file.contents);

  /** Id of the item in this sheet; null: its member is not here. */
  const itemHere = ({ section, list, item }: Place): string | null => {
    const each = FORM.sections[section]?.lists[list]?.of === 'EACH_MEMBER';
    const id = each ? (members.get(item) ?? null) : item;
    return id === null ? null : `${section}.${list}.${id}`;
  };
  const mayItem = (at: Place, item: string): boolean => {
    if ((now.get(item) ?? null) !== null) return reader.may(item);
    const of = FORM.sections[at.section]?.lists[at.list]?.of;
    if (of !== 'MEMBER') return reader.may(of === 'EACH_MEMBER' ? item : `${at.section}.${at.list}`);
    const said = values[`${at.section}.${at.list}.${at.item}.member`];
    const member = typeof said === 'string' ? members.get(said) : undefined;
    return member !== undefined && reader.offers(member);
  };
  const take = (path: string, value: SheetValue, may: boolean): void => {
    if (sameValue(now.get(path) ?? null, value)) return;
    if (may) found.sets.push({ path, value });
    else found.foreign += 1;
  };

  for (const [path, raw] of Object.entries(values)) {
    const at = parsePath(FORM, path);
    const kind = kindAt(FORM, path);
    if (!at || !kind) found.unread += 1;
    else if (at.list === null || at.item === null) {
      const value = acceptValue(kind, raw);
      if (value === undefined) found.unread += 1;
      else take(path, value, reader.may(path));
    } else {
      const place: Place = { section: at.section, list: at.list, item: at.item, field: at.field };
      const item = itemHere(place);
      if (item === null) {
        found.foreign += 1;
        continue;
      }
      const may = mine.get(item) ?? mayItem(place, item);
      mine.set(item, may);
      if (at.field === null) {
        if ((now.get(item) ?? null) !== null) continue;
        const key = `${at.section}.${at.list}`;
        const next = added.get(key) ?? placeAfter(now, itemsOf(now, at.section, at.list));
        added.set(key, next + 1);
        take(item, next, may);
        continue;
      }
      const said = kind.is === 'member' && typeof raw === 'string' ? (members.get(raw) ?? undefined) : raw;
      const value = said === undefined ? undefined : acceptValue(kind, said);
      if (value === undefined) found.unread += 1;
      // A line may be given only to whom the person writes for.
      else take(`${item}.${at.field}`, value, may && (kind.is !== 'member' || reader.offers(String(value))));
    }
  }
  return found;
}
