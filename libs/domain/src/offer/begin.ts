import type { ConsortiumFacts, Period } from '../consortium/facts';
import type { FieldKind, SheetForm, SheetValue, SheetValues } from '../sheet/form';
import { type AnyItem, type AnySheet, itemsOf } from '../sheet/read-sheet';
import { kindAt } from '../sheet/sheet-path';
import { acceptValue, parseTyped, typedText } from '../sheet/value';
import type { OfferCallFacts, OfferContents, OfferMemberFacts } from './offer-about';
import { OFFER_FORM } from './offer-form';

/** Makes the id of a new item, a small UUID. */
export type NewId = () => string;

/** A member of an offer, as far as copying needs to know it. */
export type CopyMember = Pick<OfferMemberFacts, 'id' | 'organisationId' | 'name'>;
type CallPeriod = Pick<OfferCallFacts, 'periodFrom' | 'periodTo'>;

const FORM: SheetForm = OFFER_FORM;

/**
 * What a new offer begins with: what the rooms of the consortium already hold (U-25). Ids of its members are small
 * UUIDs. What the form cannot read (a category that the list does not have) stays as typed.
 */
export function beginOffer(consortium: ConsortiumFacts, call: CallPeriod, newId: NewId): SheetValues {
  const sheet = new NewSheet(newId);
  const period = consortium.period ?? periodOf(call);
  sheet.fields('basics', { title: consortium.title, periodFrom: period?.from, periodTo: period?.to });
  for (const { code, memberId } of consortium.services) {
    // Work of a Local Centre belongs to priority III of the national programme (A.12).
    sheet.item('services.list', { member: memberId, code, priority: 'III' });
  }
  for (const { code, pl, area, justification } of consortium.catalogueAdditions) {
    sheet.item('services.additions', { code, name: pl, area, justification });
  }
  sheet.fields('groups', { distinctPersons: consortium.distinctPersons });
  for (const { code, planned } of consortium.targetGroups) sheet.item('groups.list', { code, planned });
  for (const { teryt, address, hours, accessibility } of consortium.servicePoints) {
    sheet.item('places.points', { teryt, address, hours, accessibility });
  }
  members(sheet, consortium);
  budget(sheet, consortium);
  return sheet.values;
}

/** Tasks become the plan; what is known of a member goes into the item that is its own. */
function members(sheet: NewSheet, consortium: ConsortiumFacts): void {
  for (const member of consortium.members) {
    for (const name of member.tasks) sheet.item('plan.list', { member: member.id, name });
    const { similarProjects3y: similarProjects, turnoverGrosze } = member;
    sheet.item('experience.members', { similarProjects, turnoverGrosze }, member.id);
    const { declaredCashGrosze: cashGrosze, declaredInKindGrosze: inKindGrosze } = member;
    sheet.item('contribution.members', { cashGrosze, inKindGrosze }, member.id);
    sheet.item('declarations.members', {}, member.id);
  }
}

function budget(sheet: NewSheet, { declared, lines }: ConsortiumFacts): void {
  sheet.fields('budget', { declaredTotalGrosze: declared.totalGrosze });
  for (const { no: _, quantity, ...line } of lines ?? []) {
    sheet.item('budget.lines', { ...line, quantity: Math.round(quantity * 1000) });
  }
}

/**
 * What a new offer begins with when it follows an earlier one: its text under new ids, each member's own found again by
 * its organisation. A member who is not there any more stays as typed, by name; declarations are made anew; a period
 * outside the new call gives way to the call's.
 */
