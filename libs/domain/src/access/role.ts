/** What a person may be for an organisation; a later issue adds assessors, councils and DEFS. */
export const ROLES = [
  /** Runs the programme; not tied to one organisation. */
  'ADMINISTRATOR',
  /** Runs calls and centres of its counties. */
  'COUNTY_OPERATOR',
  /** Municipality: prepares, prints, promises the own contribution. */
  'MUNICIPALITY_OFFICER',
  /** Coordinates a consortium for its leader. */
  'COORDINATOR',
  /** Edits for a member organisation. */
  'EDITOR',
  /** Reads everything, changes nothing. */
  'AUDITOR',
] as const;
export type Role = (typeof ROLES)[number];
