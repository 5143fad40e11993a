import { OrganisationRow } from '../organisation/organisation.row';

/** Every row class that TypeORM maps; a feature adds its own here. */
export const rows = [OrganisationRow];
