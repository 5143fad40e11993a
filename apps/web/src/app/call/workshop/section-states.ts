import { CALL_FORM, type CallFinding, type SheetValues } from '@zit/domain';

export type CallSection = keyof typeof CALL_FORM.sections;
export const CALL_SECTIONS = Object.keys(CALL_FORM.sections) as CallSection[];

/**
 * How a section stands. `EMPTY`: nothing is written · `FILLING`: something is, and no rule has looked at it ·
 * `ATTENTION`: something stands in the way · `REMARKS`: only remarks · `DONE`: every rule is content.
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
  const filled = new Set(
    Object.entries(values)
      .filter(([, value]) => value !== null && value !== '')
      .map(([path]) => path.split('.')[0]),
  );
  return CALL_SECTIONS.map((section) => {
    const own = findings.filter((finding) => finding.section === section);
    const fails = own.filter(({ verdict }) => verdict === 'fail').length;
    return { section, fails, state: stateOf(filled.has(section), fails, own) };
  });
}

function stateOf(filled: boolean, fails: number, own: readonly CallFinding[]): SectionState {
  if (!filled) return 'EMPTY';
  if (fails > 0) return 'ATTENTION';
  if (own.some(({ verdict }) => verdict === 'warning')) return 'REMARKS';
  return own.length > 0 ? 'DONE' : 'FILLING';
}
