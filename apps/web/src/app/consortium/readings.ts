import { isLocalDate, type LocalDate } from '@zit/domain';
import { cardWords } from '@zit/words.pl/consortium';
import { memberWords } from '@zit/words.pl/consortium-members';
import type { Reading } from './saved-field';

/** Text of at least `min` characters without the spaces around it; `missing` says what to do otherwise. */
export const textOf =
  (min: number, missing: string) =>
  (text: string): Reading<string> =>
    text.trim().length >= min ? { ok: true, value: text.trim() } : { ok: false, text: missing };

export const optionalText = (text: string): Reading<string | null> => ({ ok: true, value: text.trim() || null });

/** A whole number from 0 to `most`; nothing typed is nothing stated. */
export const optionalCount =
  (most: number) =>
  (text: string): Reading<number | null> => {
    const digits = text.replace(/[\s\u00a0\u202f]/g, '');
    if (digits === '') return { ok: true, value: null };
    return /^\d{1,15}$/.test(digits) && Number(digits) <= most
      ? { ok: true, value: Number(digits) }
      : { ok: false, text: memberWords.wholeNumber(most) };
  };

/** The same where nothing typed counts as none. */
export const countOf =
  (most: number) =>
  (text: string): Reading<number> => {
    const reading = optionalCount(most)(text);
    return reading.ok ? { ok: true, value: reading.value ?? 0 } : reading;
  };

export const optionalDate = (text: string): Reading<LocalDate | null> =>
  text === '' || isLocalDate(text)
    ? { ok: true, value: text === '' ? null : text }
    : { ok: false, text: cardWords.wrongDate };

/** One task a row; empty rows do not count. */
export const rowsOf = (text: string): Reading<string[]> => ({
  ok: true,
  value: text
    .split('\n')
    .map((row) => row.trim())
    .filter((row) => row !== ''),
});
