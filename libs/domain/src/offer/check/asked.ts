import { lineNo } from '../../budget/amend';
import type { ConsortiumFacts } from '../../consortium/facts';
import type { SheetForm } from '../../sheet/form';
import { SheetNames } from '../../sheet/names';
import type { AnySheet } from '../../sheet/read-sheet';
import { offerCheckWords } from '../../words.pl/offer-check';
import type { OfferFinding, OfferRule } from '../finding';
import type { OfferAbout, OfferContents } from '../offer-about';
import { offerFacts } from '../offer-facts';
import { OFFER_FORM } from '../offer-form';
import { memberOfItemIn, type MemberOfItem, ownerOf } from '../ownership';

export const FORM: SheetForm = OFFER_FORM;

/** An offer that is asked, with what every rule looks at. */
export interface AskedOffer {
  contents: OfferContents;
  sheet: AnySheet;
  about: OfferAbout;
  facts: ConsortiumFacts;
  memberIds: ReadonlySet<string>;
  /** Ids of the lines of the budget by their numbers, `L07`. */
  lineIds: ReadonlyMap<string, string>;
  names: SheetNames;
  memberOfItem: MemberOfItem;
}

/** One rule: everything that is wrong or doubtful; nothing: it passes. */
export type OfferCheck = (offer: AskedOffer) => OfferFinding[];

export function askedOffer(contents: OfferContents, about: OfferAbout): AskedOffer {
  const sheet = contents as unknown as AnySheet;
  const memberIds = new Set(about.members.map(({ id }) => id));
  const named = Object.fromEntries(about.members.map(({ id, name }) => [id, name]));
  return {
    contents,
    sheet,
    about,
    facts: offerFacts(contents, about),
    memberIds,
    lineIds: new Map(contents.budget.lines.map(({ id }, index) => [lineNo(index), id])),
    names: new SheetNames(FORM, sheet, named),
    memberOfItem: memberOfItemIn(membersIn(contents), memberIds),
  };
}

/** The fields `member` of all items by their paths. */
function membersIn({ services, plan, budget }: OfferContents): Record<string, string | null> {
  const said: Record<string, string | null> = {};
  for (const { id, member } of services.list) said[`services.list.${id}.member`] = member;
  for (const { id, member } of plan.list) said[`plan.list.${id}.member`] = member;
  for (const { id, member } of budget.lines) said[`budget.lines.${id}.member`] = member;
  return said;
}

/** Whose part a path is in; undefined: the leader's. */
export function partOf({ memberOfItem }: AskedOffer, path: string): string | undefined {
  const owner = ownerOf(path, memberOfItem);
  return owner?.is === 'MEMBER' ? owner.member : undefined;
}

export const memberName = ({ about }: AskedOffer, id: string | undefined): string | null =>
  about.members.find((member) => member.id === id)?.name ?? null;

/** „Usługi (Fundacja „X”)” */
export const partName = (offer: AskedOffer, section: string, member: string | undefined): string =>
  offerCheckWords.part(offer.names.section(section).title, memberName(offer, member));

interface Said {
  /** Path of the field or item, or a section alone. */
  at: string;
  member?: string | undefined;
  text: string;
  way?: string;
}

export const fails = (code: OfferRule, said: Said): OfferFinding => found(code, 'fail', said);
export const warns = (code: OfferRule, said: Said): OfferFinding => found(code, 'warning', said);

function found(code: OfferRule, verdict: 'fail' | 'warning', { at, member, text, way }: Said): OfferFinding {
  return {
    code,
    verdict,
    section: at.split('.')[0] ?? at,
    ...(at.includes('.') ? { path: at } : {}),
    ...(member === undefined ? {} : { member }),
    text,
    ...(way === undefined ? {} : { way }),
  };
}

/** Values by key, in the order in which the keys came. */
export function grouped<Value>(values: readonly Value[], keyOf: (value: Value) => string): Value[][] {
  const groups = new Map<string, Value[]>();
  for (const value of values) {
    const key = keyOf(value);
    const group = groups.get(key);
    if (group) group.push(value);
    else groups.set(key, [value]);
  }
  return [...groups.values()];
}
