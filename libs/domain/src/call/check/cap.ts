import { formatZloty } from '../../money/grosze';
import { callCheckWords } from '../../words.pl/call-check';
import { ruleSetOf } from './rule-set';
import { type CallCheck, fails, findings } from './rule';

const words = callCheckWords.cap;
const CODE = 'C-CAP';
const AT = 'basics.capGrosze';

/** C-CAP (slide 11, Q9): a municipality may give less than the rule set, never more. */
export const cap: CallCheck = (call, about) => {
  const chosen = call.basics.capGrosze;
  const most = ruleSetOf(call, about)?.cap.totalGrosze;
  // C-RULES asks for the rule set; what it will say of the cap nobody knows yet.
  if (most === undefined) return chosen === null ? [fails(CODE, { at: AT, text: words.none, fix: words.fixNone })] : [];
  const way = { at: AT, fix: words.fix(formatZloty(most)), sets: [{ path: AT, value: most }] };
  if (chosen === null) return [fails(CODE, { ...way, text: words.none })];
  if (chosen === 0) return [fails(CODE, { ...way, text: words.zero })];
  const text = words.tooMuch(formatZloty(chosen), formatZloty(chosen - most), formatZloty(most));
  const faults = chosen > most ? [fails(CODE, { ...way, text })] : [];
  return findings(CODE, 'basics', faults, () => words.pass(formatZloty(chosen), formatZloty(most)));
};
