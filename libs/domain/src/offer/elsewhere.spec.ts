import { elsewhereFindings } from './elsewhere';

describe('an organisation that competes with itself', () => {
  const other = { consortium: 'Nowy Kurs', leads: true };

  it('Q19: is warned at its own part, once for each other offer, and blocked by none', () => {
    const findings = elsewhereFindings([other, { consortium: 'Sopot Razem', leads: false }], {
      member: 'M1',
      leads: false,
    });
    expect(findings.map(({ verdict, section, member }) => [verdict, section, member])).toEqual([
      ['warning', 'partnership', 'M1'],
      ['warning', 'partnership', 'M1'],
    ]);
    expect(findings[0]?.text).toContain('Zasady tego nie zabraniają');
    expect(findings[1]?.text).toContain('„Sopot Razem”');
  });

  it('Q19: is told that of two which it leads it hands in one', () => {
    const [finding] = elsewhereFindings([other], { member: 'M1', leads: true });
    expect(finding?.text).toContain('Lider składa w naborze jedną ofertę');
    expect(finding?.way).toContain('Tę uwagę widzą tylko osoby z Twojej organizacji.');
    expect(elsewhereFindings([], { member: 'M1', leads: true })).toEqual([]);
  });
});
