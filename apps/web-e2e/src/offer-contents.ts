import type { OfferResponse, SheetResponse } from '@zit/contracts';
import {
  checkOffer,
  OFFER_FORM,
  readSheet,
  sameValue,
  unreadPaths,
  type OfferFinding,
  type SheetForm,
  type SheetValues,
} from '@zit/domain';
import type { Ask } from './offer';
import { NEW_LINE, type OfferHands } from './offer-hands';

const FORM: SheetForm = OFFER_FORM;

/** What stands in the sheet of an offer, as the server answers it. */
export async function contentsOf(ask: Ask, offer: string): Promise<SheetValues> {
  const { fields } = await ask<SheetResponse>('GET', `/api/v1/offers/${offer}/sheet?after=0`);
  return Object.fromEntries(fields.map(({ path, value }) => [path, value]));
}

/** One more change of the same person, in another tab. */
export async function writesElsewhere(ask: Ask, offer: string, path: string, value: string): Promise<void> {
  const { fields } = await ask<SheetResponse>('GET', `/api/v1/offers/${offer}/sheet?after=0`);
  const base = fields.find((field) => field.path === path)?.rev ?? 0;
  const save = { save: crypto.randomUUID(), changes: [{ path, value, base }] };
  await ask('PATCH', `/api/v1/offers/${offer}/sheet`, save);
}

/**
 * Fields of the form that were not typed, or do not hold what was: all of the leader's, all of the item that is this
 * member's own, and those of one item of each list. The list of fields is the form's.
 */
export function differences(stands: SheetValues, { typed, items }: OfferHands, member: string): string[] {
  const line = Object.keys(stands).find((path) => /^budget\.lines\.[^.]+$/.test(path)) ?? '';
  const compare = (path: string): string[] => {
    const [wanted, is] = [typed.get(path), stands[path.replace(NEW_LINE, line)] ?? null];
    if (wanted === undefined) return [`${path} was never typed`];
    return sameValue(wanted, is) ? [] : [`${path} holds ${JSON.stringify(is)}, not ${JSON.stringify(wanted)}`];
  };
  return Object.entries(FORM.sections).flatMap(([section, { fields, lists }]) => [
    ...Object.keys(fields).flatMap((field) => compare(`${section}.${field}`)),
    ...Object.entries(lists).flatMap(([list, of]) => {
      const item = of.of === 'EACH_MEMBER' ? `${section}.${list}.${member}` : items.get(`${section}.${list}`);
      return Object.keys(of.fields).flatMap((field) => compare(`${item}.${field}`));
    }),
  ]);
}

/** What is not filled in yet, by the rules of the call. */
export function gapsOf(offer: OfferResponse, stands: SheetValues): OfferFinding[] {
  const { call, consortium, consortiumId, members, attachments, papers } = offer;
  const unread = unreadPaths(OFFER_FORM, stands);
  const about = { call, consortium: { id: consortiumId, title: consortium }, members, attachments, papers, unread };
  return checkOffer(readSheet(OFFER_FORM, stands), about).filter(({ gap }) => gap);
}
