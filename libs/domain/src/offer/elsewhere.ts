import { offerElsewhereWords as words } from '../words.pl/offer-page';
import type { OfferFinding } from './finding';

/** Another offer to the same call in which the reader's organisation is too, structurally `OfferElsewhere` of the wire. */
export interface OfferElsewhereFacts {
  /** Of the other consortium. */
  consortium: string;
  /** The organisation leads there. */
  leads: boolean;
}

/**
 * What an organisation that sits in competing offers is warned of (Q19, reading: a warning; one that leads two hands in
 * one). Its own people alone are told: no rule of the offer, and nothing that the other members see.
 */
export const elsewhereFindings = (
  elsewhere: readonly OfferElsewhereFacts[],
  me: { member: string; leads: boolean },
): OfferFinding[] =>
  elsewhere.map(({ consortium, leads }) => ({
    code: 'O-ELSEWHERE',
    verdict: 'warning',
    section: 'partnership',
    member: me.member,
    text: leads && me.leads ? words.leadsBoth(consortium) : words.also(consortium),
    way: words.way,
  }));
