import { computed, inject } from '@angular/core';
import { mayWrite, memberOfItemIn, OFFER_FORM, ownerOf, type SheetForm, type SheetList } from '@zit/domain';
import { offerRightsWords } from '@zit/words.pl/offer-page';
import type { SheetParties, SheetRights } from '../../sheet/sheet-rights';
import { closedByCorrection } from '../correction/correction-state';
import { OfferDesk } from './offer-desk';

/** Stands for an item that is not there yet. */
const NEW_ITEM = '00000000-0000-4000-8000-000000000000';

/** Who writes what of an offer (decision 11), as the server decides it too. */
export function offerRights(): SheetRights {
  const desk = inject(OfferDesk);
  return (path) => whyNot(desk, path);
}

/** Why the person may not write at a path of the offer; null: they may. */
export function whyNot(desk: OfferDesk, path: string): string | null {
  const offer = desk.offer();
  if (!offer?.me.edits) return offerRightsWords.readsOnly;
  const closed = closedByCorrection(offer, path);
  if (closed !== null) return closed;
  const list = listAt(path);
  if (list?.of) return null;
  const asked = list ? `${path}.${NEW_ITEM}` : path;
  const memberOf = memberOfItemIn(desk.sheet.sheetValues(), new Set(offer.members.map(({ id }) => id)));
  if (mayWrite(asked, { member: offer.me.member, leads: offer.me.leads, edits: true }, offer.loans, memberOf))
    return null;
  const owner = ownerOf(asked, memberOf);
  if (owner?.is === 'MEMBER') return offerRightsWords.member(desk.nameOf(owner.member));
  const name = desk.leader()?.name ?? '';
  return isOfMembers(path) ? offerRightsWords.orphan(name) : offerRightsWords.leader(name);
}

/** The list that a path of two names is; null: it is a field's, or an item's. */
function listAt(path: string): SheetList | null {
  const [section = '', list = '', more] = path.split('.');
  const form: SheetForm = OFFER_FORM;
  return more === undefined ? (form.sections[section]?.lists[list] ?? null) : null;
}

/** Lies in a list of members: an item of nobody there is the leader's. */
function isOfMembers(path: string): boolean {
  return listAt(path.split('.').slice(0, 2).join('.'))?.of !== undefined;
}

/** The members as those who write the sheet together; the leader gives an item to anybody. */
export function offerParties(): SheetParties {
  const desk = inject(OfferDesk);
  const all = computed(() => desk.offer()?.members.map(({ id, name }) => ({ id, name })) ?? []);
  return {
    all,
    own: computed(() => desk.offer()?.me.member ?? null),
    offered: () => {
      const offer = desk.offer();
      if (!offer || offer.me.leads) return all();
      const lent = offer.loans.filter(({ member }) => member === offer.me.member).map(({ part }) => part);
      return all().filter(({ id }) => id === offer.me.member || lent.includes(id));
    },
  };
}
