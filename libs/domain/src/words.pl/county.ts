import type { Role } from '../access/role';
import { countyName, isCityCounty } from '../territory/county-names';
import { roleWords } from './roles';

/**
 * A county as a sentence names it: „powiat wejherowski”, „powiat m. Sopot”; of a municipality, the county it lies in.
 *
 * @param teryt TERC code, 4 or 7 digits
 */
export function countyPhrase(teryt: string): string {
  const county = teryt.slice(0, 4);
  const name = countyName(county);
  if (name === null) return `powiat ${county}`;
  return isCityCounty(county) ? `powiat m. ${name}` : `powiat ${name}`;
}

const OF_COUNTY: readonly Role[] = ['COUNTY_OPERATOR', 'NGO_COUNCIL'];

/** A role as it was granted: one that is held for a county names it, „operator powiatowy (powiat m. Sopot)”. */
export const grantedRole = ({ role, teryt }: { role: Role; teryt: string | null }): string =>
  teryt && OF_COUNTY.includes(role) ? `${roleWords.name[role]} (${countyPhrase(teryt)})` : roleWords.name[role];
