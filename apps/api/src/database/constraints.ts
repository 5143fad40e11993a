import { errorWords } from '@zit/words.pl/errors';

/** What a broken database constraint means for a person: which field, and what to do. */
export interface ConstraintMeaning {
  code: 'DUPLICATE' | 'VALIDATION';
  /** Field of the request, as a JSON pointer below the body or below `changes`. */
  pointer: string;
  message: string;
}

const duplicate = (pointer: string, message: string): ConstraintMeaning => ({ code: 'DUPLICATE', pointer, message });
const invalid = (pointer: string, message: string): ConstraintMeaning => ({ code: 'VALIDATION', pointer, message });

/** Constraint name → meaning. A constraint that people can break by what they type belongs here. */
export const constraintMeanings: Record<string, ConstraintMeaning> = {
  organisation_nip_is_one_legal_person: duplicate('/nip', errorWords.nipTaken),
  organisation_regon_is_one_legal_person: duplicate('/regon', errorWords.regonTaken),
  organisation_krs_is_one_legal_person: duplicate('/krs', errorWords.krsTaken),
  organisation_unit_of: invalid('/unitOfId', errorWords.noSuchOrganisation),
  organisation_is_not_its_own_unit: invalid('/unitOfId', errorWords.ownUnit),
  organisation_seat: invalid('/teryt', errorWords.noSuchMunicipality),
  local_centre_place: invalid('/teryt', errorWords.noSuchMunicipality),
  call_place: invalid('/teryt', errorWords.noSuchMunicipality),
  local_centre_name_unique: duplicate('/name', errorWords.centreTaken),
  organisation_legal_form: invalid('/legalForm', errorWords.noSuchLegalForm),
};
