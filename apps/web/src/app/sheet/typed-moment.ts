import { fromWarsaw } from '@zit/domain';
import { fieldWords } from '@zit/words.pl/sheet';

/** A moment as two fields and, in the night when clocks go back, a choice hold it. */
export interface TypedMoment {
  /** `YYYY-MM-DD` */
  date: string;
  /** `HH:MM` or `HH:MM:SS`, Polish time. */
  time: string;
  season: Season | null;
}

export type Season = typeof fieldWords.summerTime | typeof fieldWords.winterTime;

export const SEASONS: readonly Season[] = [fieldWords.summerTime, fieldWords.winterTime];

const SHAPE = /^(\d{4}-\d{2}-\d{2})?[T ]?(\d{2}:\d{2}(?::\d{2})?)?(?: (czas letni|czas zimowy))?$/;

/** Reads what `momentText` wrote, or `typedText` of a moment; null: it was typed elsewhere, in words of its own. */
export function readMoment(text: string): TypedMoment | null {
  const match = SHAPE.exec(text.trim());
  if (!match) return null;
  const [, date = '', time = '', season] = match;
  return { date, time, season: (season as Season | undefined) ?? null };
}

export function momentText(typed: TypedMoment): string {
  const text = [typed.date, typed.time].filter(Boolean).join(' ');
  return text !== '' && typed.season !== null && isTwice(typed) ? `${text} ${typed.season}` : text;
}

/** That hour comes twice in that night. */
export const isTwice = ({ date, time }: TypedMoment): boolean =>
  date !== '' && time !== '' && fromWarsaw(date, time).length === 2;
