import { CATEGORIES, categoryName } from './categories';
import { catalogueOf, isServiceCode, itemName, OVERLAPPING_SERVICES, SERVICES } from './services';
import { TARGET_GROUPS } from './target-groups';

describe('the programme’s lists', () => {
  it('hold 10 services of area 1, 14 of area 2, 15 target groups and 8 categories', () => {
    expect(SERVICES.filter((service) => service.area === 'LABOUR_MARKET')).toHaveLength(10);
    expect(SERVICES.filter((service) => service.area === 'SOCIAL_SERVICES')).toHaveLength(14);
    expect(TARGET_GROUPS.map((group) => group.no)).toEqual(Array.from({ length: 15 }, (_, index) => index + 1));
    expect(CATEGORIES.map((category) => category.code)).toEqual(['C1', 'C2', 'C3', 'C4', 'C5', 'C6', 'C7', 'C8']);
    expect(categoryName('C9')).toBe('C9');
    expect(categoryName('__proto__')).toBe('__proto__');
  });
  it('overlap only in services that they have', () => {
    for (const code of OVERLAPPING_SERVICES.flat()) expect(catalogueOf([]).has(code)).toBe(true);
  });
  it('grow by additions that never replace the programme’s own', () => {
    const added = { code: 'LM_NEW', area: 'LABOUR_MARKET' as const, pl: 'nowa', justification: 'cel' };
    expect(catalogueOf([added, { ...added, code: 'LM_INFO' }]).get('LM_INFO')?.pl).toBe('informacja');
    expect(itemName('LM_NEW', [added])).toBe('nowa');
    expect(itemName('opiekunowie staży')).toBe('opiekunowie staży');
    expect(isServiceCode('LM_NEW')).toBe(true);
    expect(isServiceCode('koordynator')).toBe(false);
  });
});
