import type { ZitCase } from '@zit/domain';
import { caseWords } from '@zit/words.pl/case';
import { commandLineWords as words } from '@zit/words.pl/command-line';
import { Unusable } from './terminal';

/** The offer asked for, or all of the file. */
export function offersNamed(zitCase: ZitCase, offer: string | null): string[] {
  const known = Object.keys(zitCase.offers);
  if (offer === null) return known;
  if (!Object.hasOwn(zitCase.offers, offer)) throw new Unusable(caseWords.noOffer(offer, known));
  return [offer];
}

/** The one offer a document is made of: the one asked for, the only one, or the only one with named members. */
export function offerToPrint(zitCase: ZitCase, offer: string | null): string {
  const [first, ...others] = offersNamed(zitCase, offer);
  if (first !== undefined && others.length === 0) return first;
  const full = Object.keys(zitCase.offers).filter((name) => zitCase.offers[name]?.members !== undefined);
  const [only, ...more] = full;
  if (only === undefined || more.length > 0) throw new Unusable(words.chooseOffer(Object.keys(zitCase.offers)));
  return only;
}
