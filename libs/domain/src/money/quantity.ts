import { moneyWords } from '../words.pl/money';
import { groupThousands, MAX_GROSZE, type AmountFault, type Grosze, type Parsed } from './grosze';

/** Largest quantity of a budget line; hours of fifty people in a year stay far below. */
export const MAX_QUANTITY = 1_000_000;

/** Reads a quantity with at most three decimals (`1,5`, `480`, `0.125`); never rounds. */
export function parseQuantity(text: string): Parsed<number, AmountFault> {
  const typed = text.replace(/[\s\u00a0\u2007\u2009\u202f]+/g, ' ').trim();
  const refused = (fault: AmountFault) => ({ ok: false, fault, text: moneyWords.quantityFault(fault, typed) }) as const;
  if (typed === '') return refused('EMPTY');
  if (/^[-−–]\s?\d/.test(typed)) return refused('NEGATIVE');
  const match = /^(?:\d+|\d{1,3}(?: \d{3})+)(?:[.,](\d+))?$/.exec(typed);
  if (!match) return refused('CHARACTERS');
  if ((match[1] ?? '').length > 3) return refused('DECIMALS');
  const value = Number(typed.replaceAll(' ', '').replace(',', '.'));
  return value > MAX_QUANTITY ? refused('TOO_LARGE') : { ok: true, value };
}

/** A quantity as `1,5` or `1 200`; at most three decimals, none when whole. */
export function formatQuantity(quantity: number): string {
  const thousandths = Math.round(quantity * 1000);
  const fraction = String(thousandths % 1000)
    .padStart(3, '0')
    .replace(/0+$/, '');
  return groupThousands(Math.floor(thousandths / 1000)) + (fraction && `,${fraction}`);
}

/**
 * Quantity × unit price in whole grosze. The quantity has at most three decimals and is taken as whole
 * thousandths, so the product is exact; half a grosz and more rounds up, less rounds down (half-up).
 * Null when an argument is not a quantity or a price, or the product passes MAX_GROSZE.
 */
export function amountOf(quantity: number, unitPriceGrosze: Grosze): Grosze | null {
  const thousandths = Math.round(quantity * 1000);
  if (!(quantity >= 0 && quantity <= MAX_QUANTITY) || Math.abs(quantity * 1000 - thousandths) > 1e-4) return null;
  if (!Number.isSafeInteger(unitPriceGrosze) || unitPriceGrosze < 0) return null;
  const product = thousandths * unitPriceGrosze;
  const exact = Number.isSafeInteger(product)
    ? Math.floor((product + 500) / 1000)
    : Number((BigInt(thousandths) * BigInt(unitPriceGrosze) + 500n) / 1000n);
  return exact <= MAX_GROSZE ? exact : null;
}
