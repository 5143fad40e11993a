import { inject } from '@angular/core';
import { callFormWords } from '@zit/words.pl/call-form';
import type { SheetOffer, SheetOffers } from '../../sheet/offers';
import { CallDesk } from './call-desk';

const TIE = /^rules\.ties\.[^.]+\.by$/;
const TIE_RULES: readonly SheetOffer[] = Object.entries(callFormWords.choices['rules.ties.by']).map(([code, name]) => ({
  code,
  name,
}));

/** The rule sets that there are; what breaks a tie: a criterion of this call, the lower sum, the lot. */
export function callOffers(): SheetOffers {
  const desk = inject(CallDesk);
  return (path) => {
    if (path === 'rules.ruleSet')
      return (desk.call()?.ruleSets ?? []).map((version) => ({ code: version, name: version }));
    if (!TIE.test(path)) return null;
    const criteria = (desk.contents()?.criteria.list ?? []).flatMap(({ code, name }) =>
      code ? [{ code, name: name ? `${code}: ${name}` : code }] : [],
    );
    return [...criteria, ...TIE_RULES];
  };
}
