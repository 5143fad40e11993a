import type { CallFinding } from '@zit/domain';
import { sectionOf, slugOf } from './section-slugs';
import { CALL_SECTIONS, sectionStandings } from './section-states';

const finding = (section: string, verdict: CallFinding['verdict']): CallFinding => ({
  code: 'C-FIELDS',
  verdict,
  text: '',
  fix: null,
  source: '',
  section,
  path: null,
});

describe('sections of a call', () => {
  it('are empty until something is written, whatever the rules miss in them', () => {
    const standings = sectionStandings({ 'basics.title': null }, [finding('basics', 'fail')]);
    expect(standings[0]).toEqual({ section: 'basics', state: 'EMPTY', fails: 1 });
  });

  it('need attention by what stands in the way, have remarks, or are done', () => {
    const values = { 'basics.title': 'x', 'criteria.list.1': 1, 'deadline.closesAt': 'x', 'texts.contact': 'x' };
    const states = sectionStandings(values, [
      finding('basics', 'fail'),
      finding('basics', 'warning'),
      finding('criteria', 'warning'),
      finding('deadline', 'pass'),
    ]).filter(({ state }) => state !== 'EMPTY');
    expect(states).toEqual([
      { section: 'basics', state: 'ATTENTION', fails: 1 },
      { section: 'criteria', state: 'REMARKS', fails: 0 },
      { section: 'deadline', state: 'DONE', fails: 0 },
      { section: 'texts', state: 'FILLING', fails: 0 },
    ]);
  });

  it('are done where no rule looks once every field is filled', () => {
    const texts = { 'texts.documents': 'x', 'texts.procedure': 'x', 'texts.contact': 'x' };
    expect(sectionStandings(texts, [])[8]?.state).toBe('FILLING');
    expect(sectionStandings({ ...texts, 'texts.personalData': 'x' }, [])[8]?.state).toBe('DONE');
  });

  it('have each an address of their own; an unknown one leads to the first', () => {
    expect(new Set(CALL_SECTIONS.map(slugOf)).size).toBe(CALL_SECTIONS.length);
    expect(CALL_SECTIONS.map((section) => sectionOf(slugOf(section)))).toEqual(CALL_SECTIONS);
    expect(sectionOf('nie-ma')).toBe('basics');
  });
});
