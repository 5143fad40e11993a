import { InjectionToken } from '@angular/core';

export interface SheetOffer {
  code: string;
  name: string;
  /** What it stands under in a long list. */
  group?: string;
}

/** What a line of text may name, by its path; null: it is typed freely. What stands there is shown in any case. */
export type SheetOffers = (path: string) => readonly SheetOffer[] | null;

/** Provided by a page whose sheet has lines that name something outside of it, or elsewhere in it. */
export const SHEET_OFFERS = new InjectionToken<SheetOffers>('what a sheet offers');
