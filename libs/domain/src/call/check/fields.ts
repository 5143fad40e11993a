import { callCheckWords } from '../../words.pl/call-check';
import { callFormWords } from '../../words.pl/call-form';
import { type CallCheck, fails, findings } from './rule';

const words = callCheckWords.fields;

/** Fields that no other rule asks for; a gap is told once, by the rule that knows what belongs there. */
const REQUIRED = {
  basics: ['title', 'purpose', 'tasks', 'centres'],
  notice: ['text'],
  texts: ['documents', 'procedure', 'contact', 'personalData'],
} as const;

/** C-FIELDS: what is empty, one finding for a section. What cannot be read is C-READ's. */
export const fields: CallCheck = (call, { unread }) => {
  const faults = Object.entries(REQUIRED).flatMap(([name, required]) => {
    const section = name as keyof typeof REQUIRED;
    const values = call[section] as Readonly<Record<string, unknown>>;
    const missing = required.filter((field) => values[field] === null && !unread.includes(`${section}.${field}`));
    const labels = callFormWords.sections[section].fields as Readonly<Record<string, { label: string }>>;
    const text = words.missing(missing.map((field) => lower(labels[field]?.label ?? field)));
    return missing.length === 0
      ? []
      : [fails('C-FIELDS', { at: `${section}.${missing[0]}`, text, fix: words.fix(missing.length) })];
  });
  return findings('C-FIELDS', 'basics', faults, () => words.pass);
};

const lower = (text: string): string => text.slice(0, 1).toLowerCase() + text.slice(1);
