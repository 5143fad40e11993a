import { isLocalGovernment, isNgo, type Sector } from '../../organisation/sector';
import type { RuleSet } from '../../rules/rule-set';
import { callCheckWords } from '../../words.pl/call-check';
import type { CallFinding } from '../finding';
import { type CallAbout, type CallCheck, type CallContents, fails, findings, warns } from './rule';

const words = callCheckWords.rules;
const CODE = 'C-RULES';
const AT = 'rules.ruleSet';

/** C-RULES: the rule set exists; it will be frozen with the call. */
export const ruleSet: CallCheck = (call, about) => {
  const version = call.rules.ruleSet;
  const chosen = ruleSetOf(call, about);
  if (chosen) return findings(CODE, 'rules', shutOut(call, chosen), () => words.pass(chosen.version));
  const known = about.ruleSets.map((set) => set.version);
  const [newest] = known;
  const text = version === null ? words.none : words.unknown(version, known);
  if (newest === undefined) return [fails(CODE, { at: AT, text, fix: words.fixNone })];
  return [fails(CODE, { at: AT, text, fix: words.fix(newest), sets: [{ path: AT, value: newest }] })];
};

/** The rule set that the call names, if there is one. */
export const ruleSetOf = (call: CallContents, about: CallAbout): RuleSet | undefined =>
  about.ruleSets.find(({ version }) => version === call.rules.ruleSet);

const KINDS: Readonly<Record<keyof RuleSet['composition'], (sector: Sector) => boolean>> = {
  NGO: isNgo,
  JST: isLocalGovernment,
  BUSINESS: (sector) => sector === 'BUSINESS',
};

/** A rule set that demands members whom the call does not admit leaves nobody who could win. */
function shutOut({ basics }: CallContents, set: RuleSet): CallFinding[] {
  const admitted = basics.memberSectors;
  if (admitted === null) return [];
  const kinds = Object.keys(KINDS) as (keyof typeof KINDS)[];
  return kinds
    .filter((kind) => set.composition[kind] === 'required' && !admitted.some(KINDS[kind]))
    .map((kind) => {
      const text = words.shutOut(words.required[kind], set.version);
      return warns(CODE, { at: 'basics.memberSectors', text, fix: words.fixShutOut });
    });
}
