import { territory } from '@zit/sample';
import { countyPhrase } from '../words.pl/county';
import { countyName, isCityCounty } from './county-names';

describe('names of counties', () => {
  it('has every county of the register, under its name and kind', () => {
    expect(territory.counties.length).toBeGreaterThan(0);
    for (const { teryt, name, kind } of territory.counties)
      expect([teryt, countyName(teryt), isCityCounty(teryt)]).toEqual([
        teryt,
        name,
        kind === 'CITY_WITH_COUNTY_RIGHTS',
      ]);
  });

  it('says them as people do, also of a municipality, and stays honest about a code it does not know', () => {
    expect(['2215', '2264', '2264011', '1465'].map(countyPhrase)).toEqual([
      'powiat wejherowski',
      'powiat m. Sopot',
      'powiat m. Sopot',
      'powiat 1465',
    ]);
  });
});
