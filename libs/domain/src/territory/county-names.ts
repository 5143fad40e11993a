/** Names of the counties of Pomorskie by TERC code, as TERYT writes them, for hats and papers that carry only a code. */
const NAMES: Readonly<Record<string, string>> = {
  '2201': 'bytowski',
  '2202': 'chojnicki',
  '2203': 'człuchowski',
  '2204': 'gdański',
  '2205': 'kartuski',
  '2206': 'kościerski',
  '2207': 'kwidzyński',
  '2208': 'lęborski',
  '2209': 'malborski',
  '2210': 'nowodworski',
  '2211': 'pucki',
  '2212': 'słupski',
  '2213': 'starogardzki',
  '2214': 'tczewski',
  '2215': 'wejherowski',
  '2216': 'sztumski',
  '2261': 'Gdańsk',
  '2262': 'Gdynia',
  '2263': 'Słupsk',
  '2264': 'Sopot',
};

/** Name of a county, e.g. `2215` → wejherowski, `2264` → Sopot; null when the code is not in the list. */
export const countyName = (teryt: string): string | null => NAMES[teryt] ?? null;

/** A city with the rights of a county has a code from 61 on. */
export const isCityCounty = (teryt: string): boolean => Number(teryt.slice(2, 4)) > 60;
