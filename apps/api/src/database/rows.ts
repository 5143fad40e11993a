import { ConsortiumRow } from '../consortium/consortium.row';
import { MemberRow } from '../consortium/member.row';
import { DocumentRow } from '../document/document.row';
import { OrganisationRow } from '../organisation/organisation.row';

/** Every row class that TypeORM maps; a feature adds its own here. */
export const rows = [OrganisationRow, ConsortiumRow, MemberRow, DocumentRow];
