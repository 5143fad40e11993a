import type { LocalDate } from '../calendar/local-date';

export type CountyKind = 'COUNTY' | 'CITY_WITH_COUNTY_RIGHTS';
export type MunicipalityKind = 'URBAN' | 'RURAL' | 'URBAN_RURAL';

/** Status in the ZIT agreement; the list is partly a hypothesis that an administrator may edit (D.4). */
export type ZitStatus = 'PARTY' | 'PARTY_UNVERIFIED' | 'OBSERVER' | 'NONE';

export interface County {
  /** TERC, 4 digits. */
  teryt: string;
  name: string;
  kind: CountyKind;
}

/** A municipality under one code; codes change in time, so a document shows the one of its own day (D.3). */
export interface Municipality {
  /** TERC, 7 digits; the last says the kind: 1 urban, 2 rural, 3 urban-rural. */
  teryt: string;
  name: string;
  county: string;
  kind: MunicipalityKind;
  zit: ZitStatus;
  validFrom?: LocalDate | null;
  validTo?: LocalDate | null;
}

/** County of a municipality: `2264011` → `2264`. */
export const countyOf = (teryt: string): string => teryt.slice(0, 4);