export function copyOffer(
  earlier: OfferContents,
  membersThen: readonly CopyMember[],
  membersNow: readonly CopyMember[],
  call: CallPeriod,
  newId: NewId,
): SheetValues {
  const copying: Copying = { sheet: new NewSheet(newId), membersThen, membersNow, ids: new Map() };
  const from = earlier as unknown as AnySheet;
  for (const [section, { fields, lists }] of Object.entries(FORM.sections)) {
    copying.sheet.fields(section, pick(from[section] ?? {}, Object.keys(fields)));
    for (const [list, { of, fields: kinds }] of Object.entries(lists)) {
      const at = `${section}.${list}`;
      const items = itemsOf(from, section, list);
      if (of === 'EACH_MEMBER') copyEach(copying, at, section === 'declarations' ? [] : items);
      else for (const item of items) copyItem(copying, at, item, Object.keys(kinds));
    }
  }
  const bounds = periodOf(call);
  const { periodFrom, periodTo } = earlier.basics;
  const fits = bounds && periodFrom && periodTo && bounds.from <= periodFrom && periodTo <= bounds.to;
  if (bounds && !fits) copying.sheet.fields('basics', { periodFrom: bounds.from, periodTo: bounds.to });
  return copying.sheet.values;
}

interface Copying {
  sheet: NewSheet;
  membersThen: readonly CopyMember[];
  membersNow: readonly CopyMember[];
  /** New ids by the earlier ones. */
  ids: Map<string, string>;
}

function copyItem(copying: Copying, at: string, item: AnyItem, fields: readonly string[]): void {
  const said: Record<string, unknown> = pick(item, fields);
  const { member, point } = said;
  if (typeof member === 'string') said['member'] = memberNow(copying, member);
  if (typeof point === 'string') said['point'] = copying.ids.get(point) ?? null;
  copying.ids.set(item.id, copying.sheet.item(at, said));
}

function copyEach({ sheet, membersThen, membersNow }: Copying, at: string, items: readonly AnyItem[]): void {
  for (const now of membersNow) {
    // Who left and came back was two members then; one of them wrote.
    const then = membersThen.filter(({ organisationId }) => organisationId === now.organisationId).map(({ id }) => id);
    const { id: _, ...said } = items.find(({ id }) => then.includes(id)) ?? { id: '' };
    sheet.item(at, said, now.id);
  }
}

/** The same organisation in the new consortium, else its name. */
function memberNow({ membersThen, membersNow }: Copying, id: string): string | null {
  const then = membersThen.find((member) => member.id === id);
  const now = membersNow.find(({ organisationId }) => organisationId === then?.organisationId);
  return now?.id ?? then?.name ?? null;
}

const pick = (from: Readonly<Record<string, unknown>>, names: readonly string[]): Record<string, unknown> =>
  Object.fromEntries(names.map((name) => [name, from[name]]));

const periodOf = ({ periodFrom, periodTo }: CallPeriod): Period | null =>
  periodFrom && periodTo ? { from: periodFrom, to: periodTo } : null;

/** As a person would have typed it: 12 grosze are „0,12”. */
const textOf = (kind: FieldKind, raw: unknown): string =>
  typeof raw === 'number' ? typedText(kind, raw) : String(raw);

/** Values of a sheet that is being made. */
class NewSheet {
  readonly values: Record<string, SheetValue> = {};
  private readonly places = new Map<string, number>();

  constructor(private readonly newId: NewId) {}

  /** Puts what is there; what the kind does not accept is kept as typed. */
  fields(at: string, said: Readonly<Record<string, unknown>>): void {
    for (const [name, raw] of Object.entries(said)) {
      const path = `${at}.${name}`;
      const kind = kindAt(FORM, path);
      if (raw === undefined || raw === null || !kind || kind.is === 'place') continue;
      const accepted = acceptValue(kind, raw);
      const value = accepted === undefined ? parseTyped(kind, textOf(kind, raw)) : accepted;
      if (value !== null) this.values[path] = value;
    }
  }

  /** Adds an item at the end of its list and gives its id. */
  item(list: string, said: Readonly<Record<string, unknown>>, id = this.newId()): string {
    const place = (this.places.get(list) ?? 0) + 1;
    this.places.set(list, place);
    this.values[`${list}.${id}`] = place;
    this.fields(`${list}.${id}`, said);
    return id;
  }
}
