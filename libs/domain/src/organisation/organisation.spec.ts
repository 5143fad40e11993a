import { LEGAL_FORMS, sectorOf } from './legal-form';
import { nameKey } from './name-key';

describe('organisation', () => {
  it('takes its sector from the legal form, by a table that may be replaced', () => {
    expect(sectorOf('155')).toBe('NGO');
    expect(sectorOf('140')).toBe('NGO_EQUIVALENT');
    expect(sectorOf('403')).toBe('JST');
    expect(sectorOf('429')).toBe('JST_UNIT');
    expect(sectorOf('999')).toBeNull();
    expect(sectorOf(null)).toBeNull();
    expect(sectorOf('140', [{ code: '140', pl: 'spółdzielnia', sector: 'BUSINESS' }])).toBe('BUSINESS');
    expect(new Set(LEGAL_FORMS.map((form) => form.code)).size).toBe(16);
  });
  it('is found without diacritics, hyphens and quotes', () => {
    expect(nameKey('Stowarzyszenie „Sąsiedzi z Górki”')).toBe('stowarzyszenie sasiedzi z gorki');
    expect(nameKey('„MOLO–Praca” Sp. z o.o.')).toBe('molo praca sp z o o');
    expect(nameKey('Łódź-Żółć')).toBe(nameKey('lodz zolc'));
  });
});
