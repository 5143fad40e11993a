import type { SheetForm, SheetList, SheetValue, SheetValues } from '../sheet/form';
import { own, parsePath, type SheetPath } from '../sheet/sheet-path';
import { OFFER_FORM } from './offer-form';

/** Whose a path of an offer is (decision 11). */
export type Owner = { is: 'LEADER' } | { is: 'MEMBER'; member: string };

/** What the asking person is in an offer. */
export interface OfferWriter {
  /** Member for which one acts; null: of no member. */
  member: string | null;
  leads: boolean;
  /** Has a role that writes. */
  edits: boolean;
}

/** A part that its owner lets another member write: a section of the leader's, or all that is a member's own. */
export interface OfferLoanFact {
  /** Name of a section, or id of the member whose own part it is. */
  part: string;
  /** Member who may write it as well. */
  member: string;
}

/** Member of an item by the item's path (`budget.lines.<uuid>`); null: of none, or of one who left. */
export type MemberOfItem = (itemPath: string) => string | null;

const FORM: SheetForm = OFFER_FORM;

/** Asks values for the member of an item: of lists of members by the field `member`, of one item each by its id. */
export function memberOfItemIn(values: SheetValues, memberIds: ReadonlySet<string>): MemberOfItem {
  return (itemPath) => {
    const at = parsePath(FORM, itemPath);
    if (!at?.item) return null;
    const said = listAt(at)?.of === 'EACH_MEMBER' ? at.item : values[`${itemPath}.member`];
    return typeof said === 'string' && memberIds.has(said) ? said : null;
  };
}

/** Whose a path is; an item of no member, or of one who left, is the leader's. Null: the form has no such path. */
export function ownerOf(path: string, memberOfItem: MemberOfItem): Owner | null {
  const at = parsePath(FORM, path);
  if (!at) return null;
  if (!listAt(at)?.of) return { is: 'LEADER' };
  return ownerFor(memberOfItem(itemPathOf(at)));
}

/** May this person write what stands at the path? */
export function mayWrite(
  path: string,
  writer: OfferWriter,
  loans: readonly OfferLoanFact[],
  memberOfItem: MemberOfItem,
): boolean {
  const owner = ownerOf(path, memberOfItem);
  return owner !== null && mayWriteOf(owner, sectionOf(path), writer, loans);
}

/**
 * Paths of a save that are not this person's to write; `mergeSave` makes `NOT_YOURS` of them. `stored` must hold, of
 * every item that the changes touch, its place and its field `member`; more does no harm. A new item of a member is
 * judged by whom the same save names, any other by whose it is now.
 */
export function refusedChanges(
  changes: readonly { path: string; value: SheetValue }[],
  writer: OfferWriter,
  loans: readonly OfferLoanFact[],
  stored: SheetValues,
  memberIds: Iterable<string>,
): Set<string> {
  const members = new Set(memberIds);
  const named = new Map(changes.map(({ path, value }) => [path, value]));
  const asking: Asking = { writer, loans, stored, members, named, standing: memberOfItemIn(stored, members) };
  return new Set(changes.filter((change) => !mayChange(asking, change)).map(({ path }) => path));
}

interface Asking {
  writer: OfferWriter;
  loans: readonly OfferLoanFact[];
  stored: SheetValues;
  members: ReadonlySet<string>;
  named: ReadonlyMap<string, SheetValue>;
  standing: MemberOfItem;
}

function mayChange(asking: Asking, { path, value }: { path: string; value: SheetValue }): boolean {
  const at = parsePath(FORM, path);
  if (!at) return false;
  const kind = listAt(at)?.of;
  const may = (owner: Owner): boolean => mayWriteOf(owner, at.section, asking.writer, asking.loans);
  if (!kind) return may({ is: 'LEADER' });
  const itemPath = itemPathOf(at);
  if (kind === 'EACH_MEMBER') {
    // Of one who left an item can only be taken away.
    const removes = at.field === null && value === null;
    return may(ownerFor(asking.standing(itemPath))) && (asking.members.has(at.item ?? '') || removes);
  }
  if (isNew(asking, itemPath)) {
    const member = memberNamed(asking, asking.named.get(`${itemPath}.member`) ?? null);
    return asking.writer.edits && (asking.writer.leads || may(ownerFor(member)));
  }
  if (!may(ownerFor(asking.standing(itemPath)))) return false;
  const handsOver = at.field === 'member' && !asking.writer.leads;
  return !handsOver || may(ownerFor(memberNamed(asking, value)));
}

/** Nobody has ever placed it or said whose it is. */
const isNew = ({ stored }: Asking, itemPath: string): boolean =>
  (stored[itemPath] ?? null) === null && (stored[`${itemPath}.member`] ?? null) === null;

const memberNamed = ({ members }: Asking, said: SheetValue): string | null =>
  typeof said === 'string' && members.has(said) ? said : null;

function mayWriteOf(owner: Owner, section: string, writer: OfferWriter, loans: readonly OfferLoanFact[]): boolean {
  const { member, leads, edits } = writer;
  if (!edits || member === null) return false;
  if (owner.is === 'LEADER' ? leads : owner.member === member) return true;
  const part = owner.is === 'LEADER' ? section : owner.member;
  return loans.some((loan) => loan.part === part && loan.member === member);
}

const ownerFor = (member: string | null): Owner => (member === null ? { is: 'LEADER' } : { is: 'MEMBER', member });
const sectionOf = (path: string): string => path.split('.')[0] ?? '';
const itemPathOf = (at: SheetPath): string => `${at.section}.${at.list}.${at.item}`;
const listAt = (at: SheetPath): SheetList | undefined =>
  own(own(FORM.sections, at.section)?.lists ?? {}, at.list ?? '');
