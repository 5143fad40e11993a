import type { Grosze } from '@zit/domain';
import { toCardinal } from 'n2words/pl-PL';

/** Polish takes „złoty” after 1, „złote” after 2–4 (not 12–14), „złotych” after all else. */
const zlote = (zloty: number): string => {
  if (zloty === 1) return 'złoty';
  const units = zloty % 10;
  const tens = zloty % 100;
  return units >= 2 && units <= 4 && (tens < 12 || tens > 14) ? 'złote' : 'złotych';
};

/**
 * An amount in words as printed in agreements: whole złote in words, grosze as a fraction,
 * „trzysta trzydzieści tysięcy złotych 00/100”. Says „jeden tysiąc”, „jeden milion”, so that nothing
 * can be written in front of it (domain B.14).
 *
 * @param amount whole grosze, 0 … MAX_GROSZE
 * @throws RangeError when it is no such number
 */
export const amountInWords = (amount: Grosze): string => {
  if (!Number.isSafeInteger(amount) || amount < 0) throw new RangeError(`not an amount in grosze: ${amount}`);
  const zloty = Math.floor(amount / 100);
  const words = toCardinal(zloty).replace(/(^| )(tysiąc|milion|miliard)(?= |$)/g, '$1jeden $2');
  return `${words} ${zlote(zloty)} ${String(amount % 100).padStart(2, '0')}/100`;
};
