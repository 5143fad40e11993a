import type { FieldTree } from '@angular/forms/signals';
import type { Problem } from '@zit/contracts';
import type { FieldFault } from '../ui/error-summary';
import type { OrganisationDraft } from './organisation-draft';
import type { Refusals } from './organisation-schema';

/** Every error of the form in its order on the page, with the id of its field. */
export const formFaults = (form: FieldTree<OrganisationDraft>): FieldFault[] => {
  const draft = form().value();
  const plain = (Object.keys(draft) as (keyof OrganisationDraft)[])
    .filter((field) => field !== 'representation')
    .flatMap((field) =>
      form[field]()
        .errors()
        .map((error) => ({ field, message: error.message ?? '' })),
    );
  const rows = draft.representation.flatMap((row, index) =>
    (Object.keys(row) as (keyof typeof row)[]).flatMap((field) =>
      (form.representation[index]?.[field]().errors() ?? []).map((error) => ({
        field: `representation-${index}-${field}`,
        message: error.message ?? '',
      })),
    ),
  );
  return [...plain, ...rows];
};

/** Sentences of the server by field, from JSON pointers such as `/nip` or `/changes/nip`. */
export const refusalsOf = (problem: Problem, draft: OrganisationDraft): Refusals =>
  Object.fromEntries(
    (problem.errors ?? []).map(({ pointer, message }) => {
      const field = pointer.replace(/^\/(changes\/)?/, '').replaceAll('/', '.');
      const value = field in draft ? draft[field as keyof OrganisationDraft] : '';
      return [field, { message, value: typeof value === 'string' ? value : '' }];
    }),
  );
