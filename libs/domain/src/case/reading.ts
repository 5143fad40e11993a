import { isLocalDate } from '../calendar/local-date';
import { isGrosze } from '../money/grosze';
import { MAX_QUANTITY } from '../money/quantity';
import { caseWords } from '../words.pl/case';

/** What is wrong in a file, and where: an RFC 6901 pointer, '' for the whole. */
export interface CaseFault {
  pointer: string;
  text: string;
}

/** Looks at values of parsed JSON and collects faults; it never throws and never stops at the first. */
export class Reading {
  readonly faults: CaseFault[] = [];

  fault(pointer: string, text: string): void {
    this.faults.push({ pointer, text });
  }

  object(value: unknown, at: string): Record<string, unknown> | null {
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Record<string, unknown>;
    this.fault(at, value === undefined ? caseWords.missing : caseWords.notObject);
    return null;
  }

  /** Reads every item and answers how many there are. */
  list(value: unknown, at: string, read: (item: unknown, at: string) => void): number {
    if (!Array.isArray(value)) {
      this.fault(at, caseWords.notList);
      return 0;
    }
    value.forEach((item: unknown, index) => read(item, `${at}/${index}`));
    return value.length;
  }

  /** Null and a missing key both mean „not known”. */
  optional(value: unknown, read: (value: unknown) => void): void {
    if (value !== undefined && value !== null) read(value);
  }

  text(value: unknown, at: string, shape?: RegExp): void {
    if (value === undefined) this.fault(at, caseWords.missing);
    else if (typeof value !== 'string') this.fault(at, caseWords.notText);
    else if (shape && !shape.test(value)) this.fault(at, caseWords.shape(value));
  }

  oneOf(value: unknown, values: readonly string[], at: string): void {
    if (value === undefined) this.fault(at, caseWords.missing);
    else if (typeof value !== 'string' || !values.includes(value)) this.fault(at, caseWords.oneOf(values));
  }

  flag(value: unknown, at: string): void {
    if (typeof value !== 'boolean') this.fault(at, caseWords.notFlag);
  }

  money(value: unknown, at: string): void {
    if (!isGrosze(value)) this.fault(at, value === undefined ? caseWords.missing : caseWords.notGrosze);
  }

  count(value: unknown, at: string, atLeast = 0): void {
    if (!Number.isSafeInteger(value) || (value as number) < atLeast) this.fault(at, caseWords.notCount(atLeast));
  }

  percent(value: unknown, at: string): void {
    if (typeof value !== 'number' || !(value >= 0 && value <= 100)) this.fault(at, caseWords.notPercent);
  }

  quantity(value: unknown, at: string): void {
    const exact = typeof value === 'number' && value >= 0 && value <= MAX_QUANTITY;
    if (!exact || Math.abs(value * 1000 - Math.round(value * 1000)) > 1e-4) this.fault(at, caseWords.notQuantity);
  }

  date(value: unknown, at: string): void {
    if (!isLocalDate(value)) this.fault(at, value === undefined ? caseWords.missing : caseWords.notDate);
  }
}
