/** What a person may be. A role is granted for an organisation, for a place, or for a body of the programme. */
export const ROLES = [
  /** Runs the programme; acts for no organisation. */
  'ADMINISTRATOR',
  /** Runs calls and centres of its county (slide 14). */
  'COUNTY_OPERATOR',
  /** Municipality: prepares, prints, promises the own contribution. */
  'MUNICIPALITY_OFFICER',
  /** Municipality: its treasurer, who countersigns what costs money. */
  'TREASURER',
  /** Municipality: who signs for it. */
  'MUNICIPALITY_SIGNER',
  /** Coordinates a consortium for its leader. */
  'COORDINATOR',
  /** Edits for a member organisation. */
  'EDITOR',
  /** Signs for a member organisation. */
  'SIGNER',
  /** Decides who else acts for the same organisation. */
  'OWNER',
  /** Steering group: scores the offers assigned to them. */
  'ASSESSOR',
  /** Steering group: leads it. */
  'CHAIR',
  /** Council of NGOs of a county (slides 10 and 14). */
  'NGO_COUNCIL',
  /** DEFS, the funder (slide 14). */
  'DEFS_OFFICER',
  /** Reads everything, changes nothing. */
  'AUDITOR',
] as const;
export type Role = (typeof ROLES)[number];

/** For whom grants without an organisation are held; one acts for one organisation or one body at a time. */
export const ACTING_BODIES = ['PROGRAMME', 'COUNTY', 'STEERING_GROUP', 'NGO_COUNCIL', 'DEFS'] as const;
export type ActingBody = (typeof ACTING_BODIES)[number];

const BODY: Partial<Record<Role, ActingBody>> = {
  ADMINISTRATOR: 'PROGRAMME',
  AUDITOR: 'PROGRAMME',
  COUNTY_OPERATOR: 'COUNTY',
  ASSESSOR: 'STEERING_GROUP',
  CHAIR: 'STEERING_GROUP',
  NGO_COUNCIL: 'NGO_COUNCIL',
  DEFS_OFFICER: 'DEFS',
};

/** The body for which a role is held when it names no organisation; null: the role needs an organisation. */
export const bodyOf = (role: Role): ActingBody | null => BODY[role] ?? null;

/** Roles that decide about money or sign: without a second factor their holder gets no further than its enrolment. */
export const FACTOR_ROLES: readonly Role[] = [
  'ADMINISTRATOR',
  'COUNTY_OPERATOR',
  'TREASURER',
  'MUNICIPALITY_SIGNER',
  'SIGNER',
  'ASSESSOR',
  'CHAIR',
];
