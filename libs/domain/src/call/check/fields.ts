import { callCheckWords } from '../../words.pl/call-check';
import { callFormWords } from '../../words.pl/call-form';
import { type CallCheck, fails, findings } from './rule';

const words = callCheckWords.fields;

/** Fields without which nobody could answer the call; items of lists are looked at by the rules they belong to. */
const REQUIRED = {
  basics: [
    'title',
    'purpose',
    'tasks',
    'centres',
    'capGrosze',
    'periodFrom',
    'periodTo',
    'legalRegime',
    'memberSectors',
  ],
  rules: ['ruleSet', 'thresholdPoints', 'quorum', 'conflictPolicy', 'scoringBody'],
  resolution: ['body', 'number', 'date', 'mode', 'rules'],
  notice: ['text', 'days', 'dayKind'],
  deadline: ['opensAt', 'closesAt'],
  texts: ['documents', 'procedure', 'contact', 'personalData'],
} as const;

/** C-FIELDS: what is empty, all in one sentence by section. What cannot be read is C-READ's. */
export const fields: CallCheck = (call, { unread }) => {
  const empty = Object.entries(REQUIRED).map(([section, names]) => {
    const values = call[section as keyof typeof REQUIRED] as Readonly<Record<string, unknown>>;
    const missing = names.filter((name) => values[name] === null && !unread.includes(`${section}.${name}`));
    return { section: section as keyof typeof REQUIRED, missing };
  });
  const sections = empty.filter(({ missing }) => missing.length > 0);
  const [first] = sections;
  const bySection = sections.map(({ section, missing }) => {
    const { title, fields: said } = callFormWords.sections[section];
    const labels = said as Readonly<Record<string, { label: string }>>;
    return words.section(
      title,
      missing.map((name) => lower(labels[name]?.label ?? name)),
    );
  });
  const count = sections.reduce((sum, { missing }) => sum + missing.length, 0);
  const at = first ? `${first.section}.${first.missing[0]}` : 'basics';
  const faults = first ? [fails('C-FIELDS', { at, text: words.missing(count, bySection), fix: words.fix })] : [];
  return findings('C-FIELDS', 'basics', faults, () => words.pass);
};

const lower = (text: string): string => text.slice(0, 1).toLowerCase() + text.slice(1);
