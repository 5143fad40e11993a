import { CALL_FORM, type CallFinding, type SheetValues } from '@zit/domain';

export type CallSection = keyof typeof CALL_FORM.sections;
export const CALL_SECTIONS = Object.keys(CALL_FORM.sections) as CallSection[];

/**
 * How a section stands. `EMPTY`: nothing is written · `FILLING`: something is, fields are empty and no rule looks at
 * them · `ATTENTION`: something stands in the way · `REMARKS`: only remarks · `DONE`: every rule is content.
 */
export type SectionState = 'EMPTY' | 'FILLING' | 'ATTENTION' | 'REMARKS' | 'DONE';

export interface SectionStanding {
  section: CallSection;
  state: SectionState;
  /** Findings that stand in the way. */
  fails: number;
}

/** The state of each section, in the order of the form. */
export function sectionStandings(values: SheetValues, findings: readonly CallFinding[]): SectionStanding[] {
  const filled = Object.keys(values).filter((path) => values[path] !== null && values[path] !== '');
  const begun = new Set(filled.map((path) => path.split('.')[0]));
  const isWhole = (section: CallSection): boolean =>
    Object.keys(CALL_FORM.sections[section].fields).every((field) => filled.includes(`${section}.${field}`));
  return CALL_SECTIONS.map((section) => {
    const own = findings.filter((finding) => finding.section === section);
    const fails = own.filter(({ verdict }) => verdict === 'fail').length;
    return { section, fails, state: stateOf(begun.has(section), isWhole(section), fails, own) };
  });
}

function stateOf(begun: boolean, whole: boolean, fails: number, own: readonly CallFinding[]): SectionState {
  if (!begun) return 'EMPTY';
  if (fails > 0) return 'ATTENTION';
  if (own.some(({ verdict }) => verdict === 'warning')) return 'REMARKS';
  return own.length > 0 || whole ? 'DONE' : 'FILLING';
}
