import { InjectionToken, type Signal } from '@angular/core';

/**
 * Why the person may not write at a path, in words that say whose it is; null: they may. A path is a field's, an
 * item's, or a list's (`services.list`: adding to it).
 */
export type SheetRights = (path: string) => string | null;

/** Provided by a page whose sheet has owners (decision 11); not provided: who may write writes everywhere. */
export const SHEET_RIGHTS = new InjectionToken<SheetRights>('who may write what of a sheet');

export interface SheetParty {
  id: string;
  name: string;
}

/** Organisations that write one sheet together. */
export interface SheetParties {
  all: Signal<readonly SheetParty[]>;
  /** Of whom the person acts for; null: of none of them. */
  own: Signal<string | null>;
  /** Those that the person may name in a field `member`, whatever stands there. */
  offered: (path: string) => readonly SheetParty[];
}

/** Provided by a page whose form has lists of members (`of`). */
export const SHEET_PARTIES = new InjectionToken<SheetParties>('who writes a sheet together');
