import type { Role } from './role';

/** What a person may be, for whom and where; `teryt` is 7 digits of a municipality or 4 of a county. */
export interface Grant {
  role: Role;
  organisationId: string | null;
  teryt: string | null;
}
