import type { MemberFacts } from '../consortium/facts';
import { legalPersonKeys, legalPersons, type LegalPerson } from '../consortium/legal-person';
import { parseKrs } from '../identifier/krs';
import { parseNip } from '../identifier/nip';
import { parseRegon } from '../identifier/regon';
import { isLocalGovernment } from '../organisation/sector';
import { identifierWords } from '../words.pl/identifiers';
import { ruleWords } from '../words.pl/rules';
import type { Fix, FixStep } from './fix';
import { aboutMember, finding, type Answer, type Rule } from './rule';

const CODE = 'R-IDS';
const words = ruleWords.ids;
const source = ruleWords.source[CODE];

const FIELDS = [
  { field: 'nip', kind: 'NIP', parse: parseNip },
  { field: 'regon', kind: 'REGON', parse: parseRegon },
  { field: 'krs', kind: 'KRS', parse: parseKrs },
] as const;

/** R-IDS: every member has an identifier, every identifier is right, every legal person is there once (N5–N5c). */
export const ids: Rule = (facts, ruleSet) => {
  const known = facts.members.filter((member) => !member.anonymous);
  const answers: Answer[] = [];
  if (ruleSet.ids.checksum) for (const member of known) answers.push(...wrongNumbers(member));
  for (const member of known) {
    if (FIELDS.every(({ field }) => isBlank(member[field]))) answers.push(missing(member));
  }
  if (ruleSet.ids.uniqueLegalPerson) {
    for (const person of legalPersons(known)) if (person.members.length > 1) answers.push(...duplicates(person));
  }
  if (answers.length === 0 && known.length > 0) answers.push(allRight(known.length));
  const anonymous = facts.members.length - known.length;
  if (anonymous > 0) answers.push({ code: CODE, text: words.anonymous(anonymous) });
  return answers;
};

const isBlank = (text: string | null): boolean => text === null || text.trim() === '';

function* wrongNumbers(member: MemberFacts): Generator<Answer> {
  for (const { field, kind, parse } of FIELDS) {
    const typed = member[field];
    if (typed === null || typed.trim() === '') continue;
    const parsed = parse(typed);
    if (parsed.ok) continue;
    yield finding({
      code: CODE,
      aspect: kind,
      verdict: 'fail',
      unit: 'text',
      actual: typed,
      required: null,
      relation: 'equal',
      text: words.wrong(member.name, identifierWords.name[kind], typed, parsed.text),
      source,
      subject: aboutMember(member.id),
      fix: filling(member, field, words.fill(kind, member.name)),
    });
  }
}

const filling = (member: MemberFacts, field: 'nip' | 'regon' | 'krs', text: string): Fix => ({
  text,
  steps: [{ act: 'FILL_MEMBER', member: member.id, field, needs: 'VALUE' }],
});

const missing = (member: MemberFacts): Answer =>
  finding({
    code: CODE,
    aspect: 'MISSING',
    verdict: 'fail',
    unit: 'text',
    actual: null,
    required: 'NIP | REGON | KRS',
    relation: 'oneOf',
    text: words.missing(member.name),
    source,
    subject: aboutMember(member.id),
    fix: filling(member, 'nip', words.fillMissing(member.name)),
  });

function duplicates({ chief, members }: LegalPerson): Answer[] {
  return members
    .filter((member) => member !== chief)
    .map((member) => {
      const unit = isLocalGovernment(member.sector) && isLocalGovernment(chief.sector);
      return finding({
        code: CODE,
        aspect: 'DUPLICATE',
        verdict: 'fail',
        unit: 'text',
        actual: sharedKeys(member, members)[0] ?? null,
        required: null,
        relation: 'equal',
        text: unit ? words.unit(member.name, chief.name) : words.duplicate(member.name, chief.name),
        source,
        subject: aboutMember(member.id),
        fix: slipIn(member, members) ?? removing(member, chief),
      });
    });
}

/** Identifiers of a member that another of the group has too. */
function sharedKeys(member: MemberFacts, group: readonly MemberFacts[]): string[] {
  const others = new Set(group.filter((other) => other !== member).flatMap(legalPersonKeys));
  return legalPersonKeys(member).filter((key) => others.has(key));
}

/**
 * One number is the same and another differs: more likely a slip of the pen than one organisation twice, so
 * the number is to be corrected. A municipality and its unit really are one.
 */
function slipIn(member: MemberFacts, group: readonly MemberFacts[]): Fix | null {
  const shared = sharedKeys(member, group);
  const own = legalPersonKeys(member);
  if (shared.length !== 1 || own.length < 2 || member.unitOfNip !== null || isLocalGovernment(member.sector))
    return null;
  const found = FIELDS.find(({ kind }) => shared[0]?.startsWith(`${kind} `));
  return found ? filling(member, found.field, words.fill(found.kind, member.name)) : null;
}

/** The row goes, its lines and tasks go to the row that stays; a leader's role goes along. */
function removing(member: MemberFacts, chief: MemberFacts): Fix {
  const steps: FixStep[] = member.role === 'LEADER' ? [{ act: 'SET_LEADER', member: chief.id }] : [];
  steps.push({ act: 'REMOVE_MEMBER', member: member.id, linesTo: chief.id });
  return { text: words.remove(member.name, chief.name), steps };
}

const allRight = (count: number): Answer =>
  finding({
    code: CODE,
    aspect: 'ALL',
    verdict: 'pass',
    unit: 'count',
    actual: count,
    required: count,
    relation: 'equal',
    text: words.right(count),
    source,
  });
