import { sopotCall } from '@zit/sample';
import { callDifferences } from './call-differences';
import { criteriaText } from './criteria-text';

describe('differences of a call', () => {
  it('tells adopted criteria in words', () => {
    const [before, after] = [sopotCall(), sopotCall()];
    before.resolution.adopted = criteriaText(before);
    after.resolution.adopted = before.resolution.adopted.replace(/"weight":\d+/, '"weight":7');
    const [only, ...others] = callDifferences(before, after);
    expect(others).toEqual([]);
    const [first] = after.criteria.list;
    expect(only?.after).toMatch(`${first?.code} ${first?.name}: 7; `);
    expect(only?.before).not.toMatch(/[{"]code/);
  });

  it('leaves a text that is no list of criteria as it is', () => {
    const [before, after] = [sopotCall(), sopotCall()];
    after.resolution.adopted = 'kryteria z uchwały';
    expect(callDifferences(before, after).map((one) => one.after)).toEqual(['kryteria z uchwały']);
  });
});
