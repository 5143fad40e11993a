import { differences, type SheetDifference } from '../sheet/differences';
import { CALL_FORM } from './call-form';
import type { CallContents } from './check/rule';

/** What changed between two editions of a call, in words; adopted criteria as people read them, not as JSON. */
export function callDifferences(before: CallContents, after: CallContents): SheetDifference[] {
  const kept = [before, after].map((call) => call.resolution.adopted);
  const readable = (text: string | null): string | null => (text !== null && kept.includes(text) ? spoken(text) : text);
  return differences(CALL_FORM, before, after).map((one) =>
    one.section === 'resolution' ? { ...one, before: readable(one.before), after: readable(one.after) } : one,
  );
}

/** „K1 Jakość usług: 40; K2 …”, from what `criteriaText` wrote; any other text stays as it is. */
function spoken(text: string): string {
  try {
    const criteria = JSON.parse(text) as { code: string; name: string; weight: number }[];
    return criteria.map(({ code, name, weight }) => `${code} ${name}: ${weight}`).join('; ');
  } catch {
    return text;
  }
}
